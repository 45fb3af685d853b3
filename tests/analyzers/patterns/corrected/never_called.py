def shout(text):
    result = text

    def raise_voice():
        return text.upper() + "!"

    result = raise_voice()
    return result
