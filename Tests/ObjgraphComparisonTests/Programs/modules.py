# start: plugin
# start: registry
# start: plugin.handle
"""A module that is imported and one that only looks like it."""

import sys
import types

plugin = types.ModuleType("plugin", "A module made by hand.")
exec("data = [1, 2, 3]\n\ndef handle(value=data):\n    return data, value\n", plugin.__dict__)
sys.modules["plugin"] = plugin
impostor = types.ModuleType("plugin")
impostor.data = plugin.data
registry = {"plugin": plugin, "impostor": impostor, "data": plugin.data}
