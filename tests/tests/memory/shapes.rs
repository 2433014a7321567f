//! Values of other types that need more memory than their text: boxes, nested lists, maps, documents, strings, numbers.

use golden::shapes::server;

use crate::echo;
use crate::support::{CONNECTION, MIB, Peak, Wire, alone, send, serve};

/// About `length` bytes of JSON for each kind.
fn bodies(length: usize) -> Vec<String> {
    let many = |open: &str, element: &str, close: &str| {
        format!("{{\"all\":{{{open}{}{close}}}}}", vec![element; length / (element.len() + 1)].join(","))
    };
    let entries = |name: &str, value: &str| {
        let entries: Vec<String> = (0..length / (value.len() + 9)).map(|at| format!("\"{at:05}\":{value}")).collect();
        format!("{{\"all\":{{\"{name}\":{{{}}}}}}}", entries.join(","))
    };
    vec![
        many(r#""tree":{"forest":["#, "{}", "]}"),
        many(r#""tree":{"forest":["#, r#"{"left":{}}"#, "]}"),
        many(r#""nested":["#, r#"{"":0}"#, "]"),
        many(r#""nested":["#, "{}", "]"),
        many(r#""strings":["#, r#""""#, "]"),
        many(r#""strings":["#, r#""a""#, "]"),
        many(r#""sparse":["#, "null", "]"),
        many(r#""document":["#, r#"{"":0}"#, "]"),
        many(r#""document":["#, "[]", "]"),
        entries("document", "0"),
        entries("numbers", "0"),
    ]
}

#[tokio::test]
async fn a_request_takes_at_most_32_times_its_body_and_1_mib() {
    let _alone = alone().await;
    let address = serve(server::service(echo::Echo)).await;
    send(address, &Wire::Json.request("Shapes.EchoTypes", b"{}")).await;
    for length in [27_000, 300_000] {
        for body in bodies(length) {
            let request = Wire::Json.request("Shapes.EchoTypes", body.as_bytes());
            let limit = body.len() * 32 + MIB + CONNECTION;
            let peak = Peak::start();
            let head = send(address, &request).await;
            assert!(peak.bytes() <= limit, "{} of {limit} bytes for {}", peak.bytes(), &body[..40]);
            let is_expected = head.starts_with("http/1.1 200") || head.starts_with("http/1.1 413");
            assert!(is_expected, "{}: {head}", &body[..40]);
        }
    }
}

/// Requests with about `length` bytes of parameters or header values, as many as possible.
fn heads(length: usize) -> Vec<String> {
    let many = |part: &str| part.repeat(length / part.len());
    let names: Vec<String> = (0..length / 6).map(|at| format!("&{at:05x}")).collect();
    let query = |text: &str| format!("PUT /bindings/a/to/b?fixed=yes{text} HTTP/1.1\r\n");
    let header = |name: &str, text: &str| format!("PUT /bindings/a/to/b?fixed=yes HTTP/1.1\r\n{name}: {text}\r\n");
    let prefixed: Vec<String> = (0..90).map(|at| format!("x-meta-{at}: {}\r\n", "v".repeat(length / 90))).collect();
    vec![
        query(&many("&a")),
        query(&many("&+")),
        query(&many("&item")),
        query(&many("&item=a")),
        query(&names.concat()),
        query(&many("&=%61")),
        header("x-list", &many("a,")),
        header("x-list", &many(",")),
        header("x-list", &many("\"\",")),
        header("x-dates", &many("Tue, 29 Apr 2014 18:30:38 GMT,")),
        header("x-dates", &many(",")),
        format!("PUT /bindings/a/to/b?fixed=yes HTTP/1.1\r\n{}", prefixed.concat()),
    ]
}

#[tokio::test]
async fn parameters_and_headers_take_at_most_1_mib() {
    let _alone = alone().await;
    let address = serve(server::service(echo::Echo)).await;
    send(address, &Wire::Json.request("Shapes.EchoTypes", b"{}")).await;
    for length in [20_000, 60_000] {
        for head in heads(length) {
            let request = format!("{head}host: x\r\naccept: application/json\r\nconnection: close\r\n\r\n");
            // The parser's buffer may be twice as large as the head.
            let limit = MIB + CONNECTION + 3 * request.len();
            let peak = Peak::start();
            let answer = send(address, request.as_bytes()).await;
            assert!(peak.bytes() <= limit, "{} of {limit} bytes for {}", peak.bytes(), &head[..60]);
            let is_expected =
                ["200", "202", "400", "413", "414", "431"].iter().any(|status| answer[9..].starts_with(status));
            assert!(is_expected, "{}: {answer}", &head[..60]);
        }
    }
}
