//! Asymmetric signatures: of random requests, which are those of the crate `aws-sigv4`, and as servers see them.

use aws_credential_types::Credentials;
use aws_sigv4::http_request::SignatureLocation;
use aws_sigv4::sign::v4a;
use p256::ecdsa::Signature;

use super::other::{KINDS, apply, parameters, received_without_port, request, settings};
use super::*;

/// Requests of each kind.
const REQUESTS: u64 = 50;

#[test]
fn asymmetric_signatures_are_those_of_another_implementation() {
    let own = AsymmetricKey::new(ACCESS_KEY, SECRET).expect("a key");
    let key = key();
    for kind in KINDS {
        for seed in 0..REQUESTS {
            let mut random = fastrand::Rng::with_seed(seed);
            let mut ours = request(&mut random, kind);
            let mut theirs = ours.clone();
            let token = random.bool().then_some("a/session+token=");
            let regions = ["*", "us-east-1", "eu-central-1,eu-west-*"][random.usize(..3)];
            let identity = Credentials::new(ACCESS_KEY, SECRET, token.map(str::to_owned), None, "test").into();
            let params = v4a::SigningParams::builder()
                .identity(&identity)
                .region_set(regions)
                .name(SCOPE.service)
                .time(UNIX_EPOCH + Duration::from_secs(TIME))
                .settings(settings(kind, TokenPlace::Signed))
                .build()
                .expect("complete");
            apply(&mut theirs, &params.into());

            let signing = Signing { asymmetric: Some((&own, regions)), ..signing(&key, kind.encoding, token) };
            let hash = hash(ours.body());
            if kind.place == SignatureLocation::QueryParams {
                let expires = Presign::new(Duration::from_secs(60)).expect("a minute");
                signing.presign(&mut ours, &hash, expires).expect("signed");
            } else {
                signing.sign(&mut ours, &hash, Sha256Header::Sent).expect("signed");
            }
            assert_eq!(parameters(&ours), parameters(&theirs), "{seed} {kind:?}: {ours:?}");
            for name in ["authorization", "x-amz-date", "x-amz-region-set", "x-amz-security-token"] {
                assert_eq!(ours.headers().get(name), theirs.headers().get(name), "{seed} {kind:?} {name}: {ours:?}");
            }
            let head = received_without_port(&ours);
            assert!(is_valid(&head, SECRET, kind.encoding, &hash), "{seed} {kind:?}: {ours:?}");
            assert!(!is_valid(&head, "other", kind.encoding, &hash), "{seed} {kind:?}: {ours:?}");
            assert!(!is_valid(&head, SECRET, kind.encoding, "other"), "{seed} {kind:?}: {ours:?}");
        }
    }
}

/// A request that is signed for regions.
fn signed(regions: &str) -> request::Parts {
    let (own, key) = (AsymmetricKey::new(ACCESS_KEY, SECRET).expect("a key"), key());
    let signing = Signing { asymmetric: Some((&own, regions)), ..signing(&key, PathEncoding::Twice, None) };
    let mut request = Request::get("https://example.com/a?b=c").body(()).expect("good parts");
    signing.sign(&mut request, "", Sha256Header::Omitted).expect("signed");
    received(&request)
}

fn read(head: &request::Parts) -> Result<Signed, Malformed> {
    Signed::of(head).map(|signed| signed.expect("signed"))
}

#[test]
fn what_an_asymmetric_signature_covers_cannot_be_changed() {
    let changes: [fn(&mut request::Parts); 5] = [
        |head| head.method = http::Method::PUT,
        |head| head.uri = "/a?b=d".parse().expect("a URI"),
        |head| drop(head.headers.insert("host", HeaderValue::from_static("other"))),
        |head| drop(head.headers.insert("x-amz-region-set", HeaderValue::from_static("eu-west-1,*"))),
        |head| drop(head.headers.insert("x-amz-date", HeaderValue::from_static("20150830T123601Z"))),
    ];
    assert!(is_valid(&signed("eu-*"), SECRET, PathEncoding::Twice, ""));
    for change in changes {
        let mut head = signed("eu-*");
        change(&mut head);
        assert!(!is_valid(&head, SECRET, PathEncoding::Twice, ""), "{head:?}");
    }
    let mut head = signed("eu-*");
    head.headers.remove("x-amz-region-set");
    assert_eq!(read(&head), Err(Malformed::Missing("X-Amz-Region-Set")));
    for none in ["", " , "] {
        assert_eq!(read(&signed(none)), Err(Malformed::Part("X-Amz-Region-Set")), "{none:?}");
    }
}

#[test]
fn patterns_select_the_regions_of_a_signature() {
    for (set, region, expected) in [
        ("*", "eu-central-1", true),
        ("eu-central-1", "eu-central-1", true),
        ("us-east-1, eu-*", "eu-central-1", true),
        ("eu-*-1", "eu-central-1", true),
        ("*-c*l-*", "eu-central-1", true),
        ("eu-*-2", "eu-central-1", false),
        ("us-*,eu-west-*", "eu-central-1", false),
        ("eu-central-1*1", "eu-central-1", false),
        ("eu", "eu-central-1", false),
        ("us-east-1,", "eu-central-1", false),
    ] {
        assert_eq!(read(&signed(set)).expect("well-formed").is_for(region), expected, "{set}");
    }
}

#[test]
fn both_forms_of_a_signature_are_the_same_one() {
    let head = signed("*");
    let first = read(&head).expect("well-formed");
    let bytes: Vec<u8> = (0..first.signature.len() / 2)
        .map(|at| u8::from_str_radix(&first.signature[2 * at..2 * at + 2], 16).expect("digits"))
        .collect();
    let signature = Signature::from_der(&bytes).expect("a signature");
    let other = Signature::from_scalars(signature.r(), -signature.s()).expect("a signature");
    let second = Signed { signature: hex(other.to_der().as_bytes()), ..first.clone() };
    let key = first.key(SECRET).expect("a key");
    let request = first.begin(&head, PathEncoding::Twice).expect("complete").with("");
    for signed in [&first, &second] {
        assert!(signed.is_valid(&key, &request));
    }
    assert_ne!(first.signature, second.signature);
    assert_eq!(first.unique(), second.unique());
    let longer = Signed { signature: format!("{}00", first.signature), ..first.clone() };
    let upper = Signed { signature: first.signature.to_uppercase(), ..first.clone() };
    let none = Signed { signature: String::new(), ..first };
    for signed in [longer, upper, none] {
        assert!(!signed.is_valid(&key, &request), "{signed:?}");
    }
}
