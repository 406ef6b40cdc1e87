"""Public keys that a file carries itself: did:key, did:jwk and bare multibase keys."""

from __future__ import annotations

import base64
import json
from typing import Any

import base58
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwcrypto.common import JWException
from jwcrypto.jwk import JWK

# Multicodec prefixes of public keys: https://github.com/multiformats/multicodec/blob/master/table.csv
ED25519 = b"\xed\x01"
CURVES: dict[bytes, ec.EllipticCurve] = {b"\x80\x24": ec.SECP256R1(), b"\x81\x24": ec.SECP384R1()}


def key_named(identifier: str) -> JWK | None:
    """Return the key that an identifier spells out (`did:key:z6Mk...`, `did:jwk:...`, `https://...#z6Mk...`).

    `None` where the identifier only points to a key, so that a network would be needed.
    """
    did, _, fragment = identifier.partition("#")
    try:
        if did.startswith("did:jwk:"):
            encoded = did.removeprefix("did:jwk:")
            return JWK(**json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))))
        return _multikey(did.removeprefix("did:key:") if did.startswith("did:key:") else fragment)
    except (ValueError, TypeError, RecursionError, JWException):
        return None


def key_given(jwk: Any) -> JWK | None:
    """Return the public key in a JSON Web Key, `None` where it is unusable, private or a shared secret."""
    try:
        key = JWK(**jwk)
    except (ValueError, TypeError, JWException):
        return None
    return key if not key.is_symmetric and not key.has_private else None


def _multikey(text: str) -> JWK | None:
    """Return the key in a base58btc multibase text. Raises ValueError."""
    if not text.startswith("z") or len(text) > 200:
        return None
    raw = base58.b58decode(text[1:])
    prefix, body = raw[:2], raw[2:]
    public: Any
    if prefix == ED25519:
        public = ed25519.Ed25519PublicKey.from_public_bytes(body)
    elif prefix in CURVES:
        public = ec.EllipticCurvePublicKey.from_encoded_point(CURVES[prefix], body)
    else:
        return None
    return JWK.from_pem(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
