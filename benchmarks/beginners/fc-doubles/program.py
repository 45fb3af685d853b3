def count_doubles(word):
    """How many times is a letter followed by the same letter?"""
    count = 0
    for i in range(len(word) - 1):
        if word[i] == word[i + 1]:
            count += 1
        return count
