"""A cache without a limit, captured before and after: what grew?

    heapgraph capture python --at call -o growth.heap.gz samples/growth.py
    heapgraph growth growth.heap.gz growth-2.heap.gz

or, on the built-in runtime, in one step:

    heapgraph growth samples/growth.py
"""

import heapgraph_agent


class Answer:
    def __init__(self, question):
        self.question = question
        self.words = question.split()


cache = {}


def ask(question):
    if question not in cache:
        cache[question] = Answer(question)
    return cache[question]


ask("who holds it")
heapgraph_agent.dump()
for number in range(1000):
    ask("who holds number %d" % number)
heapgraph_agent.dump()
