for index in rnage(3):
    print(index)
