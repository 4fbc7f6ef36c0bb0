print("some work")
raise SystemExit("could not finish: no more work")
