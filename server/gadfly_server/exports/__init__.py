"""What was recorded, in the forms that others read: ProgSnap2 tables and xAPI statements."""
