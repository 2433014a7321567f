//! Authentication traits (spec: "Authentication traits"): which schemes clients have, and in which order they try them.

use super::text;
use crate::ir::{Literal, Setting};
use crate::model::{Model, Node, Shape, ShapeId};

/// The schemes that clients have, as variants of the runtime's `AuthKind`, in the order of their ids: it counts where `@auth`
/// gives none.
const SCHEMES: &[(&str, &str)] = &[
    (SIGV4, "schema::AuthKind::SigV4"),
    ("smithy.api#httpApiKeyAuth", "schema::AuthKind::ApiKey"),
    ("smithy.api#httpBasicAuth", "schema::AuthKind::Basic"),
    ("smithy.api#httpBearerAuth", "schema::AuthKind::Bearer"),
];

const SIGV4: &str = "aws.auth#sigv4";

/// The ids of the schemes that clients have.
pub(crate) fn known() -> impl Iterator<Item = &'static str> {
    SCHEMES.iter().map(|(id, _)| *id)
}

/// The ids of all schemes of a service or of one of its operations, the preferred one first.
pub(crate) fn schemes<'m>(model: &'m Model, service: &'m Shape, operation: Option<&'m Shape>) -> Vec<&'m str> {
    let listed = operation.into_iter().chain([service]).find_map(|shape| shape.trait_value("smithy.api#auth"));
    if let Some(ids) = listed.and_then(Node::as_array) {
        return ids.iter().filter_map(Node::as_str).collect();
    }
    let is_scheme = |id: &&str| {
        known().any(|known| known == *id)
            || model.shape_named(id).is_some_and(|shape| shape.has_trait("smithy.api#authDefinition"))
    };
    let mut ids: Vec<&str> = service.traits.keys().map(ShapeId::as_str).filter(is_scheme).collect();
    ids.sort_unstable();
    ids
}

/// `@httpApiKeyAuth`
pub(super) fn api_key(node: &Node) -> Option<Setting> {
    let place = match node.get("in")?.as_str()? {
        "query" => "schema::KeyPlace::Query",
        _ => "schema::KeyPlace::Header",
    };
    let scheme = node.get("scheme").and_then(text).unwrap_or(Literal::Str(String::new()));
    Some(Setting::new("api_key", [text(node.get("name")?)?, Literal::Runtime(place), scheme]))
}

/// The order of a service's schemes, unless there is but the signature of AWS.
pub(crate) fn service(model: &Model, service: &Shape) -> Option<Setting> {
    let ids = schemes(model, service, None);
    (ids != [SIGV4]).then(|| setting(&ids)).flatten()
}

/// The order of an operation's schemes, where it is not the service's. One that has none, or none that clients have, is called
/// without authentication, and not by a scheme that is not its own.
pub(crate) fn operation(model: &Model, service: &Shape, operation: &Shape) -> Option<Setting> {
    let own = schemes(model, service, Some(operation));
    (own != schemes(model, service, None)).then(|| setting(&own).unwrap_or_else(|| Setting::flag("no_auth")))
}

fn setting(ids: &[&str]) -> Option<Setting> {
    let kind = |id: &&str| SCHEMES.iter().find(|(known, _)| known == id).map(|(_, kind)| Literal::Runtime(kind));
    let kinds: Vec<Literal> = ids.iter().filter_map(kind).collect();
    (!kinds.is_empty()).then(|| Setting::new("auth", [Literal::Slice(kinds)]))
}
