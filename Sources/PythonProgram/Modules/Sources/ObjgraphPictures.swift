extension PythonModule {
  /// The part of `objgraph` that draws: as DOT by itself, step by step as objgraph 3.6 does, since what it asks of
  /// objects can change them; in other formats the host draws.
  static let objgraphPictures = #"""
    def _isinstance(object, classinfo):
        return issubclass(type(object), classinfo)

    def show_backrefs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None,
                      filename=None, extra_info=None, refcounts=False, shortnames=True, output=None,
                      extra_node_attrs=None):
        if filename and output:
            raise ValueError("Cannot specify both output and filename.")
        if not output and not (filename and filename.endswith(".dot")):
            return _draw("backrefs", objs, max_depth, extra_ignore, filter, too_many, highlight, filename,
                         extra_info, refcounts, shortnames, output, extra_node_attrs, _own_text)
        return _show_graph(objs, gc.get_referrers, False, max_depth, extra_ignore, filter, too_many,
                           highlight, filename, extra_info, refcounts, shortnames, output,
                           is_proper_module, extra_node_attrs)

    def show_refs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None,
                  filename=None, extra_info=None, refcounts=False, shortnames=True, output=None,
                  extra_node_attrs=None):
        if filename and output:
            raise ValueError("Cannot specify both output and filename.")
        if not output and not (filename and filename.endswith(".dot")):
            return _draw("refs", objs, max_depth, extra_ignore, filter, too_many, highlight, filename,
                         extra_info, refcounts, shortnames, output, extra_node_attrs, _own_text)
        return _show_graph(objs, gc.get_referents, True, max_depth, extra_ignore, filter, too_many,
                           highlight, filename, extra_info, refcounts, shortnames, output,
                           None, extra_node_attrs)

    def show_chain(*chains, **kw):
        backrefs = kw.pop("backrefs", True)
        chains = [chain for chain in chains if chain]

        def in_chains(x, ids=set(id(x) for chain in chains for x in chain)):
            return id(x) in ids
        max_depth = max(map(len, chains)) - 1
        if backrefs:
            show_backrefs([chain[-1] for chain in chains], max_depth=max_depth, filter=in_chains, **kw)
        else:
            show_refs([chain[0] for chain in chains], max_depth=max_depth, filter=in_chains, **kw)

    def _show_graph(objs, edge_func, swap_source_target, max_depth, extra_ignore, filter, too_many,
                    highlight, filename, extra_info, refcounts, shortnames, output, cull_func,
                    extra_node_attrs):
        if not _isinstance(objs, (list, tuple)):
            objs = [objs]
        lines = ["digraph ObjectGraph {\n"
                 "  node[shape=box, style=filled, fillcolor=white];\n"]
        write = output.write if output else lines.append
        if output:
            write(lines[0])
        queue = []
        depth = {}
        ignore = set(extra_ignore)
        ignore.add(id(objs))
        ignore.add(id(extra_ignore))
        ignore.add(id(queue))
        ignore.add(id(depth))
        ignore.add(id(ignore))
        ignore.add(id(lines))
        ignore.add(id(sys._getframe()))
        ignore.add(id(sys._getframe(1)))
        for obj in objs:
            write("  %s[fontcolor=red];\n" % _obj_node_id(obj))
            depth[id(obj)] = 0
            queue.append(obj)
            del obj
        gc.collect()
        nodes = 0
        while queue:
            nodes += 1
            target = queue.pop(0)
            tdepth = depth[id(target)]
            write('  %s[label="%s"%s];\n' % (_obj_node_id(target),
                                             _obj_label(target, extra_info, refcounts, shortnames),
                                             _obj_attrs(target, extra_node_attrs)))
            h, s, v = _gradient((0, 0, 1), (0, 0, .3), tdepth, max_depth)
            if inspect.ismodule(target):
                h = .3
                s = 1
            if highlight and highlight(target):
                h = .6
                s = .6
                v = 0.5 + v * 0.5
            write('  %s[fillcolor="%g,%g,%g"];\n' % (_obj_node_id(target), h, s, v))
            if v < 0.5:
                write("  %s[fontcolor=white];\n" % _obj_node_id(target))
            if hasattr(getattr(target, "__class__", None), "__del__"):
                write("  %s->%s_has_a_del[color=red,style=dotted,len=0.25,weight=10];\n"
                      % (_obj_node_id(target), _obj_node_id(target)))
                write('  %s_has_a_del[label="__del__",shape=doublecircle,height=0.25,color=red,'
                      'fillcolor="0,.5,1",fontsize=6];\n' % _obj_node_id(target))
            if tdepth >= max_depth:
                continue
            if cull_func is not None and cull_func(target):
                continue
            neighbours = edge_func(target)
            ignore.add(id(neighbours))
            n = 0
            skipped = 0
            for source in neighbours:
                if id(source) in ignore:
                    continue
                if filter and not filter(source):
                    continue
                if n >= too_many:
                    skipped += 1
                    continue
                if swap_source_target:
                    srcnode, tgtnode = target, source
                else:
                    srcnode, tgtnode = source, target
                elabel = _edge_label(srcnode, tgtnode, shortnames)
                write("  %s -> %s%s;\n" % (_obj_node_id(srcnode), _obj_node_id(tgtnode), elabel))
                if id(source) not in depth:
                    depth[id(source)] = tdepth + 1
                    queue.append(source)
                n += 1
                del source
            del neighbours
            if skipped > 0:
                h, s, v = _gradient((0, 1, 1), (0, 1, .3), tdepth + 1, max_depth)
                if swap_source_target:
                    label = "%d more references" % skipped
                    edge = "%s->too_many_%s" % (_obj_node_id(target), _obj_node_id(target))
                else:
                    label = "%d more backreferences" % skipped
                    edge = "too_many_%s->%s" % (_obj_node_id(target), _obj_node_id(target))
                write("  %s[color=red,style=dotted,len=0.25,weight=10];\n" % edge)
                write('  too_many_%s[label="%s",shape=box,height=0.25,color=red,'
                      'fillcolor="%g,%g,%g",fontsize=6];\n' % (_obj_node_id(target), label, h, s, v))
                write("  too_many_%s[fontcolor=white];\n" % _obj_node_id(target))
        write("}\n")
        if not output:
            _save(filename, "".join(lines))
            print("Graph written to %s (%d nodes)" % (filename, nodes))

    def _obj_node_id(obj):
        return ("o%d" % id(obj)).replace("-", "_")

    def _obj_attrs(obj, extra_node_attrs):
        if extra_node_attrs is None:
            return ""
        attrs = extra_node_attrs(obj)
        return ", " + ", ".join('%s="%s"' % (name, _quote(value))
                                for name, value in sorted(attrs.items()) if value is not None)

    def _obj_label(obj, extra_info=None, refcounts=False, shortnames=True):
        if shortnames:
            label = [_short_typename(obj)]
        else:
            label = [_long_typename(obj)]
        if refcounts:
            label[0] += " [%d]" % (sys.getrefcount(obj) - 4)
        label.append(_safe_repr(obj))
        if extra_info:
            label.append(str(extra_info(obj)))
        return _quote("\n".join(label))

    def _quote(s):
        return (s.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                .replace("\0", "\\\\0"))

    def _safe_repr(obj):
        try:
            return _short_repr(obj)
        except Exception:
            return "(unrepresentable)"

    def _own_text(obj):
        if type(obj).__repr__ is object.__repr__:
            return None
        text = _safe_repr(obj)
        # The picture has the type already, and the address where one points at it.
        return None if text.startswith("<") and " at 0x" in text else text

    def _name_or_repr(value):
        try:
            result = value.__name__
        except AttributeError:
            result = repr(value)[:40]
        return result if _isinstance(result, str) else repr(value)[:40]

    def _short_repr(obj):
        if _isinstance(obj, (type, types.ModuleType, types.BuiltinFunctionType)):
            return _name_or_repr(obj)
        if _isinstance(obj, types.MethodType):
            name = _name_or_repr(obj.__func__)
            return name + " (bound)" if obj.__self__ else name
        if _isinstance(obj, types.FunctionType) and obj.__name__ == "<lambda>":
            return "lambda: %s:%s" % (obj.__code__.co_filename.rsplit("/", 1)[-1],
                                      obj.__code__.co_firstlineno)
        if _isinstance(obj, types.FrameType):
            return "%s:%s" % (obj.f_code.co_filename, obj.f_lineno)
        if _isinstance(obj, (tuple, list, dict, set)):
            return "%d items" % len(obj)
        return repr(obj)[:40]

    def _gradient(start_color, end_color, depth, max_depth):
        if max_depth == 0:
            return start_color
        f = float(depth) / max_depth
        return tuple(a * (1 - f) + b * f for a, b in zip(start_color, end_color))

    _absent = object()

    def _edge_label(source, target, shortnames=True):
        if _isinstance(target, dict) and target is getattr(source, "__dict__", None):
            return ' [label="__dict__",weight=10]'
        if _isinstance(source, types.FrameType):
            if target is source.f_locals:
                return ' [label="f_locals",weight=10]'
            if target is source.f_globals:
                return ' [label="f_globals",weight=10]'
        if _isinstance(source, types.MethodType):
            if target is source.__self__:
                return ' [label="__self__",weight=10]'
            if target is source.__func__:
                return ' [label="__func__",weight=10]'
        if _isinstance(source, types.FunctionType):
            for k in dir(source):
                if target is getattr(source, k, _absent):
                    return ' [label="%s",weight=10]' % _quote(k)
        if _isinstance(source, dict):
            for k, v in source.items():
                if v is target:
                    if _isinstance(k, str) and k.isascii() and k.isidentifier():
                        return ' [label="%s",weight=2]' % _quote(k)
                    tn = _short_typename(k) if shortnames else _long_typename(k)
                    return ' [label="%s"]' % _quote(tn + "\n" + _safe_repr(k))
        return ""

    """#
}
