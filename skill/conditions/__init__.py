"""The shared condition rules: pure, language-free, reusable by any front end."""
