"""For the owners of words and knowledge: check all of them, and make and lint the interaction model."""
