def stretch(line, width):
    pos = 0
    while len(line) < width:
        pos = line.find(" ", pos)
        if pos == -1:
            pos = line.find(" ")
        line = line[:pos] + " " + line[pos:]
        # go to the next word
        while line[pos] == " ":
            pos = pos + 1
    return line


def justify(text, width):
    words = text.split()
    lines = []
    line = ""
    for w in words:
        if line == "":
            line = w
        elif len(line) + 1 + len(w) <= width:
            line = line + " " + w
        else:
            lines.append(line)
            line = ""
    if line != "":
        lines.append(line)
    for i in range(len(lines) - 1):
        if " " in lines[i]:
            lines[i] = stretch(lines[i], width)
    return lines
