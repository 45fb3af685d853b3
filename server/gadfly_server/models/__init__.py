"""Language models word questions, on a leash: they get what the student sees, and every word is checked."""
