def hot_potato(children, k):
    circle = children[:]
    while len(circle) > 1:
        i = 1
        while i < k:
            circle.append(circle.pop(0))
            i += 1
        out = circle.pop(0)
        circle.append(out)
        print(out, "is out")
    return circle[0]
