#!/usr/bin/env python3
"""Records what the programs here draw with objgraph in CPython 3.13; used as ../Programs/record.py is.

Each program calls objgraph's functions with filename="….dot" when it has built its heap. The graphs are recorded behind
what it printed, in the same file, with its objects called o1, o2 … in the order in which they appear.
"""

import importlib.util
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
specification = importlib.util.spec_from_file_location("recorder", os.path.join(HERE, "..", "Programs", "record.py"))
recorder = importlib.util.module_from_spec(specification)
specification.loader.exec_module(recorder)

if __name__ == "__main__":
    sys.exit(recorder.main(HERE))
