"""The yardsticks. May import all; only the command line calls it."""
