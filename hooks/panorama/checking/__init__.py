"""Findings about documents: shape by JSON Schema, what crosses records by Python, no rule twice."""
