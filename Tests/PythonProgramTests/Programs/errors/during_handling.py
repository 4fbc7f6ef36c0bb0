def broken(table):
    try:
        return table["missing"]
    except KeyError:
        return table.missing


def cleanup():
    try:
        broken({})
    finally:
        print("cleanup")
        1 / 0


cleanup()
