# start: route
# start: stop
# needs: 3.10
# repr
"""Dataclasses with slots and keyword-only fields."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Stop:
    name: str
    waiting: list = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Route:
    stops: list
    back: "Route" = None


stop = Stop("Market", ["Ann"])
route = Route(stops=[stop, Stop("Harbour")])
route.back = Route(stops=route.stops[::-1], back=route)
