class Broken:
    def __init__(self, kind):
        self.kind = kind

    def __del__(self):
        print("del", self.kind.__name__)
        raise self.kind("from a finalizer")


one = Broken(ValueError)
del one
print("the program goes on")
two = Broken(KeyError)
two = None
print("and on")
try:
    three = Broken(RuntimeError)
    del three
except RuntimeError:
    print("never caught")
else:
    print("not seen by try")
