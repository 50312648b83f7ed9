"""What is kept of a browser: for whom, how long, and how it is forgotten."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import Message

from i18n import Language
from ui.guard import GuardFiles, KeepCookie, own
from ui.server import keep_data_out_of_logs
from ui.session import COOKIE, is_key, new_key
from ui.store import IDLE_SECONDS, STORE, Store


class Clock:
    """A clock that stands still until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_session_is_found_by_its_key_alone() -> None:
    store = Store()
    store.open("a").language = Language.EN
    assert store.open("a").language is Language.EN
    assert store.open("b").language is Language.TH


def test_a_session_is_dropped_after_eight_idle_hours() -> None:
    clock = Clock()
    store = Store(clock=clock)
    session = store.open("a")
    clock.now = IDLE_SECONDS
    assert store.find("a") is session
    clock.now = IDLE_SECONDS + 1
    assert store.find("a") is None


def test_use_keeps_a_session() -> None:
    clock = Clock()
    store = Store(clock=clock)
    session = store.open("a")
    for _ in range(3):
        clock.now += IDLE_SECONDS - 1
        assert store.open("a") is session


def test_a_forgotten_session_is_gone() -> None:
    store = Store()
    store.open("a")
    store.forget("a")
    assert store.find("a") is None


def test_keys_cannot_be_guessed() -> None:
    keys = {new_key() for _ in range(100)}
    assert len(keys) == 100
    assert all(is_key(key) for key in keys)
    assert not any(is_key(key) for key in ("", "short", None, "x" * 43 + "\n", 7))


@dataclass
class Answer:
    status: int
    headers: Headers
    content: bytes


def _ask(path: str, cookie: str = "", owner: str = "") -> Answer:
    """What a server with both middlewares answers; its one file is made for ``owner``."""
    mime = f"image/png; owner={owner}" if owner else "image/png"
    routes = [
        Route("/", lambda _request: HTMLResponse("<p>")),
        Route("/media/x.png", lambda _request: Response(b"image", media_type=mime)),
    ]
    server = Starlette(routes=routes, middleware=[Middleware(KeepCookie), Middleware(GuardFiles)])
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    headers = [(b"cookie", f"{COOKIE}={cookie}".encode())] if cookie else []
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": headers}
    with ThreadPoolExecutor(1) as aside:  # a browser test may keep a loop of its own in this thread
        aside.submit(asyncio.run, _await(server(scope, receive, send))).result()
    content = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), content)


async def _await(work: Awaitable[None]) -> None:
    await work


def _set_cookie(answer: Answer) -> str:
    return answer.headers["set-cookie"]


def test_a_page_sets_a_cookie_that_no_script_reads_and_a_visit_keeps_it() -> None:
    cookie = _set_cookie(_ask("/"))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    key = cookie.partition(";")[0].removeprefix(f"{COOKIE}=")
    assert is_key(key)
    assert _set_cookie(_ask("/", key)).startswith(f"{COOKIE}={key};")


def test_a_cookie_of_another_form_is_replaced() -> None:
    assert not _set_cookie(_ask("/", "mine")).startswith(f"{COOKIE}=mine;")


def test_a_file_goes_to_the_browser_it_was_made_for() -> None:
    key = new_key()
    answer = _ask("/media/x.png", key, STORE.open(key).owner)
    assert (answer.status, answer.content) == (200, b"image")
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "no-store"


def test_a_file_goes_to_nobody_else() -> None:
    owner, other = STORE.open(new_key()).owner, new_key()
    STORE.open(other)
    for cookie in ("", new_key(), other):
        answer = _ask("/media/x.png", cookie, owner)
        assert (answer.status, answer.content) == (404, b"Not found")


def test_a_file_made_for_nobody_goes_to_nobody() -> None:
    key = new_key()
    STORE.open(key)
    assert _ask("/media/x.png", key).status == 404


def test_files_made_before_the_data_was_deleted_are_out_of_reach() -> None:
    key = new_key()
    owner = STORE.open(key).owner
    STORE.forget(key)
    STORE.open(key)
    assert _ask("/media/x.png", key, owner).status == 404


def test_the_owner_stands_behind_the_media_type() -> None:
    session = STORE.open(new_key())
    assert own("image/png", session) == f"image/png; owner={session.owner}"


def test_a_logged_error_tells_its_kind_and_place_and_no_data() -> None:
    before = logging.getLogRecordFactory()
    try:
        keep_data_out_of_logs()
        try:
            int("Mrs. Somsri")
        except ValueError as error:
            made = logging.getLogRecordFactory()(
                "x", logging.ERROR, "f", 1, "failed", None, (type(error), error, error.__traceback__)
            )
    finally:
        logging.setLogRecordFactory(before)
    text = logging.Formatter().format(made)
    assert "ValueError" in text
    assert "test_store.py" in text
    assert "Somsri" not in text
