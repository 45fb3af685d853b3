"""What can be known of a student's program: read, run, traced and localized, for any editor."""
