"""Fields, published schemas and their pages."""
