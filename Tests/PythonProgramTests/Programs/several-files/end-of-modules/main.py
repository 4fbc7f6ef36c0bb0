import helper


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


helper.kept = Thing("kept by the helper")
helper.cycle = Thing("in a cycle of the helper")
helper.cycle.me = helper.cycle
mine = Thing("of main")
helper.hold(Thing("held in a list"))
print("end of main")
