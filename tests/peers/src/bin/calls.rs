//! Signed calls of generated clients through a transport that returns the same response each time.
//!
//! `calls CASE TIMES`, where CASE is `versions` or `history`.

#[allow(dead_code, reason = "only the peers of `json` read the types")]
#[path = "../../../bench/src/bin/codecs/history/mod.rs"]
mod history;

use std::convert::Infallible;
use std::future::ready;
use std::hint::black_box;
use std::process::ExitCode;

use bytes::Bytes;
use generated::sfn::Client;
use http_body_util::Full;
use whitesmith_runtime::client::{Config, Credentials, RequestBody, Transport};

const VERSIONS: &str = concat!(
    r#"{"stateMachineVersions":[{"stateMachineVersionArn":"#,
    r#""arn:aws:states:eu-central-1:123456789012:stateMachine:order:1","creationDate":1766000000.5}]}"#,
);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [case, times] = arguments.as_slice() else { return usage() };
    let Ok(times) = times.parse::<usize>() else { return usage() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    match case.as_str() {
        "versions" => runtime.block_on(versions(times)),
        "history" => runtime.block_on(history(times)),
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("calls versions|history TIMES");
    ExitCode::from(2)
}

fn client(body: String) -> Client {
    let body = Bytes::from(body);
    let transport = Transport::new(tower::service_fn(move |_: http::Request<RequestBody>| {
        ready(Ok::<_, Infallible>(http::Response::new(Full::new(body.clone()))))
    }));
    let credentials = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    Client::new(Config::new().region("eu-central-1").credentials(credentials).transport(transport))
}

async fn versions(times: usize) {
    let client = client(VERSIONS.to_owned());
    for _ in 0..times {
        let arn = "arn:aws:states:eu-central-1:123456789012:stateMachine:order";
        let output = client.list_state_machine_versions().state_machine_arn(arn).max_results(100).send().await;
        assert_eq!(black_box(output).expect("a valid response").state_machine_versions.len(), 1);
    }
}

async fn history(times: usize) {
    let client = client(history::document(1000));
    for _ in 0..times {
        let arn = "arn:aws:states:eu-central-1:123456789012:execution:order:17";
        let output = client.get_execution_history().execution_arn(arn).max_results(1000).send().await;
        assert_eq!(black_box(output).expect("a valid response").events.len(), 1000);
    }
}
