"""The skill's HTTPS endpoint: verification in front, flask-ask-sdk behind, and /health beside it."""
