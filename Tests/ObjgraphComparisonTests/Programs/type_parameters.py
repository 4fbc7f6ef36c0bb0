# start: Stack
# start: first
# start: Pairs
# needs: 3.12
"""Type parameters in the syntax of 3.12, in a string since older versions cannot read it."""

exec(
    """
class Stack[T: (int, str)]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


def first[T, *Ts, **P](values: list[T]) -> T:
    return values[0]


type Pairs[K] = dict[K, tuple[K, K]]
""",
    globals(),
)
stack = Stack[int]()  # noqa: F821
stack.push(1)
