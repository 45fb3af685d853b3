def without_vowels(text):
    """Return the text without its vowels.

    >>> without_vowels("tree")
    'tr'
    >>> without_vowels("sky")
    'sky'
    """
    kept = ""
    for letter in text:
        if letter not in "aeiou":
            kept = letter
    return kept
