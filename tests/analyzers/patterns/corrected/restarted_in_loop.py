def count_long(words):
    count = 0
    for word in words:
        if len(word) > 4:
            count += 1
    return count
