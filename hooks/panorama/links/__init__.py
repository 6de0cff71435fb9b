"""Links to other sites: where they are written, and whether they still answer."""
