"""What people say, turned into evidence and facts: pure, and driven by the locale's lexicon."""
