def task(number):
    if number % 2:
        raise ValueError(f"task {number}")
    return number


def all_tasks():
    errors = []
    for number in range(4):
        try:
            print(task(number))
        except ValueError as error:
            errors.append(error)
    errors.append(KeyError("late"))
    raise ExceptionGroup("some tasks failed", errors)


try:
    all_tasks()
except* KeyError as group:
    print(group.exceptions)
