"""A linter for what the skill says: every act rendered with every value that it may carry, held against a style."""
