import sys


class Thing:
    def __del__(self):
        print("del")


def main():
    thing = Thing()
    sys.exit("nothing to do: " + str([1, 2]))


main()
