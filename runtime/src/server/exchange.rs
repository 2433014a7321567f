//! Data of a request and its response: IDs, of the request and for S3 of the host, headers that the implementation
//! adds, and whose errors are written.

use std::any::Any;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, request};

use super::aws_style::{self, Style};
use super::body::Body;
use super::observe::{Code, Observer, PANIC};
use super::{customizations, validation};
use crate::codec::xml;
use crate::constraint::Violations;
use crate::http_binding::sets_itself;
use crate::protocol::{Origin, Rejection, Reply, ServerProtocol};
use crate::schema::{Schema, ServiceSchema};
use crate::types::Unhandled;

const X_AMZN_REQUESTID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// A request and its response.
#[derive(Clone, Debug)]
pub(super) struct Exchange(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    /// Request ID, for the response and for logs: a random UUID, or that of a proxy. It is not secret.
    id: HeaderValue,
    /// Headers for a successful response.
    headers: Mutex<HeaderMap>,
    style: Style,
    /// ID of the host, if responses of the service have one.
    host_id: Option<String>,
    /// Path of the request, if errors of the service contain it.
    resource: Option<String>,
    /// `None` without a service.
    observer: Option<Observer>,
}

/// Initial values of the exchanges of a service.
#[derive(Clone, Debug, Default)]
pub(super) struct Opening {
    pub(super) style: Style,
    /// Header with request IDs of a proxy.
    pub(super) id_header: Option<HeaderName>,
}

/// Maximum length of request IDs of a proxy.
const MAX_ID: usize = 128;

impl Exchange {
    /// Creates an exchange without a service.
    pub(super) fn new() -> Self {
        let (style, id) = (Style::Protocol, new_id());
        Self(Arc::new(Shared { id, headers: Mutex::default(), style, host_id: None, resource: None, observer: None }))
    }

    /// Creates the exchange of a request to a service.
    pub(super) fn of(service: &'static ServiceSchema, opening: &Opening, head: &request::Parts) -> Self {
        let style = opening.style;
        let is_aws = style == Style::Aws;
        let has_host_id = customizations::of(service).host_id_header.is_some() && (is_aws || service.is_s3());
        let has_resource = is_aws && service.is_s3();
        let given = opening.id_header.as_ref().and_then(|name| head.headers.get(name));
        let given =
            given.filter(|id| (1..=MAX_ID).contains(&id.len()) && id.as_bytes().iter().all(u8::is_ascii_graphic));
        let id = given.cloned().unwrap_or_else(new_id);
        let observer = Some(Observer::start(service, head, id.to_str().unwrap_or_default()));
        let resource = has_resource.then(|| xml::printable(head.uri.path()).into_owned());
        let host_id = has_host_id.then(host_id);
        Self(Arc::new(Shared { id, headers: Mutex::default(), style, host_id, resource, observer }))
    }

    /// Returns the request ID.
    pub(super) fn id(&self) -> &str {
        self.0.id.to_str().unwrap_or_default()
    }

    /// Returns the observer of the request. `None` without a service.
    pub(super) fn observer(&self) -> Option<&Observer> {
        self.0.observer.as_ref()
    }

    /// Records a panic of the implementation, a layer or a verifier.
    pub(super) fn panicked(&self, panic: &(dyn Any + Send)) -> Unhandled {
        let failure = failure_of(panic);
        if let Some(observer) = self.observer() {
            observer.panicked();
        }
        failure
    }

    /// Returns the result of a verifier, whose panic is an internal error.
    pub(super) fn without_panic<T>(
        &self,
        result: Result<Result<T, Rejection>, Box<dyn Any + Send>>,
    ) -> Result<T, Rejection> {
        result.unwrap_or_else(|panic| {
            self.panicked(&*panic);
            Err(Rejection::internal())
        })
    }

    /// Headers for a successful response.
    pub(super) fn headers(&self) -> MutexGuard<'_, HeaderMap> {
        self.0.headers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The parts of the exchange that responses contain.
    pub(super) fn reply(&self, service: &'static ServiceSchema) -> Reply<'_> {
        let origin = self.0.resource.as_deref().zip(self.0.host_id.as_deref());
        let origin = origin.map(|(resource, host_id)| Origin { resource, host_id });
        Reply { origin, ..Reply::new(service, self.id()) }
    }

    /// Writes an error of the runtime.
    pub(super) fn reject(
        &self,
        service: &'static ServiceSchema,
        protocol: &dyn ServerProtocol,
        rejection: &Rejection,
    ) -> Response<Bytes> {
        let styled = match self.0.style {
            Style::Protocol => None,
            Style::Aws => Some(aws_style::rejection(service, protocol, rejection)),
        };
        let rejection = styled.as_deref().unwrap_or(rejection);
        if let Some(observer) = self.observer() {
            observer.failed(&rejection.code, Code::Known);
        }
        rejection.put_headers(protocol.write_rejection(self.reply(service), rejection))
    }

    /// Writes the error of an input that breaks constraints.
    pub(super) fn reject_input(
        &self,
        service: &'static ServiceSchema,
        protocol: &dyn ServerProtocol,
        violations: &Violations,
    ) -> Response<Bytes> {
        let styled = match (self.0.style, service.validation_error) {
            (Style::Aws, None) => aws_style::invalid_input(service, protocol, violations),
            _ => None,
        };
        if let Some(observer) = self.observer() {
            let code = styled.as_ref().map(|rejection| &*rejection.code);
            let code = code.or(service.validation_error.map(Schema::name)).unwrap_or("ValidationException");
            observer.failed(code, Code::Known);
        }
        match styled {
            Some(rejection) => protocol.write_rejection(self.reply(service), &rejection),
            None => validation::response(self.reply(service), protocol, violations),
        }
    }

    /// Adds the IDs to a response.
    pub(super) fn put(&self, service: &ServiceSchema, response: Response<impl Into<Body>>) -> Response<Body> {
        self.put_ids(service, response).map(Into::into)
    }

    /// Adds the IDs to a response with any body.
    pub(super) fn put_ids<B>(&self, service: &ServiceSchema, mut response: Response<B>) -> Response<B> {
        let id = self.0.id.clone();
        let customization = customizations::of(service);
        let headers = response.headers_mut();
        let own = customization.id_header.map(HeaderName::from_static);
        if own.is_none() || self.0.style == Style::Protocol {
            headers.insert(X_AMZN_REQUESTID, id.clone());
        }
        if let Some(name) = own {
            headers.insert(name, id);
        }
        if let (Some(name), Some(id)) = (customization.host_id_header, &self.0.host_id) {
            let id = HeaderValue::from_str(id).unwrap_or_else(|_| HeaderValue::from_static("-"));
            headers.insert(HeaderName::from_static(name), id);
        }
        response
    }
}

/// Returns a random UUID.
fn new_id() -> HeaderValue {
    let id = crate::uuid::from_random(fastrand::u128(..).to_ne_bytes());
    HeaderValue::try_from(id).unwrap_or_else(|_| HeaderValue::from_static("-"))
}

/// Returns the message of a panic, if it has one.
fn failure_of(panic: &(dyn Any + Send)) -> Unhandled {
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    Unhandled::new(PANIC, text.or_else(|| panic.downcast_ref::<String>().cloned())).by_server()
}

/// Adds headers that a response does not have yet. Those of the connection and the length of the body are skipped: they
/// are not those of this response.
pub(super) fn add_headers(response: &mut HeaderMap, headers: &HeaderMap) {
    for name in headers.keys() {
        if !response.contains_key(name) && !sets_itself(name.as_str()) {
            for value in headers.get_all(name) {
                response.append(name, value.clone());
            }
        }
    }
}

/// Returns 64 random bytes in base64. Names of hosts stay internal.
fn host_id() -> String {
    let mut id = [0; 64];
    fastrand::fill(&mut id);
    STANDARD.encode(id)
}
