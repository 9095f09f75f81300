"""Rules on the certificate URL: it is where Amazon keeps its certificates, and nothing else is ever fetched."""

from __future__ import annotations

import re

from skill.web.verification.received import Received
from skill.web.verification.rules import Rule
from skill.web.verification.url import HTTPS_PORT

HOST = "s3.amazonaws.com"
PATH = "/echo.api/"  # in this case, unlike the scheme and the host

# Amazon's URLs hold nothing else. So there is no user name, query, fragment, escaped character or line break to
# disagree about, and no way to have one file fetched under many names.
_FORM = re.compile(r"[A-Za-z0-9:/._~-]{1,512}")

URL_RULES: tuple[Rule[Received], ...] = (
    Rule("certificate_url_missing", lambda received: bool(received.url_text)),
    Rule("certificate_url_form", lambda received: bool(_FORM.fullmatch(received.url_text))),
    Rule("certificate_url_scheme", lambda received: received.url.scheme == "https"),
    Rule("certificate_url_host", lambda received: received.url.host == HOST),
    Rule("certificate_url_port", lambda received: received.url.port == HTTPS_PORT),
    Rule("certificate_url_path", lambda received: received.url.path.startswith(PATH)),
)
