def rank_runners(results):
    if len(results) <= 1:
        return []
    todo = results[:]
    final = []
    while len(todo) > 0:
        best = 0
        for i in range(1, len(todo)):
            if todo[i][1] > todo[best][1]:
                best = i
            if todo[i][1] == todo[best][1] and todo[i][2] > todo[best][2]:
                best = i
        winner = todo.pop(best)
        final.append(winner[0])
    return final
