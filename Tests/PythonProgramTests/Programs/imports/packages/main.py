import sys

import shapes
import shapes.solid as solid
from shapes import area as area_of, PI
from shapes.flat import Square, side_count
from powers import *

print(shapes.__name__, solid.__name__, shapes.solid is solid, shapes.flat.__name__)
print(area_of(2), PI, Square(3).area(), side_count)
print(cube(2), "hidden" in globals(), "_private" in globals())
import shapes.flat
print("imported once", sys.modules["shapes.flat"] is shapes.flat)
print(solid.Box(2, 3, 4).volume(), type(shapes).__name__, hasattr(shapes, "missing"))
print(Square.__module__, solid.Box.__qualname__, area_of.__module__, __name__)
print(Square(2))
print(shapes.__doc__)
