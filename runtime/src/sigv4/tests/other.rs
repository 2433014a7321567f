//! Random requests, signed here and by the crate `aws-sigv4`: both give the same signature, and it is valid here.

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SessionTokenMode, SignableBody, SignableRequest, SignatureLocation,
    SigningParams, SigningSettings, UriPathNormalizationMode,
};
use aws_sigv4::sign::v4;

use super::*;

/// Requests of each kind.
const REQUESTS: u64 = 2_500;
/// Requests of each kind that are changed.
const CHANGED_REQUESTS: u64 = 250;

/// How a request is signed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    pub(super) encoding: PathEncoding,
    pub(super) place: SignatureLocation,
}

pub(super) const KINDS: [Kind; 4] = [
    Kind { encoding: PathEncoding::Once, place: SignatureLocation::Headers },
    Kind { encoding: PathEncoding::Twice, place: SignatureLocation::Headers },
    Kind { encoding: PathEncoding::Once, place: SignatureLocation::QueryParams },
    Kind { encoding: PathEncoding::Twice, place: SignatureLocation::QueryParams },
];

/// Characters of paths that are signed as sent. The documented rule for S3 escapes the path of the resource, so that
/// a path is signed alike whether or not a reserved character in it was escaped. `aws-sigv4` takes the path as it is.
/// Both agree if all reserved characters are escaped, as all SDKs send them.
const ESCAPED_PATH: &[&str] = &["a", "B", "/", ".", "..", "%20", "%2F", "~", "-", "_", "%C3%A9", "%2B", "%40", "%25"];
const ANY_PATH: &[&str] = &["a", "/", ".", "..", "%20", "%2F", "~", "%C3%A9", "+", "=", "@", ":", "*", "$", "!", "%zz"];
/// Bytes that are not UTF-8 are signed as they are here, and replaced by `aws-sigv4`.
const QUERY: &[&str] =
    &["a", "b", "&", "=", "%20", "%26", "+", "%2B", "~", "/", "?", "%C3%A9", "*", ":", "%zz", "a=1&a=0&a&a="];
/// Runs of spaces are one space. A run of tabs is one as well (as for botocore), but not for `aws-sigv4`.
const HEADER: &[&str] = &["a", "B", " ", "  ", "   ", "b,c", "\"", "é", "=", ";"];

fn text(random: &mut fastrand::Rng, parts: &[&str]) -> String {
    (0..random.usize(0..8)).map(|_| parts[random.usize(..parts.len())]).collect()
}

pub(super) fn request(random: &mut fastrand::Rng, kind: Kind) -> Request<Bytes> {
    let path = text(random, if kind.encoding == PathEncoding::Once { ESCAPED_PATH } else { ANY_PATH });
    let query = if random.bool() { format!("?{}", text(random, QUERY)) } else { String::new() };
    let port = ["", ":8443", ":443"][random.usize(..3)];
    let mut request = Request::builder()
        .method(["GET", "PUT", "POST", "DELETE"][random.usize(..4)])
        .uri(format!("https://example.com{port}/{path}{query}"));
    for _ in 0..random.usize(..5) {
        let value = text(random, HEADER);
        let name =
            ["x-one", "x-amz-two", "accept", "content-length", "user-agent", "x-amzn-trace-id"][random.usize(..6)];
        request = request.header(name, HeaderValue::from_bytes(value.as_bytes()).expect("text"));
    }
    request.body(text(random, &["x", "y"]).into()).expect("good parts")
}

/// Signs as `aws-sigv4` does.
fn sign(request: &mut Request<Bytes>, kind: Kind, token: Option<&str>, token_place: TokenPlace) {
    let identity = Credentials::new(ACCESS_KEY, SECRET, token.map(str::to_owned), None, "test").into();
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(SCOPE.region)
        .name(SCOPE.service)
        .time(UNIX_EPOCH + Duration::from_secs(TIME))
        .settings(settings(kind, token_place))
        .build()
        .expect("complete");
    apply(request, &params.into());
}

/// The settings of `aws-sigv4` for a kind of signature.
pub(super) fn settings(kind: Kind, token_place: TokenPlace) -> SigningSettings {
    let mut settings = SigningSettings::default();
    settings.signature_location = kind.place;
    settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    settings.expires_in = Some(Duration::from_secs(60));
    if token_place == TokenPlace::Unsigned {
        settings.session_token_mode = SessionTokenMode::Exclude;
    }
    if kind.encoding == PathEncoding::Once {
        settings.percent_encoding_mode = PercentEncodingMode::Single;
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    }
    settings
}

/// Signs with these parameters of `aws-sigv4`.
pub(super) fn apply(request: &mut Request<Bytes>, params: &SigningParams<'_>) {
    let headers = request.headers().iter();
    let headers = headers.map(|(name, value)| (name.as_str(), std::str::from_utf8(value.as_bytes()).expect("text")));
    let signable = SignableRequest::new(
        request.method().as_str(),
        request.uri().to_string(),
        headers,
        SignableBody::Bytes(request.body()),
    );
    let signed = aws_sigv4::http_request::sign(signable.expect("signable"), params).expect("signed");
    signed.into_parts().0.apply_to_request_http1x(request);
}

/// Returns the request as signed here, and as signed by `aws-sigv4`.
fn both(seed: u64, kind: Kind) -> [Request<Bytes>; 2] {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut ours = request(&mut random, kind);
    let mut theirs = ours.clone();
    let token = random.bool().then_some("a/session+token=");
    let token_place = if random.u8(..8) == 0 { TokenPlace::Unsigned } else { TokenPlace::Signed };
    sign(&mut theirs, kind, token, token_place);
    let key = key();
    let signing = Signing { token_place, ..signing(&key, kind.encoding, token) };
    let hash = hash(ours.body());
    match kind.place {
        SignatureLocation::QueryParams => {
            signing
                .presign(&mut ours, &hash, Presign::new(Duration::from_secs(60)).expect("a minute"))
                .expect("signed");
        }
        _ => {
            signing.sign(&mut ours, &hash, Sha256Header::Sent).expect("signed");
        }
    }
    [ours, theirs]
}

/// Parameters of a query in any order.
pub(super) fn parameters(request: &Request<Bytes>) -> Vec<String> {
    let query = request.uri().query().unwrap_or_default();
    let mut parameters: Vec<_> =
        crate::uri::pairs(query).map(|(name, value)| format!("{}={}", hex(&name), hex(&value))).collect();
    parameters.sort_unstable();
    parameters
}

#[test]
fn signatures_are_those_of_another_implementation() {
    for kind in KINDS {
        for seed in 0..REQUESTS {
            let [ours, theirs] = both(seed, kind);
            assert_eq!(parameters(&ours), parameters(&theirs), "{seed} {kind:?}: {ours:?}");
            for name in ["authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"] {
                assert_eq!(ours.headers().get(name), theirs.headers().get(name), "{seed} {kind:?} {name}: {ours:?}");
            }
        }
    }
}

#[test]
fn signatures_of_another_implementation_are_valid_until_something_changes() {
    for kind in KINDS {
        for seed in 0..CHANGED_REQUESTS {
            let mut random = fastrand::Rng::with_seed(seed);
            let mut request = request(&mut random, kind);
            sign(&mut request, kind, None, TokenPlace::Signed);
            let (head, payload) = (received_without_port(&request), hash(request.body()));
            let valid = |head: &request::Parts, secret, payload: &str| is_valid(head, secret, kind.encoding, payload);
            assert!(valid(&head, SECRET, &payload), "{seed} {kind:?}: {request:?}");
            assert!(!valid(&head, "other", &payload), "{seed}");
            assert!(!valid(&head, SECRET, &hash(b"changed")), "{seed}: another body");
            let mut changed = head.clone();
            changed.method = http::Method::PATCH;
            assert!(!valid(&changed, SECRET, &payload), "{seed}: another method");
            let mut changed = head.clone();
            changed.headers.append("host", HeaderValue::from_static("example.org"));
            assert!(!valid(&changed, SECRET, &payload), "{seed}: another host");
            let mut changed = head.clone();
            let sign = if head.uri.query().is_some() { '&' } else { '?' };
            changed.uri = format!("{}{sign}more=1", head.uri).parse().expect("a URI");
            assert!(!valid(&changed, SECRET, &payload), "{seed}: another query");
            let mut changed = head;
            // Normalization may remove what is added.
            if !kind.encoding.is_unambiguous(changed.uri.path()) {
                continue;
            }
            let target = changed.uri.to_string();
            changed.uri = format!("/changed{target}").parse().expect("a URI");
            assert!(!valid(&changed, SECRET, &payload), "{seed}: another path");
        }
    }
}

/// Clients do not send the default port.
pub(super) fn received_without_port(request: &Request<Bytes>) -> request::Parts {
    let mut head = received(request);
    if head.headers["host"] == "example.com:443" {
        head.headers.insert("host", HeaderValue::from_static("example.com"));
    }
    head
}

#[test]
fn runs_of_spaces_and_tabs_are_one_space() {
    let key = key();
    let sign = |value: &'static str| {
        let mut request = Request::get("https://example.com/").header("a", value).body(Bytes::new()).expect("good");
        let signed = signing(&key, PathEncoding::Twice, None).sign(&mut request, "", Sha256Header::Omitted);
        signed.expect("signed").as_str().to_owned()
    };
    let expected = sign("b c");
    assert!([" b  c ", "b\tc", "\tb \t c"].into_iter().all(|value| sign(value) == expected));
}

#[test]
fn headers_of_connections_and_proxies_are_not_signed() {
    let key = key();
    let sign = |name: &'static str| {
        let mut request = Request::get("https://example.com/").header(name, "b").body(Bytes::new()).expect("good");
        let signed = signing(&key, PathEncoding::Twice, None).sign(&mut request, "", Sha256Header::Omitted);
        signed.expect("signed").as_str().to_owned()
    };
    let without = sign("user-agent");
    for name in ["authorization", "connection", "expect", "te", "traceparent", "transfer-encoding", "x-amzn-trace-id"] {
        assert_eq!(sign(name), without, "{name}");
    }
    assert_ne!(sign("content-type"), without);
}
