"""Acts -> words: what we decided to say, in a locale's own sentences."""
