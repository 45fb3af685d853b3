"""What questions ask for of a program, whatever their words."""
