"""Alexa envelopes to dialog acts and back: the only package that knows the Alexa Skills Kit."""
