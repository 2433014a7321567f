//! Operations.

use super::{AuthKind, EndpointParameter, Schema};
use crate::feature;

/// `@http`.
#[derive(Clone, Copy, Debug)]
pub struct Http {
    /// HTTP method.
    pub method: &'static str,
    /// URI pattern, such as `/domains/{DomainName}/workflows`.
    pub uri: &'static str,
    /// Status of a success.
    pub code: u16,
}

/// `@paginated`.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "client-core"), allow(dead_code, reason = "clients read it"))]
pub(crate) struct Paginated {
    /// Input member of the token.
    pub(crate) input_token: &'static str,
    /// Path of members to the token in the output.
    pub(crate) output_token: &'static [&'static str],
}

/// An operation.
#[derive(Debug)]
pub struct OperationSchema {
    pub(crate) name: &'static str,
    pub(crate) input: &'static Schema,
    pub(crate) output: &'static Schema,
    pub(crate) errors: &'static [&'static Schema],
    pub(crate) http: Option<Http>,
    pub(crate) host_prefix: Option<&'static str>,
    pub(crate) idempotent: bool,
    pub(crate) readonly: bool,
    pub(crate) no_auth: bool,
    pub(crate) optional_auth: bool,
    pub(crate) unsupported_auth: bool,
    pub(crate) auth: &'static [AuthKind],
    pub(crate) unsigned_payload: bool,
    pub(crate) unwrapped_output: bool,
    pub(crate) checksum_required: bool,
    pub(crate) checksum_algorithm: Option<&'static str>,
    pub(crate) response_checksums: Option<ResponseChecksums>,
    pub(crate) compression: &'static [&'static str],
    pub(crate) paginated: Option<Paginated>,
    pub(crate) long_poll: Option<u32>,
    #[cfg_attr(not(feature = "server"), allow(dead_code, reason = "servers read it"))]
    pub(crate) max_body: Option<usize>,
    pub(crate) endpoint_parameters: &'static [EndpointParameter],
    pub(crate) custom_traits: &'static [(&'static str, &'static str)],
}

/// Checksums of an operation's responses.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(
    not(all(feature = "checksums", feature = "client-core")),
    allow(dead_code, reason = "only clients verify responses")
)]
pub(crate) struct ResponseChecksums {
    /// Input member that requests them.
    pub(crate) member: &'static str,
    /// Names of the algorithms.
    pub(crate) algorithms: &'static [&'static str],
}

impl OperationSchema {
    /// Creates an operation. Operations without input or output use [`prelude::UNIT`](super::prelude::UNIT).
    pub const fn new(name: &'static str, input: &'static Schema, output: &'static Schema) -> Self {
        Self {
            name,
            input,
            output,
            errors: &[],
            http: None,
            host_prefix: None,
            idempotent: false,
            readonly: false,
            no_auth: false,
            optional_auth: false,
            unsupported_auth: false,
            auth: &[],
            unsigned_payload: false,
            unwrapped_output: false,
            checksum_required: false,
            checksum_algorithm: None,
            response_checksums: None,
            compression: &[],
            paginated: None,
            long_poll: None,
            max_body: None,
            endpoint_parameters: &[],
            custom_traits: &[],
        }
    }

    /// Adds the errors of the operation, in the order of the variants of its error enum.
    #[must_use]
    pub const fn errors(mut self, errors: &'static [&'static Schema]) -> Self {
        self.errors = errors;
        self
    }

    /// Adds `@http`.
    #[must_use]
    pub const fn http(mut self, method: &'static str, uri: &'static str, code: u16) -> Self {
        self.http = Some(Http { method, uri, code });
        self
    }

    /// Adds the host prefix of `@endpoint`.
    #[must_use]
    pub const fn host_prefix(mut self, prefix: &'static str) -> Self {
        self.host_prefix = Some(prefix);
        self
    }

    /// Adds `@idempotent`.
    #[must_use]
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// Adds `@readonly`.
    #[must_use]
    pub const fn readonly(mut self) -> Self {
        self.readonly = true;
        self
    }

    /// Adds `@auth`: authentication schemes in order of preference, if they differ from those of the service.
    #[must_use]
    pub const fn auth(mut self, kinds: &'static [AuthKind]) -> Self {
        self.auth = kinds;
        self
    }

    /// Adds `@optionalAuth`: requests without an identity are sent without authentication.
    #[must_use]
    pub const fn optional_auth(mut self) -> Self {
        self.optional_auth = true;
        self
    }

    /// Adds an empty `@auth`: requests are sent without authentication.
    #[must_use]
    pub const fn no_auth(mut self) -> Self {
        self.no_auth = true;
        self
    }

    /// Records that all schemes of the operation's `@auth` are unknown to the runtime. Servers refuse its requests.
    #[must_use]
    pub const fn unsupported_auth(mut self) -> Self {
        self.unsupported_auth = true;
        self
    }

    /// Adds `@unsignedPayload`.
    #[must_use]
    pub const fn unsigned_payload(mut self) -> Self {
        self.unsigned_payload = true;
        self
    }

    /// Adds `@s3UnwrappedXmlOutput`: the output's only member is the root element of the document.
    #[must_use]
    pub const fn unwrapped_output(mut self) -> Self {
        self.unwrapped_output = true;
        self
    }

    /// Adds `@httpChecksumRequired`, or `requestChecksumRequired` of `@aws.protocols#httpChecksum`.
    #[must_use]
    pub const fn checksum_required(mut self) -> Self {
        self.checksum_required = true;
        self
    }

    /// Adds `requestAlgorithmMember` of `@aws.protocols#httpChecksum`: the input member that selects the algorithm.
    #[must_use]
    pub const fn checksum_algorithm(mut self, member: &'static str) -> Self {
        self.checksum_algorithm = Some(member);
        self
    }

    /// Adds `requestValidationModeMember` and `responseAlgorithms` of `@aws.protocols#httpChecksum`: the input member
    /// that enables checksums of the response, and the names of their algorithms.
    #[must_use]
    pub const fn response_checksums(mut self, member: &'static str, algorithms: &'static [&'static str]) -> Self {
        self.response_checksums = Some(ResponseChecksums { member, algorithms });
        self
    }

    /// Adds the encodings of `@requestCompression`.
    #[must_use]
    pub const fn compression(mut self, encodings: &'static [&'static str]) -> Self {
        self.compression = encodings;
        self
    }

    /// Adds `@paginated`: the input member of the token, and the path of members to the token in the output.
    #[must_use]
    pub const fn paginated(mut self, input_token: &'static str, output_token: &'static [&'static str]) -> Self {
        self.paginated = Some(Paginated { input_token, output_token });
        self
    }

    /// Adds `@longPoll`: how long clients wait for a response, in milliseconds.
    #[must_use]
    pub const fn long_poll(mut self, timeout: u32) -> Self {
        self.long_poll = Some(timeout);
        self
    }

    /// Adds the maximum size of request bodies in bytes, if servers accept more or less than by default.
    #[must_use]
    pub const fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = Some(bytes);
        self
    }

    /// Adds parameters of the service's endpoint rules, in order of precedence.
    #[must_use]
    pub const fn endpoint_parameters(mut self, parameters: &'static [EndpointParameter]) -> Self {
        self.endpoint_parameters = parameters;
        self
    }

    /// Adds values of traits that the configuration names: their IDs, and their values as JSON.
    #[must_use]
    pub const fn custom_traits(mut self, traits: &'static [(&'static str, &'static str)]) -> Self {
        self.custom_traits = traits;
        self
    }

    /// Fails without a feature that calls of the operation need.
    #[inline]
    pub(super) const fn check_features(&self) {
        if self.checksum_required || self.checksum_algorithm.is_some() || self.response_checksums.is_some() {
            feature::checksums();
        }
        if !self.compression.is_empty() {
            feature::gzip();
        }
        if has_events(self.input) || has_events(self.output) {
            feature::events();
        }
    }

    /// Returns the name of the operation.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the schema of the input.
    pub fn input(&self) -> &'static Schema {
        self.input
    }

    /// Returns the schema of the output.
    pub fn output(&self) -> &'static Schema {
        self.output
    }
}

/// Whether a member of an input or output is an event stream.
const fn has_events(schema: &Schema) -> bool {
    let mut at = 0;
    while at < schema.members.len() {
        if schema.members[at].is_events() {
            return true;
        }
        at += 1;
    }
    false
}
