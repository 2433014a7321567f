//! Facts of diagnostics about HTTP bindings, and their messages.

use super::facts;
use super::parts::{Backticked, List, OperationUri, TypedShape, Uses};
use super::{Inheritance, StatusClass, TraitPresence};
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about HTTP bindings.
    HttpFacts

    LabelNotInUri { member: String, operation: ShapeId }
        "This `{member}` structure member is marked with the `httpLabel` trait, but no corresponding `http` URI label \
         could be found when used as the input of the `{operation}` operation.",
    GreedyLabelTarget { member: String, operation: ShapeId, target: TypedShape }
        "The `{member}` structure member corresponds to a greedy label when used as the input of the `{operation}` \
         operation. This member targets {target}, but greedy labels must target string shapes.",
    LabelsWithoutMember { input: ShapeId, labels: Backticked }
        "This operation uses `{input}` as input, but the following URI labels found in the operation's `http` trait \
         do not have a corresponding member marked with the `httpLabel` trait: {labels}",
    InvalidUri { uri: String }
        "@http trait `uri` is invalid: {uri}",
    UnboundMembers { members: Backticked }
        "A member of this structure is marked with the `httpPayload` trait, but the following structure members are \
         not explicitly bound to the HTTP message: {members}",
    ResponseCode { expected: StatusClass, code: i64 }
        "Expected an {expected}, but found {code}",
    BodyNotAllowed { code: i64 }
        "The HTTP {code} status code does not allow a response body. To use this status code, all output members need \
         to be bound to @httpHeader, @httpPrefixHeaders, @httpResponseCode, etc.",
    ConflictingUris { uri: String, others: List<OperationUri> }
        "Operation URI, `{uri}`, conflicts with other operation URIs in the same service: [{others}]",
    SharedHeader { header: String, members: Backticked }
        "`httpHeader` field name binding conflicts found for the `{header}` header in the following structure \
         members: {members}",
    ReservedHeader { header: String }
        "`{header}` is not an allowed HTTP header binding",
    InvalidHeader { header: String }
        "`{header}` is not a valid HTTP header field name according to section 5.6.2 of RFC 9110",
    HeaderWithPrefix { header: String, member: ShapeId, prefix: String }
        "`httpHeader` binding of `{header}` conflicts with the `httpPrefixHeaders` binding of `{member}` to \
         `{prefix}`. `httpHeader` bindings must not case-insensitively start with any `httpPrefixHeaders` bindings.",
    HeaderWithAnyPrefix { header: String, member: ShapeId }
        "`httpHeader` binding of `{header}` conflicts with the `httpPrefixHeaders` binding of `{member}` to ``. The \
         service will not be able to disambiguate between header parameters intended for the `{member}` member and \
         those explicitly bound to the `httpHeader` members.",
    SharedParameter { name: String, members: Backticked }
        "`httpQuery` parameter name binding conflicts found for the `{name}` parameter in the following structure \
         members: {members}",
    FixedParameter { name: String, operation: ShapeId, uri: String }
        "`httpQuery` name `{name}` conflicts with the `http` trait of the `{operation}` operation: `{uri}`",
    AmbiguousParameters { member: String, others: Backticked }
        "Structure member `{member}` is marked with the `httpQueryParams` trait, and `httpQuery` traits are applied \
         to the following members: {others}. The service will not be able to disambiguate between query string \
         parameters intended for the `{member}` member and those explicitly bound to the `httpQuery` members.",
    InvalidHost { prefix: String, host: String }
        "The `endpoint` trait hostPrefix, {prefix}, could not expand in to a valid RFC 3986 host: {host}",
    LabelNotInHost { member: String, operation: ShapeId }
        "This `{member}` structure member is marked with the `hostLabel` trait, but no corresponding `endpoint` label \
         could be found when used as the input of the `{operation}` operation.",
    HostLabelsWithoutMember { input: ShapeId, labels: Backticked }
        "This operation uses {input} as input, but the following host labels found in the operation's `endpoint` \
         trait do not have a corresponding member marked with the `hostLabel` trait: {labels}",
    IgnoredToken { contexts: Uses }
        "The `idempotencyToken` trait only has an effect when applied to a top-level operation input member, but it \
         was applied and ignored in the following contexts: {contexts}",
    MethodCase { found: String, expected: &'static str }
        "This operation uses the `{found}` method in the `http` trait, but expected `{expected}`.",
    MethodTrait { method: &'static str, presence: TraitPresence, name: String }
        "This operation uses the `{method}` method in the `http` trait, but {presence} marked with the {name} trait",
    UnexpectedPayload { method: &'static str, member: String }
        "This operation uses the `{method}` method in the `http` trait, but the `{member}` member is sent as the \
         payload of the request because it is marked with the `httpPayload` trait. Many HTTP clients do not support \
         payloads with {method} requests. Consider binding this member to other parts of the HTTP request such as a \
         query string parameter using the `httpQuery` trait, a header using the `httpHeader` trait, or a path segment \
         using the `httpLabel` trait.",
    UnexpectedDocument { method: &'static str, members: Backticked }
        "This operation uses the `{method}` method in the `http` trait, but the following members are sent as part of \
         the payload of the request: {members}. These members are sent as part of the payload because they are not \
         explicitly configured to be sent in headers, in the query string, or in a URI segment. Many HTTP clients do \
         not support payloads with {method} requests. Consider binding these members to other parts of the HTTP \
         request such as query string parameters using the `httpQuery` trait, headers using the `httpHeader` trait, \
         or URI segments using the `httpLabel` trait.",
    MultipleGreedyLabels { uri: String }
        "At most one greedy label segment may exist in a pattern: {uri}",
    GreedyLabelIsNotLast { uri: String }
        "A greedy label must be the last label in its pattern: {uri}",
    RequiredByProtocol { protocol: String, service: ShapeId }
        "The `{protocol}` protocol requires all operations in the `{service}` service define the `http` trait, but \
         this operation is missing the `http` trait.",
    MissingHttp { service: ShapeId }
        "One or more operations in the `{service}` service define the `http` trait, but this operation is missing the \
         `http` trait.",
    IgnoredEverywhere { name: String, inheritance: Inheritance }
        "The `{name}` trait applied to this{inheritance} member is ignored in all contexts.",
    Ignored { name: String, inheritance: Inheritance, contexts: Uses }
        "The `{name}` trait applied to this{inheritance} member is ignored in some contexts: {contexts}",
}
