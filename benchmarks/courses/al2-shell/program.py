def shell_sort(values):
    a = list(values)
    gap = len(a) // 2
    while gap > 0:
        for i in range(gap, len(a)):
            current = a[i]
            j = i
            while j >= gap and a[j - gap] > current:
                a[j] = a[j - gap]
                j -= gap
            a[i] = current
        gap //= 2
    return a
