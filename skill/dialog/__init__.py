"""The session state machine: a pure function from state and act to the next state and what to say."""
