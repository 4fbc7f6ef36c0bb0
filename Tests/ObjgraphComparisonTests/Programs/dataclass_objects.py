# start: order
# start: line
# start: Line
# repr
"""Dataclasses: defaults, nested ones, frozen ones, class variables."""

from dataclasses import dataclass, field
from typing import ClassVar, Dict, List


@dataclass
class Line:
    product: str
    amount: int = 1
    tags: List[str] = field(default_factory=list)
    registry: ClassVar[Dict[str, "Line"]] = {}


@dataclass(frozen=True, order=True)
class Price:
    amount: float
    currency: str = "EUR"


@dataclass
class Order:
    lines: List[Line]
    price: Price
    parent: "Order" = None


line = Line("tea", 2, ["hot"])
Line.registry["tea"] = line
order = Order([line, Line("jam")], Price(4.5))
again = Order([line], order.price, order)
