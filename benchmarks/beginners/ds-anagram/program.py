def is_anagram(a, b):
    """Tell if two phrases use the same letters equally often.

    Case, blanks and punctuation do not matter.

    >>> is_anagram("Dirty room!", "dormitory")
    True
    >>> is_anagram("abc", "abd")
    False
    """
    def letters(text):
        return sorted(ch for ch in text.lower() if ch.isalpha())

    return letters(a) is letters(b)
