def flood_fill(grid, row, col, colour):
    """Paint the area of the cell in place and return its size."""
    old = grid[row][col]
    if old == colour:
        return 0
    stack = [(row, col)]
    painted = 0
    while stack:
        r, c = stack.pop()
        if not (0 <= r < len(grid) and 0 <= c < len(grid)):
            continue
        if grid[r][c] != old:
            continue
        grid[r][c] = colour
        painted += 1
        stack += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    return painted
