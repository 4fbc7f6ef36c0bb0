import functools


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(part) for part in text.split("."))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return ".".join(map(str, self.parts))


versions = [Version(text) for text in ("1.10", "1.2", "2.0", "1.2")]
print(sorted(versions), max(versions), min(versions), len(set(versions)))
print(versions[0] > versions[1], versions[1] >= versions[3], versions[1] <= versions[0])
print(sorted(versions, reverse=True), versions.index(Version("2.0")), versions.count(Version("1.2")))


class Loud:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print(self.name, "== ?", end=" ")
        return NotImplemented

    def __lt__(self, other):
        print(self.name, "< ?", end=" ")
        return NotImplemented

    def __gt__(self, other):
        print(self.name, "> ?", end=" ")
        return True


print(Loud("a") == Loud("b"))
print(Loud("a") < Loud("b"))
print(Loud("a") != 3)
