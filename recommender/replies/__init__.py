"""What Cairn says to each intent, one module per group of intents."""
