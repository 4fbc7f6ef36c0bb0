def work():
    print("working")
    raise KeyboardInterrupt


try:
    work()
except Exception:
    print("not here")
