def split_lines(words, width):
    lines = [[]]
    for word in words:
        if len(" ".join(lines[-1] + [word])) <= width:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def spread(words, width):
    gaps = len(words) - 1
    if gaps == 0:
        return words[0]
    blanks = width - len(" ".join(words))
    each, more = divmod(blanks, gaps)
    parts = [word + " " * (each + (i < more)) for i, word in enumerate(words[:-1])]
    return "".join(parts) + words[-1]


def justify(text, width):
    if not text:
        return []
    *full, last = split_lines(text.split(), width)
    return [spread(line, width) for line in full] + [" ".join(last)]
