"""Signatures are checked without a network where the file carries what that takes."""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
from pathlib import Path
from typing import Any

import base58
import pytest
import rfc8785
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID
from jwcrypto.jwk import JWK
from jwcrypto.jws import JWS

from catalogue.held import HeldItem, read_held
from catalogue.held.signature import signature_of

DATA = Path(__file__).parent / "data" / "held"
NOT_CHECKED = "not checked (no network)"


def badge(issuer: Any = "https://school.example") -> dict[str, Any]:
    return {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": issuer,
        "validFrom": "2024-05-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {"id": "urn:a", "type": ["Achievement"], "name": "Welding", "description": "d"},
        },
    }


def did_key(key: ed25519.Ed25519PrivateKey) -> str:
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return "did:key:z" + base58.b58encode(b"\xed\x01" + raw).decode()


def jcs_signed(document: dict[str, Any], key: ed25519.Ed25519PrivateKey, method: str) -> dict[str, Any]:
    """Return the document under an eddsa-jcs-2022 proof, as https://www.w3.org/TR/vc-di-eddsa/ describes it."""
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
        "@context": document["@context"],
    }
    digest = hashlib.sha256(rfc8785.dumps(proof)).digest() + hashlib.sha256(rfc8785.dumps(document)).digest()
    return {**document, "proof": {**proof, "proofValue": "z" + base58.b58encode(key.sign(digest)).decode()}}


def token(payload: dict[str, Any], key: JWK, header: dict[str, Any]) -> str:
    jws = JWS(json.dumps(payload).encode())
    jws.add_signature(key, None, json.dumps(header))
    return str(jws.serialize(compact=True))


def item(text: str) -> HeldItem:
    report = read_held(text.encode())
    assert len(report.items) == 1, report.as_text()
    return report.items[0]


@pytest.mark.parametrize("file", ["ob3-simple.json", "ob3-complete.json"])
def test_the_signatures_of_the_standard_s_own_examples_hold(file: str) -> None:
    verdict = signature_of(json.loads((DATA / file).read_text()))
    assert verdict.signature == "verified"
    assert "whether that key belongs to" in verdict.says


@pytest.mark.parametrize(
    "path", [["name"], ["issuer", "name"], ["credentialSubject", "achievement", "name"], ["validFrom"]]
)
def test_any_change_to_a_signed_text_breaks_it(path: list[str]) -> None:
    document = json.loads((DATA / "ob3-simple.json").read_text())
    part = document
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = "2011-01-01T00:00:00Z" if path == ["validFrom"] else "Changed"
    assert signature_of(document).signature == "broken"


def test_an_altered_example_of_the_standard_is_broken() -> None:
    assert item((DATA / "ob3-altered.json").read_text()).signature == "broken"


def test_an_unsigned_badge_says_none() -> None:
    assert item((DATA / "ob3-unsigned.json").read_text()).signature == "none"


def test_credentials_inside_a_record_are_checked_each_for_itself() -> None:
    report = read_held(DATA / "clr2-complex.json")
    assert [one.signature for one in report.items] == ["verified"] * 6
    record = json.loads((DATA / "clr2-complex.json").read_text())
    record["credentialSubject"]["verifiableCredential"][2]["issuer"]["name"] = "Another school"
    changed = read_held(json.dumps(record).encode())
    assert [one.signature for one in changed.items] == ["verified", "verified", "broken", *["verified"] * 3]


def test_a_field_that_the_signature_does_not_cover_is_not_passed_off_as_verified() -> None:
    record = json.loads((DATA / "clr2-complex.json").read_text())
    inner = record["credentialSubject"]["verifiableCredential"][0]
    assert signature_of(inner).signature == "verified"
    inner["credentialSubject"]["achievement"]["hours"] = 400
    verdict = signature_of(inner)
    assert (verdict.signature, verdict.says) == (NOT_CHECKED, "The signature does not cover the field 'hours'.")


def test_terms_defined_in_the_file_itself_are_not_trusted() -> None:
    document = json.loads((DATA / "ob3-simple.json").read_text())
    document["@context"].append({"name": "https://attacker.example/ignored"})
    verdict = signature_of(document)
    assert verdict == type(verdict)(
        NOT_CHECKED,
        "The signature covers terms defined in the file itself, which do not ship with Cairn and are not fetched.",
    )


def test_a_context_from_the_web_is_never_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a reader opened a network connection")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    document = json.loads((DATA / "ob3-simple.json").read_text())
    document["@context"].append("https://attacker.example/context.json")
    one = item(json.dumps(document))
    assert one.signature == NOT_CHECKED
    assert "https://attacker.example/context.json" in one.signature_says


def test_the_issuer_s_own_did_key_is_named_as_the_issuer_s() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    signed = jcs_signed(badge(did_key(key)), key, did_key(key) + "#" + did_key(key)[8:])
    one = item(json.dumps(signed))
    assert one.signature == "verified"
    assert "the issuer's own key" in one.signature_says


def test_a_key_that_is_not_the_issuer_s_own_did_key_breaks_the_signature() -> None:
    ours, theirs = ed25519.Ed25519PrivateKey.generate(), ed25519.Ed25519PrivateKey.generate()
    signed = jcs_signed(badge(did_key(theirs)), ours, did_key(ours))
    assert item(json.dumps(signed)).signature == "broken"


@pytest.mark.parametrize("kind", ["EC", "OKP", "RSA"])
def test_a_token_with_its_key_in_the_header_is_verified_and_a_changed_one_is_broken(kind: str) -> None:
    sizes: dict[str, Any] = {"EC": {"crv": "P-256"}, "OKP": {"crv": "Ed25519"}, "RSA": {"size": 2048}}
    key = JWK.generate(kty=kind, **sizes[kind])
    algorithm = {"EC": "ES256", "OKP": "EdDSA", "RSA": "RS256"}[kind]
    header = {"alg": algorithm, "jwk": key.export_public(as_dict=True)}
    text = token(badge(), key, header)
    assert (item(text).title, item(text).signature) == ("Welding", "verified")
    head, _, signature = text.split(".")
    forged = json.dumps({**badge(), "validFrom": "2001-01-01T00:00:00Z"}).encode()
    changed = ".".join([head, base64.urlsafe_b64encode(forged).decode().rstrip("="), signature])
    assert (item(changed).date, item(changed).signature) == ("2001-01-01", "broken")


def test_the_older_token_form_keeps_the_credential_under_vc() -> None:
    key = JWK.generate(kty="OKP", crv="Ed25519")
    payload = {"iss": "https://school.example", "vc": {k: v for k, v in badge().items() if k != "issuer"}}
    one = item(token(payload, key, {"alg": "EdDSA", "jwk": key.export_public(as_dict=True)}))
    assert (one.title, one.issuer, one.signature) == ("Welding", "https://school.example", "verified")


def test_a_token_that_says_none_is_unsigned_and_one_with_a_shared_secret_is_not_checked() -> None:
    secret = JWK.generate(kty="oct", size=256)
    text = token(badge(), secret, {"alg": "HS256", "jwk": json.loads(secret.export())})
    assert item(text).signature == NOT_CHECKED
    head = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    assert item(f"{head}.{text.split('.')[1]}.").signature == "none"


def test_a_token_whose_key_lies_on_the_web_is_not_checked() -> None:
    key = JWK.generate(kty="EC", crv="P-256")
    one = item(token(badge(), key, {"alg": "ES256", "kid": "https://school.example/keys/1"}))
    assert (one.signature, one.signature_says) == (NOT_CHECKED, "The token names a key that would have to be fetched.")


def sealed(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document under a JAdES seal as European Digital Credentials have it: plain text, certificate inside."""
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test seal")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(private, hashes.SHA256())
    )
    header = {
        "alg": "ES256",
        "b64": False,
        "crit": ["b64"],
        "x5c": [base64.b64encode(certificate.public_bytes(Encoding.DER)).decode()],
    }
    jws = JWS(json.dumps(document))
    jws.add_signature(JWK.from_pyca(private), None, json.dumps(header))
    flat = json.loads(jws.serialize())
    one = {"protected": flat["protected"], "signature": flat["signature"]}
    return {"payload": flat["payload"], "signatures": [one]}


def test_the_seal_of_a_european_credential_is_checked_with_the_certificate_inside_it() -> None:
    document = sealed(json.loads((DATA / "elm3-micro-credential.jsonld").read_text()))
    one = item(json.dumps(document))
    assert (one.title, one.signature) == ("Digital micro-credential creation", "verified")
    document["payload"] = document["payload"].replace("Digital micro-credential creation", "Medicine")
    assert (item(json.dumps(document)).title, item(json.dumps(document)).signature) == ("Medicine", "broken")


def test_a_text_built_to_make_the_check_endless_is_given_up_on() -> None:
    document = json.loads((DATA / "ob3-simple.json").read_text())
    alike = {"type": ["AchievementSubject"], "identifier": [{"type": "IdentityObject", "hashed": True}] * 12}
    document["credentialSubject"] = [alike, alike]
    started = datetime.datetime.now()
    verdict = signature_of(document)
    assert verdict.signature == NOT_CHECKED
    assert "would take too long" in verdict.says
    assert (datetime.datetime.now() - started).total_seconds() < 5
