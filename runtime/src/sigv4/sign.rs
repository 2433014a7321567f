//! Signs requests: in the `Authorization` header, or in the query of a URL.

use std::borrow::Cow;
use std::fmt;

use http::header::{AUTHORIZATION, HOST, HeaderName, HeaderValue};
use http::uri::{Authority, Scheme};
use http::{HeaderMap, Method, Request, Uri};
use percent_encoding::utf8_percent_encode;

use super::{ALGORITHM, Canonical, Scope, SigningKey, Stamp, UNSIGNED_IN_URLS};
use crate::signature_terms::{CONTENT_SHA256, HexHash, PathEncoding, Presign};
use crate::uri::{RESERVED, append_query};

const DATE: HeaderName = HeaderName::from_static("x-amz-date");
const TOKEN: HeaderName = HeaderName::from_static("x-amz-security-token");

/// Headers that are not signed: those of a connection, and those that proxies change.
const UNSIGNED: &[&str] = &[
    "authorization",
    "baggage",
    "connection",
    "expect",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "te",
    "traceparent",
    "tracestate",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "x-amzn-trace-id",
];

/// Whether the signature covers the session token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenPlace {
    /// The token is signed.
    Signed,
    /// The token is added after the signature, as some services require.
    Unsigned,
}

/// Kind of a session token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// That of temporary credentials.
    #[default]
    Security,
    /// That of a session for a directory bucket of S3.
    #[cfg(feature = "client-core")]
    Express,
}

impl TokenKind {
    /// Header, and parameter of URLs.
    fn names(self) -> (HeaderName, &'static str) {
        match self {
            Self::Security => (TOKEN, "X-Amz-Security-Token"),
            #[cfg(feature = "client-core")]
            Self::Express => (HeaderName::from_static("x-amz-s3session-token"), "X-Amz-S3session-Token"),
        }
    }
}

/// Whether the payload hash is also sent as the header `x-amz-content-sha256`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sha256Header {
    Sent,
    Omitted,
}

/// Identity, time and rules of a signature.
pub(crate) struct Signing<'a> {
    pub(crate) access_key: &'a str,
    /// Session token of temporary credentials.
    pub(crate) token: Option<&'a str>,
    pub(crate) token_place: TokenPlace,
    pub(crate) token_kind: TokenKind,
    /// Key of the date and the scope.
    pub(crate) key: &'a SigningKey,
    pub(crate) scope: Scope<'a>,
    pub(crate) time: Stamp,
    pub(crate) encoding: PathEncoding,
    /// Key and regions of an asymmetric signature, which is made instead of one for the region of the scope.
    #[cfg(feature = "sigv4a")]
    pub(crate) asymmetric: Option<(&'a super::AsymmetricKey, &'a str)>,
}

/// A signature in hexadecimal.
pub(crate) enum Signature {
    Symmetric(HexHash),
    #[cfg(feature = "sigv4a")]
    Asymmetric(String),
}

impl Signature {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Symmetric(hash) => hash.as_str(),
            #[cfg(feature = "sigv4a")]
            Self::Asymmetric(text) => text,
        }
    }
}

/// Reason why a request cannot be signed.
#[derive(Debug)]
pub(crate) enum Unsignable {
    Header(HeaderName),
    Identity,
    Uri(http::Error),
}

impl fmt::Display for Unsignable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header(value) => write!(f, "the header `{value}` is not UTF-8"),
            Self::Identity => {
                f.write_str("access key, session token or region contain characters that are not allowed in headers")
            }
            Self::Uri(_) => f.write_str("the signature cannot be added to the URI"),
        }
    }
}

impl std::error::Error for Unsignable {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Uri(source) => Some(source),
            _ => None,
        }
    }
}

impl Signing<'_> {
    /// Adds date, token and signature to the headers. Returns the signature.
    pub(crate) fn sign<B>(
        &self,
        request: &mut Request<B>,
        payload_hash: &str,
        header: Sha256Header,
    ) -> Result<Signature, Unsignable> {
        let headers = request.headers_mut();
        headers.insert(DATE, value(self.time.as_str())?);
        headers.remove(TOKEN);
        if header == Sha256Header::Sent {
            headers.insert(CONTENT_SHA256, value(payload_hash)?);
        }
        if self.token_place == TokenPlace::Signed {
            self.put_token(headers)?;
        }
        if let Some(regions) = self.regions() {
            headers.insert(HeaderName::from_static("x-amz-region-set"), value(regions)?);
        }
        let (text, signature) = self.authorization(request, payload_hash)?;
        let headers = request.headers_mut();
        if self.token_place == TokenPlace::Unsigned {
            self.put_token(headers)?;
        }
        let mut value = value(text)?;
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
        Ok(signature)
    }

    /// Returns the value of the header, and the signature in it.
    fn authorization<B>(&self, request: &Request<B>, payload_hash: &str) -> Result<(String, Signature), Unsignable> {
        const END: &str = ", Signature=";
        let host = host(request.uri());
        let headers = signed_headers(request.headers(), &host, &[])?;
        let credential = self.credential();
        let start = [self.algorithm(), " Credential="].into_iter().chain(credential).chain([", SignedHeaders="]);
        // The header is created from a text of exact size without a copy.
        let length: usize = start.clone().map(str::len).sum();
        let names: usize = headers.iter().map(|(name, _)| name.len() + 1).sum();
        let mut text = String::with_capacity(length + names - 1 + END.len() + 64);
        text.extend(start);
        push_names(&mut text, &headers);
        let signature = self.signature((request.method(), request.uri()), (&headers, &text[length..]), payload_hash);
        text.push_str(END);
        text.push_str(signature.as_str());
        Ok((text, signature))
    }

    /// Adds date, validity, token and signature to the query.
    pub(crate) fn presign<B>(
        &self,
        request: &mut Request<B>,
        payload_hash: &str,
        Presign(expires): Presign,
    ) -> Result<(), Unsignable> {
        let headers = request.headers_mut();
        headers.remove(DATE);
        headers.remove(TOKEN);
        let host = host(request.uri());
        let headers = signed_headers(request.headers(), &host, UNSIGNED_IN_URLS)?;
        let mut names = String::new();
        push_names(&mut names, &headers);
        let expires = expires.to_string();
        let credential = self.credential().concat();
        let mut query = String::new();
        for (name, value) in [
            ("X-Amz-Algorithm", self.algorithm()),
            ("X-Amz-Credential", &credential),
            ("X-Amz-Date", self.time.as_str()),
            ("X-Amz-Expires", &expires),
            ("X-Amz-SignedHeaders", &names),
        ] {
            push(&mut query, name, value);
        }
        if let Some(regions) = self.regions() {
            push(&mut query, "X-Amz-Region-Set", regions);
        }
        let token = self.token.map(|token| {
            let mut text = String::new();
            push(&mut text, self.token_kind.names().1, token);
            text
        });
        let (before, after) = match self.token_place {
            TokenPlace::Signed => (token, None),
            TokenPlace::Unsigned => (None, token),
        };
        query.extend(before);
        let mut uri = request.uri().clone();
        append_query(&mut uri, query.trim_start_matches('&')).map_err(Unsignable::Uri)?;
        let mut end = String::new();
        let signature = self.signature((request.method(), &uri), (&headers, &names), payload_hash);
        push(&mut end, "X-Amz-Signature", signature.as_str());
        end.extend(after);
        append_query(&mut uri, end.trim_start_matches('&')).map_err(Unsignable::Uri)?;
        *request.uri_mut() = uri;
        Ok(())
    }

    /// The regions of an asymmetric signature.
    #[cfg(feature = "sigv4a")]
    fn regions(&self) -> Option<&str> {
        self.asymmetric.map(|(_, regions)| regions)
    }

    /// The regions of an asymmetric signature.
    #[cfg(not(feature = "sigv4a"))]
    #[expect(clippy::unused_self, reason = "the same interface as with the feature")]
    fn regions(&self) -> Option<&str> {
        None
    }

    fn algorithm(&self) -> &'static str {
        #[cfg(feature = "sigv4a")]
        if self.asymmetric.is_some() {
            return super::ASYMMETRIC;
        }
        ALGORITHM
    }

    /// The parts of the credential scope, and the access key before it.
    fn credential(&self) -> [&str; 8] {
        let Scope { region, service } = self.scope;
        let (region, slash) = if self.regions().is_some() { ("", "") } else { (region, "/") };
        [self.access_key, "/", self.time.date(), "/", region, slash, service, "/aws4_request"]
    }

    fn signature(
        &self,
        (method, uri): (&Method, &Uri),
        (headers, signed_headers): (&[(&str, &[u8])], &str),
        payload_hash: &str,
    ) -> Signature {
        let canonical = Canonical {
            method: method.as_str(),
            path: uri.path(),
            encoding: self.encoding,
            query: uri.query().unwrap_or_default(),
            unsigned: &[],
            headers,
            signed_headers,
        };
        let request = canonical.begin().with(payload_hash);
        #[cfg(feature = "sigv4a")]
        if let Some((key, _)) = self.asymmetric {
            return Signature::Asymmetric(key.sign(&request.asymmetric_text(&self.time, self.scope.service)));
        }
        Signature::Symmetric(HexHash::new(&self.key.sign(&request.text(&self.time, self.scope))))
    }

    fn put_token(&self, headers: &mut HeaderMap) -> Result<(), Unsignable> {
        if let Some(token) = self.token {
            let mut value = value(token)?;
            value.set_sensitive(true);
            headers.insert(self.token_kind.names().0, value);
        }
        Ok(())
    }
}

fn value<T>(text: T) -> Result<HeaderValue, Unsignable>
where
    T: AsRef<str>,
    HeaderValue: TryFrom<T>,
{
    let is_ascii = text.as_ref().is_ascii();
    HeaderValue::try_from(text).ok().filter(|_| is_ascii).ok_or(Unsignable::Identity)
}

/// Returns names and values of the headers to sign, except some, sorted by name. The host is that of the URI, if the
/// headers have none.
fn signed_headers<'a>(
    headers: &'a HeaderMap,
    host: &'a str,
    except: &[&str],
) -> Result<Vec<(&'a str, &'a [u8])>, Unsignable> {
    let mut signed = Vec::with_capacity(headers.len() + 1);
    if !headers.contains_key(HOST) {
        signed.push((HOST.as_str(), host.as_bytes()));
    }
    for (name, value) in headers {
        if UNSIGNED.contains(&name.as_str()) || except.contains(&name.as_str()) {
            continue;
        }
        if std::str::from_utf8(value.as_bytes()).is_err() {
            return Err(Unsignable::Header(name.clone()));
        }
        signed.push((name.as_str(), value.as_bytes()));
    }
    // Values of the same name keep their order.
    signed.sort_by_key(|(name, _)| *name);
    Ok(signed)
}

/// Appends the names of headers, separated by `;`.
fn push_names(text: &mut String, headers: &[(&str, &[u8])]) {
    let mut last = "";
    for (name, _) in headers {
        if *name == last {
            continue;
        }
        if !last.is_empty() {
            text.push(';');
        }
        text.push_str(name);
        last = name;
    }
}

/// Returns the host of a URI, as HTTP clients send it: without the user, and without the port if that is the default.
fn host(uri: &Uri) -> Cow<'_, str> {
    let authority = uri.authority().map_or("", Authority::as_str);
    if !authority.bytes().any(|byte| matches!(byte, b':' | b'@')) {
        return Cow::Borrowed(authority);
    }
    let default = if uri.scheme() == Some(&Scheme::HTTPS) { 443 } else { 80 };
    let host = uri.host().unwrap_or_default();
    match uri.port_u16().filter(|port| *port != default) {
        Some(port) => Cow::Owned(format!("{host}:{port}")),
        None => Cow::Borrowed(host),
    }
}

fn push(query: &mut String, name: &str, value: &str) {
    query.push('&');
    query.push_str(name);
    query.push('=');
    query.extend(utf8_percent_encode(value, RESERVED));
}
