"""The routes that take a chart's rewritten words and give its image: only to the browser whose data it shows."""

from __future__ import annotations

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from i18n import Language
from ui.choices import FORMATS, SIZES
from ui.files import MIMES
from ui.guard import find_session
from ui.store import EditedTexts, Session
from ui.wanted import MOST_LETTERS, Wanted, choose, keep_texts, want


def send_image(request: Request) -> Response:
    """One chart in the size and format asked for with the reader's own words, or 404 to everybody else."""
    session, query = find_session(request.scope), request.query_params
    wanted = _find(session, request.path_params["chart"], query) if session else None
    kind, size = request.path_params["format"], query.get("size", SIZES[0])
    if session is None or wanted is None or kind not in FORMATS or size not in SIZES:
        return PlainTextResponse("Not found", 404)
    from figures import render_chart

    content = render_chart(wanted.findings, choose(wanted, size, kind, session))
    return Response(content, media_type=MIMES[kind], headers={"Cache-Control": "no-store"})


async def take_words(request: Request) -> Response:
    """Keep the title and the note as they stand in the reader's fields now; 404 where there is no such chart."""
    session = find_session(request.scope)
    wanted = _find(session, request.path_params["chart"], request.query_params) if session else None
    if session is None or wanted is None:
        return PlainTextResponse("Not found", 404)
    typed = QueryParams(await request.body())
    title, note = (typed.get(field, "")[:MOST_LETTERS] for field in ("title", "note"))
    keep_texts(wanted, EditedTexts(title, note), session)
    return Response(status_code=204)


def _find(session: Session, key: str, query: QueryParams) -> Wanted | None:
    """The chart that the page showed when it made the address: ``of`` marks its data, rounds, prices and choices."""
    from figures import list_charts

    language = query.get("language", session.language)
    if language not in list(Language):
        return None
    each = (want(key, findings, Language(language), session) for findings in tuple(session.found.values()))
    wanted = next((one for one in each if one.mark == query.get("of")), None)
    charts = list_charts(wanted.findings) if wanted else ()
    return wanted if key in {chart.key for chart in charts if chart.available} else None
