def f():
    for _ in []:
        break
    break
