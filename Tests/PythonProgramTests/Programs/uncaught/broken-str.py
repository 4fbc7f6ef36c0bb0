class Broken(Exception):
    def __str__(self):
        raise ValueError("str fails")


raise Broken("argument")
