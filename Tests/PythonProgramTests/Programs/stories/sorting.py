# Six ways to sort, the comparisons each needs, and which are stable.
class Counted:
    comparisons = 0

    def __init__(self, key, mark):
        self.key, self.mark = key, mark

    def __lt__(self, other):
        Counted.comparisons += 1
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.mark}"


def bubble(items):
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for place in range(end):
            if items[place + 1] < items[place]:
                items[place], items[place + 1] = items[place + 1], items[place]
                swapped = True
        if not swapped:
            break


def insertion(items):
    for end in range(1, len(items)):
        item, place = items[end], end
        while place and item < items[place - 1]:
            items[place] = items[place - 1]
            place -= 1
        items[place] = item


def merge(items):
    if len(items) < 2:
        return
    left, right = items[: len(items) // 2], items[len(items) // 2 :]
    merge(left), merge(right)
    result = []
    while left and right:
        result.append((right if right[0] < left[0] else left).pop(0))
    items[:] = result + left + right


def quick(items):
    if len(items) > 1:
        pivot, *rest = items
        less = [item for item in rest if item < pivot]
        more = [item for item in rest if item not in less]
        quick(less), quick(more)
        items[:] = less + [pivot] + more


def heap(items):
    def sink(place, end):
        while (child := 2 * place + 1) < end:
            if child + 1 < end and items[child] < items[child + 1]:
                child += 1
            if not items[place] < items[child]:
                return
            items[place], items[child], place = items[child], items[place], child

    for place in range(len(items) // 2, -1, -1):
        sink(place, len(items))
    for end in range(len(items) - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sink(0, end)


state = 7
start = []
for mark in "abcdefghijklmnopqrst":
    state = (state * 1103515245 + 12345) % 2**31
    start.append(Counted(state // 65536 % 8, mark))
stable = sorted(start, key=lambda item: item.key)
for sort in (bubble, insertion, merge, quick, heap, list.sort):
    Counted.comparisons = 0
    items = start[:]
    sort(items)
    print(f"{sort.__name__:10}{Counted.comparisons:5} {'stable' if items == stable else 'not stable'}")
print(*stable)
print(sorted(start, key=lambda item: (-item.key, item.mark), reverse=True) == sorted(start, key=lambda i: i.key)[::1])
