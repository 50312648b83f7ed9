"""Dress Streamlit's own HTML page: language, name, style, where the server is, and what is fetched early."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from i18n import Language, word
from ui.guard import find_session
from ui.streamlit_words import write_script

STATIC = Path(st.__file__).parent / "static"
UNWANTED = {b"accept-encoding", b"if-none-match", b"if-modified-since"}  # the page is changed: no copy, not packed
PARTS = ("PlotlyChart", "Html", "Button", "ButtonGroup", "DownloadButton", "BidiComponent")
FONTS = ("Sarabun-Regular", "Sarabun-SemiBold", "Sarabun-Bold")
# Without this the page first looks for its server below the name of the screen, and waits for the answer 404.
WHERE = "<script>window.__streamlit = { BACKEND_BASE_URL: window.location.origin + '/' }</script>"


class DressPage:
    """Changes the one HTML page that Streamlit serves under every address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold an HTML answer back until it is whole, then send it dressed; pass on anything else."""
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            return await self.app(scope, receive, send)
        asked = dict(scope, headers=[(name, value) for name, value in scope["headers"] if name not in UNWANTED])
        held: list[Message] = []

        async def hold(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                held.append(message)
            elif not held:
                await send(message)
            else:
                held.append(message)
                if not message.get("more_body"):
                    await _send_dressed(held, find_language(scope), send)

        return await self.app(asked, receive, hold)


def find_language(scope: Scope) -> Language:
    """The language that the browser's session is read in."""
    session = find_session(scope)
    return session.language if session else Language.TH


def _is_page(start: Message) -> bool:
    return MutableHeaders(scope=start).get("content-type", "").startswith("text/html")


async def _send_dressed(held: list[Message], language: Language, send: Send) -> None:
    start, *parts = held
    body = dress(b"".join(part.get("body", b"") for part in parts).decode(), language).encode()
    MutableHeaders(scope=start)["content-length"] = str(len(body))
    await send(start)
    await send({"type": "http.response.body", "body": body})


def dress(page: str, language: Language) -> str:
    """The page with its language, its name, its style, its words, and what it can know before it asks."""
    named = page.replace('<html lang="en">', f'<html lang="{language}">')
    named = named.replace("<title>Streamlit</title>", f"<title>{word('ui.app_title', language)}</title>")
    return named.replace("</head>", f"{WHERE}{_early()}</head>").replace(
        "</body>", f"{_style()}{write_script()}</body>"
    )


@cache
def _style() -> str:
    """Our own style, behind Streamlit's so that it wins; in the page itself nothing is drawn twice for it."""
    return f"<style>{Path(__file__).with_name('style.css').read_text(encoding='utf-8')}</style>"


@cache
def _early() -> str:
    """Fetch the fonts and the code of a page's parts while the page starts."""
    folder = STATIC / "static" / "js"
    code = [f"./static/js/{file.name}" for part in PARTS for file in sorted(folder.glob(f"{part}.*.js"))]
    fonts = "".join(f'<link rel="preload" as="font" crossorigin href="./fonts/{name}.ttf">' for name in FONTS)
    links = "".join(f'<link rel="modulepreload" crossorigin href="{address}">' for address in code)
    return f"{fonts}{links}"
