"""What is known: credentials, frameworks, credits, money. Imports nothing of ours."""
