"""Where things are: the map layers of data/geo, populations, neighbours and who works where."""
