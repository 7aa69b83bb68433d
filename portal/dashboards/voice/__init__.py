"""Whether people in poverty steer the network: voices, the answer they got, what changed, and where people met."""
