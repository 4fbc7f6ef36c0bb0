pick = lambda value, low=0, *rest, high=10, **more: (value, low, rest, high, more)
print(pick(1), pick(1, 2, 3, high=4, other=5))
print((lambda: "called")(), (lambda *a: a)(1, 2), (lambda **k: k)(x=1))
sign = lambda n: "minus" if n < 0 else "zero" if n == 0 else "plus"
print(sign(-3), sign(0), sign(4))
makers = [lambda: i for i in range(3)]
print([maker() for maker in makers])
makers = [lambda i=i: i for i in range(3)]
print([maker() for maker in makers])
compose = lambda f, g: lambda x: f(g(x))
print(compose(str, abs)(-4), compose(len, list)((1, 2)))
print(pick.__name__, pick.__defaults__, pick.__kwdefaults__)
print(sorted(["bb", "a", "ccc"], key=lambda word: -len(word)))
