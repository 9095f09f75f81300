"""A linter for interaction models of Alexa skills: rules that know nothing of this skill."""
