def function():
print("not indented")
