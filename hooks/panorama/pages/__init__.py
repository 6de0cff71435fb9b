"""What each page is and says, in one language, before any template or generator."""
