def returns():
    try:
        return "try"
    finally:
        print("finally runs")


def overrides():
    try:
        return "try"
    finally:
        return "finally wins"


def swallow():
    try:
        raise ValueError
    finally:
        return "exception gone"


def value():
    x = 1
    try:
        return x
    finally:
        x = 2


def loop():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("finally", i)
    return "left"


def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("inner finally")
    except KeyError as error:
        print("outer except", error)
        return "from except"
    else:
        return "not here"
    finally:
        print("outer finally")


def otherwise(number):
    try:
        result = 10 // number
    except ZeroDivisionError:
        print("division")
    else:
        print("else", result)
    finally:
        print("done", number)


print(returns(), overrides(), swallow(), value(), loop(), nested())
otherwise(0)
otherwise(2)


def in_loop():
    while True:
        try:
            return "value"
        finally:
            break
    return "after the loop"


print(in_loop())
