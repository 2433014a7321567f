//! Resources, their properties and references to them (spec: "Resource traits").

use std::sync::Arc;

use super::read::{FromNode, Named, Placed, optional, required, syntax};
use crate::model::{Invalid, Member, Node, ShapeId, Trait, TraitProblem};

/// `@references`: resources that a structure or string refers to.
#[derive(Clone, Debug, PartialEq)]
pub struct References(pub Vec<Placed<Reference>>);

/// One of [`References`].
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Shape ID of the resource.
    pub resource: ShapeId,
    /// Members that contain its identifiers, by identifier.
    pub ids: Option<Named<Arc<str>>>,
    /// Shape ID of its service.
    pub service: Option<ShapeId>,
    /// Relationship, as defined by RFC 8288.
    pub rel: Option<Arc<str>>,
}

impl FromNode for Reference {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            resource: shape_id(&required(node, "resource")?)?,
            ids: optional(node, "ids")?,
            service: optional(node, "service")?.as_ref().map(shape_id).transpose()?,
            rel: optional(node, "rel")?,
        })
    }
}

fn shape_id(Placed { value, span }: &Placed<Arc<str>>) -> Result<ShapeId, Invalid> {
    ShapeId::parse(value).map_err(|_| syntax(*span, TraitProblem::ShapeId { text: value.to_string() }))
}

impl Trait for References {
    const ID: &'static str = "smithy.api#references";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Vec::from_node(node).map(Self)
    }
}

/// `@property`: the member is a property of the resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// Name of the property, if it differs from the member's.
    pub name: Option<Arc<str>>,
}

impl Property {
    /// Name of the property that a member contains.
    pub fn name_of(member: &Member) -> &str {
        member.get::<Self>().and_then(|property| property.name.as_deref()).unwrap_or_else(|| member.name())
    }
}

impl Trait for Property {
    const ID: &'static str = "smithy.api#property";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { name: optional(node, "name")? })
    }
}

super::texts! {
    /// `@resourceIdentifier`: the member is an identifier of the resource.
    ResourceIdentifier = "smithy.api#resourceIdentifier"
}

super::markers! {
    /// `@nestedProperties`: the target of the member contains the properties.
    NestedProperties = "smithy.api#nestedProperties"
    /// `@notProperty`: the member is not a property.
    NotProperty = "smithy.api#notProperty"
    /// `@noReplace`: `put` does not replace an existing resource.
    NoReplace = "smithy.api#noReplace"
}

#[cfg(test)]
mod tests {
    use super::{Property, References, ResourceIdentifier};
    use crate::model::{Breaks, Trait};
    use crate::traits::testing::{node, problem};

    #[test]
    fn references_name_a_resource_and_its_identifiers() {
        let text = r#"[{"resource": "a#R", "ids": {"id": "member"}, "rel": "next"}]"#;
        let References(references) = References::read(&node(text)).expect("valid");
        let reference = &references.first().expect("there is one").value;
        assert_eq!((reference.resource.as_str(), reference.rel.as_deref()), ("a#R", Some("next")));
        assert_eq!(reference.ids.as_ref().and_then(|ids| ids.get("id")).map(|id| &**id), Some("member"));
        assert_eq!(problem::<References>(r#"[{"ids": {}}]"#), "Missing expected member `resource`.");
    }

    #[test]
    fn ids_in_references_are_absolute() {
        let value = node(r#"[{"resource": "a#R"}, {"resource": "a b"}]"#);
        let error = References::read(&value).expect_err("no id");
        let place = value.as_array().and_then(|all| all.get(1)).and_then(|node| node.get("resource"));
        assert_eq!((error.breaks, &*error.problem.to_string()), (Breaks::Syntax, "Invalid shape ID: a b"));
        assert_eq!(Some(error.span), place.map(|node| node.span));
        assert_eq!(problem::<References>(r#"[{"resource": "a#R", "service": "x"}]"#), "Invalid shape ID: x");
    }

    #[test]
    fn properties_and_identifiers_are_named_by_strings() {
        assert_eq!(Property::read(&node("{}")), Ok(Property { name: None }));
        assert_eq!(problem::<Property>(r#"{"name": 1}"#), "Expected string, but found number.");
        assert_eq!(problem::<ResourceIdentifier>("{}"), "Expected string, but found object.");
    }
}
