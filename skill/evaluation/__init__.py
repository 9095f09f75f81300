"""How good it is: conversations as tests, cases, the simulated patient, and the figures."""
