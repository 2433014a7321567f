//! Facts of diagnostics about the `aws.*` traits, and their messages.

use super::facts;
use super::parts::{Backticked, List};
use super::{Commas, SdkIdProblems};
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about the `aws.*` traits.
    AwsFacts

    ArnSlash { trait_id: &'static str, template: String }
        "Error creating trait `{trait_id}`: Invalid {trait_id} trait. The template must not start with '/'. Found \
         `{template}`",
    ArnLabels { trait_id: &'static str, labels: Backticked, pattern: &'static str }
        "{trait_id} trait contains invalid template labels: {labels}. Template labels must match the following \
         regular expression: {pattern}",
    ArnMissing { trait_id: &'static str, template: String, missing: Backticked }
        "Invalid {trait_id} trait resource, `{template}`. The following resource identifier names were missing from \
         the `arn` template: {missing}",
    ArnExtraneous { trait_id: &'static str, template: String, identifiers: List<String>, extraneous: Backticked }
        "Invalid {trait_id} trait resource, `{template}`. Found template labels in the trait that are not the names \
         of the identifiers of the resource: [{identifiers}]. Extraneous identifiers: [{extraneous}]",
    ChecksumProperty { property: &'static str }
        "The `httpChecksum` trait must model the `{property}` property to support response checksum behavior.",
    ChecksumMember { property: &'static str }
        "The `{property}` property of the `httpChecksum` trait targets a member that does not exist.",
    ChecksumNotAnEnum { property: &'static str }
        "The `{property}` property of the `httpChecksum` trait targets a member that does not resolve an `enum` trait.",
    ChecksumValues { property: &'static str, values: Backticked }
        "The `{property}` property of the `httpChecksum` trait targets a member with an `enum` trait that contains \
         unsupported values: {values}",
    ChecksumPrefix { shape: String, prefix: String, reserved: &'static str }
        "The `httpPrefixHeaders` binding of `{shape}` uses the prefix `{prefix}` that conflicts with the prefix \
         `{reserved}` used by the `httpChecksum` trait.",
    ChecksumHeader { header: String, shape: String, reserved: &'static str }
        "The `httpHeader` binding of `{header}` on `{shape}` starts with the prefix `{reserved}` used by the \
         `httpChecksum` trait.",
    DiscoveryWithoutService { operation: ShapeId, trait_id: &'static str, service_trait: &'static str }
        "The operation `{operation}` is marked with `{trait_id}` but is not attached to a service with the \
         `{service_trait}` trait.",
    DiscoveryError { operation: ShapeId, trait_id: &'static str, service: ShapeId, error: String }
        "The operation `{operation}` is marked with `{trait_id}` and is bound to the service `{service}` but does not \
         have the required error `{error}`.",
    DiscoveryWithoutOperations { service: ShapeId, trait_id: &'static str }
        "The service `{service}` is configured to use endpoint discovery, but has no operations bound with the \
         `{trait_id}` trait.",
    UnboundDiscovery { operation: String, service: ShapeId }
        "The operation `{operation}` must be bound to the service `{service}` to use it as the endpoint operation.",
    DiscoveryInput { operation: ShapeId, members: List<String> }
        "Input for endpoint discovery operation `{operation}` may only have the members Operation and Identifiers but \
         found: {members}",
    DiscoveryOutput { members: Commas }
        "Endpoint discovery operation output must only contain an `Endpoints` member, but found: [{members}]",
    DiscoveryEndpoint { members: List<String> }
        "The `Endpoint` shape must only have the members `Address` and `CachePeriodInMinutes`, but found: {members}",
    ErrorRename { error: ShapeId, name: String, protocols: List<String> }
        "Service attempts to rename an error shape from `{error}` to \"{name}\"; Service protocols [{protocols}] do \
         not support error renaming.",
    SharedErrorCode { code: String, errors: List<String> }
        "Multiple error shapes with the error code `{code}` found: [{errors}]. This error code ambiguity will result \
         in the wrong error shape being deserialized when running the query protocol. This pain will be carried \
         forward when migrating to a new protocol when using the awsQueryCompatible trait.",
    SdkId { id: String, problems: SdkIdProblems }
        "Invalid SDK service ID value, `{id}`: {problems}",
    EventSourcePlaceholder { trait_id: &'static str, found: String }
        "{trait_id}|cloudTrailEventSource must not use placeholders, but found: {found}",
    EventSource { trait_id: &'static str, expected: String, found: String }
        "{trait_id}|cloudTrailEventSource does not match the expected value. Expected '{expected}', but found \
         '{found}'.",
    SigningNames { first: String, value: String, second: String, other: String }
        "Value for `{first}` \"{value}\" and value for `{second}` \"{other}\" SHOULD match.",
    TagOperation { operation: ShapeId, name: &'static str }
        "Shape `{operation}` does not satisfy '{name}' operation requirements.",
    MissingConfiguredTagOperation { name: String }
        "Service marked `aws.api#TagEnabled` is missing an operation named '{name}' (specified by `apiConfig`).",
    MissingTagOperation { name: &'static str }
        "Service marked `aws.api#TagEnabled` is missing an operation named '{name}.'",
    ResourceWithoutTagging { service: ShapeId }
        "Resource does not have tagging CRUD operations and is not compatible with service-wide tagging operations \
         for service `{service}`.",
    CloudWatchPrefix { namespace: String }
        "The service's CloudWatch metric namespace `{namespace}` does not follow convention. The namespace should \
         start with the `AWS/` prefix.",
    CloudWatchName { namespace: String, name: String }
        "The service's CloudWatch metric namespace `{namespace}` does not follow convention. The namespace's service \
         component `{name}` should be PascalCase.",
    CloudWatchPrefixAndName { namespace: String, name: String }
        "The service's CloudWatch metric namespace `{namespace}` does not follow convention. The namespace should \
         start with the `AWS/` prefix. The namespace's service component `{name}` should be PascalCase.",
}
