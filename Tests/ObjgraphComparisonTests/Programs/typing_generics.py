# start: Box
# start: aliases
# start: box
"""Generic classes, aliases, protocols and type variables."""

import typing
from typing import Callable, Dict, Generic, List, Optional, TypeVar, Union

T = TypeVar("T")
K = TypeVar("K", bound="Box")


class Box(Generic[T]):
    content: T

    def __init__(self, content: T) -> None:
        self.content = content

    def replace(self, content: "T", *, times: int = 1) -> "Box[T]":
        return self


class IntBox(Box[int]):
    pass


box = Box[str](["content"])
aliases = [List[int], Dict[str, Box[int]], Optional[K], Union[int, str], Callable[[int], str], Box[T], typing.Any]
hints = typing.get_type_hints(Box.replace, None, {"Box": Box})
