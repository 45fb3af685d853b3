def ask(answers):
    # answers stands for what the user types, after that he only presses enter
    it = iter(answers)
    tries = 0
    if len(answers) == 0:
        return ("nothing", 0)
    answer = next(it, "")
    tries = tries + 1
    while answer != "yes" or answer != "no":
        print("Please type yes or no!")
        answer = next(it, "")
        tries = tries + 1
    return (answer, tries)
