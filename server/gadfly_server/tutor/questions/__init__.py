"""The kinds of questions: one file each, a generator of candidates from facts."""
