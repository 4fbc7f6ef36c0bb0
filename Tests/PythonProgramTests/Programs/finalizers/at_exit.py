class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


kept = Loud("kept to the end")
holder = [Loud("in a list")]
dropped = Loud("dropped early")
del dropped
print("last line")
