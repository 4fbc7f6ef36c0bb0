# A pool that takes connections back when their last reference goes: resurrection in a finalizer, and its limits.
import gc


class Connection:
    free = []
    made = 0

    def __init__(self):
        Connection.made += 1
        self.number = Connection.made
        self.uses = 0

    @classmethod
    def get(cls):
        connection = cls.free.pop() if cls.free else cls()
        connection.uses += 1
        return connection

    def __del__(self):
        print(f"connection {self.number} is no longer used, after {self.uses}")
        if self.uses < 3:
            Connection.free.append(self)


first = Connection.get()
second = Connection.get()
print(first.number, second.number, Connection.made)
del first
print([connection.number for connection in Connection.free])
again = Connection.get()
print(again.number, again.uses, Connection.free)
del again
print("a finalizer is called once:", Connection.free)
third = Connection.get()
print(third.number, Connection.made)
second.other, third.other = third, second
del second, third
print("in a cycle")
print(gc.collect() in (0, 2), sorted(connection.number for connection in Connection.free))
for connection in Connection.free:
    print(connection.number, connection.other.number, connection.uses)
Connection.free.clear()
del connection
print("end", gc.collect())
