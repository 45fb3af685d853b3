"""What Gadfly takes against what it cannot take less than, measured side by side."""
