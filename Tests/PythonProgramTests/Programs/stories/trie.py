# A tree of prefixes: nested dictionaries and classes with slots, generators that go through them.
import sys


class Node:
    __slots__ = ("branches", "ends")

    def __init__(self):
        self.branches = {}
        self.ends = False


class Trie:
    def __init__(self, words=()):
        self.root, self.count = Node(), 0
        for word in words:
            self.add(word)

    def add(self, word):
        node = self.root
        for letter in word:
            node = node.branches.setdefault(letter, None) or node.branches.__setitem__(letter, made := Node()) or made
        self.count += not node.ends
        node.ends = True

    def _find(self, prefix):
        node = self.root
        for letter in prefix:
            if (node := node.branches.get(letter)) is None:
                return None
        return node

    def __contains__(self, word):
        node = self._find(word)
        return node is not None and node.ends

    def __len__(self):
        return self.count

    def __iter__(self):
        yield from self.starting_with("")

    def starting_with(self, prefix):
        def walk(node, so_far):
            if node.ends:
                yield so_far
            for letter in sorted(node.branches):
                yield from walk(node.branches[letter], so_far + letter)

        start = self._find(prefix)
        if start is not None:
            yield from walk(start, prefix)

    def nodes(self):
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += node.branches.values()


trie = Trie("tree try trial heap heat he hat tree".split())
print(len(trie), "heat" in trie, "hea" in trie, "x" in trie, "" in trie)
print(list(trie))
print(list(trie.starting_with("he")), list(trie.starting_with("q")))
print(sum(1 for _ in trie.nodes()), sum(sys.getsizeof(node) for node in trie.nodes()))
print(sum(sys.getsizeof(node.branches) for node in trie.nodes()))
print(sys.getrefcount(trie.root), sys.getrefcount(trie.root.branches["t"]))
