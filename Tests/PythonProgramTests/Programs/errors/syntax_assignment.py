value = 5
if value = 6:
    print("never printed")
