//! Authentication (spec: "Authentication traits"): the schemes that clients support, and their priority.

use std::sync::Arc;

use super::meta::AuthDefinition;
use super::read::{FromNode, Placed, one_of, optional, required, syntax};
use super::{Lower, On, text};
use crate::ir::{Literal, Setting};
use crate::model::{Invalid, Model, Node, Shape, ShapeId, Trait, TraitProblem, Traits};

/// A scheme that clients support.
struct Scheme {
    /// The shape ID of its trait.
    id: &'static str,
    /// The variant of the runtime's `AuthKind`.
    kind: &'static str,
    /// Its words in documentation, from the traits of the service. `None` if the service does not have it.
    words: fn(&Traits) -> Option<String>,
}

/// The schemes that clients support, in the order of their IDs, which is their priority in the absence of `@auth`.
const SCHEMES: [Scheme; 4] = [
    Scheme {
        id: Sigv4::ID,
        kind: "schema::AuthKind::SigV4",
        words: |service| Some(format!("SigV4 (`{}`)", service.get::<Sigv4>()?.name)),
    },
    Scheme {
        id: HttpApiKeyAuth::ID,
        kind: "schema::AuthKind::ApiKey",
        words: |service| Some(format!("API key (`{}`)", service.get::<HttpApiKeyAuth>()?.name)),
    },
    Scheme { id: HttpBasicAuth::ID, kind: "schema::AuthKind::Basic", words: |_| Some("HTTP basic".to_owned()) },
    Scheme { id: HttpBearerAuth::ID, kind: "schema::AuthKind::Bearer", words: |_| Some("bearer token".to_owned()) },
];

/// `@auth`: schemes in order of priority.
#[derive(Clone, Debug, PartialEq)]
pub struct Auth(pub Vec<Placed<Arc<str>>>);

impl Auth {
    /// IDs of the schemes.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|scheme| &*scheme.value)
    }
}

impl Trait for Auth {
    const ID: &'static str = "smithy.api#auth";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let schemes: Vec<Placed<Arc<str>>> = FromNode::from_node(node)?;
        match schemes.iter().find(|scheme| ShapeId::parse(&scheme.value).is_err()) {
            Some(wrong) => Err(syntax(wrong.span, TraitProblem::ShapeId { text: wrong.value.to_string() })),
            None => Ok(Self(schemes)),
        }
    }
}

/// `@httpApiKeyAuth`: a key in a header or query parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct HttpApiKeyAuth {
    /// The name of the header or parameter.
    pub name: Arc<str>,
    /// The location of the key.
    pub place: KeyPlace,
    /// The prefix of the key in the header.
    pub scheme: Option<Arc<str>>,
}

/// Location of an API key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// In a header.
    Header,
    /// In the query string.
    Query,
}

impl KeyPlace {
    /// Its name in the trait's value.
    pub fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Query => "query",
        }
    }
}

impl FromNode for KeyPlace {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        one_of(node, [Self::Header, Self::Query], Self::name)
    }
}

impl Trait for HttpApiKeyAuth {
    const ID: &'static str = "smithy.api#httpApiKeyAuth";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { name: required(node, "name")?, place: required(node, "in")?, scheme: optional(node, "scheme")? })
    }
}

impl Lower for HttpApiKeyAuth {
    const ON: &'static [On] = &[On::Service];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        let place = match self.place {
            KeyPlace::Header => "schema::KeyPlace::Header",
            KeyPlace::Query => "schema::KeyPlace::Query",
        };
        let mut settings = vec![Setting::new("api_key", [text(&self.name), Literal::Runtime(place)])];
        settings.extend(self.scheme.as_deref().map(|scheme| Setting::new("api_key_scheme", [text(scheme)])));
        settings
    }
}

/// `@sigv4`: AWS signature version 4.
#[derive(Clone, Debug, PartialEq)]
pub struct Sigv4 {
    /// The name of the service in signatures.
    pub name: Arc<str>,
}

impl Trait for Sigv4 {
    const ID: &'static str = "aws.auth#sigv4";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { name: required(node, "name")? })
    }
}

impl Lower for Sigv4 {
    const ON: &'static [On] = &[On::Service];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![Setting::new("sigv4", [text(&self.name)])]
    }
}

/// `@sigv4a`: AWS signature version 4a, for several regions.
#[derive(Clone, Debug, PartialEq)]
pub struct Sigv4a {
    /// The name of the service in signatures.
    pub name: Arc<str>,
}

impl Trait for Sigv4a {
    const ID: &'static str = "aws.auth#sigv4a";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { name: required(node, "name")? })
    }
}

super::markers! {
    /// `@httpBasicAuth`
    HttpBasicAuth = "smithy.api#httpBasicAuth"
    /// `@httpBearerAuth`
    HttpBearerAuth = "smithy.api#httpBearerAuth"
    /// `@optionalAuth`: authentication is optional.
    OptionalAuth = "smithy.api#optionalAuth" => Operation: "optional_auth"
    /// `@unsignedPayload`: the body is not signed.
    UnsignedPayload = "aws.auth#unsignedPayload" => Operation: "unsigned_payload"
}

/// The IDs of the schemes that clients support.
pub(crate) fn known() -> impl Iterator<Item = &'static str> {
    SCHEMES.iter().map(|scheme| scheme.id)
}

/// The words for a scheme of a service in documentation. `None` if clients do not support it.
pub(crate) fn words(service: &Traits, id: &str) -> Option<String> {
    SCHEMES.iter().find(|scheme| scheme.id == id).and_then(|scheme| (scheme.words)(service))
}

/// The IDs of all schemes of a service or operation, in order of priority.
pub(crate) fn schemes<'m>(model: &'m Model, service: &'m Shape, operation: Option<&'m Shape>) -> Vec<&'m str> {
    if let Some(auth) = operation.into_iter().chain([service]).find_map(Shape::get::<Auth>) {
        return auth.ids().collect();
    }
    let is_scheme = |id: &&str| {
        known().any(|known| known == *id) || model.shape_named(id).is_some_and(Shape::has::<AuthDefinition>)
    };
    let mut ids: Vec<&str> = service.traits.keys().map(ShapeId::as_str).filter(is_scheme).collect();
    ids.sort_unstable();
    ids
}

/// Whether the service or one of the operations has an authentication scheme, supported or not.
pub(crate) fn is_authenticated(model: &Model, service: &Shape, operations: &[&Shape]) -> bool {
    let has_scheme = |operation| !schemes(model, service, operation).is_empty();
    has_scheme(None) || operations.iter().any(|operation| has_scheme(Some(operation)))
}

/// The schemes of a service in order of priority, unless `SigV4` is the only one. Servers refuse requests of services
/// without supported schemes.
pub(crate) fn service(model: &Model, service: &Shape) -> Option<Setting> {
    let ids = schemes(model, service, None);
    if ids.is_empty() || ids == [Sigv4::ID] {
        return None;
    }
    Some(setting(&ids).unwrap_or_else(|| Setting::flag("unsupported_auth")))
}

/// The schemes of an operation in order of priority, if they differ from those of the service. An operation without
/// schemes, or without supported ones, is called without authentication, never with another scheme; servers refuse the
/// latter. `SigV4` is the scheme of a service without a list, so an empty one is repeated at each operation.
pub(crate) fn operation(model: &Model, service: &Shape, operation: &Shape) -> Vec<Setting> {
    let own = schemes(model, service, Some(operation));
    let is_implied = !own.is_empty() || !service.has::<Sigv4>();
    if is_implied && own == schemes(model, service, None) {
        return Vec::new();
    }
    match setting(&own) {
        Some(setting) => vec![setting],
        None if own.is_empty() => vec![Setting::flag("no_auth")],
        None => vec![Setting::flag("no_auth"), Setting::flag("unsupported_auth")],
    }
}

fn setting(ids: &[&str]) -> Option<Setting> {
    let kind = |id: &&str| SCHEMES.iter().find(|scheme| scheme.id == *id).map(|scheme| Literal::Runtime(scheme.kind));
    let kinds: Vec<Literal> = ids.iter().filter_map(kind).collect();
    (!kinds.is_empty()).then(|| Setting::new("auth", [Literal::Slice(kinds)]))
}

#[cfg(test)]
mod tests {
    use super::{Auth, HttpApiKeyAuth, KeyPlace, Sigv4};
    use crate::model::{Breaks, Trait};
    use crate::traits::testing::{node, problem};

    #[test]
    fn schemes_are_shape_ids_in_order() {
        let auth = Auth::read(&node(r#"["b#c", "a#b"]"#)).expect("valid");
        assert_eq!(auth.ids().collect::<Vec<_>>(), ["b#c", "a#b"]);
        let error = Auth::read(&node(r#"["a b"]"#)).expect_err("no id");
        assert_eq!((error.breaks, error.problem.to_string().as_str()), (Breaks::Syntax, "Invalid shape ID: a b"));
        assert_eq!(problem::<Auth>("[1]"), "Expected string, but found number.");
    }

    #[test]
    fn a_key_is_in_a_header_or_in_the_query() {
        let auth = HttpApiKeyAuth::read(&node(r#"{"name": "key", "in": "query"}"#)).expect("valid");
        assert_eq!((&*auth.name, auth.place, auth.scheme), ("key", KeyPlace::Query, None));
        assert_eq!(problem::<HttpApiKeyAuth>(r#"{"name": "key", "in": "body"}"#), "Unexpected value `body`");
        assert_eq!(problem::<HttpApiKeyAuth>(r#"{"in": "query"}"#), "Missing expected member `name`.");
    }

    #[test]
    fn signatures_have_a_name() {
        assert_eq!(Sigv4::read(&node(r#"{"name": "s3"}"#)), Ok(Sigv4 { name: "s3".into() }));
        assert_eq!(problem::<Sigv4>("{}"), "Missing expected member `name`.");
    }
}
