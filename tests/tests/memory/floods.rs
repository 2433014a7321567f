//! Hostile messages in each format, as requests and as responses: memory stays within the limits, and nothing panics.

use golden::shapes::{Client, server};
use whitesmith_runtime::client::{Config, Error};
use whitesmith_runtime::schema::ProtocolId;

use crate::echo::Echo;
use crate::support::{CONNECTION, MIB, Peak, Wire, alone, respond, send, serve};

/// Bytes of a message, about.
const LENGTH: usize = 100_000;

/// Repeats a part, up to about `length` bytes, between two others.
fn fill(open: &str, part: &str, close: &str, length: usize) -> String {
    format!("{open}{}{close}", part.repeat(length / part.len()))
}

fn json(length: usize) -> Vec<String> {
    let many = |open: &str, part: &str, close: &str| fill(open, part, close, length);
    let nested = |open: &str, close: &str| format!("{}{}", many("", open, ""), many("", close, ""));
    let digits = "9".repeat(length);
    vec![
        many(r#"{"x":"#, "[", ""),
        format!(r#"{{"x":{}}}"#, nested("[", "]")),
        many(r#"{"x":"#, r#"{"x":"#, ""),
        many(r#"{"all":{"document":"#, "[", ""),
        format!(r#"{{"all":{{"document":{}}}}}"#, nested("[", "]")),
        many(r#"{"all":{"document":"#, r#"{"x":"#, ""),
        many(r#"{"all":{"tree":"#, r#"{"left":"#, ""),
        many(r#"{"all":{"tree":"#, r#"{"forest":["#, ""),
        many(r#"{"all":{"choice":"#, r#"{"deep":"#, ""),
        many("{", r#""all":{"tree":{}},"#, r#""all":{}}"#),
        many("{", r#""all":{"strings":["a"]},"#, r#""all":{}}"#),
        many(r#"{"all":{"#, r#""string":"a","#, r#""string":""}}"#),
        many(r#"{"all":{"choice":{"#, r#""text":"a","#, r#""text":""}}}"#),
        many(r#"{"all":{"numbers":{"#, r#""a":1,"#, r#""a":1}}}"#),
        many(r#"{"all":{"document":{"#, r#""a":1,"#, r#""a":1}}}"#),
        many("{", r#""a":0,"#, r#""a":0}"#),
        many("{", r#""":[],"#, r#""a":0}"#),
        many("{", "\n", "}"),
        format!(r#"{{"{digits}":0}}"#),
        format!(r#"{{"all":{{"integer":{digits}}}}}"#),
        format!(r#"{{"all":{{"integer":-{digits}}}}}"#),
        format!(r#"{{"all":{{"double":{digits}}}}}"#),
        format!(r#"{{"all":{{"double":0.{digits}}}}}"#),
        format!(r#"{{"all":{{"double":1e{digits}}}}}"#),
        format!(r#"{{"all":{{"double":"{digits}"}}}}"#),
        format!(r#"{{"all":{{"bigInteger":{digits}}}}}"#),
        format!(r#"{{"all":{{"bigInteger":"{digits}"}}}}"#),
        format!(r#"{{"all":{{"bigDecimal":0.{digits}}}}}"#),
        format!(r#"{{"all":{{"bigDecimal":1e-{digits}}}}}"#),
        format!(r#"{{"all":{{"document":{digits}}}}}"#),
        format!(r#"{{"all":{{"document":[1e{digits}]}}}}"#),
        many(r#"{"all":{"document":["#, "1e308,", "0]}}"),
        many(r#"{"all":{"document":["#, "9e-324,", "0]}}"),
        format!(r#"{{"all":{{"timestamp":{digits}}}}}"#),
        format!(r#"{{"all":{{"timestamp":1e308}},"x":{digits}}}"#),
        format!(r#"{{"all":{{"dateTime":"{digits}"}}}}"#),
        many(r#"{"all":{"string":""#, r"\u0061", r#""}}"#),
        many(r#"{"all":{"string":""#, r"\ud83d\ude00", r#""}}"#),
        many(r#"{"all":{"string":""#, r"\ud83d", r#""}}"#),
        many(r#"{"all":{"string":""#, "\u{0}", r#""}}"#),
        many(r#"{"all":{"blob":""#, "AAAA", r#"A"}}"#),
        many(r#"{"all":{"color":""#, "x", r#""}}"#),
    ]
}

fn cbor(length: usize) -> Vec<Vec<u8>> {
    let many = |open: &[u8], part: &[u8], close: &[u8]| [open, &part.repeat(length / part.len()), close].concat();
    let member = |name: &str, value: &[u8]| {
        let head = 0x60 + u8::try_from(name.len()).expect("short");
        [b"\xa1\x63all\xa1", &[head][..], name.as_bytes(), value].concat()
    };
    let within = |name: &str, open: &[u8], part: &[u8], close: &[u8]| member(name, &many(open, part, close));
    let declared = |head: u8| [&[head][..], &[0xff; 8], b"\x60\x60\x60"].concat();
    let mut bodies = vec![
        within("string", b"\x7f", b"\x61a", b"\xff"),
        within("string", b"\x7f", b"\x60", b"\xff"),
        within("string", b"\x7f", b"\x7f", b"\xff"),
        within("string", b"\x7f", b"\x40", b"\xff"),
        within("blob", b"\x5f", b"\x41a", b"\xff"),
        within("blob", b"\x5f", b"\x40", b"\xff"),
        within("string", b"", b"\xc1", b"\x60"),
        within("string", b"", b"\xd9\xd9\xf7", b"\x60"),
        within("document", b"", b"\xdb\xff\xff\xff\xff\xff\xff\xff\xff", b"\x60"),
        within("document", b"", b"\x9f", b""),
        within("document", b"", b"\x81", b""),
        within("document", b"", b"\xbf\x60", b""),
        within("document", b"\xbf", b"\x7f\x61a\xff\x00", b"\xff"),
        within("document", b"\xbf", b"\x60\x00", b"\xff"),
        within("document", b"\x9f", b"\xc4\x82\x39\x0f\x9f\x01", b"\xff"),
        within("document", b"\x9f", b"\xc4\x82\x39\x0e\x9f\xc2\x41\xff", b"\xff"),
        within("document", b"\xbf", b"\x60\xc4\x82\x39\x0f\x9f\x01", b"\xff"),
        within("document", b"\x9f", b"\xfb\x00\x00\x00\x00\x00\x00\x00\x01", b"\xff"),
        within("document", b"\x9f", b"\xfb\x7f\xef\xff\xff\xff\xff\xff\xff", b"\xff"),
        within("tree", b"", b"\xa1\x64left", b""),
        within("tree", b"", b"\xbf\x64left", b""),
        within("choice", b"", b"\xa1\x64deep", b""),
        within("numbers", b"\xbf", b"\x60\x00", b"\xff"),
        within("strings", b"\x9f", b"\x60", b"\xff"),
        within("sparse", b"\x9f", b"\xf6", b"\xff"),
        many(b"\xbf", b"\x60\x00", b"\xff"),
        many(b"\xbf", b"\x61a\x80", b"\xff"),
        many(b"\xa1\x61a", b"\x9f", b""),
        many(b"\xa1\x61a", b"\xc0", b"\x00"),
        many(b"\xbf", b"\x63all\xa1\x64tree\xa0", b"\xff"),
        many(b"", b"\xff", b""),
        many(b"", b"\x1c", b""),
        member("bigInteger", &many(b"\xc2\x5a\x00\x01\x86\xa0", b"\xff", b"")),
        member("bigInteger", &many(b"\xc3\x5f", b"\x41\xff", b"\xff")),
        member("bigDecimal", &many(b"\xc4\x82\x00\xc2\x5f", b"\x41\xff", b"\xff")),
        member("bigDecimal", b"\xc4\x82\x1b\x7f\xff\xff\xff\xff\xff\xff\xff\x01"),
        member("bigDecimal", b"\xc4\x82\x3b\x7f\xff\xff\xff\xff\xff\xff\xff\x01"),
        member("document", b"\xc4\x82\x3b\x7f\xff\xff\xff\xff\xff\xff\xff\xc2\x40"),
        member("timestamp", b"\xc1\xfb\x7f\xef\xff\xff\xff\xff\xff\xff"),
        member("timestamp", b"\xc1\xfb\x7f\xf8\x00\x00\x00\x00\x00\x00"),
        member("timestamp", b"\xc1\x3b\xff\xff\xff\xff\xff\xff\xff\xff"),
        member("integer", b"\x3b\xff\xff\xff\xff\xff\xff\xff\xff"),
        member("integer", b"\xf8\xff"),
    ];
    for name in ["string", "blob", "strings", "sparse", "nested", "numbers", "document", "tree", "choice", "x"] {
        bodies.extend([0x5b, 0x7b, 0x9b, 0xbb].map(|head| member(name, &declared(head))));
    }
    bodies
}

fn xml(length: usize) -> Vec<String> {
    let many = |open: &str, part: &str, close: &str| fill(open, part, close, length);
    let numbered = |open: &str, name: &str, close: &str| {
        let parts = (0..length / (name.len() + 10)).map(|at| format!(" {name}{at:05}=\"\""));
        format!("{open}{}{close}", parts.collect::<String>())
    };
    let laughs = (0..20).map(|at| format!("<!ENTITY l{} \"{}\">", at + 1, format!("&l{at};").repeat(10)));
    let laughs = laughs.collect::<String>();
    vec![
        numbered("<a", "b", "/>"),
        numbered("<a", "xmlns:b", "><all/></a>"),
        many("<a><all", " b=\"\"", "/></a>"),
        many("<a><x", " xmlns=\"u\"", "/></a>"),
        many("", "<a>", ""),
        many("<a>", "<x>", ""),
        many("<a><all>", "<tree>", ""),
        many("<a><all><tree>", "<left>", ""),
        many("<a><all><tree>", "<forest><member>", ""),
        many("<a><all><choice>", "<deep>", ""),
        many("<a><all>", "<string/>", "</all></a>"),
        many("<a><all>", "<tree/>", "</all></a>"),
        many("<a>", "<all/>", "</a>"),
        many("<a><all><strings>", "<member/>", "</strings></all></a>"),
        many("<a><all><numbers>", "<entry><key/><value>0</value></entry>", "</numbers></all></a>"),
        many("<a><all><nested>", "<member/>", "</nested></all></a>"),
        many("<a><all><string>", "&#97;", "</string></all></a>"),
        many("<a><all><string>", "&amp;", "</string></all></a>"),
        many("<a><all><string>", "&x;", "</string></all></a>"),
        many("<a><all><string>", "&#0;", "</string></all></a>"),
        many("<a><all><string>", "<![CDATA[a]]>", "</string></all></a>"),
        many("<a><all><string>", "<![CDATA[]]>", "</string></all></a>"),
        many("<a><all><string>", "<!---->", "</string></all></a>"),
        many("<a><all><string>", "<?a?>", "</string></all></a>"),
        many("<a>", "<!--", "-->"),
        many("<a><all><integer>", "9", "</integer></all></a>"),
        many("<a><all><document>", "[", "</document></all></a>"),
        many("<a><all><blob>", "A A ", "</blob></all></a>"),
        many("<", "a", "/>"),
        many("<a><", "x", "/></a>"),
        many("<a><", "x:", "all/></a>"),
        many("<a", " ", "/>"),
        many("<!DOCTYPE a [", "<!ENTITY b \"c\">", "]><a>&b;</a>"),
        format!("<!DOCTYPE a [<!ENTITY l0 \"a\">{laughs}]><a><all><string>&l20;</string></all></a>"),
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a><all><string>&b;</string></all></a>".to_owned(),
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>".to_owned(),
    ]
}

fn query(length: usize) -> Vec<String> {
    let many = |open: &str, part: &str, close: &str| {
        fill(&format!("Action=EchoTypes&Version=2026-11-21{open}"), part, close, length)
    };
    vec![
        many("&all", ".tree", "=a"),
        many("&all.tree", ".left", ".value=a"),
        many("&all.tree", ".forest.member.1", ".value=a"),
        many("", "&all.tree.value=a", ""),
        many("", "&", ""),
        many("", "&=", ""),
        many("", "&a", ""),
        many("&all.string=", "%61", ""),
        many("&all.string=", "%", ""),
        many("&", "a.", "=a"),
        many("&all.strings.member.", "9", "=a"),
        many("&all.strings.member.4294967295=a", "&b=", ""),
        many("&all.integer=", "9", ""),
        many("", "&all.numbers.entry.1.key=a&all.numbers.entry.1.value=1", ""),
        many("&all.document=", "%5B", ""),
    ]
}

/// All messages of a format.
fn bodies(wire: Wire, length: usize) -> Vec<Vec<u8>> {
    let bytes = |texts: Vec<String>| texts.into_iter().map(String::into_bytes).collect();
    match wire {
        Wire::Json => bytes(json(length)),
        Wire::Cbor => cbor(length),
        Wire::Query => bytes(query(length)),
        Wire::Xml => bytes(xml(length)),
    }
}

#[tokio::test]
async fn hostile_requests_are_answered_within_their_limits() {
    let _alone = alone().await;
    let address = serve(server::service(Echo)).await;
    send(address, &Wire::Json.request("Shapes.EchoTypes", b"{}")).await;
    for wire in Wire::ALL {
        for body in bodies(wire, LENGTH) {
            let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
            let request = wire.request("Shapes.EchoTypes", &body);
            let limit = body.len() * 32 + MIB + CONNECTION;
            let peak = Peak::start();
            let head = send(address, &request).await;
            assert!(peak.bytes() <= limit, "{wire:?}: {} of {limit} bytes for {shown}", peak.bytes());
            let is_expected = ["200", "400", "413", "415"].iter().any(|status| head[9..].starts_with(status));
            assert!(is_expected, "{wire:?}: {shown}: {head}");
        }
    }
}

#[tokio::test]
async fn hostile_responses_are_read_within_their_limits() {
    let _alone = alone().await;
    let formats = [
        (Wire::Json, ProtocolId::AwsJson1_1, "content-type: application/x-amz-json-1.1\r\n"),
        (Wire::Cbor, ProtocolId::RpcV2Cbor, "content-type: application/cbor\r\nsmithy-protocol: rpc-v2-cbor\r\n"),
        (Wire::Xml, ProtocolId::RestXml, "content-type: application/xml\r\n"),
        (Wire::Xml, ProtocolId::AwsQuery, "content-type: text/xml\r\n"),
    ];
    for (wire, protocol, fields) in formats {
        for status in ["200 OK", "400 Bad Request"] {
            for body in bodies(wire, LENGTH) {
                let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
                let limit = body.len() * 32 + MIB + CONNECTION;
                let url = respond(status, fields, body).await;
                let client = Client::new(Config::new().endpoint_url(url).protocol(protocol).unsigned().attempts(1));
                let peak = Peak::start();
                let result = client.echo_types().send().await;
                assert!(peak.bytes() <= limit, "{protocol:?}: {} of {limit} bytes for {shown}", peak.bytes());
                let is_expected = matches!(result, Ok(_) | Err(Error::Response { .. } | Error::Service(_)));
                assert!(is_expected, "{protocol:?}: {shown}: {result:.300?}");
            }
        }
    }
}
