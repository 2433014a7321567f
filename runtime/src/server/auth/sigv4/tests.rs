//! Which payloads and times of signatures are accepted.

use http::Request;

use super::*;
use crate::member;
use crate::schema::Schema;
use crate::schema::prelude::UNIT;
use crate::sigv4::Stamp;

static PLAIN: OperationSchema = OperationSchema::new("Plain", &UNIT, &UNIT);
static UNSIGNED: OperationSchema = OperationSchema::new("Unsigned", &UNIT, &UNIT).unsigned_payload();

static WORDS: Schema = Schema::union("a#Words", &[member!("word", UNIT)]).streaming();
static TALK_INPUT: Schema = Schema::structure("a#TalkInput", &[member!("words", WORDS)]);
static TALK: OperationSchema = OperationSchema::new("Talk", &TALK_INPUT, &UNIT);

fn signed(place: Place) -> Signed {
    Signed {
        algorithm: Algorithm::Symmetric,
        access_key: "A".to_owned(),
        region: "r".to_owned(),
        service: "s".to_owned(),
        time: Stamp::parse("20130524T000000Z").expect("a time"),
        place,
        signed_headers: "host".to_owned(),
        signature: String::new(),
        token: None,
    }
}

/// The hash or marker that the signature covers. `None` if the hash is not yet known.
fn covered(
    operation: &'static OperationSchema,
    headers: &[(&'static str, &str)],
    place: Place,
    rules: Rules,
) -> Result<Option<String>, Refusal> {
    let verifier = SigV4Verifier::new(|_: AccessKey| async { Ok::<_, std::io::Error>(None) });
    let mut request = Request::put("/");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let signed = signed(place);
    let head = request.body(()).expect("good parts").into_parts().0;
    verifier.payload(operation, &head, &signed, rules).map(|payload| match payload {
        Payload::Declared(hash, _) => Some(hash),
        Payload::Unknown => None,
    })
}

#[test]
fn bodies_without_a_signature_are_accepted_only_where_the_model_allows_them() {
    let url = Place::Query { expires: 1 };
    let unsigned = [("x-amz-content-sha256", "UNSIGNED-PAYLOAD")];
    assert!(matches!(covered(&PLAIN, &unsigned, Place::Header, Rules::General), Err(Refusal::UnsignedPayload)));
    assert!(matches!(covered(&UNSIGNED, &unsigned, Place::Header, Rules::General), Ok(Some(_))));
    assert!(matches!(covered(&PLAIN, &unsigned, Place::Header, Rules::S3), Ok(Some(_))));
    assert!(matches!(covered(&PLAIN, &[], url, Rules::General), Ok(None)), "the body has to be hashed");
    assert!(matches!(covered(&PLAIN, &[], url, Rules::S3), Ok(Some(_))));
    let events = [("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-EVENTS")];
    assert!(matches!(covered(&PLAIN, &events, Place::Header, Rules::S3), Err(Refusal::UnsignedPayload)), "no events");
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    for (headers, expected) in [(&events[..], events[0].1), (&[], empty)] {
        let found = covered(&TALK, headers, Place::Header, Rules::General);
        assert!(matches!(found, Ok(Some(found)) if found == expected), "{headers:?}");
    }
    assert!(matches!(covered(&TALK, &[], url, Rules::General), Err(Refusal::UnsignedPayload)));
    let chunked = [("content-encoding", "aws-chunked")];
    assert!(matches!(covered(&TALK, &chunked, Place::Header, Rules::General), Err(Refusal::UnsignedPayload)));
}

#[test]
fn the_longest_skew_is_a_week_and_signatures_expire_after_their_last_second() {
    let verifier = SigV4Verifier::new(|_: AccessKey| async { Ok::<_, std::io::Error>(None) });
    assert_eq!(verifier.clone().clock_skew(Duration::MAX).skew, Some(MAX_SKEW));
    let seconds = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
    let verifier = verifier.clock(|| UNIX_EPOCH + Duration::from_secs(1_369_353_600 + 300));
    let signed = signed(Place::Header);
    assert!(
        matches!(verifier.check_time(&signed, Rules::General), Ok(expires) if expires == seconds(1_369_353_600 + 301))
    );
    let verifier = verifier.clock(|| UNIX_EPOCH + Duration::from_secs(1_369_353_600 + 301));
    assert!(matches!(verifier.check_time(&signed, Rules::General), Err(Refusal::Skewed)));
}

#[cfg(feature = "sigv4a")]
#[tokio::test]
async fn signatures_for_several_regions_are_accepted_only_if_allowed() {
    static SERVICE: ServiceSchema = ServiceSchema::new("a#S", "1", &[&PLAIN]).sigv4("s");
    let verifier = SigV4Verifier::new(|_: AccessKey| async { Ok::<_, std::io::Error>(None) });
    let verifier = verifier.clock(|| UNIX_EPOCH + Duration::from_secs(1_369_353_600));
    let head = Request::put("/").header("host", "a.test").body(()).expect("good parts").into_parts().0;
    let signed = Signed { algorithm: Algorithm::Asymmetric, region: "*".to_owned(), ..signed(Place::Header) };
    let refused = verifier.admit(&SERVICE, &PLAIN, &head, signed.clone()).await;
    assert!(matches!(refused, Err(Refusal::Malformed(Malformed::Algorithm, SignedIn::Header))));
    let looked_up = verifier.allow_sigv4a().admit(&SERVICE, &PLAIN, &head, signed).await;
    assert!(matches!(looked_up, Err(Refusal::UnknownKey)));
}

#[test]
fn an_unsigned_encoding_cannot_replace_the_body() {
    let hash = "0".repeat(64);
    let chunked = ("content-encoding", "gzip, AWS-chunked");
    let with_hash = [("x-amz-content-sha256", hash.as_str()), chunked];
    assert!(matches!(covered(&PLAIN, &with_hash[..1], Place::Header, Rules::S3), Ok(Some(_))));
    assert!(matches!(covered(&PLAIN, &with_hash, Place::Header, Rules::S3), Err(Refusal::UnsignedPayload)));
    assert!(matches!(covered(&PLAIN, &[chunked], Place::Header, Rules::General), Err(Refusal::UnsignedPayload)));
    let streamed = [("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"), chunked];
    assert!(matches!(covered(&PLAIN, &streamed, Place::Header, Rules::S3), Ok(Some(_))));
}
