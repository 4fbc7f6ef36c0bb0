class Window:
    def resize(self, width, height, *, scale=1):
        return width * height * scale


print(Window().resize(1, 2, scale=3))
print(Window().resize(1, 2, scal=3))
