//! The prelude and known trait definitions: `definitions/*.smithy`, parsed by the IDL parser once per process.

use std::sync::{Arc, OnceLock};

use super::names::Names;
use super::{build, idl, merge};
use crate::diagnostic::Diagnostic;
use crate::model::{Model, Node, Shape, Traits, Value};
use crate::source::{SourceMap, Span};
use crate::syntax::idl as syntax;

macro_rules! files {
    ($($namespace:literal)*) => {
        &[$(($namespace, include_str!(concat!("definitions/", $namespace, ".smithy")))),*]
    };
}

/// Namespaces and their sources.
const FILES: &[(&str, &str)] = files! {
    "alloy"
    "alloy.common"
    "alloy.openapi"
    "alloy.proto"
    "smithy.ai"
    "smithy.api"
    "smithy.contracts"
    "smithy.framework"
    "smithy.mqtt"
    "smithy.openapi"
    "smithy.protocols"
    "smithy.rules"
    "smithy.rust"
    "smithy.rust.codegen.server.traits"
    "smithy.test"
    "smithy.waiters"
    "aws.api"
    "aws.apigateway"
    "aws.auth"
    "aws.cloudformation"
    "aws.customizations"
    "aws.endpoints"
    "aws.iam"
    "aws.protocols"
    "aws.test"
    "smithytranslate"
};

static MODEL: OnceLock<Model> = OnceLock::new();

/// All known definitions as a model. Its shapes have no spans.
pub(super) fn model() -> &'static Model {
    MODEL.get_or_init(|| read().0)
}

/// Whether the next call of [`model`] returns at once.
pub(super) fn are_parsed() -> bool {
    MODEL.get().is_some()
}

/// Adds the definitions that a model lacks, and replaces those that are not the model's own.
pub(crate) fn restore(model: &mut Model) {
    for (id, shape) in &self::model().shapes {
        if model.shape(id).is_none_or(Shape::is_builtin) {
            model.shapes.insert(id.clone(), Arc::clone(shape));
        }
    }
    model.shapes.sort_unstable_keys();
}

fn read() -> (Model, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut sources = SourceMap::default();
    let mut names = Names::empty();
    let mut trees = Vec::new();
    for (namespace, text) in FILES {
        let (tree, found) = syntax::parse(sources.add(namespace, String::new()), text);
        diagnostics.extend(found);
        idl::declare(&tree, &mut names);
        trees.push(tree);
    }
    let documents = trees.into_iter().map(|tree| idl::read(tree, &names, &mut diagnostics)).collect();
    let merged = merge::merge(documents, None, &mut diagnostics);
    let mut model = build::build(merged, None, &mut diagnostics);
    model.shapes.values_mut().for_each(|shape| forget_places(Arc::make_mut(shape)));
    (model, diagnostics)
}

fn forget_places(shape: &mut Shape) {
    shape.span = Span::NONE;
    forget_in_traits(&mut shape.traits);
    for member in shape.members.values_mut() {
        member.span = Span::NONE;
        forget_in_traits(&mut member.traits);
    }
}

fn forget_in_traits(traits: &mut Traits) {
    traits.values_mut().for_each(forget_in_node);
}

fn forget_in_node(node: &mut Node) {
    node.span = Span::NONE;
    match &mut node.value {
        Value::Array(nodes) => nodes.iter_mut().for_each(forget_in_node),
        Value::Object(object) => object.values_mut().for_each(|(span, node)| {
            *span = Span::NONE;
            forget_in_node(node);
        }),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::traits::TraitDefinition;

    #[test]
    fn known_definitions_have_no_diagnostics() {
        let (model, diagnostics) = read();
        assert_eq!(diagnostics, []);
        assert!(model.shapes.len() > 300, "{}", model.shapes.len());
        let traits = model.iter().filter(|shape| shape.has::<TraitDefinition>()).count();
        assert!(traits > 130, "{traits}");
    }

    #[test]
    fn known_definitions_target_existing_shapes() {
        let (model, _) = read();
        for shape in model.iter() {
            for member in shape.members.values() {
                assert!(model.shape(&member.target).is_some(), "{} -> {}", member.id, member.target);
            }
        }
    }
}
