def word_index(text):
    """Map every word of text (in lower case) to the lines it is on.

    Lines are numbered from 1 and each number is listed once.

    >>> word_index("The cat\\nthe dog")["the"]
    [1, 2]
    """
    index = {}
    for number, line in enumerate(text.split("\n"), start=1):
        for word in line.lower().split():
            index[word] = []
            if number not in index[word]:
                index[word].append(number)
    return index
