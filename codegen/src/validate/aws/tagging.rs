//! Tagging (spec: "AWS tagging traits"): resources that can be tagged have tagging operations.

use std::sync::Arc;

use crate::diagnostic::{AwsFacts, Diagnostic, Message, Severity};
use crate::model::{Member, Model, Shape, ShapeId, ShapeType};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{
    Arn, NestedProperties, NoReplace, NotProperty, Placed, Property, TagEnabled, TagOperations, Taggable,
};
use crate::validate::Rule;
use crate::validate::contained::{Contained, with};
use crate::validate::context::Context;

fn report(severity: Severity, id: &str, shape: &Shape, message: impl Into<Message>, span: Span) -> Diagnostic {
    Diagnostic::of(severity, id, message, span).with_shape(&shape.id)
}

/// The name of the resource's property for tags.
fn tag_property(resource: &Shape) -> Option<&Placed<Arc<str>>> {
    resource.get::<Taggable>()?.property.as_ref()
}

fn is_tags_name(name: &str) -> bool {
    matches!(name, "tags" | "Tags" | "tagList" | "TagList" | "taglist" | "Taglist")
}

fn is_tag_keys_name(name: &str) -> bool {
    matches!(name, "tagKeys" | "TagKeys" | "tagkeys" | "Tagkeys")
}

fn is_arn_name(name: &str) -> bool {
    let rest = name.strip_prefix("resource").or_else(|| name.strip_prefix("Resource")).unwrap_or(name);
    matches!(rest, "arn" | "Arn" | "ARN")
}

fn is_string(model: &Model, id: &ShapeId) -> bool {
    model.shape(id).is_some_and(|shape| matches!(shape.kind, ShapeType::String | ShapeType::Enum))
}

/// Whether a shape is a list of pairs of strings, or a map to strings.
fn is_tags(model: &Model, id: &ShapeId) -> bool {
    let Some(shape) = model.shape(id) else { return false };
    let target = |name: &str| shape.members.get(name).map(|member| &member.target);
    match shape.kind {
        ShapeType::List => target("member").and_then(|id| model.shape(id)).is_some_and(|pair| {
            pair.kind == ShapeType::Structure
                && pair.members.len() == 2
                && pair.members.values().all(|member| is_string(model, &member.target))
        }),
        ShapeType::Map => target("value").is_some_and(|id| is_string(model, id)),
        _ => false,
    }
}

fn is_tag_keys(model: &Model, id: &ShapeId) -> bool {
    model.shape(id).is_some_and(|shape| {
        shape.kind == ShapeType::List && shape.members.get("member").is_some_and(|m| is_string(model, &m.target))
    })
}

/// The three kinds of tagging operations.
#[derive(Clone, Copy)]
enum Action {
    Tag,
    Untag,
    List,
}

impl Action {
    const ALL: [Self; 3] = [Self::Tag, Self::Untag, Self::List];

    /// The default name of the operation.
    fn name(self) -> &'static str {
        match self {
            Self::Tag => "TagResource",
            Self::Untag => "UntagResource",
            Self::List => "ListTagsForResource",
        }
    }

    /// The operation in a configuration.
    fn in_config(self, config: &TagOperations) -> Option<&str> {
        match self {
            Self::Tag => config.tag.as_deref(),
            Self::Untag => config.untag.as_deref(),
            Self::List => config.list.as_deref(),
        }
    }

    /// Whether exactly one member of the operation's input or output has the expected name and type.
    fn has_member(self, model: &Model, operation: &Shape) -> bool {
        let Some(body) = operation.as_operation() else { return false };
        let id = if matches!(self, Self::List) { &body.output } else { &body.input };
        let fits = |member: &&Member| match self {
            Self::Untag => is_tag_keys_name(member.name()) && is_tag_keys(model, &member.target),
            Self::Tag | Self::List => is_tags_name(member.name()) && is_tags(model, &member.target),
        };
        model.shape(id).is_some_and(|shape| shape.members.values().filter(fits).count() == 1)
    }

    /// Whether the operation takes the ARN of any resource of a service.
    fn is_service_wide(self, model: &Model, operation: &Shape) -> bool {
        let input = operation.as_operation().and_then(|body| model.shape(&body.input));
        let takes_arn = input.is_some_and(|input| {
            input.members.values().any(|member| is_arn_name(member.name()) && is_string(model, &member.target))
        });
        takes_arn && self.has_member(model, operation)
    }

    /// The operation of a service, by configuration or by name. It must be bound to the service itself.
    fn of_service<'m>(self, model: &'m Model, service: &Shape) -> Option<&'m Shape> {
        let configured = self.configured(service);
        let mut bound = service.as_service()?.operations.iter();
        model.shape(bound.find(|id| configured.map_or(id.name() == self.name(), |wanted| id.as_str() == wanted))?)
    }

    fn configured(self, service: &Shape) -> Option<&str> {
        self.in_config(service.get::<TagEnabled>()?.api_config.as_ref()?)
    }
}

/// Whether a service has all three operations for all its resources.
fn tagging_of(model: &Model, service: &Shape) -> Tagging {
    let works = |action: Action| {
        action.of_service(model, service).is_some_and(|operation| action.is_service_wide(model, operation))
    };
    let is_complete = service.has::<TagEnabled>() && Action::ALL.into_iter().all(works);
    if is_complete { Tagging::ServiceWide } else { Tagging::None }
}

/// Tagging operations of a service for all its resources.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tagging {
    /// The service has all three.
    ServiceWide,
    None,
}

pub(in crate::validate) const SERVICE_OPERATIONS: Rule = Rule {
    events: &[event!("ServiceTagging")],
    check: service_operations,
    #[cfg(test)]
    cases: cases::SERVICE_OPERATIONS,
};

fn service_operations(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    const ID: &str = "ServiceTagging";
    let model = context.model;
    for (service, _, span) in with::<TagEnabled>(model) {
        for action in Action::ALL {
            let name = action.name();
            match action.of_service(model, service) {
                Some(operation) if action.is_service_wide(model, operation) => {}
                Some(operation) => {
                    let message = AwsFacts::TagOperation { operation: operation.id.clone(), name };
                    let danger = report(Severity::Danger, ID, service, message, span);
                    found.push(danger.with_label(operation.span, "the operation is here"));
                }
                None => {
                    let message = match action.configured(service) {
                        Some(id) => {
                            let name = id.rsplit('#').next().unwrap_or(id);
                            AwsFacts::MissingConfiguredTagOperation { name: name.to_owned() }
                        }
                        None => AwsFacts::MissingTagOperation { name },
                    };
                    found.push(report(Severity::Warning, ID, service, message, span));
                }
            }
        }
    }
}

pub(in crate::validate) const TAG_ENABLED_RULE: Rule = Rule {
    events: &[event!("TagEnabledService")],
    check: tag_enabled,
    #[cfg(test)]
    cases: cases::TAG_ENABLED_RULE,
};

fn tag_enabled(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    const ID: &str = "TagEnabledService";
    let model = context.model;
    for (service, value, span) in with::<TagEnabled>(model) {
        if !Contained::of(model, service).resources.iter().any(|resource| resource.has::<Taggable>()) {
            let message =
                "Service marked `aws.api#tagEnabled` trait must have at least one `aws.api#taggable` resource.";
            found.push(report(Severity::Error, ID, service, message, span));
        }
        if !value.disable_default_operations && tagging_of(model, service) == Tagging::None {
            let message = "Service marked `aws.api#tagEnabled` trait does not have consistent tagging operations \
                           implemented: {TagResource, UntagResource, and ListTagsForResource}.";
            found.push(report(Severity::Warning, ID, service, message, span));
        }
    }
}

pub(in crate::validate) const PROPERTY_NAMES: Rule = Rule {
    events: &[event!("TagResourcePropertyName")],
    check: property_names,
    #[cfg(test)]
    cases: cases::PROPERTY_NAMES,
};

fn property_names(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (resource, ..) in with::<Taggable>(model) {
        if let Some(Placed { value: name, span }) = tag_property(resource)
            && !is_tags_name(name)
        {
            let message = "Suggested tag property name is '[T|t]ags'.";
            found.push(report(Severity::Warning, "TagResourcePropertyName", resource, message, *span));
        }
    }
}

pub(in crate::validate) const PROPERTY_TYPES: Rule = Rule {
    events: &[event!("TagResourcePropertyType")],
    check: property_types,
    #[cfg(test)]
    cases: cases::PROPERTY_TYPES,
};

fn property_types(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (resource, ..) in with::<Taggable>(model) {
        let Some(Placed { value: name, span }) = tag_property(resource) else { continue };
        let Some(body) = resource.as_resource() else { continue };
        if body.properties.get(&**name).is_some_and(|target| !is_tags(model, target)) {
            let message = "Tag property must be a list shape targeting a member containing a pair of strings, or a Map \
                           shape targeting a string member.";
            found.push(report(Severity::Error, "TagResourcePropertyType", resource, message, *span));
        }
    }
}

pub(in crate::validate) const RESOURCES: Rule = Rule {
    events: &[event!("TaggableResource")],
    check: resources,
    #[cfg(test)]
    cases: cases::RESOURCES,
};

fn resources(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    const ID: &str = "TaggableResource";
    let model = context.model;
    for service in model.own_shapes().filter(|shape| shape.as_service().is_some()) {
        let tagging = tagging_of(model, service);
        for resource in Contained::of(model, service).resources {
            let is_taggable = resource.has::<Taggable>();
            if is_taggable {
                check_resource(model, service, resource, tagging, found);
            } else if resource.has::<Arn>() && tagging == Tagging::ServiceWide {
                let message = "Resource is likely missing `aws.api#taggable` trait.";
                found.push(report(Severity::Warning, ID, resource, message, resource.span));
            }
            if is_taggable && !service.has::<TagEnabled>() {
                let message = "Service has resources with `aws.api#taggable` applied but does not have the \
                               `aws.api#tagEnabled` trait.";
                let warning = report(Severity::Warning, ID, service, message, service.span);
                found.push(warning.with_label(resource.span, "this resource is taggable"));
            }
        }
    }
}

fn check_resource(model: &Model, service: &Shape, resource: &Shape, tagging: Tagging, found: &mut Vec<Diagnostic>) {
    const ID: &str = "TaggableResource";
    let Some(body) = resource.as_resource() else { return };
    let replaces = body.put.as_ref().filter(|_| !resource.has::<NoReplace>());
    let updates = body.update.as_ref().into_iter().chain(replaces);
    if let Some(operation) = updates.filter_map(|id| model.shape(id)).find(|op| takes_tags(model, resource, op)) {
        let message = "Update and put resource lifecycle operations should not support updating tags because it is a \
                       privileged operation that modifies access.";
        found.push(report(Severity::Danger, ID, operation, message, operation.span));
    }
    let by_instance = tags_by_instance(model, resource);
    if by_instance {
        return;
    }
    if tagging == Tagging::ServiceWide && !resource.has::<Arn>() {
        let message = "Resource is taggable only via service-wide tag operations. It must use the `aws.api@arn` trait.";
        found.push(report(Severity::Error, ID, resource, message, resource.span));
    }
    if tagging == Tagging::None {
        let message = AwsFacts::ResourceWithoutTagging { service: service.id.clone() };
        found.push(report(Severity::Danger, ID, resource, message, resource.span));
    }
}

/// Whether the input of an operation has the tags of a resource.
fn takes_tags(model: &Model, resource: &Shape, operation: &Shape) -> bool {
    let Some(Placed { value: property, .. }) = tag_property(resource) else { return false };
    let Some(input) = operation.as_operation().and_then(|body| model.shape(&body.input)) else { return false };
    let nested = input.members.values().find(|member| member.has::<NestedProperties>());
    let holder = nested.and_then(|member| model.shape(&member.target)).unwrap_or(input);
    holder.members.values().any(|member| !member.has::<NotProperty>() && Property::name_of(member) == &**property)
}

/// Whether `@taggable` has all three tagging operations.
fn tags_by_instance(model: &Model, resource: &Shape) -> bool {
    let config = resource.get::<Taggable>().and_then(|taggable| taggable.api_config.as_ref());
    let Some(config) = config else { return false };
    Action::ALL.into_iter().all(|action| {
        action.in_config(config).and_then(|id| model.shape_named(id)).is_some_and(|operation| {
            action.has_member(model, operation)
                && (!matches!(action, Action::Tag) || takes_tags(model, resource, operation))
        })
    })
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const SERVICE_OPERATIONS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["UnstableTrait", "TagEnabledService"])
@aws.api#tagEnabled
//^^^^^^^^^^^^^^^^^ error: TagEnabledService
//^^^^^^^^^^^^^^^^^ warning: ServiceTagging
//^^^^^^^^^^^^^^^^^ warning: ServiceTagging
//^^^^^^^^^^^^^^^^^ warning: ServiceTagging
service S {}
"#],
        leaves: &[r#"
service S {}
"#],
    };

    pub(super) const TAG_ENABLED_RULE: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["UnstableTrait", "ServiceTagging"])
@aws.api#tagEnabled(disableDefaultOperations: true)
//                  ^^^^^^^^^^^^^^^^^^^^^^^^ error: TagEnabledService
service S {}
"#],
        leaves: &[r#"
service S {}
"#],
    };

    pub(super) const PROPERTY_NAMES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["UnstableTrait", "TaggableResource"])
@aws.api#taggable(property: "labels")
//                          ^^^^^^^^ warning: TagResourcePropertyName
resource R {
    identifiers: { id: String }
    properties: { labels: Labels }
    create: Make
}
operation Make {
    input := {
        labels: Labels
    }
}
map Labels {
    key: String
    value: String
}
"#],
        leaves: &[r#"
@suppress(["UnstableTrait", "TaggableResource"])
@aws.api#taggable(property: "tags")
resource R {
    identifiers: { id: String }
    properties: { tags: Labels }
    create: Make
}
operation Make {
    input := {
        tags: Labels
    }
}
map Labels {
    key: String
    value: String
}
"#],
    };

    pub(super) const PROPERTY_TYPES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["UnstableTrait", "TaggableResource"])
@aws.api#taggable(property: "tags")
//                          ^^^^^^ error: TagResourcePropertyType
resource R {
    identifiers: { id: String }
    properties: { tags: Integer }
    create: Make
}
operation Make {
    input := {
        tags: Integer
    }
}
"#],
        leaves: &[r#"
@suppress(["UnstableTrait", "TaggableResource"])
@aws.api#taggable(property: "tags")
resource R {
    identifiers: { id: String }
    properties: { tags: Tags }
    create: Make
}
operation Make {
    input := {
        tags: Tags
    }
}
list Tags {
    member: Tag
}
structure Tag {
    key: String
    value: String
}
"#],
    };

    pub(super) const RESOURCES: Cases = Cases {
        file: file!(),
        finds: &[r#"
service S {
//      ^ warning: TaggableResource
    resources: [R]
}
@suppress(["UnstableTrait"])
@aws.api#taggable
resource R {
//       ^ danger: TaggableResource
    identifiers: { id: String }
}
"#],
        leaves: &[r#"
service S {
    resources: [R]
}
resource R {
    identifiers: { id: String }
}
"#],
    };
}
