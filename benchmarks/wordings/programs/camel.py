def joined(name):
    """Turn a name in words into one word whose later words begin with a capital letter.

    >>> joined("my first dog")
    'myFirstDog'
    >>> joined("cat")
    'cat'
    """
    words = name.split(" ")
    result = ""
    for word in words:
        result += word[0].upper() + word[1:]
    return result
