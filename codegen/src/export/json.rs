//! JSON AST 2.0 (spec: "JSON AST").

use super::{Export, UNIT, quoted};
use crate::model::{Body, Member, Node, Object, Resource, Service, Shape, ShapeId, ShapeType, Traits, Value};
use crate::source::Span;

/// The model as a JSON AST document, indented by four spaces, with a final line break.
///
/// ```
/// use whitesmith_codegen::{export, load, source::SourceMap};
///
/// let mut sources = SourceMap::default();
/// sources.add("city.smithy", "$version: \"2\"\nnamespace example\nstring City\n".to_owned());
/// let (merged, _) = load::merge_sources(&sources);
/// let export = export::Export { model: &merged.model, applies: &merged.applies, flatten: false };
/// assert!(export::json(export).contains(r#""example#City": {"#));
/// ```
pub fn json(export: Export<'_>) -> String {
    let mut root = Object::new();
    add(&mut root, "smithy", Node::string("2.0"));
    let metadata: Object =
        export.model.metadata.iter().map(|(key, node)| (key.as_str().into(), (Span::NONE, node.clone()))).collect();
    if !metadata.is_empty() {
        add(&mut root, "metadata", object(metadata));
    }
    let mut shapes: Object = export
        .shapes()
        .map(|shape| (shape.id.as_str().into(), (Span::NONE, object(shape_object(export, shape)))))
        .collect();
    for (target, _, traits) in export.applies {
        let mut apply = Object::new();
        add(&mut apply, "type", Node::string("apply"));
        add_traits(&mut apply, traits);
        shapes.insert(target.as_str().into(), (Span::NONE, object(apply)));
    }
    add(&mut root, "shapes", object(shapes));
    let mut out = String::new();
    write(&mut out, &object(root), 0);
    out.push('\n');
    out
}

/// A value as indented JSON.
pub(crate) fn pretty(node: &Node) -> String {
    let mut out = String::new();
    write(&mut out, node, 0);
    out
}

fn add(object: &mut Object, key: &str, node: Node) {
    object.insert(key.into(), (Span::NONE, node));
}

fn object(object: Object) -> Node {
    Node::synthetic(Value::Object(object))
}

fn shape_object(export: Export<'_>, shape: &Shape) -> Object {
    let mut out = Object::new();
    add(&mut out, "type", Node::string(shape.kind.name()));
    add_ids(&mut out, "mixins", export.mixins(&shape.mixins));
    match shape.kind {
        ShapeType::List | ShapeType::Map => {
            for (name, member) in &shape.members {
                add(&mut out, name, member_object(member));
            }
        }
        ShapeType::Structure | ShapeType::Union | ShapeType::Enum | ShapeType::IntEnum => {
            let members = shape
                .members
                .iter()
                .map(|(name, member)| (name.clone(), (Span::NONE, member_object(member))))
                .collect();
            add(&mut out, "members", object(members));
        }
        _ => {}
    }
    match &shape.body {
        Body::None => {}
        Body::Service(service) => add_service(&mut out, service),
        Body::Resource(resource) => add_resource(&mut out, resource),
        Body::Operation(operation) => {
            for (key, id) in [("input", &operation.input), ("output", &operation.output)] {
                // Mixins may omit input and output.
                if export.mixins(&shape.mixins).is_empty() || id.as_str() != UNIT {
                    add(&mut out, key, target(id));
                }
            }
            add_ids(&mut out, "errors", &operation.errors);
        }
    }
    add_traits(&mut out, &shape.traits);
    out
}

fn member_object(member: &Member) -> Node {
    let mut out = Object::new();
    add(&mut out, "target", Node::string(member.target.as_str()));
    add_traits(&mut out, &member.traits);
    object(out)
}

fn add_service(out: &mut Object, service: &Service) {
    if !service.version.is_empty() {
        add(out, "version", Node::string(service.version.as_str()));
    }
    add_ids(out, "operations", &service.operations);
    add_ids(out, "resources", &service.resources);
    add_ids(out, "errors", &service.errors);
    if !service.rename.is_empty() {
        let names = service.rename.iter();
        let names = names.map(|(id, name)| (id.as_str().into(), (Span::NONE, Node::string(name.as_str())))).collect();
        add(out, "rename", object(names));
    }
}

fn add_resource(out: &mut Object, resource: &Resource) {
    for (key, targets) in [("identifiers", &resource.identifiers), ("properties", &resource.properties)] {
        if !targets.is_empty() {
            let entries = targets.iter().map(|(name, id)| (name.as_str().into(), (Span::NONE, target(id)))).collect();
            add(out, key, object(entries));
        }
    }
    for (key, id) in resource.lifecycle() {
        if let Some(id) = id {
            add(out, key, target(id));
        }
    }
    add_ids(out, "operations", &resource.operations);
    add_ids(out, "collectionOperations", &resource.collection_operations);
    add_ids(out, "resources", &resource.resources);
}

fn target(id: &ShapeId) -> Node {
    let mut out = Object::new();
    add(&mut out, "target", Node::string(id.as_str()));
    object(out)
}

fn add_ids(out: &mut Object, key: &str, ids: &[ShapeId]) {
    if !ids.is_empty() {
        add(out, key, Node::synthetic(Value::Array(ids.iter().map(target).collect())));
    }
}

fn add_traits(out: &mut Object, traits: &Traits) {
    if traits.is_empty() {
        return;
    }
    let mut sorted: Vec<_> = traits.iter().collect();
    sorted.sort_by_key(|(id, _)| *id);
    let traits = sorted.into_iter().map(|(id, node)| (id.as_str().into(), (Span::NONE, node.clone()))).collect();
    add(out, "traits", object(traits));
}

/// Writes a node, one entry per line.
fn write(out: &mut String, node: &Node, depth: usize) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) => out.push_str(number.as_str()),
        Value::String(text) => out.push_str(&quoted(text)),
        Value::Array(nodes) if nodes.is_empty() => out.push_str("[]"),
        Value::Object(object) if object.is_empty() => out.push_str("{}"),
        Value::Array(nodes) => {
            out.push('[');
            for (index, node) in nodes.iter().enumerate() {
                new_line(out, index, depth + 1);
                write(out, node, depth + 1);
            }
            line(out, depth);
            out.push(']');
        }
        Value::Object(object) => {
            out.push('{');
            for (index, (key, (_, node))) in object.iter().enumerate() {
                new_line(out, index, depth + 1);
                out.push_str(&quoted(key));
                out.push_str(": ");
                write(out, node, depth + 1);
            }
            line(out, depth);
            out.push('}');
        }
    }
}

fn new_line(out: &mut String, index: usize, depth: usize) {
    if index > 0 {
        out.push(',');
    }
    line(out, depth);
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("    ", depth));
}
