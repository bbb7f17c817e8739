# SPDX-License-Identifier: EUPL-1.2
"""URLs of pages and mailboxes (RFC 3986, WHATWG URL), judged as a browser reads them, however they come in."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from newsletter.model.diagnostics import ContentError, _
from newsletter.source.hosts import check_host, mixed_scripts, readable
from newsletter.source.issue_folder import ATTACHMENTS

_SCHEMES = frozenset({"https", "http", "mailto"})
_NOT_IN_URLS = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_AUTHORITY = re.compile(r"https?://(?P<authority>[^/?#]*)", re.IGNORECASE)
# A URL with the signs of Markdown around it, or after words; no address begins with these.
_AMONG_OTHERS = re.compile(r"^(?:[\[(<\"'«“!].*?|(?!https?:|mailto:)[^/]*\s)(?P<url>https?://[^\s<>()\[\]\"'»”]+)")
_BEFORE_SIGN = re.compile(r"(?P<url>\S+\w/?)[;,.]+")
_BEFORE_WORDS = re.compile(r"(?P<url>https?://\S+)\s+(?:\(.*\)|[^\s./]+(?:\s+[^\s/]+)+\.?)$")
_TELEPHONE = re.compile(r"(?:tel(?:efono|[.:])?)?[\d\s+()./-]{6,}", re.IGNORECASE)
_MAILBOX = re.compile(r"[^@,\s]+@[^@.,\s]+(?:\.[^@.,\s]+)+")

_BEGINS = re.compile(r"https?://|www\.")
_TWICE = re.compile(r"(?:https?:?/*)+(?P<last>https?://)", re.IGNORECASE)
_ALONE = re.compile(r"(?:https?://)?(?P<file>[\w-]+\.(?:pdf|jpe?g|png|docx?|odt|xlsx?))", re.IGNORECASE)
LONGEST = 2000  # characters; browsers, calendars and PDFs cut longer ones, or fail


def parse_url(text: str) -> str:
    """Parse the URL of a page or of a mailbox, whole.

    :raises ContentError: ``url-form``, with what may be meant; ``url-scheme``.
    """
    scheme, colon, rest = text.partition(":")
    if len(text) > LONGEST:
        raise ContentError("url-form", _("The address has more than %(most)s characters: copy it again."), most=LONGEST)
    if _TELEPHONE.fullmatch(text):
        message = _("“%(text)s” is a telephone number: write it in the text. Here goes the address of a page.")
        raise ContentError("url-form", message, text=text)
    _check_copy(text)
    if len(several := _several(text)) > 1:
        message = _("Here goes one address: write “%(better)s”, and the others in the text.")
        first = several[0].split()[0].rstrip(";,.")
        better = first if _SCHEME.match(first) else _whole(first)
        raise ContentError("url-form", message, better=better)
    if inner := _BEFORE_WORDS.match(text) or _AMONG_OTHERS.search(text) or _BEFORE_SIGN.fullmatch(text):
        raise half_url(text, inner["url"])
    if _ON_A_DISK.match(text):
        raise _on_a_disk(text)
    if not colon or "." in scheme or (scheme.lower() in {"https", "http"} and not rest.startswith("//")):
        if not re.search(r"\w\.\w|@|/", text):
            message = _("“%(text)s” is no address: write one such as “https://example.org/page”, or take the line out.")
            raise ContentError("url-form", message, text=text)
        raise half_url(text, _whole(text))
    if scheme.lower() not in _SCHEMES:
        raise ContentError(
            "url-scheme", _("Addresses start with https:, http: or mailto:, not with “%(scheme)s:”."), scheme=scheme
        )
    _check_characters(text)
    if scheme.lower() == "mailto":
        _check_mailboxes(text, rest)
    else:
        _check_authority(text)
    return text


def _several(text: str) -> list[str]:
    """Return the URLs in *text*; also names of sites alone, “x.it; y.it”, where it has nothing else."""
    parts = re.split(r"[\s;,]+", text.strip(" ;,"))
    if all(_HOST.fullmatch(part.partition("/")[0]) for part in parts):
        return parts
    return [each for each in re.split(r"[\s;,]+(?=https?://|www\.)", text) if _BEGINS.match(each)]


_ON_A_DISK = re.compile(r"file:|[A-Za-z]:(?!//\w)|\\", re.IGNORECASE)


def _on_a_disk(text: str) -> ContentError:
    """Return the diagnostic about the path of a file on a computer, which nobody else can open."""
    stem, _dot, ending = re.split(r"[\\/:]", unquote(text))[-1].rpartition(".")
    name = f"{stem}.{ending}" if f".{ending.lower()}" in ATTACHMENTS and stem else f"{stem or ending or 'file'}.pdf"
    message = _(
        "“%(text)s” is a place on one computer: copy the file beside the issue, as “%(name)s”, and link to it in the "
        "text, “[what it is](%(name)s)”."
    )
    return ContentError("url-scheme", message, text=text[:200], name=name)


def _check_copy(text: str) -> None:
    """Refuse what was copied in part or twice, and what is no address but the name of a file."""
    if twice := _TWICE.match(text):
        raise half_url(text, text[twice.end() - len(twice["last"]) :])
    if re.match(r"https?://\s", text):
        raise half_url(text, re.sub(r"\s+", "", text))
    if text.endswith(("…", "...")):
        message = _("The address “%(text)s” is cut off at its end: copy it whole.")
        raise ContentError("url-form", message, text=text)
    if file := _ALONE.fullmatch(text):
        message = _(
            "“%(file)s” is a file, and no address on the web: link to it in the text, “[what it is](%(file)s)”."
        )
        raise ContentError("url-form", message, file=file["file"])
    if re.match(r"https?://www[^.:/]*(?:/|$)", text):
        message = _("The address “%(text)s” names no site: write it whole, “https://example.org/page”.")
        raise ContentError("url-form", message, text=text)


def half_url(text: str, better: str) -> ContentError:
    """Return the diagnostic about a URL that lacks its beginning."""
    message = _("“%(text)s” is no address: write it whole, “%(better)s”.")
    return ContentError("url-form", message, text=text, better=better)


def has_scheme(text: str) -> bool:
    """Tell whether *text* is a whole URL, and no relative one."""
    return _SCHEME.match(text) is not None


_QUOTED = re.compile(r"\s*[\"'“”„‘’«](?P<url>[^\"'“”„‘’«»]+)[\"'“”‘’»]\s*")


def check_reference(text: str) -> None:
    """Judge the target of a link, which may be relative: a page of the site, a place on the page.

    :raises ContentError: as :func:`parse_url`; ``link-outside`` where a relative one leaves the folder of its page.
    """
    read = unquote(text)
    if quoted := _QUOTED.fullmatch(read):
        message = _("An address stands without quotes: write “%(better)s”.")
        raise ContentError("url-form", message, better=quoted["url"])
    absolute = next((form for form in (text, _as_browser(text), _as_browser(read)) if _SCHEME.match(form)), None)
    if absolute is not None:
        parse_url(absolute)
    if re.match(r"\\+[^\\]+\\", read):  # a folder of a server
        raise _on_a_disk(text)
    _check_characters(text)
    if absolute is None and (read.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", read)):
        raise ContentError(
            "link-outside",
            _("“%(path)s” is not published: link to a page, an address on the web, or a file beside the issue."),
            path=text,
        )


def host_hint(url: str) -> ContentError | None:
    """Return a hint on a host whose letters look like those of another; None where all is well."""
    match = _AUTHORITY.match(url)
    host = readable(match["authority"].rpartition(":")[0] or match["authority"]) if match else ""
    if not mixed_scripts(host):
        return None
    return ContentError(
        "url-host",
        _("“%(host)s” has letters that look like those of another alphabet: is this the site that is meant?"),
        host=host,
    )


def _as_browser(text: str) -> str:
    """Return *text* as a browser takes it up: without control characters around it, tabs and line breaks in it."""
    return re.sub(r"[\t\r\n]", "", text.strip("".join(map(chr, range(0x21))))).replace("\\", "/")


def _check_characters(text: str) -> None:
    if _NOT_IN_URLS.search(text):
        raise ContentError(
            "url-form",
            _("The address contains a space or a sign that no address has: write “%(better)s”, or copy it again."),
            better=_NOT_IN_URLS.sub(lambda match: quote(match.group()) if match.group().isprintable() else "", text),
        )


_SEEN_FIELDS = frozenset({"to", "cc", "subject", "body", ""})
"""Fields of a message that whoever sends it sees (RFC 6068, section 7, on the others)."""


def _check_mailboxes(text: str, rest: str) -> None:
    mailboxes, _mark, query = rest.partition("?")
    if not all(_MAILBOX.fullmatch(mailbox.strip()) for mailbox in unquote(mailboxes).split(",")):
        raise ContentError("url-form", _("“%(text)s” is no mailbox: write “mailto:name@example.org”."), text=text)
    for field in query.split("&"):
        name, _equals, value = (unquote(part) for part in field.partition("="))
        if name.strip().lower() not in _SEEN_FIELDS or (name.lower() != "body" and re.search(r"[\r\n]", value)):
            message = _("“%(name)s” adds to the message what its sender hardly sees: write “%(better)s”.")
            raise ContentError("url-form", message, name=name, better=f"mailto:{mailboxes}")


def _check_authority(text: str) -> None:
    match = _AUTHORITY.match(text)
    authority = match["authority"] if match else ""
    userinfo, at, host = authority.rpartition("@")
    if at:
        raise ContentError(
            "url-form",
            _("What stands before “@” hides where the address leads: write “%(better)s”."),
            better=text.replace(f"{userinfo}@", "", 1),
        )
    try:
        check_host(host)
    except ValueError:
        raise ContentError(
            "url-form",
            _("The address “%(text)s” names no site: write it whole, “https://example.org/page”."),
            text=text,
        ) from None


def meant_url(target: str) -> str | None:
    """Return the URL that *target* of a link was to be, where it begins as one but is no whole one; None elsewhere."""
    first, _slash, rest = target.partition("/")
    if "@" in first and not rest and _MAILBOX.fullmatch(target):
        return _whole(target)
    broken = re.match(r"https?(?![:s])|:?//", target, re.IGNORECASE) is not None and "/" in target
    host = _HOST.fullmatch(first)
    if not broken and (host is None or (_FILE_ENDING.fullmatch(host["last"]) and not first.startswith("www."))):
        return None
    return quote(_whole(target), safe=":/?#[]@!$&'()*+,;=%~")


# A name of a site, “www.comune.example”; and what the last part of a name is when it is one of a file.
_HOST = re.compile(r"(?:[\w-]+\.)+(?P<last>[^\W\d_]{2,})(?::\d+)?", re.IGNORECASE)
_FILE_ENDING = re.compile(
    r"md|html?|pdf|jpe?g|png|webp|gif|svg|tiff?|heic|ics|csv|od[tsp]|docx?|xlsx?|pptx?|rtf|txt|rst|eml|msg|mp[34]|mov"
    r"|zip|py|json|xml|ya?ml",
    re.IGNORECASE,
)


def _whole(text: str) -> str:
    """Return what the writer of half a URL may have meant."""
    if "@" in text and "/" not in text:
        return f"mailto:{text}"
    return "https://" + re.sub(r"^(?:https?)?:?/*", "", text, flags=re.IGNORECASE)
