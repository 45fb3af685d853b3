def flatten_keys(data, prefix=""):
    """Turn nested dicts into one dict with dotted keys.

    >>> flatten_keys({"a": 1, "b": {"c": 2}})
    {'a': 1, 'b.c': 2}
    >>> flatten_keys({"x": {"y": {"z": 0}}})
    {'x.y.z': 0}
    """
    flat = {}
    for key, value in data.items():
        full = prefix + "." + key if prefix else key
        if isinstance(value, dict):
            flat.update(flatten_keys(value, key))
        else:
            flat[full] = value
    return flat
