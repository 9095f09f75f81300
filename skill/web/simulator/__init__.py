"""The simulator in the browser: a device to talk to, and an inspector beside it. For development, on this machine."""
