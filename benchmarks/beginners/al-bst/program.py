class Tree:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None


def insert(node, value):
    if node is None:
        return Tree(value)
    if value < node.value:
        node.left = insert(node.left, value)
    elif value > node.value:
        node.right = insert(node.right, value)
    return node


def contains(node, value):
    if node is None:
        return False
    if node.value == value:
        return True
    if value < node.value:
        return contains(node.left, value)
    contains(node.right, value)


def build(values):
    root = None
    for v in values:
        root = insert(root, v)
    return root
