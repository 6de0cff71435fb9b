"""Maps drawn at build from the records and the layers of data/geo: one renderer, several themes."""
