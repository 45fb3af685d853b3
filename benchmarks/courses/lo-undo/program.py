def run_stack(commands):
    """Takes the commands from the top: numbers are added, 'x' drops the next one."""
    stack = list(commands)
    total = 0
    while len(stack) > 0:
        top = stack[-1]
        if top == "x":
            stack.pop()
            if len(stack) > 0:
                stack.pop()
        else:
            total = total + top
    return total
