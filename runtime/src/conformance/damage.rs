//! Mutations: messages of cases, truncated at each byte and mutated at random. Reading them must return a value or an
//! error quickly, and must not panic.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use fastrand::Rng;
use http::header::{HeaderName, HeaderValue};
use http::{HeaderMap, Request, Response, Uri};
use http_body_util::{BodyExt, Full};
use serde_json::{Map, Value as Json};
use tokio::runtime::Runtime;
use tower_service::Service as _;

use super::cases::{Case, Kind};
use super::run::{Fixture, Recorder, Suite, Verdict, fixture, http_request, http_response};
use super::subject::Seen;
use super::{Failure, events};
use crate::event_stream::Side;
use crate::server::Service;

/// Maximum time per message. Messages of cases are small.
const LIMIT: Duration = Duration::from_secs(2);

/// A message that a side reads.
enum Message {
    Request(Request<Bytes>),
    Response(Response<Bytes>),
}

/// Runs mutations for each protocol and side: each truncation of each body, and `count` random mutations. Calls
/// `report` with the results.
pub(super) fn run(
    suites: &'static [Suite],
    cases: &[Case],
    (runtime, count): (&Runtime, usize),
    report: &mut dyn FnMut(&str, Side, Verdict),
) {
    let mut groups: BTreeMap<(&str, Side), Vec<(&Case, Message)>> = BTreeMap::new();
    for case in cases {
        for (side, message) in messages(case) {
            groups.entry((case.text("protocol").unwrap_or_default(), side)).or_default().push((case, message));
        }
    }
    for ((protocol, side), messages) in groups {
        report(protocol, side, damage(suites, &messages, runtime, count));
    }
}

/// Returns the messages of a case, with the sides that read them.
fn messages(case: &Case) -> Vec<(Side, Message)> {
    let with_events = |direction: &str| events::bytes(&events::of(&case.body, direction)).unwrap_or_default();
    let request = |fields: &Map<String, Json>| http_request(fields).ok().map(|request| request.map(|_| Bytes::new()));
    let whole = |fields: &Map<String, Json>| Some(request(fields)?.map(|_| super::body::bytes(fields)));
    let inner = |name: &str| case.body.get(name).and_then(Json::as_object);
    let request = match case.kind {
        Kind::Request => whole(&case.body),
        Kind::Malformed => inner("request").and_then(whole),
        Kind::Events => {
            inner("initialRequest").and_then(request).map(|request| request.map(|_| with_events("request")))
        }
        Kind::Response | Kind::Endpoint => None,
    };
    let response = match case.kind {
        Kind::Response => http_response(&case.body).ok(),
        Kind::Events => Some(Response::new(with_events("response"))),
        Kind::Request | Kind::Malformed | Kind::Endpoint => None,
    };
    let request = request.map(|request| (Side::Server, Message::Request(request)));
    request.into_iter().chain(response.map(|response| (Side::Client, Message::Response(response)))).collect()
}

fn damage(suites: &'static [Suite], messages: &[(&Case, Message)], runtime: &Runtime, count: usize) -> Verdict {
    for (case, message) in messages {
        for length in 0..message.body().len() {
            try_one(suites, runtime, case, &message.with_body(message.body().slice(..length)))?;
        }
    }
    // A fixed seed, so that failures can be reproduced.
    let mut rng = Rng::with_seed(0x57_48_49_54_45);
    for _ in 0..count {
        let Some((case, message)) = messages.get(rng.usize(..messages.len())) else { break };
        try_one(suites, runtime, case, &message.mutated(&mut rng))?;
    }
    Ok(())
}

fn try_one(suites: &'static [Suite], runtime: &Runtime, case: &Case, message: &Message) -> Verdict {
    let Ok(fixture) = fixture(suites, case) else { return Ok(()) };
    let start = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(read(&fixture, case, message))));
    let shown = || format!("{}: {}", case.id, String::from_utf8_lossy(message.body()));
    match outcome {
        Err(_) => Err(Failure::Panicked(shown())),
        Ok(()) if start.elapsed() > LIMIT => Err(Failure::Slow { what: shown(), elapsed: start.elapsed() }),
        Ok(()) => Ok(()),
    }
}

async fn read(fixture: &Fixture<'_>, case: &Case, message: &Message) {
    match message {
        Message::Response(response) => drop(fixture.subject.read(fixture.client(case), response.clone()).await),
        Message::Request(request) => {
            let recorder = Recorder { suite: fixture.suite, seen: Arc::<_>::clone(&Seen::default()) };
            let mut service = Service::for_protocols(fixture.suite.service, &[fixture.protocol], recorder);
            let Ok(response) = service.call(request.clone().map(Full::new)).await;
            drop(response.into_body().collect().await);
        }
    }
}

impl Message {
    fn body(&self) -> &Bytes {
        match self {
            Self::Request(request) => request.body(),
            Self::Response(response) => response.body(),
        }
    }

    fn with_body(&self, body: Bytes) -> Self {
        match self {
            Self::Request(request) => Self::Request(request.clone().map(|_| body)),
            Self::Response(response) => Self::Response(response.clone().map(|_| body)),
        }
    }

    /// Mutates a message: mostly its body, sometimes a header or the URI.
    fn mutated(&self, rng: &mut Rng) -> Self {
        match (rng.u8(..8), self) {
            (0, Self::Request(request)) => {
                let mut request = request.clone();
                mutate_headers(request.headers_mut(), rng);
                Self::Request(request)
            }
            (0, Self::Response(response)) => {
                let mut response = response.clone();
                mutate_headers(response.headers_mut(), rng);
                Self::Response(response)
            }
            (1, Self::Request(request)) => {
                let mut request = request.clone();
                if let Ok(uri) = Uri::try_from(mutate(request.uri().to_string().as_bytes(), rng)) {
                    *request.uri_mut() = uri;
                }
                Self::Request(request)
            }
            _ => self.with_body(Bytes::from(mutate(self.body(), rng))),
        }
    }
}

fn mutate_headers(headers: &mut HeaderMap, rng: &mut Rng) {
    let names: Vec<HeaderName> = headers.keys().cloned().collect();
    let Some(name) = names.get(rng.usize(..names.len().max(1))) else { return };
    let value = headers.get(name).map(|value| mutate(value.as_bytes(), rng)).unwrap_or_default();
    match HeaderValue::from_bytes(&value) {
        Ok(value) if rng.bool() => drop(headers.insert(name, value)),
        Ok(value) => drop(headers.append(name, value)),
        Err(_) => drop(headers.remove(name)),
    }
}

/// Bytes with a syntactic meaning in a format.
const MARKS: &[u8] = b"{}[]\"\\<>/!&;=%:,0-.eE\0\x1b\x3b\x5b\x5f\x7f\x80\x9f\xbb\xbf\xfb\xff";

/// Makes one to three changes: replaces, removes, duplicates or inserts bytes.
fn mutate(bytes: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..rng.usize(1..4) {
        let start = rng.usize(..=bytes.len());
        let end = rng.usize(start..=bytes.len().min(start + 16));
        let new: Vec<u8> = match rng.u8(..5) {
            0 => Vec::new(),
            1 => bytes.get(start..end).unwrap_or_default().repeat(2),
            // Syntax of the formats.
            2 => rng.choice(MARKS).into_iter().copied().collect(),
            3 => bytes.get(start..end).unwrap_or_default().iter().map(|byte| byte ^ (1 << rng.u8(..8))).collect(),
            _ => std::iter::repeat_with(|| rng.u8(..)).take(end - start + 1).collect(),
        };
        bytes.splice(start..end, new);
    }
    bytes
}
