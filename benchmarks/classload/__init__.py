"""A class at work on one server."""
