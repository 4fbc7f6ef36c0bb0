class Manager:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", kind.__name__)
        self.closed.append(1)


with Manager() as manager:
    print(manager.missing)
