name = "  ada "
name = name.strip()
print(name)
