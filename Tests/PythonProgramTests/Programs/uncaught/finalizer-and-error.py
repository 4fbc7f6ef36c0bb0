class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def fail():
    local = Thing("local")
    raise ValueError("failed")


kept = Thing("global")
fail()
