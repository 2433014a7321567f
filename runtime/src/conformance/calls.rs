//! Makes calls that another program describes, for tests against real servers. Outputs are returned as JSON, with the
//! contents of their streams.

use std::collections::HashMap;
use std::io::{BufRead as _, Write as _};
use std::pin::Pin;
use std::process::ExitCode;
use std::time::Duration;

use http::header::{HOST, HeaderValue};
use http::uri::{Authority, Parts};
use http::{Request, Uri};
use serde_json::{Value as Json, json};

use super::Failure;
use super::events::{Event, drain};
use super::params::fill;
use super::subject::canonical;
use crate::aws_sdk::error::DisplayErrorContext;
use crate::client::{AnyError, CallBuilder, Client, Config, Credentials, Error, Transport, Waited};
use crate::operation::Operation;
use crate::reflect::{Fill, Reflect, Slot, Value};
use crate::schema::{Member, ServiceSchema};
use crate::streaming;
use crate::types::{BoxError, ByteStream};

const FILL: Fill = Fill::VALUE;

/// Validity of presigned requests, and time limit of calls.
const LIMIT: Duration = Duration::from_secs(60);

/// The calls of a service that can be made.
#[derive(Debug)]
pub struct Calls {
    /// Name of this set of calls.
    pub name: &'static str,
    /// Schema of the service.
    pub service: &'static ServiceSchema,
    /// Name of each call, and its function: one of this module.
    pub calls: &'static [(&'static str, Run)],
}

/// Makes a call with this input. Returns the output.
pub type Run = fn(&Client, &Input) -> Pending;

/// A call that is being made.
pub type Pending = Pin<Box<dyn Future<Output = Result<Json, CallError>>>>;

/// Input of a call, as JSON. Streams are text; other blobs are text, or objects with the member `base64`.
#[derive(Debug)]
pub struct Input(Json);

/// Why a call failed.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The client returned an error.
    #[error(transparent)]
    Client(#[from] AnyError),
    /// The input does not fit the operation, or another error that the client did not cause.
    #[error(transparent)]
    Other(BoxError),
}

impl From<Failure> for CallError {
    fn from(failure: Failure) -> Self {
        Self::Other(failure.into())
    }
}

impl CallError {
    fn client<E: Into<AnyError>>(error: E) -> Self {
        Self::Client(error.into())
    }
}

impl Input {
    fn fill(&self, input: &mut dyn Reflect) -> Result<(), Failure> {
        fill(input, &self.0)
    }

    fn call<O: Operation>(&self, client: &Client) -> Result<CallBuilder<O>, Failure> {
        let mut call = CallBuilder::<O>::call(client);
        let names: Vec<&str> = self.0.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        call.fill(&names, |input| self.fill(input))?;
        Ok(call)
    }

    /// Returns the text of the stream in the input, which is not part of a presigned request.
    fn stream<O: Operation>(&self) -> ByteStream {
        let text = streaming::member(O::schema().input).and_then(|member| self.0.get(member.name())?.as_str());
        ByteStream::from(text.unwrap_or_default().as_bytes().to_vec())
    }
}

/// Sends a request, and reads its response.
pub fn send<O: Operation>(client: &Client, input: &Input) -> Pending {
    let call = input.call::<O>(client);
    Box::pin(async move { describe(&mut call?.send().await.map_err(CallError::client)?).await })
}

/// Requests all pages.
pub fn pages<O: Operation<Input: Clone>>(client: &Client, input: &Input) -> Pending {
    let call = input.call::<O>(client);
    Box::pin(async move {
        let mut pages = call?.paginate();
        let mut found = Vec::new();
        while let Some(mut page) = pages.try_next().await.map_err(CallError::client)? {
            found.push(describe(&mut page).await?);
        }
        Ok(json!({ "pages": found }))
    })
}

/// Sends a presigned request without the client. Returns status and body of the response.
pub fn presigned<O: Operation>(client: &Client, input: &Input) -> Pending {
    let (call, stream) = (input.call::<O>(client), input.stream::<O>());
    let transport = Transport::standard(client.config());
    Box::pin(async move {
        let request = call?.customize().presign(LIMIT).await.map_err(CallError::client)?;
        let (head, body) = request.into_parts();
        let body = if body.is_empty() { stream } else { body.into() };
        let response = transport.send(Request::from_parts(head, body)).await.map_err(CallError::Other)?;
        let status = response.status().as_u16();
        let body = response.into_body().collect(usize::MAX).await.map_err(|error| CallError::Other(error.into()))?;
        Ok(json!({ "status": status, "body": String::from_utf8_lossy(&body) }))
    })
}

/// Runs a waiter. Returns the last output, or the code of the last error.
pub fn waited<O: Operation, W: Future<Output = Waited<O>> + 'static>(
    input: &Input,
    wait: impl FnOnce(O::Input) -> W,
) -> Pending {
    let mut value = O::Input::blank(FILL);
    let waiting = input.fill(&mut value).map(|()| wait(value));
    Box::pin(async move {
        match waiting?.await.map_err(CallError::client)? {
            crate::client::CallResult::Output(mut output) => describe(&mut output).await,
            crate::client::CallResult::Error(error) => Ok(json!({ "error": Error::code(&error) })),
        }
    })
}

/// Returns a structure as JSON, with the text or events of its stream. Fails if its stream fails.
async fn describe(shape: &mut (dyn Reflect + 'static)) -> Result<Json, CallError> {
    let parse = |text: &str| serde_json::from_str(text).unwrap_or(Json::Null);
    let mut output = parse(&canonical(shape));
    let Some(name) = streaming::member(shape.schema()).map(Member::name) else { return Ok(output) };
    output[name] = match streaming::slot(shape) {
        Slot::Bytes(place) => {
            let bytes = std::mem::take(place).collect(usize::MAX).await;
            let bytes = bytes.map_err(|error| CallError::Other(error.into()))?;
            json!(String::from_utf8_lossy(&bytes))
        }
        _ => {
            let events = drain(shape).await.into_iter().map(|event| match event {
                Event::Value(text) => Ok(parse(&text)),
                Event::Error(id, text) => Err(CallError::Other(format!("{id}: {text}").into())),
                Event::Failed(message) => Err(CallError::Other(message.into())),
            });
            events.collect::<Result<_, CallError>>()?
        }
    };
    Ok(output)
}

/// Reads a line of JSON for each call from standard input, `{set, call, endpoint, input}`, and prints one with its
/// result: `{output}` or `{error: {code, status, text}}`. Ends with standard input.
pub fn serve(services: &'static [Calls]) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let mut clients = HashMap::new();
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let result = runtime.block_on(answer(services, &mut clients, &line));
        let result =
            result.map_or_else(|error| json!({ "error": failure(&error) }), |output| json!({ "output": output }));
        let mut out = std::io::stdout().lock();
        // The other program may have exited.
        if writeln!(out, "{result}").and_then(|()| out.flush()).is_err() {
            break;
        }
    }
    ExitCode::SUCCESS
}

async fn answer(
    services: &'static [Calls],
    clients: &mut HashMap<(String, String), Client>,
    line: &str,
) -> Result<Json, CallError> {
    let mut line: Json = serde_json::from_str(line).map_err(Failure::of("the call"))?;
    let text = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
    let (set, call, endpoint) = (text("set"), text("call"), text("endpoint"));
    let missing = || Failure::Missing(format!("{call} of {set}"));
    let service = services.iter().find(|service| service.name == set).ok_or_else(missing)?;
    let (_, run) = service.calls.iter().find(|(name, _)| *name == call).ok_or_else(missing)?;
    let client = clients
        .entry((set, endpoint))
        .or_insert_with_key(|(_, endpoint)| Client::new(service.service, config(endpoint)));
    run(client, &Input(line["input"].take())).await
}

/// Settings without a retry that hides a fault. The credentials are those of s3rver; others accept any.
fn config(endpoint: &str) -> Config {
    let config =
        Config::new().region("us-east-1").endpoint_url(endpoint).credentials(Credentials::new("S3RVER", "S3RVER"));
    let config = config.without_host_prefix().attempts(1).operation_timeout(LIMIT);
    let transport = Transport::standard(&config);
    match endpoint.parse::<Uri>().map(Uri::into_parts) {
        Ok(Parts { authority: Some(server), .. }) => {
            config.transport(Transport::from_fn(move |request| transport.clone().send(to(&server, request))))
        }
        _ => config,
    }
}

/// Sends requests for hosts below that of the server, which have no address, to the server.
fn to(server: &Authority, mut request: Request<ByteStream>) -> Request<ByteStream> {
    let mut parts = request.uri().clone().into_parts();
    let is_below =
        |host: &Authority| host.as_str().strip_suffix(server.as_str()).is_some_and(|name| name.ends_with('.'));
    if let Some(host) = parts.authority.replace(server.clone()).filter(is_below)
        && let (Ok(host), Ok(uri)) = (HeaderValue::from_str(host.as_str()), Uri::from_parts(parts))
    {
        request.headers_mut().insert(HOST, host);
        *request.uri_mut() = uri;
    }
    request
}

fn failure(error: &CallError) -> Json {
    let text = DisplayErrorContext(error).to_string();
    match error {
        CallError::Client(error) => json!({ "code": error.code(), "status": error.status(), "text": text }),
        CallError::Other(_) => json!({ "text": text }),
    }
}
