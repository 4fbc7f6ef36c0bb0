import registry


class Worker:
    def __init__(self, name):
        self.name = name
        registry.add(self)

    def __del__(self):
        print("del", self.name)
