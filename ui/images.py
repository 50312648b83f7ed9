"""The route that gives a chart's image to the button that copies it: only to the browser whose data it shows."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from i18n import Language
from ui.guard import find_session
from ui.store import Session


def send_image(request: Request) -> Response:
    """A PNG of one chart with the reader's own words, or 404 to everybody else."""
    session = find_session(request.scope)
    content = _make(session, request) if session else None
    if content is None:
        return PlainTextResponse("Not found", 404)
    return Response(content, media_type="image/png", headers={"Cache-Control": "no-store"})


def _make(session: Session, request: Request) -> bytes | None:
    from figures import list_charts, render_chart
    from ui.wanted import choose, want

    filtered = "filtered" in request.query_params
    only = tuple((group, value) for group, value in session.only.items() if value) if filtered else ()
    findings, key = session.found.get(session.chosen(only)), request.path_params["chart"]
    language = request.query_params.get("language", session.language)
    if findings is None or language not in list(Language):
        return None
    if key not in {chart.key for chart in list_charts(findings) if chart.available}:
        return None
    return render_chart(findings, choose(want(key, findings, Language(language), session), session=session))
