grid = [[1, 2], [3, 4]]
row, column = 1, 5
print(grid[row][column - 4])
grid[row][column] = grid[0][0] + 1
