class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        self.close()

    def close(self):
        print("closing", self.name)
        self.handle.release()


class Quiet(Resource):
    def __init__(self):
        raise OSError("cannot be made")


first = Resource("first")
del first
print("between")
Quiet()
