import gc

import objgraph


class Thing:
    pass


kept = [Thing()]
objgraph.get_new_ids(limit=0)
kept.append(Thing())
kept.append(Thing())
fresh = objgraph.get_new_ids(limit=0)
print(len(fresh["Thing"]), sorted(fresh["Thing"]) == sorted(id(x) for x in kept[1:]))
again = objgraph.get_new_ids(limit=0)
print(len(again["Thing"]))
kept.append(Thing())
skipped = objgraph.get_new_ids(skip_update=True, limit=0)
print(len(skipped["Thing"]))
