import weakref


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, amount=1):
        self.value += amount
        return self

    def __len__(self):
        return self.value

    def __str__(self):
        return f"counter {self.value}"

    def __getitem__(self, key):
        return key * 2


counter = Counter()
proxy = weakref.proxy(counter)
print(type(proxy).__name__, proxy.value)
proxy.add(5)
print(len(proxy), str(proxy), proxy[21])
proxy.name = "set through the proxy"
print(counter.name, isinstance(proxy, Counter))
print(weakref.proxy(counter) is proxy)
calling = weakref.proxy(print)
calling("called through", type(calling).__name__)
del counter
for action in (lambda: proxy.value, lambda: len(proxy), lambda: str(proxy)):
    try:
        action()
    except ReferenceError as error:
        print("ReferenceError:", error)
