import weakref


class Member:
    living = weakref.WeakSet()

    def __init__(self, name):
        self.name = name
        Member.living.add(self)


def names():
    return sorted(member.name for member in Member.living)


ada, bob = Member("ada"), Member("bob")
print(names(), len(Member.living))
Member("nobody")
print(names())
group = [Member(n) for n in ("x", "y", "z")]
print(names(), bob in Member.living)
del group[0]
print(names())
Member.living.discard(bob)
del group
print(names())
ada = None
print(names(), bool(Member.living), len(Member.living))
