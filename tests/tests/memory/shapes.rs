//! Values of other types that need more memory than their text: boxes, nested lists, maps, documents, strings, numbers.

use golden::shapes::server;

use crate::support::{CONNECTION, MIB, Peak, Wire, alone, send, serve};

#[path = "../bindings/echo.rs"]
mod echo;

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
