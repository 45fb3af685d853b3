def make_username(first, last, year):
    name = first[0] + last
    name = name.lower()
    name = name.replace(" ", "")
    name.replace("-", "")
    year_text = str(year)
    return name + year_text[2:]
