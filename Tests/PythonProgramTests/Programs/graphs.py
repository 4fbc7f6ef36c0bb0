"""Compares graphs in the DOT language by what they say: two are the same if they are isomorphic with the same labels.

Names and order of nodes, and all that only a program reads (ids, tooltips, widths), do not count. What counts is each
node's label and its colour, which says how far it is from where the graph starts, and each edge's label.
"""

import collections
import re

STATEMENT = re.compile(r'^\s*(\w+)(?:\s*->\s*(\w+))?\s*(?:\[((?:[^"\]]|"(?:[^"\\]|\\.)*")*)\])?;\s*$')
ATTRIBUTE = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|[^\s,\]]+)')


class Graph:
    def __init__(self, text):
        nodes = collections.OrderedDict()
        self.edges = []
        for line in text.splitlines():
            match = STATEMENT.match(line)
            if not match or match.group(1) == "node":
                continue
            start, end, attributes = match.groups()
            attributes = {name: value.strip('"') for name, value in ATTRIBUTE.findall(attributes or "")}
            nodes.setdefault(start, {})
            if end:
                nodes.setdefault(end, {})
                self.edges.append((start, end, attributes.get("label", "")))
            else:
                nodes[start].update(attributes)
        self.labels = {name: label(attributes) for name, attributes in nodes.items()}

    def described(self):
        """The graph as text, in an order that only its labels decide."""
        lines = sorted(self.labels.values())
        lines += sorted(
            "%s -> %s%s" % (self.labels[start], self.labels[end], text and " [%s]" % text)
            for start, end, text in self.edges)
        return "".join("  %s\n" % line for line in lines)

    def refined(self, colours):
        """Colours nodes by the colours of their neighbours, until no more nodes are told apart."""
        while True:
            around = {name: [] for name in colours}
            for start, end, text in self.edges:
                around[start].append((">", text, colours[end]))
                around[end].append(("<", text, colours[start]))
            finer = {name: hash((colour, tuple(sorted(around[name])))) for name, colour in colours.items()}
            if len(set(finer.values())) == len(set(colours.values())):
                return finer
            colours = finer


def label(attributes):
    colour = ",".join(
        "%.3f" % float(part) if re.match(r"[0-9.]+$", part) else part
        for part in attributes.get("fillcolor", "").split(","))
    return "%s (%s)" % (attributes.get("label", ""), colour)


def isomorphic(one, other):
    if one.described() != other.described():
        return False
    start = [{name: hash(text) for name, text in graph.labels.items()} for graph in (one, other)]
    return matched(one, start[0], other, start[1])


def matched(one, colours, other, others):
    # One round of refinement more may have been needed by one of them only.
    colours, others = one.refined(colours), other.refined(others)
    counts = collections.Counter(colours.values())
    if counts != collections.Counter(others.values()):
        return False
    ambiguous = [colour for colour, count in counts.items() if count > 1]
    if not ambiguous:
        names = {colour: name for name, colour in others.items()}
        renamed = collections.Counter((names[colours[a]], names[colours[b]], text) for a, b, text in one.edges)
        return renamed == collections.Counter(other.edges)
    chosen = min(ambiguous, key=lambda colour: (counts[colour], colour))
    first = next(name for name, colour in colours.items() if colour == chosen)
    return any(
        matched(one, dict(colours, **{first: 1}), other, dict(others, **{name: 1}))
        for name, colour in others.items() if colour == chosen)


def same(recorded, now):
    """Whether two records say the same, their graphs compared as graphs."""
    sections = [re.split(r"^(?=--- )", text, flags=re.MULTILINE) for text in (recorded, now)]
    if len(sections[0]) != len(sections[1]):
        return False
    for one, other in zip(*sections):
        if one == other:
            continue
        title = one.partition("\n")[0]
        if not title.endswith(".dot") or other.partition("\n")[0] != title:
            return False
        if not isomorphic(Graph(one), Graph(other)):
            return False
    return True


def readable(text):
    """A record with its graphs as text that can be compared line by line."""
    sections = re.split(r"^(?=--- )", text, flags=re.MULTILINE)
    for number, section in enumerate(sections):
        title = section.partition("\n")[0]
        if title.endswith(".dot"):
            sections[number] = title + "\n" + Graph(section).described()
    return "".join(sections)
