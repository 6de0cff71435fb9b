"""Edits that leave every other byte where it was."""
