"""What the commands of `cli.py` share: their options, the files they read and write, and what they say when refused."""
