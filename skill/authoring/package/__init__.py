"""The package that AWS Lambda runs: our part of it with knowledge and words compiled, and the libraries it needs.

It stands in `authoring` because it refuses what `check` finds, and turns what authors write into what runs.
"""
