def divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        print("trying again")
        return a / undefined_name


def run():
    try:
        divide(1, 0)
    except NameError:
        return [].pop()


run()
