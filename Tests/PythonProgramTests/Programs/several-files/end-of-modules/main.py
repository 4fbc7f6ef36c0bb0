import keeper


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


keeper.kept = Thing("kept by the keeper")
keeper.cycle = Thing("in a cycle of the keeper")
keeper.cycle.me = keeper.cycle
mine = Thing("of main")
keeper.hold(Thing("held in a list"))
print("end of main")
