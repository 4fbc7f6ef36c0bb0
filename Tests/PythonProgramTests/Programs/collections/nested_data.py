orders = [
    {"id": 1, "customer": "ada", "lines": [("tea", 2, 3.5), ("cup", 1, 8.0)], "tags": {"gift"}},
    {"id": 2, "customer": "bob", "lines": [("tea", 1, 3.5)], "tags": set()},
    {"id": 3, "customer": "ada", "lines": [], "tags": {"late", "gift"}},
]


def total(order):
    return sum(count * price for _, count, price in order["lines"])


for order in orders:
    print(f"{order['id']:>3} {order['customer']:<6} {total(order):>8.2f} {', '.join(sorted(order['tags'])) or '-'}")
by_customer = {}
for order in orders:
    by_customer.setdefault(order["customer"], []).append(order["id"])
print(by_customer, max(by_customer, key=lambda name: len(by_customer[name])))
flat = [(order["id"], *line) for order in orders for line in order["lines"]]
print(flat, sorted(flat, key=lambda row: (-row[2], row[1])))
print({item: sum(n for _, i, n, _ in flat if i == item) for item in sorted({row[1] for row in flat})})


def deep_copy(thing):
    if isinstance(thing, dict):
        return {key: deep_copy(value) for key, value in thing.items()}
    if isinstance(thing, (list, set, tuple)):
        return type(thing)(deep_copy(value) for value in thing)
    return thing


copy = deep_copy(orders)
copy[0]["lines"][0] = ("coffee",)
print(copy == orders, orders[0]["lines"][0], copy[1] == orders[1], copy[1] is orders[1])


def walk(thing, path="$"):
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield from walk(value, f"{path}.{key}")
    elif isinstance(thing, list):
        for index, value in enumerate(thing):
            yield from walk(value, f"{path}[{index}]")
    else:
        yield path, thing


print([path for path, value in walk(orders) if value == "ada" or value == ("cup", 1, 8.0)])
