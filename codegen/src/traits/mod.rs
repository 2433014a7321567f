//! Traits that change the output: each is a row that says what becomes of its value. Adding one is adding a row.
//!
//! Traits that shape types, such as `@required` or `@length`, are read by `lower` itself; so is `@endpointRuleSet`, whose outcome
//! depends on other traits of the service.

pub(crate) mod auth;
mod http;
mod wire;

use crate::ir::{Literal, Setting};
use crate::model::{Node, Traits};

/// What becomes of a trait's value. None where the value is not what its definition says.
type Lower = fn(&Node) -> Option<Setting>;

/// Traits of members that become builder calls of the member's schema entry, in the order they are written.
const MEMBER: &[(&str, Lower)] = &[
    ("smithy.api#sensitive", |_| Some(Setting::flag("sensitive"))),
    ("smithy.api#jsonName", wire::json_name),
    ("smithy.api#httpLabel", |_| Some(Setting::flag("label"))),
    ("smithy.api#httpQuery", |node| Some(Setting::new("query", [text(node)?]))),
    ("smithy.api#httpQueryParams", |_| Some(Setting::flag("query_params"))),
    ("smithy.api#httpHeader", |node| Some(Setting::new("header", [lower_case(node)?]))),
    ("smithy.api#httpPrefixHeaders", |node| Some(Setting::new("prefix_headers", [lower_case(node)?]))),
    ("smithy.api#httpPayload", |_| Some(Setting::flag("payload"))),
    ("smithy.api#httpResponseCode", |_| Some(Setting::flag("response_code"))),
    ("smithy.api#idempotencyToken", |_| Some(Setting::flag("idempotency_token"))),
    ("smithy.api#hostLabel", |_| Some(Setting::flag("host_label"))),
    ("smithy.api#eventHeader", |_| Some(Setting::flag("event_header"))),
    ("smithy.api#eventPayload", |_| Some(Setting::flag("event_payload"))),
    ("smithy.api#timestampFormat", wire::timestamp_format),
    ("smithy.api#xmlName", |node| Some(Setting::new("xml_name", [text(node)?]))),
    ("smithy.api#xmlAttribute", |_| Some(Setting::flag("xml_attribute"))),
    ("smithy.api#xmlFlattened", |_| Some(Setting::flag("xml_flattened"))),
    ("smithy.api#xmlNamespace", wire::xml_namespace),
    ("aws.protocols#ec2QueryName", |node| Some(Setting::new("ec2_query_name", [text(node)?]))),
];

/// Traits of shapes that become builder calls of the schema.
const SHAPE: &[(&str, Lower)] = &[
    ("smithy.api#sensitive", |_| Some(Setting::flag("sensitive"))),
    ("smithy.api#sparse", |_| Some(Setting::flag("sparse"))),
    ("smithy.api#streaming", |_| Some(Setting::flag("streaming"))),
    ("smithy.api#requiresLength", |_| Some(Setting::flag("requires_length"))),
    ("smithy.api#timestampFormat", wire::timestamp_format),
    ("smithy.api#mediaType", |node| Some(Setting::new("media_type", [text(node)?]))),
    ("smithy.api#xmlName", |node| Some(Setting::new("xml_name", [text(node)?]))),
    ("smithy.api#xmlNamespace", wire::xml_namespace),
];

/// Traits of operations that become builder calls of the operation's schema.
const OPERATION: &[(&str, Lower)] = &[
    ("smithy.api#http", http::http),
    ("smithy.api#endpoint", |node| Some(Setting::new("host_prefix", [text(node.get("hostPrefix")?)?]))),
    ("smithy.api#idempotent", |_| Some(Setting::flag("idempotent"))),
    ("smithy.api#readonly", |_| Some(Setting::flag("readonly"))),
    ("smithy.api#optionalAuth", |_| Some(Setting::flag("optional_auth"))),
    ("aws.auth#unsignedPayload", |_| Some(Setting::flag("unsigned_payload"))),
    ("aws.customizations#s3UnwrappedXmlOutput", |_| Some(Setting::flag("unwrapped_output"))),
    ("smithy.api#httpChecksumRequired", |_| Some(Setting::flag("checksum_required"))),
    ("aws.protocols#httpChecksum", http::checksum),
    ("smithy.api#requestCompression", http::compression),
];

/// Traits of services that become builder calls of the service's schema.
const SERVICE: &[(&str, Lower)] = &[
    ("aws.auth#sigv4", |node| Some(Setting::new("sigv4", [text(node.get("name")?)?]))),
    ("aws.api#service", |node| Some(Setting::new("sdk_id", [text(node.get("sdkId")?)?]))),
    ("smithy.api#xmlNamespace", wire::xml_namespace),
    ("smithy.api#httpApiKeyAuth", auth::api_key),
    ("aws.protocols#awsQueryCompatible", |_| Some(Setting::flag("query_compatible"))),
    ("aws.protocols#restXml", wire::no_error_wrapping),
];

/// Builder calls of a member's traits.
pub(crate) fn member(traits: &Traits) -> Vec<Setting> {
    lower(MEMBER, traits)
}

/// Builder calls of a shape's traits.
pub(crate) fn shape(traits: &Traits) -> Vec<Setting> {
    lower(SHAPE, traits).into_iter().chain(http::error(traits)).collect()
}

/// Builder calls of an operation's traits.
pub(crate) fn operation(traits: &Traits) -> Vec<Setting> {
    lower(OPERATION, traits)
}

/// Builder calls of a service's traits.
pub(crate) fn service(traits: &Traits) -> Vec<Setting> {
    let mut settings = lower(SERVICE, traits);
    let prefix = endpoint_prefix(traits).map(|prefix| Literal::Str(prefix.to_owned()));
    settings.extend(prefix.map(|prefix| Setting::new("endpoint_prefix", [prefix])));
    settings
}

/// What the hosts of a service at AWS begin with.
pub(crate) fn endpoint_prefix(traits: &Traits) -> Option<&str> {
    let node = traits.get("aws.api#service")?;
    node.get("endpointPrefix").or_else(|| node.get("arnNamespace"))?.as_str()
}

/// The protocols of a service, as variants of the runtime's `ProtocolId`, the preferred one first.
pub(crate) fn protocols(traits: &Traits) -> Vec<&'static str> {
    PROTOCOLS.iter().filter(|(id, _)| traits.get(*id).is_some()).map(|(_, name)| *name).collect()
}

/// The trait ids of the protocols that the runtime speaks.
pub(crate) fn protocol_ids() -> impl Iterator<Item = &'static str> {
    PROTOCOLS.iter().map(|(id, _)| *id)
}

/// The protocols, as AWS's clients prefer them: the compact ones first.
const PROTOCOLS: &[(&str, &str)] = &[
    ("smithy.protocols#rpcv2Cbor", "schema::ProtocolId::RpcV2Cbor"),
    ("smithy.protocols#rpcv2Json", "schema::ProtocolId::RpcV2Json"),
    ("aws.protocols#awsJson1_0", "schema::ProtocolId::AwsJson1_0"),
    ("aws.protocols#awsJson1_1", "schema::ProtocolId::AwsJson1_1"),
    ("aws.protocols#restJson1", "schema::ProtocolId::RestJson1"),
    ("aws.protocols#restXml", "schema::ProtocolId::RestXml"),
    ("aws.protocols#awsQuery", "schema::ProtocolId::AwsQuery"),
    ("aws.protocols#ec2Query", "schema::ProtocolId::Ec2Query"),
];

fn lower(table: &[(&str, Lower)], traits: &Traits) -> Vec<Setting> {
    table.iter().filter_map(|(id, lower)| lower(traits.get(*id)?)).collect()
}

fn text(node: &Node) -> Option<Literal> {
    node.as_str().map(|text| Literal::Str(text.to_owned()))
}

fn lower_case(node: &Node) -> Option<Literal> {
    node.as_str().map(|text| Literal::Str(text.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::{MEMBER, OPERATION, SERVICE, SHAPE};

    #[test]
    fn no_trait_has_two_rows_in_one_table() {
        for table in [MEMBER, SHAPE, OPERATION, SERVICE] {
            let mut ids: Vec<_> = table.iter().map(|(id, _)| id).collect();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), table.len());
        }
    }
}
