extension PythonModule {
  static let objgraph = PythonModule(
    name: "objgraph",
    source: #"""
      import gc
      import inspect
      import sys
      import types
      from _objgraph import _draw, _save

      __all__ = ["count", "typestats", "most_common_types", "show_most_common_types", "growth",
                 "show_growth", "get_new_ids", "get_leaking_objects", "by_type", "at", "at_addrs",
                 "find_ref_chain", "find_backref_chain", "show_backrefs", "show_chain", "show_refs",
                 "is_proper_module"]

      def _short_typename(obj):
          return _get_obj_type(obj).__name__

      def _long_typename(obj):
          objtype = _get_obj_type(obj)
          name = objtype.__name__
          module = getattr(objtype, "__module__", None)
          return "%s.%s" % (module, name) if module else name

      def _get_obj_type(obj):
          return type(obj)

      def count(typename, objects=None):
          if objects is None:
              objects = gc.get_objects()
          try:
              if "." in typename:
                  return sum(1 for o in objects if _long_typename(o) == typename)
              return sum(1 for o in objects if _short_typename(o) == typename)
          finally:
              del objects

      def typestats(objects=None, shortnames=True, filter=None):
          if objects is None:
              objects = gc.get_objects()
          try:
              typename = _short_typename if shortnames else _long_typename
              stats = {}
              for o in objects:
                  if filter and not filter(o):
                      continue
                  n = typename(o)
                  stats[n] = stats.get(n, 0) + 1
              return stats
          finally:
              del objects

      def most_common_types(limit=10, objects=None, shortnames=True, filter=None):
          stats = sorted(typestats(objects, shortnames=shortnames, filter=filter).items(),
                         key=lambda pair: pair[1], reverse=True)
          return stats[:limit] if limit else stats

      def show_most_common_types(limit=10, objects=None, shortnames=True, file=None, filter=None):
          if file is None:
              file = sys.stdout
          stats = most_common_types(limit, objects, shortnames=shortnames, filter=filter)
          width = max(len(name) for name, number in stats)
          for name, number in stats:
              file.write("%-*s %i\n" % (width, name, number))

      _peak_stats = {}

      def growth(limit=10, peak_stats=None, shortnames=True, filter=None):
          if peak_stats is None:
              peak_stats = _peak_stats
          gc.collect()
          stats = typestats(shortnames=shortnames, filter=filter)
          deltas = {}
          for name, number in stats.items():
              old = peak_stats.get(name, 0)
              if number > old:
                  deltas[name] = number - old
                  peak_stats[name] = number
          deltas = sorted(deltas.items(), key=lambda pair: pair[1], reverse=True)
          if limit:
              deltas = deltas[:limit]
          return [(name, stats[name], delta) for name, delta in deltas]

      def show_growth(limit=10, peak_stats=None, shortnames=True, file=None, filter=None):
          result = growth(limit, peak_stats, shortnames, filter)
          if result:
              if file is None:
                  file = sys.stdout
              width = max(len(name) for name, _, _ in result)
              for name, number, delta in result:
                  file.write("%-*s%9d %+9d\n" % (width, name, number, delta))

      _known_ids = {}

      def get_new_ids(skip_update=False, limit=10, sortby="deltas", shortnames=None, file=None,
                      _state=None):
          if _state is None:
              _state = _known_ids
          if not _state:
              _state["old"] = {}
              _state["current"] = {}
              _state["new"] = {}
              _state["shortnames"] = True
          new_ids = _state["new"]
          if skip_update:
              return new_ids
          old_ids = _state["old"]
          current_ids = _state["current"]
          if shortnames is None:
              shortnames = _state["shortnames"]
          else:
              _state["shortnames"] = shortnames
          gc.collect()
          objects = gc.get_objects()
          for name in old_ids:
              old_ids[name].clear()
          for name, ids in current_ids.items():
              old_ids.setdefault(name, set()).update(ids)
          for name in current_ids:
              current_ids[name].clear()
          for o in objects:
              name = _short_typename(o) if shortnames else _long_typename(o)
              current_ids.setdefault(name, set()).add(id(o))
          for name in new_ids:
              new_ids[name].clear()
          rows = []
          gone = []
          for name in current_ids:
              num_old = len(old_ids.setdefault(name, set()))
              num_current = len(current_ids[name])
              if num_old == 0 and num_current == 0:
                  gone.append(name)
                  continue
              added = current_ids[name] - old_ids[name]
              new_ids.setdefault(name, set()).update(added)
              rows.append((name, num_old, num_current, len(added), num_current - num_old))
          for name in gone:
              del old_ids[name]
              del current_ids[name]
              new_ids.pop(name, None)
          column = {"old": 1, "current": 2, "new": 3, "deltas": 4}[sortby]
          rows.sort(key=lambda row: (row[column], row[0]), reverse=True)
          if limit is not None:
              rows = rows[:limit]
          if not rows:
              return new_ids
          if file is None:
              file = sys.stdout
          width = max(len(row[0]) for row in rows)
          print("=" * (width + 13 * 4), file=file)
          print("%-*s%13s%13s%13s%13s" % (width, "Type", "Old_ids", "Current_ids", "New_ids",
                                         "Count_Deltas"), file=file)
          print("=" * (width + 13 * 4), file=file)
          for name, num_old, num_current, num_new, delta in rows:
              print("%-*s%13d%13d%+13d%+13d" % (width, name, num_old, num_current, num_new, delta),
                    file=file)
          print("=" * (width + 13 * 4), file=file)
          return new_ids

      def get_leaking_objects(objects=None):
          if objects is None:
              gc.collect()
              objects = gc.get_objects()
          try:
              ids = set(id(i) for i in objects)
              for i in objects:
                  ids.difference_update(id(j) for j in gc.get_referents(i))
              return [i for i in objects if id(i) in ids]
          finally:
              del objects, i

      def by_type(typename, objects=None):
          if objects is None:
              objects = gc.get_objects()
          try:
              if "." in typename:
                  return [o for o in objects if _long_typename(o) == typename]
              return [o for o in objects if _short_typename(o) == typename]
          finally:
              del objects

      def at(addr):
          for o in gc.get_objects():
              if id(o) == addr:
                  return o
          return None

      def at_addrs(address_set):
          return [o for o in gc.get_objects() if id(o) in address_set]

      def is_proper_module(obj):
          return (inspect.ismodule(obj)
                  and obj is sys.modules.get(getattr(obj, "__name__", None)))

      def _find_chain(obj, predicate, edge_func, max_depth=20, extra_ignore=()):
          queue = [obj]
          depth = {id(obj): 0}
          parent = {id(obj): None}
          ignore = set(extra_ignore)
          ignore.add(id(extra_ignore))
          ignore.add(id(queue))
          ignore.add(id(depth))
          ignore.add(id(parent))
          ignore.add(id(ignore))
          ignore.add(id(sys._getframe()))
          ignore.add(id(sys._getframe(1)))
          while queue:
              target = queue.pop(0)
              if predicate(target):
                  chain = [target]
                  while parent[id(target)] is not None:
                      target = parent[id(target)]
                      chain.append(target)
                  return chain
              tdepth = depth[id(target)]
              if tdepth < max_depth:
                  referrers = edge_func(target)
                  ignore.add(id(referrers))
                  for source in referrers:
                      if id(source) in ignore:
                          continue
                      if id(source) not in depth:
                          depth[id(source)] = tdepth + 1
                          parent[id(source)] = target
                          queue.append(source)
          return [obj]

      def find_ref_chain(obj, predicate, max_depth=20, extra_ignore=()):
          return _find_chain(obj, predicate, gc.get_referents, max_depth=max_depth,
                             extra_ignore=extra_ignore)[::-1]

      def find_backref_chain(obj, predicate, max_depth=20, extra_ignore=()):
          return _find_chain(obj, predicate, gc.get_referrers, max_depth=max_depth,
                             extra_ignore=extra_ignore)

      """# + objgraphPictures)
}
