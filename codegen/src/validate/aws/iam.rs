//! Traits of AWS IAM (spec: "AWS IAM traits").

use std::collections::{BTreeMap, BTreeSet};

use super::service::arn_namespace;
use crate::diagnostic::{CloudFacts, Diagnostic, Severity};
use crate::model::graph::Element;
use crate::model::{Node, Shape, ShapeId};
use crate::rule::event;
use crate::traits::ids::iam::{
    ACTION, ACTION_DESCRIPTION, ACTION_NAME, CONDITION_KEY_VALUE, CONDITION_KEYS, DEFINE_CONDITION_KEYS, NO_INFERENCE,
    REQUIRED_ACTIONS, RESOLVED_CONDITION_KEYS, RESOURCE,
};
use crate::traits::{Arn, Service};
use crate::validate::Rule;
use crate::validate::contained::Contained;
use crate::validate::context::{Context, backticked, backticked_all, joined, place};

/// Condition keys that a service with `@aws.api#service` knows.
struct Keys<'m> {
    service: &'m Shape,
    /// Prefix of its own keys.
    namespace: String,
    /// Keys with their prefixes: defined ones, and those of identifiers of resources.
    known: BTreeSet<String>,
}

impl<'m> Keys<'m> {
    fn all(context: &Context<'m>) -> Vec<Self> {
        let closures = context.closures().iter();
        closures.filter_map(|closure| Some(Self::of(context, closure.shape, closure.shape.get::<Service>()?))).collect()
    }

    fn of(context: &Context<'m>, service: &'m Shape, value: &Service) -> Self {
        let namespace = arn_namespace(service, value);
        let mut keys = Self { service, namespace, known: BTreeSet::new() };
        let defined: Vec<String> = keys.defined().map(|(key, _)| key).collect();
        keys.known.extend(defined);
        if !service.has_trait(NO_INFERENCE) {
            let resources = service.as_service().into_iter().flat_map(|body| &body.resources);
            let mut seen = BTreeSet::new();
            for id in resources {
                keys.infer(context, id, None, &mut seen);
            }
        }
        keys
    }

    /// Adds the keys of identifiers that a resource has and its parent has not.
    fn infer(
        &mut self,
        context: &Context<'m>,
        id: &'m ShapeId,
        parent: Option<&'m Shape>,
        seen: &mut BTreeSet<&'m ShapeId>,
    ) {
        let mut open = vec![(id, parent)];
        while let Some((id, parent)) = open.pop() {
            let Some(shape) = context.model.shape(id).filter(|_| seen.insert(id)) else { continue };
            let Some(resource) = shape.as_resource() else { continue };
            let inherited = parent.and_then(Shape::as_resource).map(|parent| &parent.identifiers);
            let is_own = |name: &&String| inherited.is_none_or(|inherited| !inherited.contains_key(*name));
            if !shape.has_trait(NO_INFERENCE) {
                let names = resource.identifiers.keys().filter(is_own);
                let keys =
                    names.map(|name| format!("{}:{}{}", self.namespace, resource_name(shape), capitalized(name)));
                let keys: Vec<String> = keys.collect();
                self.known.extend(keys);
            }
            open.extend(resource.resources.iter().map(|id| (id, Some(shape))));
        }
    }

    /// A key with its prefix.
    fn full(&self, key: &str) -> String {
        if key.contains(':') { key.to_owned() } else { format!("{}:{key}", self.namespace) }
    }

    /// Keys that the service defines.
    fn defined(&self) -> impl Iterator<Item = (String, &'m Node)> {
        let node = self.service.trait_value(DEFINE_CONDITION_KEYS).and_then(Node::as_object);
        node.into_iter().flat_map(|keys| keys.iter()).map(|(key, (_, definition))| (self.full(key), definition))
    }

    /// The keys of a trait whose value is a list.
    fn listed(&self, shape: &Shape, id: &str) -> Vec<String> {
        let node = shape.trait_value(id).and_then(Node::as_array).unwrap_or_default();
        node.iter().filter_map(Node::as_str).map(|key| self.full(key)).collect()
    }
}

/// The name of a resource in IAM.
fn resource_name(resource: &Shape) -> &str {
    let own = resource.trait_value(RESOURCE).and_then(|node| node.get("name")?.as_str());
    own.unwrap_or(resource.id.name())
}

fn capitalized(name: &str) -> String {
    let mut characters = name.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// Shapes with a trait, and its node.
fn shapes<'m>(context: &Context<'m>, id: &str) -> impl Iterator<Item = (Element<'m>, &'m Shape, &'m Node)> {
    context.with_trait(id).filter_map(|(_, element, node)| Some((element, element.as_shape()?, node)))
}

pub(in crate::validate) const CONDITION_KEY_RULE: Rule = Rule {
    events: &[event!("ConditionKeys"), event!("ConditionKeyValueTrait"), event!("DefineConditionKeysTrait")],
    check: condition_keys,
    #[cfg(test)]
    cases: cases::CONDITION_KEYS,
};

fn condition_keys(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for keys in Keys::all(context) {
        let service = keys.service;
        let resolved = keys.listed(service, RESOLVED_CONDITION_KEYS);
        let unknown: Vec<&String> = resolved.iter().filter(|key| !keys.known.contains(*key)).collect();
        if let Some(node) = service.trait_value(RESOLVED_CONDITION_KEYS).filter(|_| !unknown.is_empty()) {
            let (unknown, known) = (backticked(unknown), backticked(&keys.known));
            let facts = CloudFacts::ResolvedConditionKeys { service: service.id.clone(), unknown, known };
            found.push(Diagnostic::error("ConditionKeys", facts, node.span).with_shape(&service.id));
        }
        for (key, definition) in keys.defined() {
            let is_required = definition.get("required").and_then(Node::as_bool) == Some(true);
            if is_required && !resolved.contains(&key) {
                let facts = CloudFacts::RequiredConditionKey { key };
                let error = Diagnostic::error("DefineConditionKeysTrait", facts, definition.span);
                found.push(error.with_shape(&service.id));
            }
        }
        for operation in Contained::of(context.model, service).operations {
            keys.operation(context, operation, &resolved, found);
        }
    }
}

impl Keys<'_> {
    /// Keys of an operation, and of members of its input.
    fn operation(&self, context: &Context<'_>, operation: &Shape, resolved: &[String], found: &mut Vec<Diagnostic>) {
        let known = || backticked(&self.known);
        let service = || self.service.id.clone();
        let own: BTreeSet<String> = self.listed(operation, CONDITION_KEYS).into_iter().collect();
        for key in own.into_iter().filter(|key| !self.known.contains(key) && !key.starts_with("aws:")) {
            let span = operation.trait_value(CONDITION_KEYS).map_or(operation.span, |node| node.span);
            let facts = CloudFacts::OperationConditionKey { service: service(), key, known: known() };
            found.push(Diagnostic::error("ConditionKeys", facts, span).with_shape(&operation.id));
        }
        let Some(input) = operation.as_operation().and_then(|body| context.shape(&body.input)) else { return };
        let mut sources: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for member in input.members.values() {
            let Some(node) = member.trait_value(CONDITION_KEY_VALUE) else { continue };
            let Some(key) = node.as_str().map(|key| self.full(key)) else { continue };
            sources.entry(key.clone()).or_default().push(member.name());
            let (operation, id, service) = (operation.id.clone(), member.id.clone(), service());
            let mut error = |facts: CloudFacts| {
                found.push(Diagnostic::error("ConditionKeys", facts, node.span).with_shape(&member.id));
            };
            if resolved.contains(&key) {
                let (operation, service, member, key) = (operation.clone(), service.clone(), id.clone(), key.clone());
                error(CloudFacts::MemberOfResolvedKey { operation, service, member, key });
            }
            if !self.known.contains(&key) {
                error(CloudFacts::MemberConditionKey { operation, service, member: id, key, known: known() });
            }
        }
        for (key, members) in sources.into_iter().filter(|(_, members)| members.len() > 1) {
            let members = backticked(members);
            let facts = CloudFacts::SharedConditionKey { key, operation: operation.id.clone(), members };
            found.push(Diagnostic::error("ConditionKeyValueTrait", facts, input.span).with_shape(&input.id));
        }
    }
}

pub(in crate::validate) const ACTIONS: Rule = Rule {
    events: &[event!("IamAction", Parts, &ACTION_PARTS)],
    check: actions,
    #[cfg(test)]
    cases: cases::ACTIONS,
};

const ACTION_PARTS: [&str; 4] = [
    "ConflictingProperty.name",
    "ConflictingProperty.documentation",
    "ConflictingProperty.requiredActions",
    "Resources.DuplicateEntries",
];

/// Properties of `@iamAction` that older traits state, too.
const REPLACED: [(&str, &str); 3] =
    [("name", ACTION_NAME), ("documentation", ACTION_DESCRIPTION), ("requiredActions", REQUIRED_ACTIONS)];

fn actions(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (element, operation, node) in shapes(context, ACTION) {
        let span = place(node, element);
        for (property, other) in REPLACED {
            let value = node.get(property);
            let is_set = value.is_some_and(|value| value.as_array().is_none_or(|list| !list.is_empty()));
            if let Some(replaced) = operation.trait_value(other).filter(|_| is_set) {
                let facts = CloudFacts::IamActionProperty { property, other };
                let event = format!("IamAction.ConflictingProperty.{property}");
                let error = Diagnostic::error(event, facts, replaced.span).with_shape(&operation.id);
                found.push(error.with_label(span, "the property is set here"));
            }
        }
        let names = |side: &str| node.get("resources")?.get(side)?.as_object();
        let (Some(required), Some(optional)) = (names("required"), names("optional")) else { continue };
        let both: Vec<_> = required.keys().filter(|name| optional.get(*name).is_some()).collect();
        if !both.is_empty() {
            let facts = CloudFacts::IamActionResources { names: joined(both) };
            let danger = Diagnostic::of(Severity::Danger, "IamAction.Resources.DuplicateEntries", facts, span);
            found.push(danger.with_shape(&operation.id));
        }
    }
}

pub(in crate::validate) const RESOURCES_RULE: Rule = Rule {
    events: &[event!("IamResourceTrait"), event!("IamResourceTraitConflictingName")],
    check: resources,
    #[cfg(test)]
    cases: cases::RESOURCES,
};

fn resources(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (element, resource, node) in shapes(context, RESOURCE) {
        let Some(arn) = resource.get::<Arn>().filter(|arn| !arn.absolute) else { continue };
        let own = node.get("name").and_then(Node::as_str).map(str::to_owned);
        let name = own.unwrap_or_else(|| resource.id.name().to_lowercase());
        if !arn.template.value.split(['/', ':']).any(|part| part == name) {
            let facts = CloudFacts::IamResourceName { name, template: arn.template.value.to_string() };
            let danger = Diagnostic::of(Severity::Danger, "IamResourceTrait", facts, place(node, element));
            found.push(danger.with_shape(&resource.id).with_label(arn.template.span, "the template is here"));
        }
    }
    for closure in context.closures() {
        let service = closure.shape;
        let mut names: BTreeMap<String, Vec<&ShapeId>> = BTreeMap::new();
        for resource in Contained::of(context.model, service).resources {
            names.entry(resource_name(resource).to_lowercase()).or_default().push(&resource.id);
        }
        for (name, resources) in names.into_iter().filter(|(_, resources)| resources.len() > 1) {
            let resources = backticked_all(resources);
            let facts = CloudFacts::SharedIamName { name, service: service.id.clone(), resources };
            let error = Diagnostic::error("IamResourceTraitConflictingName", facts, service.span);
            found.push(error.with_shape(&service.id));
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const CONDITION_KEYS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.api#service(sdkId: "Shop", arnNamespace: "shop")
@aws.iam#defineConditionKeys(Size: { type: "String", required: true })
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: DefineConditionKeysTrait
@aws.iam#serviceResolvedConditionKeys(["shop:Color"])
//                                    ^^^^^^^^^^^^^^ error: ConditionKeys
service Shop {
    operations: [Buy]
}

@aws.iam#conditionKeys(["shop:Weight", "aws:SourceIp"])
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: ConditionKeys
operation Buy {
    input := {
//  ^^^^^ error: ConditionKeyValueTrait
        @aws.iam#conditionKeyValue("Size")
        size: String

        @aws.iam#conditionKeyValue("shop:Size")
        width: String

        @aws.iam#conditionKeyValue("shop:Color")
//                                 ^^^^^^^^^^^^ error: ConditionKeys
//                                 ^^^^^^^^^^^^ error: ConditionKeys
        color: String
    }
}
"#],
        leaves: &[r#"
@aws.api#service(sdkId: "Shop", arnNamespace: "shop")
@aws.iam#defineConditionKeys(Size: { type: "String" }, Color: { type: "String", required: true })
@aws.iam#serviceResolvedConditionKeys(["Color"])
service Shop {
    operations: [Buy]
    resources: [Item]
}

resource Item {
    identifiers: { itemId: String }
}

@aws.iam#conditionKeys(["Size", "shop:ItemItemId"])
operation Buy {
    input := {
        @aws.iam#conditionKeyValue("Size")
        size: String
    }
}
"#],
    };

    pub(super) const ACTIONS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.iam#iamAction(name: "a", resources: { required: { "item": {} }, optional: { "item": {} } })
//                 ^^^^ danger: IamAction.Resources.DuplicateEntries
@aws.iam#actionName("b")
//                  ^^^ error: IamAction.ConflictingProperty.name
//                  ^^^ warning: DeprecatedTrait
operation Buy {}
"#],
        leaves: &[r#"
@aws.iam#iamAction(name: "a", resources: { required: { "item": {} }, optional: { "shelf": {} } })
operation Buy {}
"#],
    };

    pub(super) const RESOURCES: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@aws.api#arn(template: "things/{id}")
@aws.iam#iamResource(name: "item")
//                   ^^^^ danger: IamResourceTrait
resource Item {
    identifiers: { id: String }
}
"#,
            r#"
service Shop {
//      ^^^^ error: IamResourceTraitConflictingName
    resources: [Item, Ware]
}

resource Item {
    identifiers: { id: String }
}

@aws.iam#iamResource(name: "item")
resource Ware {
    identifiers: { id: String }
}
"#,
        ],
        leaves: &[r#"
service Shop {
    resources: [Item]
}

@aws.api#arn(template: "item/{id}")
@aws.iam#iamResource(name: "item")
resource Item {
    identifiers: { id: String }
}
"#],
    };
}
