def in_rectangle(point, corner, width, height):
    x, y = point
    left, bottom = corner
    if x < left or y < bottom:
        return False
    return x <= left + width && y <= bottom + height
