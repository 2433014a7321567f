//! The canonical form of a request, which is hashed and signed.

use std::borrow::Cow;

#[cfg(feature = "server")]
use http::HeaderMap;
use percent_encoding::{percent_decode, percent_encode};

use super::hash::Sha256;
use super::{ALGORITHM, Scope, Stamp};
use crate::signature_terms::{HexHash, PathEncoding};
use crate::uri::{RESERVED, pairs};

/// Pseudo-header of HTTP/2 with the host. Some clients sign it in place of the header.
#[cfg(feature = "server")]
pub(super) const AUTHORITY: &str = ":authority";

/// Parts of a request that a signature covers.
#[derive(Clone, Copy)]
pub(crate) struct Canonical<'a> {
    /// Method: `GET`.
    pub(crate) method: &'a str,
    /// Path as sent, with escapes.
    pub(crate) path: &'a str,
    /// How the service canonicalizes paths.
    pub(crate) encoding: PathEncoding,
    /// Query as sent, without `?`.
    pub(crate) query: &'a str,
    /// Query parameters that are not signed, such as `X-Amz-Signature`.
    pub(crate) unsigned: &'a [&'a str],
    /// Names and values of the signed headers, in the order of their names. Values of the same name follow each other.
    pub(crate) headers: &'a [(&'a str, &'a [u8])],
    /// Names of the signed headers in lowercase, sorted, separated by `;`.
    pub(crate) signed_headers: &'a str,
}

impl Canonical<'_> {
    /// Hashes the request up to the payload hash, which may not be known yet.
    pub(crate) fn begin(&self) -> Begun {
        let mut hash = Sha256::new();
        // Hashes take long for many short texts.
        hash.update(&self.text());
        Begun(hash)
    }

    /// Returns the canonical request up to the payload hash.
    pub(super) fn text(&self) -> Vec<u8> {
        let headers: usize = self.headers.iter().map(|(name, value)| name.len() + value.len() + 2).sum();
        // Most paths and queries have few characters that are escaped.
        let rest = self.method.len() + self.path.len() + self.query.len() + self.signed_headers.len();
        let mut text = Vec::with_capacity(headers + rest + 64);
        let out = &mut text;
        put(out, self.method);
        put(out, "\n");
        self.put_path(out);
        put(out, "\n");
        self.put_query(out);
        let mut last = None;
        for (name, value) in self.headers {
            if last == Some(name) {
                put(out, ",");
            } else {
                put(out, "\n");
                put(out, name);
                put(out, ":");
            }
            put_value(out, value);
            last = Some(name);
        }
        put(out, "\n\n");
        put(out, self.signed_headers);
        put(out, "\n");
        text
    }

    fn put_path(&self, out: &mut Vec<u8>) {
        let path = match self.encoding {
            PathEncoding::Once => Cow::Borrowed(self.path.strip_prefix('/').unwrap_or(self.path)),
            PathEncoding::Twice => normalized(self.path),
        };
        for segment in path.split('/') {
            put(out, "/");
            match self.encoding {
                // A slash in a segment stays escaped, so that the same signature has the same segments.
                PathEncoding::Once => put_escaped(out, &decoded(segment.as_bytes())),
                PathEncoding::Twice => put_escaped(out, segment.as_bytes()),
            }
        }
    }

    /// Parameters are sorted by their escaped names, then by their escaped values. As in forms, `+` is a space.
    fn put_query(&self, out: &mut Vec<u8>) {
        let parameters =
            pairs(self.query).filter(|(name, _)| !self.unsigned.iter().any(|known| **name == *known.as_bytes()));
        let mut parameters: Vec<_> = parameters.map(|(name, value)| (escaped(&name), escaped(&value))).collect();
        parameters.sort_unstable();
        for (index, (name, value)) in parameters.iter().enumerate() {
            if index > 0 {
                put(out, "&");
            }
            put(out, name);
            put(out, "=");
            put(out, value);
        }
    }
}

fn put(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
}

/// Writes the value of a header with single spaces between words.
fn put_value(out: &mut Vec<u8>, value: &[u8]) {
    let words = value.split(|byte| matches!(byte, b' ' | b'\t')).filter(|word| !word.is_empty());
    for (index, word) in words.enumerate() {
        if index > 0 {
            put(out, " ");
        }
        out.extend_from_slice(word);
    }
}

/// Returns names and values of signed headers, whose names are separated by `;`. `None` if one is missing. The host is
/// that of the URI, if the headers have none.
#[cfg(feature = "server")]
pub(super) fn values<'a>(
    headers: &'a HeaderMap,
    host: Option<&'a str>,
    signed_headers: &'a str,
) -> Option<Vec<(&'a str, &'a [u8])>> {
    let mut found = Vec::new();
    for name in signed_headers.split(';') {
        let before = found.len();
        found.extend(headers.get_all(name).iter().map(|value| (name, value.as_bytes())));
        if found.len() == before {
            found.push((name, host.filter(|_| matches!(name, "host" | AUTHORITY))?.as_bytes()));
        }
    }
    Some(found)
}

/// The hash of a canonical request, up to its payload hash.
#[derive(Clone)]
pub(crate) struct Begun(Sha256);

/// The hash of a canonical request, in hexadecimal.
pub(crate) struct RequestHash(HexHash);

impl Begun {
    /// Completes the request with the SHA-256 of the body in hexadecimal, or a marker such as `UNSIGNED-PAYLOAD`.
    pub(crate) fn with(mut self, payload_hash: &str) -> RequestHash {
        self.0.update(payload_hash.as_bytes());
        RequestHash(HexHash::new(&self.0.finish()))
    }
}

impl RequestHash {
    /// Returns the text that a signature signs.
    pub(crate) fn text(&self, time: &Stamp, scope: Scope<'_>) -> String {
        to_sign(ALGORITHM, time, scope, self.0.as_str())
    }

    /// Returns the text that an asymmetric signature signs.
    #[cfg(feature = "sigv4a")]
    pub(super) fn asymmetric_text(&self, time: &Stamp, service: &str) -> String {
        let (algorithm, time, date) = (super::ASYMMETRIC, time.as_str(), time.date());
        format!("{algorithm}\n{time}\n{date}/{service}/aws4_request\n{}", self.0.as_str())
    }
}

/// Returns a text to sign, which ends with `rest`.
pub(super) fn to_sign(algorithm: &str, time: &Stamp, Scope { region, service }: Scope<'_>, rest: &str) -> String {
    let (time, date) = (time.as_str(), time.date());
    [algorithm, "\n", time, "\n", date, "/", region, "/", service, "/aws4_request\n", rest].concat()
}

fn decoded(bytes: &[u8]) -> Cow<'_, [u8]> {
    percent_decode(bytes).into()
}

fn escaped(bytes: &[u8]) -> String {
    percent_encode(bytes, RESERVED).to_string()
}

fn put_escaped(out: &mut Vec<u8>, bytes: &[u8]) {
    for part in percent_encode(bytes, RESERVED) {
        put(out, part);
    }
}

/// Removes dot segments and empty segments. The result has no slash at its start.
fn normalized(path: &str) -> Cow<'_, str> {
    let rest = path.strip_prefix('/').unwrap_or(path);
    if is_normal(rest) {
        return Cow::Borrowed(rest);
    }
    let mut segments = Vec::new();
    for segment in rest.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            segment => segments.push(segment),
        }
    }
    let mut path = segments.join("/");
    if !path.is_empty() && ["/", "/.", "/.."].iter().any(|end| rest.ends_with(end)) {
        path.push('/');
    }
    Cow::Owned(path)
}

fn is_normal(rest: &str) -> bool {
    let mut segments = rest.split('/').rev();
    // The last segment is empty if the path ends in a slash.
    !matches!(segments.next(), Some("." | "..")) && !segments.any(|segment| matches!(segment, "" | "." | ".."))
}

impl PathEncoding {
    /// Whether the signature covers the path as it was sent. Where a service normalizes paths, the signature of a path
    /// is also that of others with dot segments.
    #[cfg(feature = "server")]
    pub(crate) fn is_unambiguous(self, path: &str) -> bool {
        self == Self::Once || is_normal(path.strip_prefix('/').unwrap_or(path))
    }
}
