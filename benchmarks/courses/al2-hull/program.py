def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def half_hull(points):
    chain = []
    for p in points:
        while len(chain) >= 2 and cross(chain[-2], chain[-1], p) < 0:
            chain.pop()
        chain.append(p)
    return chain


def convex_hull(points):
    """Corners of the hull, counterclockwise from the leftmost, no points inside a side."""
    points = sorted(set(points))
    if len(points) <= 2:
        return points
    lower = half_hull(points)
    upper = half_hull(points[::-1])
    return lower[:-1] + upper[:-1]
