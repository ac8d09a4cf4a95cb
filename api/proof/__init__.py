"""Underlag: one HTML file that proves a comparison, a figure or a commitment to somebody without the program."""
