def outer(factor):
    def scale(value):
        return value * factor

    apply = lambda function, *values: [function(v) for v in values]
    return apply(scale, 1, 2, {})


class Holder:
    class Inner:
        def act(self):
            return outer(3)


Holder.Inner().act()
