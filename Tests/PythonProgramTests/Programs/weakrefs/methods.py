import weakref


class Button:
    def __init__(self, label):
        self.label = label

    def pressed(self):
        return self.label + " pressed"


button = Button("ok")
plain = weakref.ref(button.pressed)
print("a bound method dies at once:", plain())
method = weakref.WeakMethod(button.pressed)
print(method()())
print(method() == button.pressed)


def gone(reference):
    print("method is gone", reference())


watched = weakref.WeakMethod(button.pressed, gone)
print(watched == method)
del button
print(method(), watched())
