import first

print(first.value, first.second.value, first.use())
