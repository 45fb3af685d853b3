"""What a teacher sees of a class, without names, words or code."""
