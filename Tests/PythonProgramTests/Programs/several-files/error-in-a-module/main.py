print("before")
try:
    import broken
except ZeroDivisionError as error:
    print("caught", error)
import sys
print("broken" in sys.modules)
import broken
