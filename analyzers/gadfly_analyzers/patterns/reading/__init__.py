"""What several patterns read off a tree: names and what is bound to them, blocks, loops, kinds of values."""
