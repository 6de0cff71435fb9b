"""What the schemas say of records, for people: fields in words, skeletons, published schemas."""
