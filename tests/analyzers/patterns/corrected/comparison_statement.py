def reset(score):
    score = 0
    return score
