def made(text):
    return int(text)


for text in ("-6", "-5", "-1", "0", "1", "100", "255", "256", "257", "1000"):
    print(text, made(text) is made(text), made(text) == made(text))
total = 0
hits = 0
for number in range(250, 262):
    if number + 0 is made(str(number)):
        hits += 1
print("hits", hits)
a = made("256")
b = a + 1
c = made("257")
print(a is b - 1, b is c, b == c)
print(True is made("1"), True == made("1"), hash(True) == hash(1))
minus = -5
print(minus is made("-5"), abs(made("-5")) is made("5"))
print(made("300") // 100 is made("3"), len([0] * 256) is a)
