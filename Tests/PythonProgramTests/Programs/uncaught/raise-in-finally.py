def work():
    try:
        raise ValueError("in try")
    finally:
        raise KeyError("in finally")


try:
    work()
finally:
    print("outer finally")
