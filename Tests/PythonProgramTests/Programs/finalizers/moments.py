class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def function():
    local = Loud("local")
    print("leaving")


first = Loud("rebound")
first = Loud("second")
print("rebound done")
function()
print("function done")
Loud("temporary")
print("temporary done")
row = [Loud("a"), Loud("b"), Loud("c")]
row.pop(1)
print("pop done")
row[0] = None
print("item done")
del row
print("list done")
print(Loud("printed").name)
first = None
print("end")
