def count_vowels(word):
    """recursive, without loops (homework 6)"""
    if word == "":
        return 0
    first = word[0]
    if first in "aeiouAEIOU":
        return 1 + count_vowels(word[0:])
    else:
        return count_vowels(word[1:])
