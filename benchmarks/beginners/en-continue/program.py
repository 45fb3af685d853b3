def read_settings(lines):
    settings = {}
    i = 0
    while i < len(lines):
        line = lines[i].strip()
        if line == "" or line.startswith("#"):
            continue
        key, value = line.split("=")
        settings[key.strip()] = value.strip()
        i += 1
    return settings
