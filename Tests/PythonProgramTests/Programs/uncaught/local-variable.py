count = 0


def increase():
    print("increasing")
    count += 1


increase()
