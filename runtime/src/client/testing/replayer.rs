//! A transport that returns recorded responses.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{Request, Response};

use super::exchange::{self, Exchange, InvalidRecording};
use crate::client::canned::is_same_body;
use crate::client::transport::{BoxError, NoService, RequestBody, ResponseBody, Transport};

/// Transport that returns the responses of a recording. A request gets the first response that is left of those to
/// requests with the same method, path, query and body; bodies in JSON may differ in spaces and order. Other requests
/// fail.
///
/// ```
/// use whitesmith_runtime::client::Config;
/// use whitesmith_runtime::client::testing::Replayer;
///
/// let recording = r#"[{
///     "request": { "method": "GET", "uri": "http://test/orders/o-1" },
///     "response": { "status": 200, "body": "{}" }
/// }]"#;
/// let replayer = Replayer::from_json(recording)?;
/// let config = Config::new().endpoint_url("http://test").unsigned().transport(replayer.clone());
/// assert_eq!(replayer.left(), 1);
/// # Ok::<(), whitesmith_runtime::client::testing::InvalidRecording>(())
/// ```
#[derive(Clone, Debug)]
pub struct Replayer(Arc<Mutex<Vec<Exchange>>>);

impl Replayer {
    /// Creates a transport that returns the responses of these exchanges.
    pub fn new(exchanges: impl IntoIterator<Item = Exchange>) -> Self {
        Self(Arc::new(Mutex::new(exchanges.into_iter().collect())))
    }

    /// Reads a recording from JSON.
    ///
    /// # Errors
    /// If the text is no recording; the error names the place.
    pub fn from_json(recording: &str) -> Result<Self, InvalidRecording> {
        exchange::from_json(recording).map(Self::new)
    }

    /// Reads a recording from a file.
    ///
    /// # Errors
    /// If the file cannot be read, or is no recording.
    pub fn load(path: impl AsRef<Path>) -> io::Result<Self> {
        let recording = std::fs::read_to_string(path)?;
        Self::from_json(&recording).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }

    /// Returns the number of exchanges that no request has used.
    pub fn left(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    async fn answer(self, request: Request<RequestBody>) -> Result<Response<ResponseBody>, BoxError> {
        let (head, body) = request.into_parts();
        let body = body.collect(usize::MAX).await?;
        let request = Request::from_parts(head, body);
        let mut exchanges = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(index) = exchanges.iter().position(|exchange| is_same(&exchange.request, &request)) else {
            let target = request.uri().path_and_query().map_or("", |target| target.as_str());
            let reason = format!("the recording has no unused response to {} {target}", request.method());
            return Err(NoService::new(reason).into());
        };
        Ok(exchanges.remove(index).response.map(ResponseBody::from))
    }
}

fn is_same(recorded: &Request<Bytes>, request: &Request<Bytes>) -> bool {
    recorded.method() == request.method()
        && recorded.uri().path_and_query() == request.uri().path_and_query()
        && is_same_body(recorded.body(), request.body())
}

impl From<Replayer> for Transport {
    fn from(replayer: Replayer) -> Self {
        Self::from_fn(move |request| replayer.clone().answer(request))
    }
}
