# Matrices: operators, slices, transposition, determinants, and the identity of rows.
class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    @classmethod
    def identity(cls, size):
        return cls([[int(row == column) for column in range(size)] for row in range(size)])

    def __repr__(self):
        return "Matrix(" + ", ".join(map(str, self.rows)) + ")"

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __getitem__(self, place):
        if isinstance(place, tuple):
            row, column = place
            part = self.rows[row]
            return Matrix([each[column] for each in part]) if isinstance(row, slice) else part[column]
        return self.rows[place]

    def __setitem__(self, place, value):
        row, column = place
        self.rows[row][column] = value

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __mul__(self, factor):
        return Matrix([[factor * item for item in row] for row in self.rows])

    __rmul__ = __mul__

    def __pow__(self, exponent):
        result, power = Matrix.identity(len(self.rows)), self
        while exponent:
            if exponent & 1:
                result = result @ power
            power, exponent = power @ power, exponent >> 1
        return result

    @property
    def transposed(self):
        return Matrix(zip(*self.rows))

    def determinant(self):
        if len(self.rows) == 1:
            return self.rows[0][0]
        minor = lambda skipped: Matrix([row[:skipped] + row[skipped + 1 :] for row in self.rows[1:]])
        return sum((-1) ** column * item * minor(column).determinant() for column, item in enumerate(self.rows[0]))


a = Matrix([[1, 2], [3, 4]])
print(a @ a, a * 2, 3 * a, sep="\n")
print(a.transposed, a.determinant(), a == Matrix([(1, 2), (3, 4)]), a != a.transposed)
print(Matrix([[1, 1], [1, 0]]) ** 90)
print(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).determinant())
b = Matrix.identity(3)
b[1, 2] = 7
print(b[1, 2], b[0], b[:2, 1:])
print(b[0] is b[0], b.rows[0] is b[:1, :].rows[0])
try:
    a[5, 0]
except IndexError as error:
    print(error)
try:
    a @ 3
except AttributeError as error:
    print(error)
