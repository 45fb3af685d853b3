def greet(names):
    if len(names) == 0:
        return "Nobody here"
    text = "Hello "
    for i in range(len(names)):
        if i > 0:
            text += " and '
        text += names[i]
    return text + "!"
