"""The commands: what a person types, and what a program reads."""
