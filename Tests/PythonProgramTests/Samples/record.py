#!/usr/bin/env python3
"""Records what the programs in samples/ print in CPython 3.13; used as ../Programs/record.py is.

The records lie here, under the names that the programs have there. What objgraph tells of images is left out.
"""

import importlib.util
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, "..", "..", "..", "samples")
sys.dont_write_bytecode = True
specification = importlib.util.spec_from_file_location("recorder", os.path.join(HERE, "..", "Programs", "record.py"))
recorder = importlib.util.module_from_spec(specification)
specification.loader.exec_module(recorder)

if __name__ == "__main__":
    sys.exit(recorder.main(os.path.abspath(SAMPLES), records=HERE))
