#!/usr/bin/env python3
"""Captures the heap of the sample server many times while clients keep it busy.

    load-server-sample.py SERVER [--captures 50] [--clients 4] [--seconds 120] [--requests 200000]

starts SERVER on a free port of this machine, keeps it under a load that is bounded in requests and time, asks for
leaked cycles meanwhile, and ends it. It prints one line of JSON, and its exit status is 0 where no request failed, every
capture was answered while clients were at work, and the leak was named each time.
"""

import argparse
import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import threading
import time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, server, limit):
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if server.poll() is not None:
            sys.exit(f"the server ended with status {server.returncode} before it answered")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"the server did not answer within {limit} s")


class Client(threading.Thread):
    """Asks one request after the other over one connection; every 50th leaks a session."""

    def __init__(self, port, limit, over):
        super().__init__(daemon=True)
        self.port, self.limit, self.over = port, limit, over
        self.requests = self.failures = self.logins = 0
        self.slowest = 0.0
        self.first_failure = None

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while self.requests < self.limit and not self.over.is_set():
            self.requests += 1
            is_login = self.requests % 50 == 0
            path, expected = ("/login/a", b"Hello, a\n") if is_login else ("/hello", b"Hello\n")
            self.logins += is_login
            start = time.monotonic()
            try:
                connection.request("GET", path)
                response = connection.getresponse()
                body = response.read()
                if response.status != 200 or body != expected:
                    raise ValueError(f"{path}: status {response.status}, {body[:80]!r}")
            except Exception as error:  # whatever goes wrong is a failed request
                self.failures += 1
                self.first_failure = self.first_failure or f"{type(error).__name__}: {error}"
                connection.close()
            self.slowest = max(self.slowest, time.monotonic() - start)
        connection.close()


def ask(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()
    finally:
        connection.close()


def timing(headers, name):
    found = re.search(name + r";dur=([0-9.]+)", headers.get("Server-Timing", ""))
    return float(found.group(1)) if found else None


def spread(values):
    values = [value for value in values if value is not None]
    if not values:
        return None
    return {"min": min(values), "median": round(statistics.median(values), 3), "max": max(values)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("server")
    parser.add_argument("--captures", type=int, default=50)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--requests", type=int, default=200_000)
    options = parser.parse_args()

    port = free_port()
    environment = dict(os.environ, HEAPGRAPH_SERVICE="1", LOG_LEVEL="error")
    server = subprocess.Popen([options.server, str(port)], env=environment, stdout=subprocess.DEVNULL)
    over = threading.Event()
    clients = []
    captures, refused, named, pauses, durations, cycles = 0, [], 0, [], [], []
    try:
        wait_for(port, server, 30)
        start = time.monotonic()
        limit = options.requests // options.clients
        clients = [Client(port, limit, over) for _ in range(options.clients)]
        for client in clients:
            client.start()
        # Some sessions are there to be found before the first capture.
        while sum(client.logins for client in clients) < 5 and time.monotonic() - start < 30:
            time.sleep(0.01)
        while captures < options.captures and time.monotonic() - start < options.seconds:
            asked = time.monotonic()
            try:
                status, headers, body = ask(port, "/heap/leaks.json?limit=500")
            except Exception as error:
                refused.append(f"{type(error).__name__}: {error}")
                break
            captures += 1
            durations.append(round((time.monotonic() - asked) * 1000, 3))
            if status != 200:
                refused.append(f"status {status}: {body[:200]!r}")
                continue
            pauses.append(timing(headers, "pause"))
            found = json.loads(body)
            cycles.append(len(found))
            named += any(
                step["holder"]["type"] == "Session" and step["label"].startswith("onTimeout")
                for cycle in found
                for step in cycle["way"]
            ) and any("Session" in name for cycle in found for name in cycle["weaken"])
            time.sleep(0.05)
        # The load is to last until the last capture.
        was_loaded = all(client.is_alive() for client in clients)
        over.set()
        for client in clients:
            client.join(timeout=60)
        elapsed = time.monotonic() - start
        is_alive = server.poll() is None
    finally:
        over.set()
        if server.poll() is None:
            server.terminate()
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()

    failures = sum(client.failures for client in clients)
    result = {
        "requests": sum(client.requests for client in clients),
        "requestsPerSecond": round(sum(client.requests for client in clients) / elapsed),
        "failures": failures,
        "firstFailure": next((client.first_failure for client in clients if client.first_failure), None),
        "slowestRequestMilliseconds": round(max(client.slowest for client in clients) * 1000, 1),
        "captures": captures,
        "capturesRefused": refused[:3],
        "pauseMilliseconds": spread(pauses),
        "answerMilliseconds": spread(durations),
        "leakNamed": named,
        "leakedCyclesFound": max(cycles, default=0),
        "loadedThroughout": was_loaded,
        "leakedSessions": sum(client.logins for client in clients),
        "serverAlive": is_alive,
        "seconds": round(elapsed, 1),
    }
    print(json.dumps(result))
    is_good = failures == 0 and not refused and captures == options.captures and named == captures and is_alive
    is_good = is_good and was_loaded
    sys.exit(0 if is_good else 1)


main()
