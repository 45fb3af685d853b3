"""Exercises from a right program."""
