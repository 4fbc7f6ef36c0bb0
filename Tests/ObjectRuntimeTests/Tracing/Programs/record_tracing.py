"""Records what CPython 3.13's tracemalloc makes of synthetic snapshots.

    python3.13 record_tracing.py > recorded-tracing.txt

Each line is a word and fields behind tabs. Lines that start with '=' are what tracemalloc said, all others are what
it was asked; so a reader has all it needs to ask the same elsewhere:

    file NAME                                           file 0, 1, ...; files that have source lines:
    source FILE LINE TEXT
    snapshot LIMIT                                      snapshot 0, 1, ...; its traces follow:
    trace DOMAIN SIZE TOTAL FILE:LINE,...               the innermost frame first
    traces SNAPSHOT                                     = the text of each
    filter SNAPSHOT  and then  by files|domain ...      = the positions of the traces that are kept
    statistics SNAPSHOT KEY CUMULATIVE                  = size, count and text of each, or 'refused' and why
    compare NEW OLD KEY CUMULATIVE                      = the same of each difference
    format SNAPSHOT TRACE LIMIT MOST_RECENT_FIRST       = its lines
    top SNAPSHOT KEY LIMIT                              = its lines
    match PATTERN NAME...                               = which names match
    size BYTES COUNT                                    = without and with sign, and of BYTES / COUNT
    stack LIMIT TOTAL FILE:LINE,...                     = what tracemalloc keeps of a stack: total, and frames
"""

import linecache
import random
import sys
import tracemalloc

SEED = 313

FILES = [
    "app.py", "app.pyc", "lib/cache.py", "lib/cache.pyc", "lib/Cache.py", "/srv/app/views.py",
    "<frozen importlib._bootstrap>", "<unknown>", "<string>", "naïve.py", "nai\u0308ve.py", "模块.py",
    "\U0001F40D.py", "\uFF5E.py", "a b[1].py", "x.pyc.py", "", ".pyc", "lib/a-b.py", "lib/a!b.py", "[!x].py",
]
PATTERNS = [
    "*", "", "app.py", "app.pyc", "APP.PY", "*.py", "*.pyc", "lib/*", "lib/?ache.py", "lib/[cC]ache.py",
    "lib/[!c]ache.py", "*cache*", "<*>", "<unknown>", "<frozen importlib._bootstrap>", "*ve.py", "na?ve.py", "?.py",
    "[a-z]*", "[!a-z]*", "*[[]1].py", "*.p*.*", "[", "[]", "[!]", "*a[!-]b*", "**/**", "*views.p?c",
]
KEYS = ["lineno", "filename", "traceback"]


def say(word, *fields):
    print(word, *fields, sep="\t")


def answer(*fields):
    say("=", *fields)


def frames_text(frames):
    return ",".join("%i:%i" % (FILES.index(file), line) for file, line in frames)


class Recorder:
    def __init__(self):
        self.random = random.Random(SEED)
        self.sources = {}
        self.snapshots = []

    def choose(self, items):
        return items[self.random.randrange(len(items))]

    def record_files(self):
        for file in FILES:
            say("file", file)
        for number, file in enumerate(FILES):
            lines = []
            for line in range(1, 13):
                text = self.choose(["", "", "   ", "  x = f(%i)" % line, "return  {1: 2} \u00a0\x1c", "ünï\u3000"])
                lines.append(text + "\n")
                say("source", number, line, text)
            linecache.cache[file] = (1, None, lines, file)

    def size(self):
        kind = self.random.randrange(8)
        if kind == 0:
            return self.random.randrange(1 << self.random.randrange(1, 45))
        if kind == 1:
            return self.choose([0, 1, 99, 100, 10239, 10240, 10241, 102399, 102400, 1 << 20, 10485759, 10485760])
        return self.choose([28, 32, 48, 56, 56, 56, 64, 64, 72, 184, 232, 576, 1064])

    def record_snapshot(self, trace_count, frame_limit, tracebacks, domains=(0,)):
        traces = []
        say("snapshot", frame_limit)
        for _ in range(trace_count):
            domain, size = self.choose(domains), self.size()
            frames, total = self.choose(tracebacks)
            traces.append((domain, size, frames, total))
            say("trace", domain, size, total, frames_text(frames))
        self.snapshots.append(tracemalloc.Snapshot(tuple(traces), frame_limit))

    def tracebacks(self, count, frame_limit, files):
        result = []
        for _ in range(count):
            length = self.random.randrange(1, frame_limit + 1)
            frames = [(self.choose(files), self.random.randrange(0, 13)) for _ in range(length)]
            if length > 2 and self.random.randrange(3) == 0:
                # Recursion: one frame more than once.
                frames[-1] = frames[0]
            total = length + (self.random.randrange(9) if length == frame_limit else 0)
            result.append((tuple(frames), total))
        # The same frames cut off from stacks of different depths.
        for frames, total in result[: count // 8]:
            result.append((frames, total + 1))
        return result

    def record_snapshots(self):
        few = self.tracebacks(14, 1, FILES[:6])
        self.record_snapshot(60, 1, few)
        self.record_snapshot(70, 1, few + self.tracebacks(6, 1, FILES))
        deep = self.tracebacks(25, 6, FILES)
        self.record_snapshot(120, 6, deep, domains=(0, 0, 0, 1, 7))
        self.record_snapshot(110, 6, deep[5:] + self.tracebacks(8, 6, FILES), domains=(0, 1))
        # All sizes and numbers alike, so that places alone decide about the order.
        say("snapshot", 3)
        alike = []
        for frames, total in self.tracebacks(25, 3, FILES):
            alike.append((0, 56, frames, total))
            say("trace", 0, 56, total, frames_text(frames))
        self.snapshots.append(tracemalloc.Snapshot(tuple(alike), 3))
        self.record_snapshot(0, 25, few)

    def record_texts(self):
        for number, snapshot in enumerate(self.snapshots):
            say("traces", number)
            for trace in snapshot.traces:
                answer(str(trace))

    def random_filter(self):
        inclusive = self.random.randrange(2) == 0
        if self.random.randrange(4) == 0:
            domain = self.choose([0, 1, 7, 3])
            say("by domain", int(inclusive), domain)
            return tracemalloc.DomainFilter(inclusive, domain)
        pattern = self.choose(PATTERNS)
        line = self.choose([None, None, None, 0, 3, 7])
        all_frames = self.random.randrange(2) == 0
        domain = self.choose([None, None, None, 0, 1])
        say("by files", int(inclusive), pattern, line, int(all_frames), domain)
        return tracemalloc.Filter(inclusive, pattern, line, all_frames, domain)

    def record_filters(self):
        for _ in range(350):
            number = self.random.randrange(len(self.snapshots) - 1)
            snapshot = self.snapshots[number]
            say("filter", number)
            filters = [self.random_filter() for _ in range(self.choose([1, 1, 1, 2, 2, 3]))]
            # Traces may be equal; those that are kept are the same tuples.
            kept = set(id(trace) for trace in snapshot.filter_traces(filters).traces._traces)
            answer(*[p for p, trace in enumerate(snapshot.traces._traces) if id(trace) in kept])

    def record_statistics(self):
        for number, snapshot in enumerate(self.snapshots):
            for key in KEYS:
                for cumulative in (False, True):
                    say("statistics", number, key, int(cumulative))
                    try:
                        for one in snapshot.statistics(key, cumulative):
                            answer(one.size, one.count, one)
                    except ValueError as error:
                        answer("refused", error)

    def record_differences(self):
        for new, old in [(1, 0), (0, 1), (3, 2), (2, 3), (4, 4), (4, 5), (5, 4), (2, 0)]:
            for key in KEYS:
                for cumulative in (False, True):
                    if cumulative and (new, old) not in [(3, 2), (4, 5)]:
                        continue
                    say("compare", new, old, key, int(cumulative))
                    try:
                        for one in self.snapshots[new].compare_to(self.snapshots[old], key, cumulative):
                            answer(one.size, one.size_diff, one.count, one.count_diff, one)
                    except ValueError as error:
                        answer("refused", error)

    def record_formats(self):
        for _ in range(90):
            number = self.random.randrange(len(self.snapshots) - 1)
            traces = self.snapshots[number].traces
            position = self.random.randrange(len(traces))
            limit = self.choose([None, None, 0, 1, 2, 3, 50, -1, -2, -3, -50])
            recent = self.random.randrange(2) == 0
            say("format", number, position, limit, int(recent))
            for line in traces[position].traceback.format(limit, recent):
                answer(line)

    def record_tops(self):
        for number, snapshot in enumerate(self.snapshots):
            for key in KEYS:
                limit = self.choose([0, 1, 3, 10, 1000])
                say("top", number, key, limit)
                self.top(snapshot, key, limit)

    def top(self, snapshot, key_type, limit):
        # "Pretty top" of tracemalloc's documentation.
        snapshot = snapshot.filter_traces((
            tracemalloc.Filter(False, "<frozen importlib._bootstrap>"),
            tracemalloc.Filter(False, "<unknown>"),
        ))
        top_stats = snapshot.statistics(key_type)
        answer("Top %s lines" % limit)
        for index, stat in enumerate(top_stats[:limit], 1):
            frame = stat.traceback[0]
            answer("#%s: %s:%s: %.1f KiB" % (index, frame.filename, frame.lineno, stat.size / 1024))
            line = linecache.getline(frame.filename, frame.lineno).strip()
            if line:
                answer("    %s" % line)
        other = top_stats[limit:]
        if other:
            size = sum(stat.size for stat in other)
            answer("%s other: %.1f KiB" % (len(other), size / 1024))
        total = sum(stat.size for stat in top_stats)
        answer("Total allocated size: %.1f KiB" % (total / 1024))

    def record_matches(self):
        def text(characters, most):
            return "".join(self.choose(characters) for _ in range(self.random.randrange(most)))

        patterns = PATTERNS + [text("aabc-!]*?[", 9) for _ in range(150)]
        patterns += ["[" + text("abcz--!]^&~|\\[é", 7) + "]" + self.choose(["", "", "*"]) for _ in range(450)]
        for pattern in patterns:
            names = [text("aabbczé-!][^&~|\\", 4) for _ in range(12)]
            names += [self.choose("abcmz-!^[]&~|\\é") for _ in range(6)] + [self.choose(FILES)]
            say("match", pattern, *names)
            made = tracemalloc.Filter(True, pattern)
            answer("".join(str(int(made._match_frame_impl(name, 1))) for name in names))

    def record_sizes(self):
        sizes = [0, 1, -1, 5, 99, 100, 10239, 10240, -10240, 10241, 102348, 102349, 102399, 102400, 103424]
        sizes += [(1 << 50) * 99, (1 << 50) * 101, (1 << 53) - 1, (1 << 40) * 100 - 1]
        # Halves between two tenths.
        sizes += [1024 * n + half for n in (11, 12, 37) for half in (256, 768, 512, 51, 52)]
        sizes += [self.random.randrange(1 << self.random.randrange(1, 53)) for _ in range(500)]
        sizes += [-self.random.randrange(1 << self.random.randrange(1, 53)) for _ in range(100)]
        for size in sizes:
            count = self.choose([1, 2, 3, 4, 7, 8, 10, 16, 1000, 12345])
            say("size", size, count)
            answer(*[tracemalloc._format_size(*a) for a in ((size, False), (size, True), (size / count, False))])

    def record_stacks(self):
        source = "\n" * 4 + (
            "def leaf():\n"
            "    return bytearray(1234567), walk(), find()\n"
            "def even(n):\n"
            "    return leaf() if n == 0 else odd(n - 1)\n"
            "def odd(n):\n"
            "    return leaf() if n == 0 else (\n"
            "        even(n - 1))\n")

        def walk():
            frame, stack = sys._getframe(1), []
            while frame is not None:
                name = frame.f_code.co_filename
                stack.append((FILES[0] if name == FILES[0] else FILES[8], frame.f_lineno))
                frame = frame.f_back
            return stack

        def find():
            return [t for t in tracemalloc.take_snapshot().traces._traces if 1234567 <= t[1] < 1235567]

        names = {"walk": walk, "find": find}
        exec(compile(source, FILES[0], "exec"), names)
        for limit in (1, 2, 5):
            for depth in (0, 3, 4, 11, 300):
                tracemalloc.start(limit)
                block, stack, traces = names["even"](depth)
                tracemalloc.stop()
                (trace,) = traces
                # The script's own calls have other lines with every change of it: only what is kept is told.
                kept = [frame for frame in stack if frame[0] == FILES[0]]
                say("stack", limit, len(stack), frames_text(kept))
                answer(trace[3], ",".join("%i:%i" % (
                    FILES.index(f) if f in FILES else -1, line) for f, line in trace[2] if f == FILES[0]))


def main():
    if sys.version_info[:2] != (3, 13):
        sys.exit("record_tracing.py: Python 3.13 is what is modelled; this one is %i.%i" % sys.version_info[:2])
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    recorder = Recorder()
    recorder.record_files()
    recorder.record_snapshots()
    recorder.record_texts()
    recorder.record_filters()
    recorder.record_statistics()
    recorder.record_differences()
    recorder.record_formats()
    recorder.record_tops()
    recorder.record_matches()
    recorder.record_sizes()
    recorder.record_stacks()


main()
