"""Checked records as frozen, typed values. Only documents without findings become these."""
