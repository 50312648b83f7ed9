"""A module for each kind of file that holds tables; ``ingest.workbooks`` asks them in turn."""
