# start: job
# start: worker
# start: gate
"""Threads that wait, on a lock and on an event, with locals."""

import threading

gate = threading.Event()
ready = threading.Semaphore(0)
lock = threading.Lock()
lock.acquire()


class Job:
    def __init__(self, name):
        self.name = name
        self.results = []


def wait_for_event(job):
    local = [job, "waiting"]
    ready.release()
    gate.wait()
    job.results.append(local)


class Worker(threading.Thread):
    def __init__(self, job):
        super().__init__(name="worker", daemon=True)
        self.job = job

    def run(self):
        mine = {"job": self.job}
        ready.release()
        lock.acquire()
        self.job.results.append(mine)


job = Job("build")
waiting = threading.Thread(target=wait_for_event, args=(job,), name="waiting", daemon=True)
worker = Worker(job)
unstarted = threading.Thread(target=wait_for_event, args=(job,), name="unstarted")
waiting.start()
worker.start()
ready.acquire()
ready.acquire()
# Until both are where they stay.
while not gate._cond._waiters:
    pass
