//! The canonical form of a request, which is hashed and signed.

use std::borrow::Cow;

use http::HeaderMap;
use percent_encoding::{percent_decode, percent_encode};

use super::hash::{Mac, Sha256};
use super::{ALGORITHM, Scope, SigningKey, Stamp};
use crate::signature_terms::{PathEncoding, hex};
use crate::uri::RESERVED;

/// Pseudo-header of HTTP/2 with the host. Some clients sign it in place of the header.
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
    /// Headers. Those that are not signed may be among them.
    pub(crate) headers: &'a HeaderMap,
    /// Host, if the headers have none.
    pub(crate) host: Option<&'a str>,
    /// Names of the signed headers in lowercase, sorted, separated by `;`.
    pub(crate) signed_headers: &'a str,
}

/// Destination of the bytes of a canonical request: a hash, or a buffer in tests.
pub(super) trait Sink {
    fn put(&mut self, bytes: &[u8]);
}

impl Sink for Sha256 {
    fn put(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }
}

impl Sink for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}

impl Canonical<'_> {
    /// Hashes the request up to the payload hash, which may not be known yet. `None` if a signed header is missing.
    pub(crate) fn begin(&self) -> Option<Begun> {
        let mut hash = Sha256::new();
        self.write(&mut hash)?;
        Some(Begun(hash))
    }

    /// Writes the canonical request up to the payload hash. `None` if a signed header is missing.
    pub(super) fn write(&self, out: &mut impl Sink) -> Option<()> {
        out.put(self.method.as_bytes());
        out.put(b"\n");
        self.put_path(out);
        out.put(b"\n");
        self.put_query(out);
        out.put(b"\n");
        for name in self.signed_headers.split(';') {
            out.put(name.as_bytes());
            self.put_values(out, name)?;
            out.put(b"\n");
        }
        out.put(b"\n");
        out.put(self.signed_headers.as_bytes());
        out.put(b"\n");
        Some(())
    }

    fn put_path(&self, out: &mut impl Sink) {
        let path = match self.encoding {
            PathEncoding::Once => Cow::Borrowed(self.path.strip_prefix('/').unwrap_or(self.path)),
            PathEncoding::Twice => normalized(self.path),
        };
        for segment in path.split('/') {
            out.put(b"/");
            match self.encoding {
                // A slash in a segment stays escaped, so that the same signature has the same segments.
                PathEncoding::Once => put_escaped(out, &decoded(segment.as_bytes())),
                PathEncoding::Twice => put_escaped(out, segment.as_bytes()),
            }
        }
    }

    /// Parameters are sorted by their escaped names, then by their escaped values. As in forms, `+` is a space.
    fn put_query(&self, out: &mut impl Sink) {
        let parameters =
            pairs(self.query).filter(|(name, _)| !self.unsigned.iter().any(|known| **name == *known.as_bytes()));
        let mut parameters: Vec<_> = parameters.map(|(name, value)| (escaped(&name), escaped(&value))).collect();
        parameters.sort_unstable();
        for (index, (name, value)) in parameters.iter().enumerate() {
            if index > 0 {
                out.put(b"&");
            }
            out.put(name.as_bytes());
            out.put(b"=");
            out.put(value.as_bytes());
        }
    }

    fn put_values(&self, out: &mut impl Sink, name: &str) -> Option<()> {
        let mut values = self.headers.get_all(name).iter().peekable();
        if values.peek().is_none() {
            out.put(b":");
            out.put(self.host.filter(|_| matches!(name, "host" | AUTHORITY))?.as_bytes());
        }
        for (index, value) in values.enumerate() {
            out.put(if index == 0 { b":" } else { b"," });
            let words = value.as_bytes().split(|byte| matches!(byte, b' ' | b'\t')).filter(|word| !word.is_empty());
            for (index, word) in words.enumerate() {
                if index > 0 {
                    out.put(b" ");
                }
                out.put(word);
            }
        }
        Some(())
    }
}

/// The hash of a canonical request, up to its payload hash.
#[derive(Clone)]
pub(crate) struct Begun(Sha256);

/// The hash of a canonical request, in hexadecimal.
pub(crate) struct RequestHash(String);

impl Begun {
    /// Completes the request with the SHA-256 of the body in hexadecimal, or a marker such as `UNSIGNED-PAYLOAD`.
    pub(crate) fn with(mut self, payload_hash: &str) -> RequestHash {
        self.0.update(payload_hash.as_bytes());
        RequestHash(hex(&self.0.finish()))
    }
}

impl RequestHash {
    /// Returns the signature, to finish or verify.
    pub(crate) fn signature(&self, key: &SigningKey, time: &Stamp, scope: Scope<'_>) -> Mac {
        let parts = [ALGORITHM, "\n", time.as_str(), "\n", time.date(), "/", scope.region, "/", scope.service];
        let parts = parts.into_iter().chain(["/aws4_request\n", &self.0]);
        parts.fold(key.start(), Mac::with)
    }

    /// Returns the text that an asymmetric signature signs.
    #[cfg(feature = "sigv4a")]
    pub(super) fn asymmetric_text(&self, time: &Stamp, service: &str) -> String {
        let (algorithm, time, date) = (super::ASYMMETRIC, time.as_str(), time.date());
        format!("{algorithm}\n{time}\n{date}/{service}/aws4_request\n{}", self.0)
    }
}

/// Returns the decoded parameters of a query. Their bytes need not be UTF-8.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (Cow<'_, [u8]>, Cow<'_, [u8]>)> {
    let parts = query.split('&').filter(|part| !part.is_empty());
    let pairs = parts.map(|part| part.split_once('=').unwrap_or((part, "")));
    pairs.map(|(name, value)| (form(name), form(value)))
}

/// Decodes a part of a query.
fn form(text: &str) -> Cow<'_, [u8]> {
    if text.contains('+') {
        Cow::Owned(decoded(text.replace('+', " ").as_bytes()).into_owned())
    } else {
        decoded(text.as_bytes())
    }
}

fn decoded(bytes: &[u8]) -> Cow<'_, [u8]> {
    percent_decode(bytes).into()
}

fn escaped(bytes: &[u8]) -> String {
    percent_encode(bytes, RESERVED).to_string()
}

fn put_escaped(out: &mut impl Sink, bytes: &[u8]) {
    for part in percent_encode(bytes, RESERVED) {
        out.put(part.as_bytes());
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
