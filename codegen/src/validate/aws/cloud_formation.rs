//! Traits of AWS `CloudFormation` (spec: "AWS `CloudFormation` traits").

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{CloudFacts, Diagnostic};
use crate::model::graph::Element;
use crate::model::{Member, Node, Resource, Shape, ShapeId, ShapeType};
use crate::rule::event;
use crate::traits::NotProperty;
use crate::traits::ids::cloud_formation::{ADDITIONAL_IDENTIFIER, EXCLUDE, MUTABILITY, RESOURCE};
use crate::validate::Rule;
use crate::validate::context::{Context, listed, place};
use crate::validate::resources::{bound_members, holder};

pub(in crate::validate) const MUTABILITIES: Rule = Rule {
    events: &[event!("CfnMutabilityTrait")],
    check: mutabilities,
    #[cfg(test)]
    cases: cases::MUTABILITIES,
};

/// Additional identifiers must be readable.
fn mutabilities(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, element, node) in context.with_trait(MUTABILITY) {
        let Some(mutability) = node.as_str().filter(|value| ["write", "create"].contains(value)) else { continue };
        if element.trait_value(ADDITIONAL_IDENTIFIER).is_some() {
            let facts = CloudFacts::AdditionalIdentifier { mutability: mutability.to_owned() };
            let error = Diagnostic::error("CfnMutabilityTrait", facts, place(node, element));
            found.push(error.with_shape(element.id()));
        }
    }
}

pub(in crate::validate) const PROPERTIES: Rule = Rule {
    events: &[event!("CfnResourceProperty")],
    check: properties,
    #[cfg(test)]
    cases: cases::PROPERTIES,
};

fn properties(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, element, node) in context.with_trait(RESOURCE) {
        let Element::Shape(shape) = element else { continue };
        let Some(resource) = shape.as_resource() else { continue };
        let mut error = |facts: CloudFacts| {
            let error = Diagnostic::error("CfnResourceProperty", facts, place(node, element));
            found.push(error.with_shape(&shape.id));
        };
        if let Some(name) = node.get("primaryIdentifier").and_then(Node::as_str) {
            let name = name.to_owned();
            match resource.properties.get(&name) {
                None => error(CloudFacts::PrimaryIdentifier { name }),
                Some(target) => {
                    let target = context.shape(target).map(|shape| shape.kind);
                    let other = target.filter(|kind| !matches!(kind, ShapeType::String | ShapeType::Enum));
                    if let Some(other) = other {
                        error(CloudFacts::PrimaryIdentifierType { name, found: other.name() });
                    }
                }
            }
        }
        let generated = node.get("name").and_then(Node::as_str).unwrap_or(shape.id.name());
        for (property, targets) in targets(context, resource, node) {
            if targets.len() > 1 {
                error(CloudFacts::PropertyTargets {
                    property: property.to_owned(),
                    resource: generated.to_owned(),
                    targets: listed(targets),
                });
            }
        }
    }
}

/// Targets of the properties of the generated resource, by name: those of identifiers, of members of lifecycle
/// operations, and of additional schemas.
fn targets<'m>(
    context: &Context<'m>,
    resource: &'m Resource,
    node: &'m Node,
) -> BTreeMap<&'m str, BTreeSet<&'m ShapeId>> {
    let mut targets: BTreeMap<&str, BTreeSet<&ShapeId>> = BTreeMap::new();
    for (name, target) in &resource.identifiers {
        targets.entry(name).or_default().insert(target);
    }
    let is_property = |member: &&Member| !member.has_trait(EXCLUDE) && !member.has::<NotProperty>();
    let inputs = [&resource.put, &resource.create, &resource.update].into_iter().flatten();
    let sides = resource.read.iter().map(|id| (id, false)).chain(inputs.map(|id| (id, true)));
    for (id, is_input) in sides {
        let Some(operation) = context.model.shape(id).and_then(Shape::as_operation) else { continue };
        let Some(input) = context.model.shape(&operation.input) else { continue };
        let identifiers: BTreeSet<&str> = bound_members(resource, input).values().copied().collect();
        let side = if is_input { &operation.input } else { &operation.output };
        let members = holder(context, side).into_iter().flat_map(|structure| structure.members.values());
        for member in members.filter(is_property).filter(|member| !identifiers.contains(member.name())) {
            targets.entry(member.name()).or_default().insert(&member.target);
        }
        let additional = input.members.values().filter(|member| member.has_trait(ADDITIONAL_IDENTIFIER));
        for member in additional.filter(|_| !is_input) {
            targets.entry(member.name()).or_default().insert(&member.target);
        }
    }
    let schemas = node.get("additionalSchemas").and_then(Node::as_array).unwrap_or_default();
    let schemas = schemas.iter().filter_map(|id| context.model.shape_named(id.as_str()?));
    for member in schemas.flat_map(|schema| schema.members.values()).filter(is_property) {
        targets.entry(member.name()).or_default().insert(&member.target);
    }
    targets
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const MUTABILITIES: Cases = Cases {
        file: file!(),
        finds: &[r#"
resource City {
    identifiers: { id: String }
    read: GetCity
}

@readonly
operation GetCity {
    input := {
        @required
        id: String

        @aws.cloudformation#cfnMutability("write")
//                                        ^^^^^^^ error: CfnMutabilityTrait
//                                        ^^^^^^^ warning: UnstableTrait.aws.cloudformation#cfnMutability
        @aws.cloudformation#cfnAdditionalIdentifier
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: UnstableTrait.aws.cloudformation#cfnAdditionalIdentifier
        name: String
    }
    output := {}
}
"#],
        leaves: &[r#"
resource City {
    identifiers: { id: String }
    read: GetCity
}

@readonly
operation GetCity {
    input := {
        @required
        id: String

        @aws.cloudformation#cfnMutability("read")
//                                        ^^^^^^ warning: UnstableTrait.aws.cloudformation#cfnMutability
        @aws.cloudformation#cfnAdditionalIdentifier
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: UnstableTrait.aws.cloudformation#cfnAdditionalIdentifier
        name: String
    }
    output := {}
}
"#],
    };

    pub(super) const PROPERTIES: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@aws.cloudformation#cfnResource(primaryIdentifier: "arn")
//                              ^^^^^^^^^^^^^^^^^ error: CfnResourceProperty
//                              ^^^^^^^^^^^^^^^^^ warning: UnstableTrait.aws.cloudformation#cfnResource
resource City {
    identifiers: { id: String }
}

@aws.cloudformation#cfnResource(primaryIdentifier: "count")
//                              ^^^^^^^^^^^^^^^^^ error: CfnResourceProperty
//                              ^^^^^^^^^^^^^^^^^ warning: UnstableTrait.aws.cloudformation#cfnResource
resource Town {
    identifiers: { id: String }
    properties: { count: Integer }
    read: GetTown
}

@readonly
operation GetTown {
    input := {
        @required
        id: String
//      ^^ warning: MemberShouldReferenceResource
    }
    output := {
        count: Integer
    }
}
"#,
            r#"
@aws.cloudformation#cfnResource
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: CfnResourceProperty
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: UnstableTrait.aws.cloudformation#cfnResource
resource City {
    identifiers: { id: String }
    read: GetCity
    create: CreateCity
}

operation CreateCity {
    input := {
        size: Integer
    }
}

@readonly
operation GetCity {
    input := {
        @required
        id: String
    }
    output := {
        size: String
    }
}
"#,
        ],
        leaves: &[r#"
@aws.cloudformation#cfnResource
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: UnstableTrait.aws.cloudformation#cfnResource
resource City {
    identifiers: { id: String }
    read: GetCity
    create: CreateCity
}

operation CreateCity {
    input := {
        @aws.cloudformation#cfnExcludeProperty
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: UnstableTrait.aws.cloudformation#cfnExcludeProperty
        size: Integer
    }
}

@readonly
operation GetCity {
    input := {
        @required
        id: String
    }
    output := {
        size: String
    }
}
"#],
    };
}
