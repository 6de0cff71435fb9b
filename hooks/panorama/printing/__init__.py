"""The site on paper: records as typed content, set by Typst, checked to fit, kept until changed."""
