print("square root")
print(math.sqrt(2))
