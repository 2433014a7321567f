//! The signature in a request: in the `Authorization` header, or in the query of a URL.

use std::fmt;

use http::HeaderMap;
use http::header::{AUTHORIZATION, HOST};
use http::request;

#[cfg(feature = "sigv4a")]
use super::AsymmetricKey;
use super::canonical::{self, AUTHORITY, Begun, RequestHash};
use super::{ALGORITHM, ASYMMETRIC, Canonical, Scope, SigningKey, Stamp, UNSIGNED_IN_URLS};
use crate::signature_terms::{MAX_EXPIRES, PathEncoding};
use crate::uri::pairs;

/// Where a signature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the `Authorization` header.
    Header,
    /// In the query of a URL, which is valid for this many seconds.
    Query { expires: u32 },
}

/// Algorithm of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Algorithm {
    /// With a key for one region.
    Symmetric,
    /// With a key for all regions (Signature Version 4a). Requires the feature `sigv4a`.
    Asymmetric,
}

impl Algorithm {
    fn parse(name: &str) -> Result<Self, Malformed> {
        match name {
            ALGORITHM => Ok(Self::Symmetric),
            ASYMMETRIC if cfg!(feature = "sigv4a") => Ok(Self::Asymmetric),
            _ => Err(Malformed::Algorithm),
        }
    }
}

/// Key that verifies signatures.
#[derive(Clone, Debug)]
pub(crate) enum VerificationKey {
    Symmetric(SigningKey),
    #[cfg(feature = "sigv4a")]
    Asymmetric(AsymmetricKey),
}

/// A signature with its parameters, not yet verified.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::struct_field_names, reason = "the term of the specification")]
pub(crate) struct Signed {
    pub(crate) algorithm: Algorithm,
    pub(crate) access_key: String,
    /// Region. For an asymmetric signature, regions and patterns such as `eu-*`, separated by commas.
    pub(crate) region: String,
    pub(crate) service: String,
    pub(crate) time: Stamp,
    pub(crate) place: Place,
    /// Names of the signed headers, separated by `;`.
    pub(crate) signed_headers: String,
    /// Hexadecimal digits.
    pub(crate) signature: String,
    /// Session token of temporary credentials.
    pub(crate) token: Option<String>,
}

/// Reason why a signature cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Malformed {
    Algorithm,
    Several,
    /// There are signatures in a header and in the URL.
    InBothPlaces,
    Missing(&'static str),
    Part(&'static str),
    Date,
    Expires,
    SignedHeaders,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Algorithm => write!(f, "The signature must use {ALGORITHM}"),
            Self::Several => f.write_str("A part of the signature is repeated"),
            Self::InBothPlaces => f.write_str("The request has signatures in a header and in its URL"),
            Self::Missing(value) => write!(f, "The signature has no {value}"),
            Self::Part(value) => write!(f, "{value} of the signature is malformed"),
            Self::Date => f.write_str("The date of the credential scope is not that of the request"),
            Self::Expires => f.write_str("X-Amz-Expires must be between 1 and 604800 seconds"),
            Self::SignedHeaders => {
                f.write_str("SignedHeaders must be sorted, and contain host and all headers x-amz-*")
            }
        }
    }
}

impl std::error::Error for Malformed {}

/// Names and values as sent.
struct Parts {
    algorithm: Algorithm,
    credential: String,
    /// Regions of an asymmetric signature.
    region_set: Option<String>,
    time: Option<Stamp>,
    place: Place,
    signed_headers: String,
    signature: String,
    token: Option<String>,
}

impl Signed {
    /// Reads the signature of a request. `None` if there is none.
    pub(crate) fn of(head: &request::Parts) -> Result<Option<Self>, Malformed> {
        let query = head.uri.query().unwrap_or_default();
        let is_presigned = pairs(query).any(|(name, _)| matches!(&*name, b"X-Amz-Algorithm" | b"X-Amz-Signature"));
        let mut values = head.headers.get_all(AUTHORIZATION).iter();
        let first = values.next().map(|value| value.to_str().map_err(|_| Malformed::Part("Authorization")));
        let first = first.transpose()?;
        let value = first.filter(|value| value.starts_with("AWS4-"));
        match (value, is_presigned) {
            (None, false) if first.is_some_and(|value| value.starts_with("AWS ")) || is_version_2(query) => {
                Err(Malformed::Algorithm)
            }
            (None, false) => Ok(None),
            (Some(_), true) => Err(Malformed::InBothPlaces),
            (Some(_), false) if values.next().is_some() => Err(Malformed::Several),
            (Some(value), false) => Self::new(in_header(value, &head.headers)?).map(Some),
            (None, true) => Self::new(in_query(query)?).map(Some),
        }
    }

    fn new(parts: Parts) -> Result<Self, Malformed> {
        // Access keys may contain slashes.
        let count = if parts.region_set.is_none() { 5 } else { 4 };
        let mut rest = parts.credential.rsplitn(count, '/').map(str::to_owned);
        let mut next = || rest.next().filter(|part| !part.is_empty()).ok_or(Malformed::Part("Credential"));
        let (end, service) = (next()?, next()?);
        let region = match parts.region_set {
            Some(set) if set.split(',').all(|region| region.trim().is_empty()) => {
                return Err(Malformed::Part("X-Amz-Region-Set"));
            }
            Some(set) => set,
            None => next()?,
        };
        let (date, access_key) = (next()?, next()?);
        if end != "aws4_request" {
            return Err(Malformed::Part("Credential"));
        }
        let time = parts.time.ok_or(Malformed::Part("X-Amz-Date"))?;
        // A signing key is valid for one day.
        if time.date() != date {
            return Err(Malformed::Date);
        }
        let Parts { algorithm, place, signed_headers, signature, token, .. } = parts;
        Ok(Self { algorithm, access_key, region, service, time, place, signed_headers, signature, token })
    }

    /// Whether the signature is for a region.
    pub(crate) fn is_for(&self, region: &str) -> bool {
        match self.algorithm {
            Algorithm::Symmetric => self.region == region,
            Algorithm::Asymmetric => self.region.split(',').any(|pattern| fits(pattern.trim(), region)),
        }
    }

    /// Derives the key that verifies the signature. `None` does not occur in practice.
    pub(crate) fn key(&self, secret: &str) -> Option<VerificationKey> {
        match self.algorithm {
            Algorithm::Symmetric => {
                Some(VerificationKey::Symmetric(SigningKey::new(secret, self.time.date(), self.scope())))
            }
            #[cfg(feature = "sigv4a")]
            Algorithm::Asymmetric => AsymmetricKey::new(&self.access_key, secret).map(VerificationKey::Asymmetric),
            #[cfg(not(feature = "sigv4a"))]
            Algorithm::Asymmetric => None,
        }
    }

    /// Returns a text that identifies the signature. Anybody can write an asymmetric signature in a second way.
    pub(crate) fn unique(&self) -> String {
        #[cfg(feature = "sigv4a")]
        if self.algorithm == Algorithm::Asymmetric {
            return super::asymmetric::normalized(&self.signature).unwrap_or_default();
        }
        self.signature.clone()
    }

    pub(crate) fn scope(&self) -> Scope<'_> {
        Scope { region: &self.region, service: &self.service }
    }

    /// Checks that the signature covers the host, which binds it to a server, and all headers that change the meaning
    /// of a request for AWS services. Signatures in URLs may omit [`UNSIGNED_IN_URLS`].
    pub(crate) fn check_headers(&self, headers: &HeaderMap) -> Result<(), Malformed> {
        let names: Vec<&str> = self.signed_headers.split(';').collect();
        let is_in_url = matches!(self.place, Place::Query { .. });
        let is_sorted = names.is_sorted_by(|first, second| first < second);
        let covers = |name: &str| names.binary_search(&name).is_ok();
        let is_free = |name: &str| !name.starts_with("x-amz-") || (is_in_url && UNSIGNED_IN_URLS.contains(&name));
        let is_covered = |name: &str| is_free(name) || covers(name);
        // A header would take precedence over the pseudo-header.
        let has_host = covers("host") || (covers(AUTHORITY) && !headers.contains_key(HOST));
        if is_sorted && has_host && headers.keys().all(|name| is_covered(name.as_str())) {
            Ok(())
        } else {
            Err(Malformed::SignedHeaders)
        }
    }

    /// Hashes the head of a request as the signature covers it. `None` if a signed header is missing.
    pub(crate) fn begin(&self, head: &request::Parts, encoding: PathEncoding) -> Option<Begun> {
        // Requests of HTTP/2 have the host in the URI.
        let host = head.uri.authority().map(http::uri::Authority::as_str);
        let headers = canonical::values(&head.headers, host, &self.signed_headers)?;
        let canonical = Canonical {
            method: head.method.as_str(),
            path: head.uri.path(),
            encoding,
            query: head.uri.query().unwrap_or_default(),
            unsigned: if self.place == Place::Header { &[] } else { &["X-Amz-Signature"] },
            headers: &headers,
            signed_headers: &self.signed_headers,
        };
        Some(canonical.begin())
    }

    /// Whether the signature was made with the key for this request, in constant time.
    pub(crate) fn is_valid(&self, key: &VerificationKey, request: &RequestHash) -> bool {
        match key {
            VerificationKey::Symmetric(key) => {
                let text = request.text(&self.time, self.scope());
                unhex(&self.signature).is_some_and(|bytes| key.is_valid(&text, &bytes))
            }
            #[cfg(feature = "sigv4a")]
            VerificationKey::Asymmetric(key) => {
                key.is_valid(&request.asymmetric_text(&self.time, &self.service), &self.signature)
            }
        }
    }
}

/// Whether a URL has a signature of version 2, which has no safe algorithm.
fn is_version_2(query: &str) -> bool {
    let has = |name: &[u8]| pairs(query).any(|(found, _)| *found == *name);
    has(b"AWSAccessKeyId") && has(b"Signature")
}

/// Whether a region fits a pattern, in which `*` stands for any text.
fn fits(pattern: &str, region: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == region };
    let (middle, end) = rest.rsplit_once('*').unwrap_or(("", rest));
    let inner = region.strip_prefix(start).and_then(|region| region.strip_suffix(end));
    let mut parts = middle.split('*');
    inner.and_then(|inner| parts.try_fold(inner, |left, part| Some(left.split_once(part)?.1))).is_some()
}

fn in_header(value: &str, headers: &HeaderMap) -> Result<Parts, Malformed> {
    let (algorithm, rest) = value.split_once(' ').unwrap_or((value, ""));
    let algorithm = Algorithm::parse(algorithm)?;
    let part = |name: &'static str| {
        let mut parts =
            rest.split(',').filter_map(|part| part.trim().split_once('=')).filter(|(found, _)| *found == name);
        let (_, value) = parts.next().ok_or(Malformed::Missing(name))?;
        if parts.next().is_some() { Err(Malformed::Several) } else { Ok(value.trim().to_owned()) }
    };
    let header = |name: &'static str| {
        let mut values = headers.get_all(name).iter();
        let value = values.next().map(|value| value.to_str().map_err(|_| Malformed::Part(name)));
        if values.next().is_some() { Err(Malformed::Several) } else { value.transpose() }
    };
    let region_set = || header("x-amz-region-set")?.ok_or(Malformed::Missing("X-Amz-Region-Set"));
    Ok(Parts {
        algorithm,
        credential: part("Credential")?,
        region_set: if algorithm == Algorithm::Asymmetric { Some(region_set()?.to_owned()) } else { None },
        time: Stamp::parse(header("x-amz-date")?.ok_or(Malformed::Missing("X-Amz-Date"))?),
        place: Place::Header,
        signed_headers: part("SignedHeaders")?,
        signature: part("Signature")?,
        token: header("x-amz-security-token")?.map(str::to_owned),
    })
}

fn in_query(query: &str) -> Result<Parts, Malformed> {
    let optional = |name: &'static str| {
        let mut values = pairs(query).filter(|(found, _)| **found == *name.as_bytes()).map(|(_, value)| value);
        let value = values.next().map(|value| String::from_utf8(value.into_owned()).map_err(|_| Malformed::Part(name)));
        if values.next().is_some() { Err(Malformed::Several) } else { value.transpose() }
    };
    let part = |name| optional(name)?.ok_or(Malformed::Missing(name));
    let algorithm = Algorithm::parse(&part("X-Amz-Algorithm")?)?;
    // Digits only: parsing would accept a plus sign.
    let expires = part("X-Amz-Expires")?;
    let expires = if expires.bytes().all(|byte| byte.is_ascii_digit()) { expires.parse().ok() } else { None };
    let expires = expires.filter(|expires| (1..=MAX_EXPIRES).contains(expires));
    let expires = expires.ok_or(Malformed::Expires)?;
    Ok(Parts {
        algorithm,
        credential: part("X-Amz-Credential")?,
        region_set: if algorithm == Algorithm::Asymmetric { Some(part("X-Amz-Region-Set")?) } else { None },
        time: Stamp::parse(&part("X-Amz-Date")?),
        place: Place::Query { expires },
        signed_headers: part("X-Amz-SignedHeaders")?,
        signature: part("X-Amz-Signature")?,
        token: optional("X-Amz-Security-Token")?,
    })
}

/// Returns the bytes of a signature. Signatures are in lowercase.
pub(crate) fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    decode(text, &mut bytes)?;
    Some(bytes)
}

/// Writes the bytes of hexadecimal digits in lowercase. `None` if the text has others, or another length.
pub(super) fn decode(text: &str, bytes: &mut [u8]) -> Option<()> {
    let digit = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    if text.len() != 2 * bytes.len() {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(())
}
