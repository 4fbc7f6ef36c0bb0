class Robot:
    def __init__(self):
        self.battery = 100

    def charge(self):
        return battery + 1


print(Robot().battery)
Robot().charge()
