"""Knee Pain Guide: a voice guide for pain behind the knee."""

__version__ = "0.1.0"
