import shapes
from shapes import Square, area as area_of

print("main", __name__)
s = Square(3)
print(area_of(s), shapes.count, shapes.__name__, Square.__module__, repr(Square), s)
shapes.register("x")
print(shapes.names, shapes.count)
from shapes import count
shapes.register("y")
print("imported early:", count, "in the module:", shapes.count)
import shapes as again
print(again is shapes)
import sys
print("shapes" in sys.modules, sorted(name for name in vars(shapes) if not name.startswith("_")))
print(shapes.__doc__, shapes.__file__.replace("\\", "/").split("/")[-1], shapes.register.__globals__ is vars(shapes))
