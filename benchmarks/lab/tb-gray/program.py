def gray_codes(bits):
    """All codes of so many bits; neighbours differ in a single bit."""
    codes = [""]
    for _ in range(bits):
        zeros = ["0" + code for code in codes]
        ones = ["1" + code for code in codes]
        codes = zeros + ones
    return codes


def gray_rank(code):
    """Place of a code in that order."""
    rank = 0
    bit = 0
    for ch in code:
        bit ^= int(ch)
        rank = rank * 2 + bit
    return rank
