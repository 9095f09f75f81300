"""Every word, by locale, and how one locale's words stand on another's."""
