def tidy(sentence):
    """One blank between words, none at the ends."""
    text = sentence.strip()
    while "  " in text:
        sentence = text.replace("  ", " ")
    return text
