import first
import second

print(first.name, second.name)
print(first.ask(), second.ask())
import bad_syntax
