def grade(points):
    if points >= 90:
        return "excellent"
    elif points >= 50:
        return "pass"
    return "fail"
