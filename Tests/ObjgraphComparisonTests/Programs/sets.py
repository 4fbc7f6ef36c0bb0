# start: members
# start: shared
# start: families
"""Sets, frozen sets, and sets of sets."""


class Member:
    def __init__(self, name):
        self.name = name


shared = Member("shared")
members = {shared, "text", 3.5, ("a", "tuple"), None}
frozen = frozenset([shared, frozenset(["inner"])])
families = {frozen, frozenset([frozen])}
many = {Member(str(n)) for n in range(30)}
empty = set()
everything = [members, frozen, families, many, empty]
