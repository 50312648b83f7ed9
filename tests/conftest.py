"""What every test shares: hypothesis without deadlines (two slow cores) and with the same examples every time."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("konlang", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("konlang")
