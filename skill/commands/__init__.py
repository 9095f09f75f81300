"""The commands of `knee-guide`, one module each: `configure` adds its arguments, `run` does it."""
