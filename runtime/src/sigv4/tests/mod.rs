//! Signatures: published examples, and random requests against the crate `aws-sigv4`.

#[cfg(feature = "sigv4a")]
mod asymmetric;
mod other;
mod published;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, request};
use sha2::{Digest, Sha256};

use super::*;
use crate::signature_terms::{PathEncoding, Presign, UNSIGNED_PAYLOAD, hex};

const ACCESS_KEY: &str = "AKIDEXAMPLE";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const SCOPE: Scope<'static> = Scope { region: "us-east-1", service: "service" };
/// 2015-08-30T12:36:00Z
const TIME: u64 = 1_440_938_160;

fn stamp(seconds: u64) -> Stamp {
    Stamp::of(UNIX_EPOCH + Duration::from_secs(seconds))
}

/// The request as the server receives it: the host is a header.
fn received<B>(request: &Request<B>) -> request::Parts {
    let mut head = Request::new(()).into_parts().0;
    head.method = request.method().clone();
    head.uri = request.uri().path_and_query().expect("a path").as_str().parse().expect("a path");
    head.headers = request.headers().clone();
    if let Some(authority) = request.uri().authority() {
        head.headers.insert("host", HeaderValue::from_str(authority.as_str()).expect("text"));
    }
    head
}

fn signing<'a>(key: &'a SigningKey, encoding: PathEncoding, token: Option<&'a str>) -> Signing<'a> {
    Signing {
        access_key: ACCESS_KEY,
        token,
        token_place: TokenPlace::Signed,
        token_kind: TokenKind::Security,
        key,
        scope: SCOPE,
        time: stamp(TIME),
        encoding,
        #[cfg(feature = "sigv4a")]
        asymmetric: None,
    }
}

fn key() -> SigningKey {
    SigningKey::new(SECRET, "20150830", SCOPE)
}

fn hash(body: &[u8]) -> String {
    hex(&Sha256::digest(body))
}

/// Whether the signature of a request is valid.
fn is_valid(head: &request::Parts, secret: &str, encoding: PathEncoding, payload_hash: &str) -> bool {
    let signed = Signed::of(head).expect("well-formed").expect("signed");
    let key = signed.key(secret).expect("a key");
    signed.begin(head, encoding).is_some_and(|begun| signed.is_valid(&key, &begun.with(payload_hash)))
}

#[test]
fn times_have_a_text_and_come_back() {
    for (seconds, text) in [(0, "19700101T000000Z"), (TIME, "20150830T123600Z"), (253_402_300_799, "99991231T235959Z")]
    {
        let stamp = stamp(seconds);
        assert_eq!((stamp.as_str(), stamp.seconds().cast_unsigned()), (text, seconds));
        assert_eq!(Stamp::parse(text), Some(stamp));
    }
    let late = SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 39);
    assert_eq!(Stamp::of(late).as_str(), "19700101T000000Z");
    for text in ["", "20150830T123600", "20150230T123600Z", "20150830T243600Z", "2015083éT12360Z", "+0150830T123600Z"]
    {
        assert_eq!(Stamp::parse(text), None, "{text}");
    }
}

#[test]
fn paths_that_services_normalize_are_ambiguous() {
    for (path, is_unambiguous) in [
        ("/", true),
        ("/a/b", true),
        ("/a/", true),
        ("/a%2F..", true),
        ("//", false),
        ("/a//b", false),
        ("/a/../b", false),
        ("/./a", false),
        ("/a/.", false),
        ("/a/..", false),
    ] {
        assert_eq!(PathEncoding::Twice.is_unambiguous(path), is_unambiguous, "{path}");
        assert!(PathEncoding::Once.is_unambiguous(path));
    }
}

#[test]
fn malformed_signatures_are_told_apart() {
    let part = |uri: &str, values: &[&str]| {
        let mut request = Request::get(uri).header("x-amz-date", "20150830T123600Z");
        for value in values {
            request = request.header("authorization", *value);
        }
        Signed::of(&request.body(()).expect("good parts").into_parts().0).map(|signed| signed.is_some())
    };
    let credential = "Credential=A/20150830/r/s/aws4_request";
    let good = format!("AWS4-HMAC-SHA256 {credential}, SignedHeaders=host, Signature=0");
    for (value, result) in [
        (good.as_str(), Ok(true)),
        (&good.replace(", ", ","), Ok(true)),
        ("Bearer abc", Ok(false)),
        ("AWS4-ECDSA-P256-SHA512 x", Err(Malformed::Algorithm)),
        ("AWS4-HMAC-SHA256", Err(Malformed::Missing("Credential"))),
        (&good.replace("SignedHeaders", "Headers"), Err(Malformed::Missing("SignedHeaders"))),
        (&good.replace("Signature=", "Sig="), Err(Malformed::Missing("Signature"))),
        (&format!("{good}, Signature=1"), Err(Malformed::Several)),
        (&good.replace("A/", "/"), Err(Malformed::Part("Credential"))),
        (&good.replace("aws4", "aws5"), Err(Malformed::Part("Credential"))),
        (&good.replace("20150830", "20150831"), Err(Malformed::Date)),
    ] {
        assert_eq!(part("/", &[value]), result, "{value}");
    }
    assert_eq!(part("/", &[&good, &good]), Err(Malformed::Several));
    let query = "/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=A%2F20150830%2Fr%2Fs%2Faws4_request\
                 &X-Amz-Date=20150830T123600Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=0";
    assert_eq!(part(query, &[]), Ok(true));
    assert_eq!(part(query, &[&good]), Err(Malformed::InBothPlaces));
    assert_eq!(part(&format!("{query}&X-Amz-Date=20150830T123600Z"), &[]), Err(Malformed::Several));
    for expires in ["0", "604801", "-1", "x", "", "%2B60", "+60", "60.0", "99999999999999999999"] {
        let query = query.replace("Expires=60", &format!("Expires={expires}"));
        assert_eq!(part(&query, &[]), Err(Malformed::Expires), "{expires}");
    }
}

#[test]
fn host_and_headers_of_aws_must_be_signed() {
    let check = |names: &str, headers: &HeaderMap| {
        let value =
            format!("AWS4-HMAC-SHA256 Credential=A/20150830/r/s/aws4_request,SignedHeaders={names},Signature=0");
        let mut request = Request::get("/").header("authorization", value).body(()).expect("good parts");
        request.headers_mut().extend(headers.clone());
        request.headers_mut().insert("x-amz-date", HeaderValue::from_static("20150830T123600Z"));
        let head = request.into_parts().0;
        let signed = Signed::of(&head).expect("well-formed").expect("signed");
        signed.check_headers(&head.headers)
    };
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("a/b"));
    assert_eq!(check("host;x-amz-date", &headers), Ok(()));
    for names in ["host", "x-amz-date", "x-amz-date;host", "host;host;x-amz-date", ""] {
        assert_eq!(check(names, &headers), Err(Malformed::SignedHeaders), "{names}");
    }
    assert_eq!(check(":authority;x-amz-date", &headers), Ok(()), "HTTP/2");
    headers.insert("host", HeaderValue::from_static("other.test"));
    assert_eq!(check(":authority;x-amz-date", &headers), Err(Malformed::SignedHeaders), "the header is not signed");
    headers.insert("x-amz-acl", HeaderValue::from_static("public-read"));
    assert_eq!(check("host;x-amz-date", &headers), Err(Malformed::SignedHeaders));
}

#[test]
fn the_host_of_http2_can_be_signed_by_either_name() {
    let write = |name: &'static str, host: Option<&'static str>| {
        let headers = HeaderMap::new();
        let headers = canonical::values(&headers, host, name)?;
        let (method, path, query) = ("GET", "/", "");
        let (encoding, unsigned) = (PathEncoding::Twice, [].as_slice());
        let canonical = Canonical { method, path, encoding, query, unsigned, headers: &headers, signed_headers: name };
        Some(String::from_utf8(canonical.text()).expect("text"))
    };
    for name in ["host", ":authority"] {
        assert_eq!(write(name, Some("h:8")), Some(format!("GET\n/\n\n{name}:h:8\n\n{name}\n")));
        assert_eq!(write(name, None), None);
    }
    assert_eq!(write(":path", Some("h")), None);
}

#[test]
fn equal_queries_and_paths_have_equal_signatures_and_others_do_not() {
    let text = |path: &str, query: &str| {
        let canonical = Canonical {
            method: "GET",
            path,
            encoding: PathEncoding::Once,
            query,
            unsigned: &[],
            headers: &[("host", b"h")],
            signed_headers: "host",
        };
        canonical.text()
    };
    assert_eq!(text("/a", "b=1&a"), text("/a", "a=&b=1"));
    assert_eq!(text("/%61", "a=+b"), text("/a", "a=%20b"));
    // What a reader distinguishes has another signature.
    for (path, query) in [("/a%2Fb", ""), ("/a/b", "a=%2B"), ("/a/b", "a=%FF"), ("/a/b", "a=%FE"), ("/a/b", "a=&a=")] {
        assert_ne!(text("/a/b", "a="), text(path, query), "{path}?{query}");
    }
    assert_ne!(text("/", "a=%FF"), text("/", "a=%FE"), "bytes that are not UTF-8");
}

#[test]
fn keys_are_kept_for_a_day_and_scope() {
    let cache = KeyCache::default();
    let sign = |key: &SigningKey| {
        let mut request = Request::get("https://example.com/").body(Bytes::new()).expect("good parts");
        let signed = signing(key, PathEncoding::Twice, None).sign(&mut request, "", Sha256Header::Omitted);
        signed.expect("signed").as_str().to_owned()
    };
    let first = sign(&cache.get(SECRET, "20150830", SCOPE));
    assert_eq!(sign(&cache.get(SECRET, "20150830", SCOPE)), first);
    assert_ne!(sign(&cache.get(SECRET, "20150831", SCOPE)), first);
    assert_ne!(sign(&cache.get("other", "20150830", SCOPE)), first);
    for region in ["a", "b", "c", "d"] {
        assert_ne!(sign(&cache.get(SECRET, "20150830", Scope { region, ..SCOPE })), first);
    }
    assert_eq!(sign(&cache.get(SECRET, "20150830", SCOPE)), first);
}
