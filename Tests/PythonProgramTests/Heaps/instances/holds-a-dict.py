# Looking at whether a dict is the __dict__ of its holder makes that __dict__.
import gc

import objgraph


class Settings:
    def __init__(self):
        self.values = {"color": "red"}
        self.name = "settings"


s = Settings()
print([type(each).__name__ for each in gc.get_referents(s)])
objgraph.show_refs([s], max_depth=2, filename="first.dot", filter=lambda each: each is not Settings)
print([type(each).__name__ for each in gc.get_referents(s)])
objgraph.show_refs([s], max_depth=2, filename="second.dot", filter=lambda each: each is not Settings)
vars(s)["direct"] = 1
objgraph.show_refs([s], max_depth=2, filename="third.dot", filter=lambda each: each is not Settings)
