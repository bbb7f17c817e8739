# SPDX-License-Identifier: EUPL-1.2
"""The Content-Security-Policy that every page works under (W3C Content Security Policy Level 3)."""

from __future__ import annotations

_DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}

# CSP 3, section 3.3: a policy in a <meta> may not hold frame-ancestors.
_ONLY_IN_A_HEADER = frozenset({"frame-ancestors"})


def policy_for_header() -> str:
    """Return the policy as the value of the HTTP header."""
    return "; ".join(f"{name} {sources}" for name, sources in _DIRECTIVES.items())


def policy_for_meta() -> str:
    """Return the policy as it may stand in a page's own ``<meta>``."""
    return "; ".join(f"{name} {sources}" for name, sources in _DIRECTIVES.items() if name not in _ONLY_IN_A_HEADER)
