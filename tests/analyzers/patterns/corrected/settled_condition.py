def is_vowel(letter):
    return letter == "a" or letter == "e"
