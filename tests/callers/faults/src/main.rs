//! Calls S3 and DynamoDB with clients of the AWS SDK for Rust and with ours, over connections with faults. Fails if a
//! result is not the one in the table, or if the two differ without a reason there.

mod endpoints;
#[path = "../../../tests/client/fault_server.rs"]
mod fault_server;
mod faults;
mod ours;
mod sdk;

use std::process::ExitCode;
use std::time::Duration;

use fault_server::FaultServer;
use faults::Fault;

whitesmith_runtime::include_service!("dynamodb");
whitesmith_runtime::include_service!("s3");

/// Operations to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Call {
    /// `GetItem` of DynamoDB.
    GetItem,
    /// `ListParts` of S3.
    ListParts,
    /// `CopyObject` of S3.
    CopyObject,
    /// `GetObject` of S3, with its body.
    GetObject,
    /// `PutObject` of S3, whose body can be read again.
    PutObject,
}

/// Further problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    None,
    /// Nothing listens at the port.
    Closed,
    /// The host has no address.
    UnknownHost,
    /// The server does not know TLS.
    Tls,
    /// The provider of credentials does not return.
    HangingProvider,
    /// The provider of credentials fails.
    FailingProvider,
}

/// The port of the discard service, on which nothing listens.
const CLOSED: &str = "http://127.0.0.1:9";

/// The endpoint of a call.
fn endpoint(server: &FaultServer, setting: Setting) -> String {
    match setting {
        Setting::Closed => CLOSED.to_owned(),
        Setting::UnknownHost => "http://nothing.invalid".to_owned(),
        Setting::Tls => format!("https://{}", server.address),
        _ => format!("http://{}", server.address),
    }
}

/// Longer than all time limits.
const FOREVER: Duration = Duration::from_secs(3600);

/// The result of a call, and the number of requests.
async fn outcome(fault: &Fault, is_sdk: bool) -> String {
    let server = FaultServer::start(fault.steps.clone()).await;
    let endpoint = endpoint(&server, fault.setting);
    let result = async { if is_sdk { sdk::call(&endpoint, fault).await } else { ours::call(&endpoint, fault).await } };
    match tokio::time::timeout(FOREVER, result).await {
        Ok(found) => format!("{found}, {} requests", server.requests()),
        Err(_) => "waits".to_owned(),
    }
}

/// Time passes when all tasks wait.
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> ExitCode {
    let (mut equal, mut different, mut wrong) = (0, 0, 0);
    for fault in faults::all() {
        let found = [outcome(&fault, true).await, outcome(&fault, false).await];
        let expected = [fault.sdk, fault.ours.map_or(fault.sdk, |(ours, _)| ours)];
        let [sdk, ours] = &found;
        let is_expected = found == expected;
        let mark = if is_expected { ' ' } else { '!' };
        println!("{mark} {:<12} {:<36} {sdk:<44} {ours:<44}", format!("{:?}", fault.call), fault.name);
        if let Some((_, reason)) = fault.ours {
            println!("  {:<12} because {reason}", "");
        }
        match is_expected {
            true if sdk == ours => equal += 1,
            true => different += 1,
            false => wrong += 1,
        }
    }
    for (case, sdk, ours) in endpoints::compare().await {
        let is_expected = sdk.is_some() && (sdk == ours) == case.reason.is_none();
        let mark = if is_expected { ' ' } else { '!' };
        let [sdk, ours] = [sdk, ours].map(Option::unwrap_or_default);
        println!("{mark} {:<12} {:<36} {sdk:<44} {ours:<44}", "Host", case.name);
        if let Some(reason) = case.reason {
            println!("  {:<12} because {reason}", "");
        }
        match is_expected {
            true if sdk == ours => equal += 1,
            true => different += 1,
            false => wrong += 1,
        }
    }
    println!("{equal} equal, {different} different with a reason, {wrong} unexpected");
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
