"""Pictures drawn at build: their geometry. Templates turn it into SVG, with the text escaped."""
