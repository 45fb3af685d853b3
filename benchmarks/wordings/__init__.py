"""Texts that models might write for questions about the example programs, good ones and others, in our own words."""
