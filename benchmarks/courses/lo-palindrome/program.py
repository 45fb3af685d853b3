def is_palindrome(text):
    i = 0
    j = len(text) - 1
    while i < j:
        if not text[i].isalpha():
            i = i + 1
        elif not text[j].isalpha():
            j - 1
        elif text[i].lower() != text[j].lower():
            return False
        else:
            i = i + 1
            j = j - 1
    return True
