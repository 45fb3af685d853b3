def find_all(text, word):
    places = []
    pos = text.find(word)
    while pos != -1:
        places.append(pos)
        pos = text.find(word, pos)
    return places
