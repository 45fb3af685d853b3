"""The classroom: what a teacher lays down for all programs of a folder, and a lab for all folders of a machine."""
