value = 1
def broken(:
    pass
