"""The guided page: what each sheet is, where its header is, what its columns mean, and what to mend."""
