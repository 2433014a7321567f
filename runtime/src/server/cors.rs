//! Cross-origin resource sharing, from `@cors` of the model: preflight requests, and headers of responses (Fetch
//! standard, "CORS protocol").

use std::collections::BTreeSet;

use http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD,
    ALLOW, ORIGIN, VARY,
};
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode, request};

use super::body::Body;
use super::customizations;
use super::service::Shared;
use crate::schema::{AuthKind, Binding, KeyPlace, OperationSchema, Schema, Schemes, ServiceSchema};

/// Headers that requests of the protocols have.
const PROTOCOL_REQUEST: &[&str] = &[
    "accept",
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "content-encoding",
    "content-md5",
    "content-type",
    "smithy-protocol",
    "x-amz-target",
    "x-amz-user-agent",
    "x-amzn-query-mode",
];

/// Headers of signed requests.
const SIGNED_REQUEST: &[&str] =
    &["authorization", "x-amz-content-sha256", "x-amz-date", "x-amz-decoded-content-length", "x-amz-security-token"];

/// Headers that responses of the protocols have.
const PROTOCOL_RESPONSE: &[&str] = &[
    "content-type",
    "retry-after",
    "smithy-protocol",
    "x-amzn-errortype",
    "x-amzn-query-error",
    "x-amzn-requestid",
    "x-error-type",
];

/// Headers for the origins of a service, which are the same for all of its operations.
#[derive(Debug)]
pub(super) struct Cors {
    origins: Origins,
    allow_headers: HeaderValue,
    expose_headers: HeaderValue,
    max_age: HeaderValue,
    /// Whether browsers may send stored credentials. They do so only if the response names the origin.
    has_credentials: bool,
}

#[derive(Debug)]
enum Origins {
    All,
    Named(Vec<HeaderValue>),
}

impl Cors {
    /// `None` if the service has no `@cors`.
    pub(super) fn of(service: &'static ServiceSchema) -> Option<Self> {
        let traits = service.cors?;
        let (mut allowed, mut exposed) = (BTreeSet::new(), BTreeSet::new());
        allowed.extend(PROTOCOL_REQUEST.iter().chain(traits.allowed_headers).map(|name| name.to_ascii_lowercase()));
        exposed.extend(PROTOCOL_RESPONSE.iter().chain(traits.exposed_headers).map(|name| name.to_ascii_lowercase()));
        let kinds: Vec<AuthKind> =
            service.operations.iter().flat_map(|operation| kinds(service, operation)).copied().collect();
        if kinds.contains(&AuthKind::SigV4) {
            allowed.extend(SIGNED_REQUEST.iter().map(ToString::to_string));
        }
        if kinds.iter().any(|kind| matches!(kind, AuthKind::Bearer | AuthKind::Basic)) {
            allowed.insert("authorization".to_owned());
        }
        if let Some(key) = service.api_key.filter(|key| key.place == KeyPlace::Header) {
            allowed.insert(key.name.to_ascii_lowercase());
        }
        put_checksums(service, &mut allowed, &mut exposed);
        for operation in service.operations {
            allowed.extend(headers(operation.input));
            exposed.extend(headers(operation.output));
            exposed.extend(operation.errors.iter().flat_map(|error| headers(error)));
        }
        let customization = customizations::of(service);
        exposed.extend(customization.id_header.into_iter().chain(customization.host_id_header).map(str::to_owned));
        let origins = match traits.origins {
            [] | ["*"] => Origins::All,
            named => Origins::Named(named.iter().filter_map(|one| HeaderValue::from_str(one).ok()).collect()),
        };
        let has_credentials = kinds.contains(&AuthKind::Basic) && matches!(origins, Origins::Named(_));
        let joined = |names: BTreeSet<String>| {
            let text = names.into_iter().collect::<Vec<_>>().join(", ");
            HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
        };
        Some(Self {
            origins,
            allow_headers: joined(allowed),
            expose_headers: joined(exposed),
            max_age: traits.max_age.into(),
            has_credentials,
        })
    }

    /// Answers a preflight request. `None` if it is another request, or if the service has no such path.
    pub(super) fn preflight(&self, shared: &Shared, head: &request::Parts) -> Option<Response<Body>> {
        if !is_preflight(head) {
            return None;
        }
        // If an operation has the method `OPTIONS`, it handles the request.
        let mut methods = shared.router.by_path(head).err()?.allow;
        let is_rpc = shared.protocols.iter().any(|protocol| !protocol.takes_unmarked());
        if is_rpc && !methods.contains(&"POST") {
            methods.push("POST");
        }
        if methods.is_empty() {
            return None;
        }
        let methods = HeaderValue::from_str(&methods.join(", ")).ok()?;
        let mut response = Response::new(Body::default());
        *response.status_mut() = StatusCode::NO_CONTENT;
        let headers = response.headers_mut();
        headers.insert(ALLOW, methods.clone());
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, methods);
        headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, self.allow_headers.clone());
        headers.insert(ACCESS_CONTROL_MAX_AGE, self.max_age.clone());
        Some(response)
    }

    /// Adds the headers of a response. Headers of the output take precedence.
    pub(super) fn put(&self, origin: Option<&HeaderValue>, headers: &mut HeaderMap) {
        self.put_origin(origin, headers);
        // Caches use a response for all origins, also if the first request had none.
        if origin.is_some() || matches!(self.origins, Origins::All) {
            headers.entry(ACCESS_CONTROL_EXPOSE_HEADERS).or_insert_with(|| self.expose_headers.clone());
        }
    }

    fn put_origin(&self, origin: Option<&HeaderValue>, headers: &mut HeaderMap) {
        let allowed = match &self.origins {
            Origins::All => Some(HeaderValue::from_static("*")),
            Origins::Named(names) => {
                // Caches must not use the response for other origins.
                headers.append(VARY, HeaderValue::from_static("origin"));
                origin.filter(|origin| names.contains(origin)).cloned()
            }
        };
        let Some(allowed) = allowed else { return };
        headers.entry(ACCESS_CONTROL_ALLOW_ORIGIN).or_insert(allowed);
        if self.has_credentials {
            headers.entry(ACCESS_CONTROL_ALLOW_CREDENTIALS).or_insert(HeaderValue::from_static("true"));
        }
    }
}

/// Adds the headers of checksums, if operations have them.
fn put_checksums(service: &ServiceSchema, allowed: &mut BTreeSet<String>, exposed: &mut BTreeSet<String>) {
    let headers = || crate::checksum::Algorithm::ALL.map(|algorithm| algorithm.header().to_owned());
    if service.operations.iter().any(|operation| operation.checksum_algorithm.is_some()) {
        allowed.extend(headers());
        allowed.extend(["x-amz-sdk-checksum-algorithm", "x-amz-trailer"].map(str::to_owned));
    }
    if service.operations.iter().any(|operation| operation.response_checksums.is_some()) {
        exposed.extend(headers());
    }
}

/// Whether a request is a preflight request.
fn is_preflight(head: &request::Parts) -> bool {
    head.method == Method::OPTIONS
        && head.headers.contains_key(ORIGIN)
        && head.headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD)
}

/// Returns the head of the request that a browser intends to send. `None` if it is no preflight request.
pub(super) fn intended(head: &request::Parts) -> Option<request::Parts> {
    let method = head.headers.get(ACCESS_CONTROL_REQUEST_METHOD).filter(|_| is_preflight(head))?;
    let mut intended = head.clone();
    intended.method = Method::from_bytes(method.as_bytes()).ok()?;
    Some(intended)
}

/// Schemes that the operation accepts, its own or those of the service.
fn kinds(service: &ServiceSchema, operation: &OperationSchema) -> &'static [AuthKind] {
    match service.schemes(operation) {
        Schemes::Known(kinds) => kinds,
        Schemes::None | Schemes::Unsupported => &[],
    }
}

/// Headers that members of a structure are bound to. Prefixes have no fixed names.
fn headers(schema: &Schema) -> impl Iterator<Item = String> {
    schema.members.iter().filter_map(|member| match member.traits.binding {
        Binding::Header(name) => Some(name.to_ascii_lowercase()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::prelude;

    #[test]
    fn headers_of_errors_are_exposed_for_every_protocol() {
        let service = ServiceSchema::new("example#Service", "", &[]);
        let reply = crate::protocol::Reply::new(Box::leak(Box::new(service)), "id");
        let rejection = crate::protocol::Rejection::internal();
        for id in crate::schema::ProtocolId::ALL {
            let protocol = crate::protocol::AcceptedProtocol::new(*id);
            let response = protocol.write_rejection(reply, &rejection);
            for name in response.headers().keys().filter(|name| name.as_str() != "content-length") {
                assert!(PROTOCOL_RESPONSE.contains(&name.as_str()), "{id}: {name}");
            }
        }
    }

    #[test]
    fn responses_for_all_origins_have_the_headers_without_an_origin_too() {
        let empty = || HeaderValue::from_static("");
        let cors = Cors {
            origins: Origins::All,
            allow_headers: empty(),
            expose_headers: HeaderValue::from_static("content-type"),
            max_age: empty(),
            has_credentials: false,
        };
        let mut headers = HeaderMap::new();
        cors.put(None, &mut headers);
        assert_eq!(headers[ACCESS_CONTROL_ALLOW_ORIGIN], "*");
        assert_eq!(headers[ACCESS_CONTROL_EXPOSE_HEADERS], "content-type");
    }

    #[test]
    fn headers_of_schemes_that_only_operations_have_are_allowed() {
        static SIGNED: OperationSchema =
            OperationSchema::new("Sign", &prelude::UNIT, &prelude::UNIT).auth(&[AuthKind::SigV4]);
        static BASIC: OperationSchema =
            OperationSchema::new("Enter", &prelude::UNIT, &prelude::UNIT).auth(&[AuthKind::Basic]);
        static SERVICE: ServiceSchema = ServiceSchema::new("example#Mixed", "1", &[&SIGNED, &BASIC])
            .sigv4("mixed")
            .unsupported_auth()
            .cors(&["https://app.example"], 60);
        let cors = Cors::of(&SERVICE).expect("a service with `@cors`");
        let allowed = cors.allow_headers.to_str().expect("names");
        for name in SIGNED_REQUEST {
            assert!(allowed.split(", ").any(|allowed| allowed == *name), "{name}: {allowed}");
        }
        assert!(cors.has_credentials);
    }
}
