def count_upper(text):
    count = 0
    for ch in text:
        if ch.isupper():
            count++
    return count
