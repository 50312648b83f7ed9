"""The route that gives a chart's image to the button that copies it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response


def send_image(request: Request) -> Response:
    return PlainTextResponse("Not found", 404)
