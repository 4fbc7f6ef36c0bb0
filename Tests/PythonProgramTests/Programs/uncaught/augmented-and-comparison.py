limit = "10"
count = 5
count += 1
if count < limit and limit:
    print("less")
