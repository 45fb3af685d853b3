def mark(answers, right, marks=[]):
    """Return a list with "+" for each right answer and "-" for each other.

    >>> mark("ab", "ac")
    ['+', '-']
    >>> mark("b", "b")
    ['+']
    """
    for i in range(len(answers)):
        if answers[i] == right[i]:
            marks.append("+")
        else:
            marks.append("-")
    return marks
