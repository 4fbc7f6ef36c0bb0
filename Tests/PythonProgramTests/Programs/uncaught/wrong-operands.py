text = "count: " + 5 * 2
