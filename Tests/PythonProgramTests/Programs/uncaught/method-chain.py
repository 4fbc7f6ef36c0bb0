class Query:
    def __init__(self, steps=()):
        self.steps = steps

    def where(self, step):
        return Query(self.steps + (step,))

    def run(self):
        raise RuntimeError(" then ".join(self.steps))


(
    Query()
    .where("a")
    .where("b")
    .run()
    .finish()
)
