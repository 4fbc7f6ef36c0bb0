class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, items=()):
        self.head, self.size = None, 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, item):
        self.head = Node(item, self.head)
        self.size += 1

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __repr__(self):
        return f"{type(self).__name__}({list(self)!r})"

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous
        return self


class Heap:
    def __init__(self):
        self.row = []

    def push(self, item):
        row, i = self.row, len(self.row)
        row.append(item)
        while i and row[(i - 1) // 2] > row[i]:
            row[(i - 1) // 2], row[i] = row[i], row[(i - 1) // 2]
            i = (i - 1) // 2


items = LinkedList("abc")
items.push("z")
print(items, len(items), "b" in items, max(items), items.reverse(), sorted(items))
first, *rest = items
print(first, rest, LinkedList(), bool(LinkedList()), list(zip(items, range(9))))
heap = Heap()
for number in (5, 3, 8, 1, 9, 2):
    heap.push(number)
print(heap.row, [c for c in items if c > "a"])
