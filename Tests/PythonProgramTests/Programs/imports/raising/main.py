import sys

print("start")
try:
    import broken
except ZeroDivisionError as error:
    print("caught", error)
print("broken" in sys.modules)
import settings

print(settings.limit)
import chain
