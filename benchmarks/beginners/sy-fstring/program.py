def receipt(items):
    lines = []
    total = 0
    for name, price in items:
        lines.append(f"{name:<8}{price:>6")
        total += price
    lines.append(f"{'total':<8}{total:>6}")
    return lines
