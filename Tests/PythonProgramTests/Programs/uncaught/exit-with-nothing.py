print("leaving quietly")
raise SystemExit
