"""Whether a credential is unchanged since it was signed, as far as the file itself can show it; nothing is fetched.

Data Integrity: https://www.w3.org/TR/vc-di-eddsa/ (eddsa-rdfc-2022, eddsa-jcs-2022) and its forerunner
Ed25519Signature2020. Tokens are in `token.py`.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import base58
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from jwcrypto.common import base64url_decode
from pyld import jsonld
from pyld.canon import URDNA2015

from catalogue.held.keys import key_named
from catalogue.held.report import BROKEN, NOT_CHECKED, UNSIGNED, VERIFIED, Verdict
from catalogue.held.values import listed, name_of

DATA = Path(__file__).parent / "data"
CONTEXTS = {
    "https://www.w3.org/2018/credentials/v1": "credentials-v1",
    "https://www.w3.org/ns/credentials/v2": "credentials-v2",
    "https://w3id.org/security/data-integrity/v1": "data-integrity-v1",
    "https://w3id.org/security/data-integrity/v2": "data-integrity-v2",
    "https://w3id.org/security/suites/ed25519-2020/v1": "ed25519-2020-v1",
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json": "open-badges-3.0",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": "open-badges-3.0.1",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": "open-badges-3.0.2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "open-badges-3.0.3",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "open-badges-extensions",
}
DOES_NOT_FIT = "The signature does not fit the text: something was changed after signing, or it was signed wrongly."
# Bounds of the canonical form: its cost grows with the factorial of look-alike nodes, which real badges do not have.
MAX_CHARACTERS = 500_000
MAX_ORDERS = 100_000


class NotCheckable(ValueError):
    """A proof that cannot be checked from the file alone; the message completes "the signature ..."."""


def signature_of(document: Mapping[str, Any]) -> Verdict:
    """Return the verdict on a credential's embedded proofs: one broken proof breaks it, one good one proves it."""
    proofs = [proof for proof in listed(document.get("proof")) if isinstance(proof, Mapping)]
    if not proofs:
        return Verdict(UNSIGNED, "The file carries no signature.")
    verdicts = [_check(document, proof) for proof in proofs]
    for signature in (BROKEN, VERIFIED):
        for verdict in verdicts:
            if verdict.signature == signature:
                return verdict
    return verdicts[0]


def _check(document: Mapping[str, Any], proof: Mapping[str, Any]) -> Verdict:
    """Return the verdict on one proof."""
    try:
        suite = _suite(proof)
        method = proof.get("verificationMethod")
        key = key_named(method) if isinstance(method, str) else None
        if key is None or key.get("crv") != "Ed25519":
            raise NotCheckable("names a key that would have to be fetched")
        value = proof.get("proofValue")
        signed = base58.b58decode(value[1:]) if isinstance(value, str) and value[:1] == "z" else b""
        options = {name: part for name, part in proof.items() if name != "proofValue"}
        options["@context"] = document.get("@context")
        content = {name: part for name, part in document.items() if name != "proof"}
        digest = hashlib.sha256(suite(options)).digest() + hashlib.sha256(suite(content)).digest()
        Ed25519PublicKey.from_public_bytes(base64url_decode(key.get("x"))).verify(signed, digest)
    except NotCheckable as reason:
        return Verdict(NOT_CHECKED, f"The signature {reason}.")
    except (InvalidSignature, ValueError):
        return Verdict(BROKEN, DOES_NOT_FIT)
    return verified(document.get("issuer"), str(method))


def verified(issuer: Any, method: str) -> Verdict:
    """Return the verdict on a signature that fits, saying whose key it is known to be."""
    address = issuer.get("id") if isinstance(issuer, Mapping) else issuer
    signer = method.partition("#")[0]
    if isinstance(address, str) and address.startswith(("did:key:", "did:jwk:")):
        if address != signer:
            return Verdict(BROKEN, "The signature was made with another key than the issuer's own.")
        return Verdict(VERIFIED, f"Unchanged since it was signed with the issuer's own key, {address[:60]}.")
    whose = name_of(issuer) or "the issuer"
    return Verdict(
        VERIFIED,
        f"Unchanged since it was signed with the key that the file carries; whether that key belongs to {whose} "
        "was not checked (no network).",
    )


def _suite(proof: Mapping[str, Any]) -> Callable[[dict[str, Any]], bytes]:
    """Return the way from a document to the bytes that are signed. Raises NotCheckable."""
    kind = proof.get("cryptosuite") if proof.get("type") == "DataIntegrityProof" else proof.get("type")
    if kind in ("eddsa-rdfc-2022", "Ed25519Signature2020"):
        return _canonical_rdf
    if kind == "eddsa-jcs-2022":
        return _canonical_json
    raise NotCheckable(f"is of the kind {str(kind)[:60]!r}, which Cairn cannot check without a network")


def _canonical_json(document: dict[str, Any]) -> bytes:
    try:
        return rfc8785.dumps(document)
    except rfc8785.CanonicalizationError as error:
        raise NotCheckable("covers values that have no canonical form") from error


def _canonical_rdf(document: dict[str, Any]) -> bytes:
    """Return the canonical N-Quads of a JSON-LD document whose contexts ship with Cairn. Raises NotCheckable."""
    _known_contexts(document)
    if len(json.dumps(document)) > MAX_CHARACTERS:
        raise NotCheckable("covers more text than can be checked in reasonable time")
    dropped: list[str] = []
    options = {"documentLoader": _shipped}
    try:
        expanded = jsonld.expand(document, options, on_property_dropped=dropped.append)
        if dropped:
            raise NotCheckable(f"does not cover the field {str(dropped[0])[:60]!r}")
        quads = jsonld.to_rdf(expanded, options)
        return _Bounded().main(quads, {"format": "application/n-quads"}).encode()
    except NotCheckable:
        raise
    except (jsonld.JsonLdError, RecursionError, TypeError, KeyError, AttributeError, ValueError) as error:
        raise NotCheckable("covers terms that cannot be read as JSON-LD") from error


def _known_contexts(value: Any) -> None:
    """Raise NotCheckable where any context, however deep, is not one that ships with Cairn."""
    if isinstance(value, list):
        for item in value:
            _known_contexts(item)
    elif isinstance(value, dict):
        for context in listed(value.get("@context")):
            if not isinstance(context, str) or context not in CONTEXTS:
                named = f"of {context[:80]}" if isinstance(context, str) else "defined in the file itself"
                raise NotCheckable(f"covers terms {named}, which do not ship with Cairn and are not fetched")
        for name, item in value.items():
            if name != "@context":
                _known_contexts(item)


@cache
def _context(file: str) -> Any:
    return json.loads((DATA / f"{file}.json").read_text(encoding="utf-8"))


def _shipped(address: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return a context that ships with Cairn, in the form that PyLD asks of a document loader."""
    if address not in CONTEXTS:
        raise NotCheckable(f"covers terms of {address[:80]}, which are not fetched")
    return {"contextUrl": None, "documentUrl": address, "document": _context(CONTEXTS[address])}


class _Bounded(URDNA2015):
    """The canonical order of RDF, given up once a document is built to make it explode."""

    orders = 0

    def create_hash_to_related(self, id_: str, issuer: Any) -> Any:
        related = super().create_hash_to_related(id_, issuer)
        for nodes in related.values():
            self.orders += math.factorial(min(len(nodes), 20))
        if self.orders > MAX_ORDERS:
            raise NotCheckable("covers a text built so that checking it would take too long")
        return related
