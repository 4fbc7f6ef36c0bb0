# start: hub
# start: centre
# start: names
"""Many references to one object, and many from one: what limits cut."""


class Spoke:
    def __init__(self, centre, number):
        self.centre = centre
        self.number = number


centre = ["centre"]
hub = [Spoke(centre, number) for number in range(60)]
by_number = {spoke.number * 1000: spoke for spoke in hub}
names = {"name %d" % number: centre for number in range(25)}
tuples = [(centre, spoke) for spoke in hub]
