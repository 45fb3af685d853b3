def drop_short_words(sentence, limit):
    words = sentence.split()
    for w in words:
        if len(w) < limit:
            words.remove(w)
    return " ".join(words)
