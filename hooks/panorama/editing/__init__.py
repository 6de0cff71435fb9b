"""Changing files as an editor would: what is meant to change changes, every other byte stays."""
