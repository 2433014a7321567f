//! Many clients at once, with valid and invalid requests.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use generated::sfn::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use super::storage::Process;
use super::support::{DEFINITION, ROLE, code, route};

/// How long clients send requests.
#[derive(Clone)]
enum Until {
    Count(Arc<AtomicUsize>),
    Time(Instant),
}

impl Until {
    fn goes_on(&self) -> bool {
        match self {
            Self::Count(left) => {
                left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok()
            }
            Self::Time(end) => Instant::now() < *end,
        }
    }
}

/// Status of the response to these bytes.
async fn raw(address: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let head = "POST / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/x-amz-json-1.0\r\n\
                x-amz-target: AWSStepFunctions.StartExecution\r\n";
    let request = format!("{head}content-length: {}\r\n\r\n{body}", body.len());
    stream.write_all(request.as_bytes()).await.expect("to write");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    answer.split(' ').nth(1).unwrap_or_default().to_owned()
}

/// Calls until the end, and returns the time of each call.
async fn calls(client: Client, address: String, number: usize, until: Until) -> Vec<Duration> {
    let create = client.create_state_machine().name(format!("load-{number}")).definition(DEFINITION).role_arn(ROLE);
    let made = create.publish(true).send().await.expect("a machine");
    let (machine, version) = (made.state_machine_arn, made.state_machine_version_arn.expect("a version"));
    let mut times = Vec::new();
    let mut round = 0;
    while until.goes_on() {
        let start = Instant::now();
        match round % 6 {
            0 => drop(client.start_execution().state_machine_arn(machine.clone()).send().await.expect("an execution")),
            1 => drop(
                client
                    .list_executions()
                    .state_machine_arn(machine.clone())
                    .max_results(5)
                    .send()
                    .await
                    .expect("a list"),
            ),
            2 => drop(client.describe_state_machine().state_machine_arn(version.clone()).send().await.expect("it")),
            3 => {
                let alias =
                    client.create_state_machine_alias().name("live").routing_configuration(route(version.as_str(), 7));
                assert_eq!(code(alias.send().await), "ValidationException");
            }
            4 => {
                let missing = client.describe_state_machine().state_machine_arn(format!("{}:99", version.as_str()));
                assert_eq!(code(missing.send().await), "InvalidArn");
            }
            _ => {
                for body in ["{", "[]", r#"{"stateMachineArn":7}"#] {
                    assert_eq!(raw(&address, body).await, "400", "{body}");
                }
            }
        }
        times.push(start.elapsed());
        round += 1;
    }
    times
}

/// `WHITESMITH_LOAD=60 cargo test -p workflow-server --test seeds clients -- --nocapture` takes a minute.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_clients_are_served_without_errors() {
    let seconds = std::env::var("WHITESMITH_LOAD").ok().and_then(|seconds| seconds.parse().ok());
    let until = || match seconds {
        Some(seconds) => Until::Time(Instant::now() + Duration::from_secs(seconds)),
        None => Until::Count(Arc::new(AtomicUsize::new(2000))),
    };
    let folder = tempfile::tempdir().expect("a folder");
    let process = Process::start(&folder.path().join("workflow.db")).await;
    let until = until();
    let mut clients = JoinSet::new();
    for number in 0..200 {
        clients.spawn(calls(process.client.clone(), process.address.clone(), number, until.clone()));
    }
    let mut sizes = Vec::new();
    if let Some(seconds) = seconds {
        for _ in 0..6 {
            tokio::time::sleep(Duration::from_secs(seconds) / 6).await;
            sizes.push(process.resident_kilobytes());
        }
    }
    let mut times: Vec<Duration> = clients.join_all().await.into_iter().flatten().collect();
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    println!("{} calls, no error; p50 {:?}, p99 {:?}; resident kB {sizes:?}", times.len(), at(50), at(99));
    process.kill().await;
}
