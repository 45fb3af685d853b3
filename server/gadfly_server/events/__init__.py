"""What happened in dialogues, kept for the student and, with consent, for others."""
