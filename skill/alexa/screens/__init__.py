"""What a device with a screen shows of a turn, beside the speech, which is complete without it."""
