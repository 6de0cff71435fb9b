"""Findings about documents: shape by JSON Schema, what crosses records by Python, each rule once."""
