"""What texts say of a program, and whether it is so: each claim is checked against the text or a fresh run."""
