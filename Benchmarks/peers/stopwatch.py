"""Runs what is measured, and says what it took."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time


class Timing:
    """Seconds of several repetitions."""

    def __init__(self, seconds):
        self.seconds = sorted(seconds)

    @property
    def median(self):
        return statistics.median(self.seconds)

    def __str__(self):
        low, high = self.seconds[0], self.seconds[-1]
        return f"{in_unit(self.median)} ({in_unit(low)} – {in_unit(high)})"


def in_unit(seconds):
    """A time in the unit that suits it."""
    if seconds >= 10:
        return f"{seconds:.1f} s"
    if seconds >= 1:
        return f"{seconds:.2f} s"
    milliseconds = seconds * 1000
    return f"{milliseconds:.0f} ms" if milliseconds >= 10 else f"{milliseconds:.2g} ms"


def repeated(count, body):
    """Calls something several times; its seconds, and its last result."""
    seconds = []
    result = None
    for _ in range(count):
        start = time.perf_counter()
        result = body()
        seconds.append(time.perf_counter() - start)
    return seconds, result


def run_command(arguments, repetitions, allowed=(0,)):
    """Runs a command several times from start to exit, with its output read through a pipe.

    Returns a dictionary: seconds, cpu_seconds and peak_bytes of each repetition, and the lines it wrote.
    """
    measured = {"seconds": [], "cpu_seconds": [], "peak_bytes": []}
    for _ in range(repetitions):
        with tempfile.TemporaryFile() as complaints:
            start = time.perf_counter()
            process = subprocess.Popen(
                arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints)
            lines = 0
            # Counted and forgotten: what this process holds would count as the next one's.
            while piece := os.read(process.stdout.fileno(), 1 << 20):
                lines += piece.count(b"\n")
            _, status, usage = os.wait4(process.pid, 0)
            measured["seconds"].append(time.perf_counter() - start)
            process.stdout.close()
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in allowed:
                complaints.seek(0)
                raise SystemExit(
                    f"{' '.join(arguments)} ended with {process.returncode}: {complaints.read().decode()}")
        measured["cpu_seconds"].append(usage.ru_utime + usage.ru_stime)
        # In kibibytes on Linux, in bytes on macOS.
        measured["peak_bytes"].append(usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
        measured["lines"] = lines
    return measured


def run_worker(arguments):
    """Runs a program that prints one line of JSON at its end; what the line says."""
    result = subprocess.run(arguments, stdout=subprocess.PIPE, check=True, stdin=subprocess.DEVNULL)
    return json.loads(result.stdout.decode().strip().splitlines()[-1])


class PeakMemory:
    """The memory of its own that this process takes while the block runs, in bytes; `None` without /proc."""

    def __enter__(self):
        self.peak = None
        self._before = _memory()
        try:
            with open("/proc/self/clear_refs", "w") as file:
                file.write("5")
        except OSError:
            self._before = None
        return self

    def __exit__(self, *_):
        after = _memory()
        if self._before and after:
            self.peak = max(after["VmHWM"] - self._before["VmRSS"], 0)


def _memory():
    try:
        with open("/proc/self/status") as file:
            lines = [line.split() for line in file]
    except OSError:
        return None
    return {line[0][:-1]: int(line[1]) * 1024 for line in lines if line[0] in ("VmHWM:", "VmRSS:")}
