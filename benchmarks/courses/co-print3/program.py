def print_queue(jobs, k):
    names = []
    left = []
    for (n, p) in jobs:
        names.append(n)
        left.append(p)
    clock = 0
    done = 0
    result = []
    while done < len(names):
        for i in range(len(names)):
            if left[i] > 0:
                if left[i] <= k:
                    clock += left[i]
                    done += 1
                    result.append((names[i], clock))
                else:
                    clock += k
                    left[i] -= k
    return result
