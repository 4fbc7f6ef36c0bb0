# start: bound
# start: button
# start: callbacks
"""Bound methods, of objects, of classes, of built-in types."""


class Button:
    def __init__(self):
        self.handlers = []

    def click(self):
        return self.handlers

    @classmethod
    def make(cls):
        return cls()

    def __call__(self):
        return None


class Empty(Button):
    def __len__(self):
        return 0


button = Button.make()
bound = button.click
button.handlers.append(bound)
of_class = Button.make
of_list = button.handlers.append
wrapper = button.__str__
of_empty = Empty().click
callbacks = {"bound": bound, "class": of_class, "list": of_list, "wrapper": wrapper, "empty": of_empty,
             "unbound": Button.click, "join": ",".join, "static": str.upper}
