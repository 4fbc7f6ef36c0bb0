import sys


class Loud:
    def __del__(self):
        print("del")


def leave(status):
    loud = Loud()
    try:
        sys.exit(status)
    finally:
        print("finally")


try:
    leave("not yet")
except SystemExit as error:
    print(repr(error), error.code)
leave(3)
