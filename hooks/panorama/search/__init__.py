"""The search index: one a language, made by Pagefind from the finished pages."""
