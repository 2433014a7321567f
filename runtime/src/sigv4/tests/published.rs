//! Signatures of published examples: AWS's test suite for signers, and the documentation of S3.

use super::*;

const ONCE: PathEncoding = PathEncoding::Once;
const TWICE: PathEncoding = PathEncoding::Twice;
const NONE: &[(&str, &str)] = &[];
const TOKEN: &str = "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";

/// Name, method, target, headers, session token, path encoding, signature in the header, signature in the query.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
    Option<&'static str>,
    PathEncoding,
    &'static str,
    &'static str,
);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("get-vanilla", "GET", "/", NONE, None, TWICE,
     "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
     "e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d"),
    ("post-vanilla", "POST", "/", NONE, None, TWICE,
     "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
     "2ce6e6d2e0cf2f9d1b55fafec88cd20574c31dc2e7631979f71ba2310083e95b"),
    ("get-header-key-duplicate", "GET", "/", &[("my-header1", "value2"), ("my-header1", "value2"), ("my-header1", "value1")], None, TWICE,
     "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
     "3349ee0b81b4b589da0ff28a395c3591e04de515651dd74f298fa992d1507a97"),
    ("get-header-value-order", "GET", "/", &[("my-header1", "value4"), ("my-header1", "value1"), ("my-header1", "value3"), ("my-header1", "value2")], None, TWICE,
     "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01",
     "313720e71ca6202fdcfa9b20f88de01a4eb0638a83c833b1c184359a4eda864e"),
    ("get-header-value-trim", "GET", "/", &[("my-header1", " value1"), ("my-header2", " \"a   b   c\"")], None, TWICE,
     "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
     "e7bb0fd515e125e1aec2ecc4c0c17484fb06f6846b927c35e46005dd3df3acd4"),
    ("post-header-value-case", "POST", "/", &[("my-header1", "VALUE1")], None, TWICE,
     "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
     "0698bc9e4f7f9139065ba2909c0e99da257e8e2a42492a097bcd46d792391fed"),
    ("get-relative-normalized", "GET", "/example/..", NONE, None, TWICE,
     "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
     "e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d"),
    ("get-relative-unnormalized", "GET", "/example/..", NONE, None, ONCE,
     "eca7ead57bb5aa5c8e28007acd4ff04e1ff9a0ff3b237ec1554a184887ff9282",
     "cbcb213b928a077e43275df47b500f1dfaa864ab3f5a18f6b95f4ff0938167ee"),
    ("get-slash-dot-slash-normalized", "GET", "/./", NONE, None, TWICE,
     "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
     "e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d"),
    ("get-slash-pointless-dot-normalized", "GET", "/./example", NONE, None, TWICE,
     "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5",
     "35034b1a0bdd969f346975386daf8aedfd4976573b8348cf4f67eaa41c5857de"),
    ("get-slash-unnormalized", "GET", "//", NONE, None, ONCE,
     "c88bcd3d312d75078c0cd961d6deae3f4c754924b01669efcfcb439fd5e5b76e",
     "b2a9542809db687769200f56a844a03f2bd0291d6eb90232d5101c6a579446cd"),
    ("get-slashes-normalized", "GET", "//example//", NONE, None, TWICE,
     "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84",
     "c1834e8fb0307243711f0f907f6ab7311ed300d87f13792d7ee4da89ab93e082"),
    ("get-slashes-unnormalized", "GET", "//example//", NONE, None, ONCE,
     "87cca117541a147f6df867677d98a7d80dff226d2bfca9e4ffa899665623c7e5",
     "822a5a9ba28072c5ab2bb4a6307d0c88276d40e49fec6b724c03fb4d4ba60fc2"),
    ("get-unreserved", "GET", "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", NONE, None, TWICE,
     "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
     "95968482db1b9e0fadef6efc1bd24689f77c77d9ef56919c96a28cc92e0d6005"),
    ("get-vanilla-query-order-encoded", "GET", "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1", NONE, None, TWICE,
     "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac",
     "c5f1848ceec943ac2ca68ee720460c23aaae30a2300586597ada94c4a65e4787"),
    ("get-vanilla-query-order-key-case", "GET", "/?Param2=value2&Param1=value1", NONE, None, TWICE,
     "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
     "86012e2c9ad4d77369f5d81c11f75158aae4f895a085212cc6d3f923d300bed5"),
    ("get-vanilla-utf8-query", "GET", "/?%E1%88%B4=bar", NONE, None, TWICE,
     "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
     "0bdd809b1519ac4f0c1dc3540e2cc46bd0c7f778eda408b2ebf3b913d21ff600"),
    ("post-vanilla-query", "POST", "/?Param1=value1", NONE, None, TWICE,
     "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11",
     "a9ef26247f293bffe40eeff86a0480ba8c14d31503b2e0c3399e3a16bf1a3682"),
    ("get-vanilla-with-session-token", "GET", "/", NONE, Some(TOKEN), TWICE,
     "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8",
     "7ff2b50b376cb4d151970630573d6291dc128cc5c2a12ffb237f73cc53f67b6c"),
];

fn request(method: &str, target: &str, headers: &[(&str, &str)]) -> Request<Bytes> {
    let uri = format!("https://example.amazonaws.com{target}");
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Bytes::new()).expect("good parts")
}

fn presign() -> Presign {
    Presign::new(Duration::from_secs(3600)).expect("an hour")
}

/// Query signature of a request.
fn in_query(request: &Request<Bytes>) -> String {
    let query = request.uri().query().expect("a query");
    query.rsplit_once("X-Amz-Signature=").expect("a signature").1.split('&').next().unwrap_or_default().to_owned()
}

#[test]
fn requests_of_the_published_suite_have_its_signatures_and_are_valid() {
    let (key, empty) = (key(), hash(b""));
    for (name, method, target, headers, token, encoding, header, query) in ROWS {
        let signing = signing(&key, *encoding, *token);
        let mut signed = request(method, target, headers);
        let signature = signing.sign(&mut signed, &empty, Sha256Header::Omitted).expect("signed");
        assert_eq!(signature.as_str(), *header, "{name}");
        let head = received(&signed);
        assert!(is_valid(&head, SECRET, *encoding, &empty), "{name}");
        assert!(!is_valid(&head, "other", *encoding, &empty), "{name}");
        let mut signed = request(method, target, headers);
        signing.presign(&mut signed, &empty, presign()).expect("signed");
        assert_eq!(in_query(&signed), *query, "{name}");
        assert!(is_valid(&received(&signed), SECRET, *encoding, &empty), "{name}");
    }
}

#[test]
fn tokens_that_are_not_signed_follow_the_signature() {
    let (key, empty) = (key(), hash(b""));
    let signing = Signing { token_place: TokenPlace::Unsigned, ..signing(&key, TWICE, Some("a/token")) };
    let mut signed = request("POST", "/", NONE);
    let signature = signing.sign(&mut signed, &empty, Sha256Header::Omitted).expect("signed");
    // Those of the same requests without a token.
    assert_eq!(signature.as_str(), "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    assert_eq!(signed.headers()["x-amz-security-token"], "a/token");
    let mut signed = request("POST", "/", NONE);
    signing.presign(&mut signed, &empty, presign()).expect("signed");
    assert_eq!(in_query(&signed), "2ce6e6d2e0cf2f9d1b55fafec88cd20574c31dc2e7631979f71ba2310083e95b");
    assert!(signed.uri().query().is_some_and(|query| query.ends_with("&X-Amz-Security-Token=a%2Ftoken")));
}

#[test]
fn a_body_is_signed_with_its_hash() {
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("content-length", "13")];
    let mut signed = request("POST", "/", &headers);
    let key = key();
    let signing = signing(&key, TWICE, None);
    let signature = signing.sign(&mut signed, &hash(b"Param1=value1"), Sha256Header::Sent).expect("signed");
    assert_eq!(signature.as_str(), "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b");
    assert_eq!(signed.headers()["x-amz-content-sha256"], hash(b"Param1=value1"));
}

const S3: Scope<'static> = Scope { region: "us-east-1", service: "s3" };
const S3_SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
/// 2013-05-24T00:00:00Z
const S3_TIME: u64 = 1_369_353_600;

fn s3(key: &SigningKey) -> Signing<'_> {
    let signing = signing(key, ONCE, None);
    Signing { access_key: "AKIAIOSFODNN7EXAMPLE", scope: S3, time: stamp(S3_TIME), ..signing }
}

fn s3_request(method: &str, uri: &str, headers: &[(&str, &str)]) -> Request<Bytes> {
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Bytes::new()).expect("good parts")
}

#[test]
fn examples_of_s3_have_their_signatures() {
    let key = SigningKey::new(S3_SECRET, "20130524", S3);
    let bucket = "https://examplebucket.s3.amazonaws.com";
    let put = [("date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")];
    for (method, target, headers, body, signature) in [
        (
            "GET",
            "/test.txt",
            &[("range", "bytes=0-9")][..],
            &b""[..],
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        ),
        (
            "PUT",
            "/test%24file.text",
            &put,
            b"Welcome to Amazon S3.",
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
        ),
        ("GET", "/?lifecycle", &[], b"", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        ("GET", "/?max-keys=2&prefix=J", &[], b"", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ] {
        let mut request = s3_request(method, &format!("{bucket}{target}"), headers);
        let found = s3(&key).sign(&mut request, &hash(body), Sha256Header::Sent).expect("signed");
        assert_eq!(found.as_str(), signature, "{method} {target}");
    }
    let mut request = s3_request("GET", &format!("{bucket}/test.txt"), NONE);
    let day = Presign::new(Duration::from_secs(86400)).expect("a day");
    s3(&key).presign(&mut request, UNSIGNED_PAYLOAD, day).expect("signed");
    assert_eq!(in_query(&request), "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
}

#[test]
fn chunks_of_s3_have_their_signatures() {
    let key = SigningKey::new(S3_SECRET, "20130524", S3);
    let uri = "https://s3.amazonaws.com/examplebucket/chunkObject.txt";
    let headers = [
        ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ("content-encoding", "aws-chunked"),
        ("x-amz-decoded-content-length", "66560"),
        ("content-length", "66824"),
    ];
    let mut request = s3_request("PUT", uri, &headers);
    let signature =
        s3(&key).sign(&mut request, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", Sha256Header::Sent).expect("signed");
    assert_eq!(signature.as_str(), "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
    let body = vec![b'a'; 66560];
    let mut chain = Chain::new(S3_SECRET, key, stamp(S3_TIME), S3, signature.as_str().to_owned());
    for (chunk, signature) in [
        (&body[..65536], "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648"),
        (&body[65536..], "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497"),
        (b"", "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9"),
    ] {
        assert!(chain.verify_chunk(Sha256::digest(chunk).into(), signature), "{} bytes", chunk.len());
    }
    assert!(!chain.verify_chunk(Sha256::digest(b"").into(), &"0".repeat(64)));
}

#[test]
fn trailers_of_s3_have_their_signatures() {
    let key = SigningKey::new(S3_SECRET, "20130524", S3);
    let seed = "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e".to_owned();
    let mut chain = Chain::new(S3_SECRET, key, stamp(S3_TIME), S3, seed);
    let body = vec![b'a'; 66560];
    for (chunk, signature) in [
        (&body[..65536], "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2"),
        (&body[65536..], "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7"),
        (b"", "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992"),
    ] {
        assert!(chain.verify_chunk(Sha256::digest(chunk).into(), signature), "{} bytes", chunk.len());
    }
    let lines = "x-amz-checksum-crc32c:sOO8/Q==\n";
    let signature = "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435";
    assert!(chain.verify_trailer(lines, signature));
}
