raise {"not": "an exception"}
