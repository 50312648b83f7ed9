"""ASGI middleware: give each browser its cookie, and each file only to the browser it was made for."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.session import COOKIE, is_key, new_key
from ui.store import STORE, Session

COOKIE_DAYS = 7
OWNER = "; owner="


def read_key(scope: Scope) -> str | None:
    """The key in the request's cookie, or None when there is none of the right form."""
    jar = SimpleCookie()
    try:
        jar.load(Headers(scope=scope).get("cookie", ""))
    except CookieError:
        return None
    value = jar[COOKIE].value if COOKIE in jar else None
    return value if is_key(value) else None


def find_session(scope: Scope) -> Session | None:
    """The session of the browser that sent the request, if it has one."""
    key = read_key(scope)
    return STORE.find(key) if key else None


def own(mime: str, session: Session) -> str:
    """A media type that also says, to the guard alone, whose file it is."""
    return f"{mime}{OWNER}{session.owner}"


class KeepCookie:
    """Sets the browser's key on every page: HttpOnly (no script reads it), Lax (a link from elsewhere keeps it)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the cookie to a page."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        wants_page = "text/html" in Headers(scope=scope).get("accept", "")

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if wants_page or headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", _write_cookie(scope))
            await send(message)

        return await self.app(scope, receive, send_with_cookie)


def _write_cookie(scope: Scope) -> str:
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    age = COOKIE_DAYS * 24 * 3600
    return f"{COOKIE}={read_key(scope) or new_key()}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}"


class GuardFiles:
    """Lets /media answer only with a file made for the session of the asking browser, and never be stored."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back to its owner alone."""
        if scope["type"] != "http" or not scope["path"].startswith("/media/"):
            return await self.app(scope, receive, send)
        session = find_session(scope)
        refused = False

        async def send_to_owner(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start":
                refused = not _open_for(message, session)
                if refused:
                    await PlainTextResponse("Not found", 404)(scope, receive, send)
            if not refused:
                await send(message)

        return await self.app(scope, receive, send_to_owner)


def _open_for(message: Message, session: Session | None) -> bool:
    """Whether the file belongs to the session; takes the owner's mark off the media type."""
    headers = MutableHeaders(scope=message)
    mime, _, owner = headers.get("content-type", "").partition(OWNER)
    headers["cache-control"] = "no-store"
    if owner:
        headers["content-type"] = mime
    return message["status"] >= 400 or (session is not None and owner == session.owner)
