"""Credentials that come as a signed token (JWS): compact, or JSON as European Digital Credentials use it (JAdES).

The key is taken from the token itself (`jwk`, `x5c`, a did:key or did:jwk in `kid` or `iss`) or not at all.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any

from jwcrypto.common import JWException, JWSEHeaderParameter
from jwcrypto.jwk import JWK
from jwcrypto.jws import JWS

from catalogue.held.keys import key_given, key_named
from catalogue.held.report import BROKEN, NOT_CHECKED, UNSIGNED, HeldError, Verdict
from catalogue.held.signature import DOES_NOT_FIT, verified
from catalogue.held.values import parsed

COMPACT = re.compile(r"\s*[\w-]+\.[\w-]+\.[\w-]*\s*", re.ASCII)
KEY_TYPES = {"EdDSA": "OKP", "ES256": "EC", "ES384": "EC"} | {
    f"{family}{size}": "RSA" for family in ("RS", "PS") for size in (256, 384, 512)
}
# Header fields of JAdES (ETSI TS 119 182-1) that a reader must know to accept the token.
JADES = ("sigT", "sigPId", "srCms", "sigPl", "srAts", "adoTst", "x5t#o", "x5ts", "iat")


def opened(text: str) -> tuple[Any, Verdict]:
    """Return the document in a compact token and the verdict on its signature. Raises HeldError."""
    header_text, payload_text, signature_text = text.strip().split(".")
    header, document = parsed(_decoded(header_text)), parsed(_decoded(payload_text))
    if not isinstance(header, dict):
        raise HeldError("the token's header is not a JSON object; ask its issuer for a fresh copy")
    if header.get("alg") in (None, "none"):
        return document, Verdict(UNSIGNED, "The token says that it is not signed.")
    if not signature_text:
        return document, Verdict(BROKEN, "The token names a signature but carries none.")
    return document, _verdict(text.strip(), header, document)


def is_json_token(value: Any) -> bool:
    """True for a token in JSON form: a payload beside its signature or signatures."""
    if not isinstance(value, dict) or not isinstance(value.get("payload"), str):
        return False
    return "signature" in value or "signatures" in value


def opened_json(value: dict[str, Any]) -> tuple[Any, Verdict]:
    """Return the document in a token in JSON form and the verdict on its first signature. Raises HeldError."""
    signatures = value.get("signatures", [value])
    first = signatures[0] if isinstance(signatures, list) and signatures else None
    if not isinstance(first, dict) or not isinstance(first.get("protected"), str):
        raise HeldError("the file has a payload but no readable signature; ask its issuer for a fresh copy")
    header = parsed(_decoded(first["protected"]))
    if not isinstance(header, dict):
        raise HeldError("the token's header is not a JSON object; ask its issuer for a fresh copy")
    # European Digital Credentials leave the payload readable (b64: false) instead of encoding it.
    document = parsed(value["payload"] if header.get("b64") is False else _decoded(value["payload"]))
    flat = {"payload": value["payload"], "protected": first["protected"], "signature": first.get("signature")}
    return document, _verdict(json.dumps(flat), header, document)


def _verdict(token: str, header: dict[str, Any], document: Any) -> Verdict:
    """Return the verdict on a token, in either form, whose header and document have been read."""
    issuer, algorithm = _issuer(document), header.get("alg")
    key, source = _key(header, issuer)
    if key is None:
        return Verdict(NOT_CHECKED, "The token names a key that would have to be fetched.")
    critical = header.get("crit", [])
    known = isinstance(critical, list) and all(name in (*JADES, "b64") for name in critical)
    if not known or not isinstance(algorithm, str) or KEY_TYPES.get(algorithm) != key.get("kty"):
        return Verdict(NOT_CHECKED, f"The token is signed in a way that Cairn cannot check ({str(algorithm)[:20]}).")
    jws = JWS(header_registry={name: JWSEHeaderParameter(name, True, True, None) for name in JADES})
    jws.allowed_algs = list(KEY_TYPES)
    try:
        jws.deserialize(token)
        jws.verify(key)
    except (JWException, ValueError, TypeError, KeyError):
        return Verdict(BROKEN, DOES_NOT_FIT)
    return verified(issuer, source)


def _issuer(document: Any) -> Any:
    """Return the issuer that a token's document names, in whichever of its places."""
    if not isinstance(document, dict):
        return None
    inner = document.get("vc")
    return (inner.get("issuer") if isinstance(inner, dict) else None) or document.get("issuer") or document.get("iss")


def _key(header: dict[str, Any], issuer: Any) -> tuple[JWK | None, str]:
    """Return the key that the token carries, and the identifier under which it carries it."""
    if isinstance(header.get("jwk"), dict):
        return key_given(header["jwk"]), "jwk"
    chain = header.get("x5c")
    if isinstance(chain, list) and chain and isinstance(chain[0], str):
        pem = "-----BEGIN CERTIFICATE-----\n" + chain[0] + "\n-----END CERTIFICATE-----\n"
        try:
            return JWK.from_pem(pem.encode()), "x5c"
        except (ValueError, TypeError, JWException):
            return None, "x5c"
    address = issuer.get("id") if isinstance(issuer, dict) else issuer
    for identifier in (header.get("kid"), address):
        if isinstance(identifier, str) and (key := key_named(identifier)) is not None:
            return key, identifier
    return None, ""


def _decoded(text: str) -> bytes:
    """Return base64url as bytes. Raises HeldError."""
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError) as error:
        raise HeldError("the token is cut off or damaged; ask its issuer for a fresh copy") from error
