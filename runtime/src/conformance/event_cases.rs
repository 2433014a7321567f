//! Cases of event streams, for both sides: clients write requests and read responses, servers do the reverse.

use std::sync::{Arc, PoisonError};

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};
use http::{Request, Response};
use http_body_util::Full;
use serde_json::{Map, Value as Json};
use tower_service::Service as _;

use super::cases::Case;
use super::events::{self, Expectation, Unread};
use super::run::{Fixture, Recorder, Verdict, http_request, http_response, unchecked};
use super::subject::{Outcome, Seen, Values};
use super::{Failure, body, compare};
use crate::event_stream::MEDIA_TYPE;
use crate::protocol::{self, Reply};
use crate::server::Service;

/// Messages in one direction: the initial message and the events.
struct Direction<'c> {
    initial: Option<&'c Map<String, Json>>,
    events: Vec<&'c Map<String, Json>>,
    values: Values,
}

impl<'c> Direction<'c> {
    fn new(case: &'c Case, name: &str, (initial, params): (&str, &str)) -> Self {
        let events = events::of(&case.body, name);
        let params = case.body.get(params).cloned().unwrap_or_else(|| Json::Object(Map::new()));
        let values = Values { params, events: events::params(&events) };
        Self { initial: case.body.get(initial).and_then(Json::as_object), events, values }
    }

    fn requests(case: &'c Case) -> Self {
        Self::new(case, "request", ("initialRequest", "initialRequestParams"))
    }

    fn responses(case: &'c Case) -> Self {
        Self::new(case, "response", ("initialResponse", "initialResponseParams"))
    }

    /// Whether the case has messages in this direction.
    fn is_tested(&self) -> bool {
        self.initial.is_some() || !self.events.is_empty()
    }

    /// Returns the body of the message: its events, or the body that the case specifies.
    fn body(&self) -> Result<Bytes, Failure> {
        match self.initial.filter(|initial| initial.contains_key("body")) {
            Some(initial) => Ok(body::bytes(initial)),
            None => events::bytes(&self.events),
        }
    }
}

pub(super) async fn client(fixture: &Fixture<'_>, case: &Case) -> Verdict {
    let requests = Direction::requests(case);
    if requests.is_tested() {
        let request = fixture.sent(case, &requests.values).await?;
        if let Some(initial) = requests.initial {
            compare::request(initial, &request)?;
        }
        events::compare(&requests.events, request.into_body().into()).await?;
    }
    let responses = Direction::responses(case);
    if !responses.is_tested() {
        return Ok(());
    }
    let empty = Map::new();
    let mut response = http_response(responses.initial.unwrap_or(&empty))?;
    *response.body_mut() = responses.body()?;
    response.headers_mut().entry(CONTENT_TYPE).or_insert(HeaderValue::from_static(MEDIA_TYPE));
    let Outcome::Output(expected) = fixture.subject.outcome(None, responses.values).await? else {
        return Err(Failure::Missing("the output".to_owned()));
    };
    let found = match fixture.subject.read(fixture.client(case), response).await {
        Ok(Outcome::Output(found)) => Ok(found),
        Ok(Outcome::Error(id, message)) => Err(Unread { error: Some(id), message }),
        Err(failure) => Err(Unread { error: None, message: failure.text() }),
    };
    Expectation::of(&case.body).judge(&expected, &found)
}

pub(super) async fn server(fixture: &Fixture<'_>, case: &Case) -> Verdict {
    let responses = Direction::responses(case);
    if responses.is_tested() {
        let reply = Reply::new(fixture.suite.service, "some-id");
        let response = fixture.subject.write((protocol::server(fixture.protocol), reply), None, &responses.values)?;
        let (head, body) = response.into_parts();
        if let Some(initial) = responses.initial {
            compare::response(initial, &Response::from_parts(head, Bytes::new()))?;
        }
        events::compare(&responses.events, body).await?;
    }
    let requests = Direction::requests(case);
    if !requests.is_tested() {
        return Ok(());
    }
    let request = request(fixture, case, &requests).await?;
    let expected = fixture.subject.input(requests.values).await?;
    let seen = Seen::default();
    let recorder = Recorder { suite: fixture.suite, seen: Arc::clone(&seen) };
    let service = Service::for_protocols(fixture.suite.service, &[fixture.protocol], recorder);
    let response = service.with_settings(unchecked()).call(request).await.map_err(Failure::of("response"))?;
    let found = seen.lock().unwrap_or_else(PoisonError::into_inner).take();
    let found = found.ok_or_else(|| Unread { error: None, message: format!("refused: {}", response.status()) });
    Expectation::of(&case.body).judge(&expected, &found)
}

/// Returns the request: with the head of the case, or that of the client, or only the method and URI of the operation.
async fn request(
    fixture: &Fixture<'_>,
    case: &Case,
    requests: &Direction<'_>,
) -> Result<Request<Full<Bytes>>, Failure> {
    let body = Full::new(requests.body()?);
    let mut request = match (requests.initial, fixture.sent(case, &requests.values).await) {
        (Some(initial), _) => http_request(initial)?.map(|_| body),
        (None, Ok(sent)) => sent.map(|_| body),
        (None, Err(_)) => {
            let http = fixture.subject.schema().http;
            let (method, uri) = http.map_or(("POST", "/"), |http| (http.method, http.uri));
            Request::builder().method(method).uri(uri).body(body).map_err(Failure::of("request"))?
        }
    };
    request.headers_mut().remove(http::header::CONTENT_LENGTH);
    request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    Ok(request)
}
