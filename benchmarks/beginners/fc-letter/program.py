def letter_grade(score):
    # turn a number into a letter
    if score >= 90:
        grade = "A"
    elif score >= 80:
        grade = "B"
    elif score >= 60:
        grade = "D"
    elif score >= 70:
        grade = "C"
    else:
        grade = "F"
    return grade


def report(scores):
    result = {}
    for name in scores:
        result[name] = letter_grade(scores[name])
    return result
