//! What values of the traits that come with the program must look like at the least. Rules read these values and count on
//! their form: a value that has it not is an error of loading, as with the reference implementation, and rules don't run.
//! Values of other traits, and the finer points, are checked against the definitions by rules.

use std::collections::HashMap;

use super::patterns;
use crate::diagnostic::Diagnostic;
use crate::model::{Model, Node, Shape, ShapeId, ShapeType, Value};
use crate::selector::Selector;
use crate::source::Span;

/// Reports values that cannot be what their traits need.
pub(super) fn check(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    let mut checks: HashMap<&ShapeId, Option<Check<'_>>> = HashMap::new();
    for shape in model.own_shapes() {
        let members = shape.members.values().map(|member| (&member.id, member.span, &member.traits));
        for (target, span, traits) in std::iter::once((&shape.id, shape.span, &shape.traits)).chain(members) {
            for (id, node) in traits {
                let Some(check) = checks.entry(id).or_insert_with(|| Check::new(model, id)) else { continue };
                if let Some((problem, place)) = check.problem(model, node) {
                    let name = id.as_str().strip_prefix("smithy.api#").unwrap_or(id.as_str());
                    let message = format!("Error creating trait `{name}`: {problem}");
                    let span = [place, node.span, span].into_iter().find(|span| span.is_some()).unwrap_or(span);
                    diagnostics.push(Diagnostic::error("Model", message, span).with_shape(target));
                }
            }
        }
    }
}

/// What is checked of one trait.
struct Check<'m> {
    definition: &'m Shape,
    /// Whether a required member can be missing anywhere inside.
    has_required: bool,
    special: Option<Special>,
}

/// Finds a problem that only one trait has.
type Special = fn(&Node) -> Option<(String, Span)>;

const SPECIAL: [(&str, Special); 7] = [
    ("smithy.api#auth", auth),
    ("smithy.api#endpoint", endpoint),
    ("smithy.api#error", error),
    ("smithy.api#externalDocumentation", external_documentation),
    ("smithy.api#http", http),
    ("smithy.api#trait", trait_definition),
    ("smithy.rules#endpointBdd", endpoint_bdd),
];

impl<'m> Check<'m> {
    /// None where nothing is to be checked: for traits of users, and for those that take any value.
    fn new(model: &'m Model, id: &ShapeId) -> Option<Self> {
        let definition = model.shape(id).filter(|shape| shape.is_builtin() && shape.kind != ShapeType::Document)?;
        let special = SPECIAL.iter().find(|(known, _)| *known == id.as_str()).map(|(_, check)| *check);
        let has_required = has_required(model, definition, &mut Vec::new());
        Some(Self { definition, has_required, special })
    }

    fn problem(&self, model: &Model, node: &Node) -> Option<(String, Span)> {
        let expected = match self.definition.kind {
            ShapeType::Structure | ShapeType::Map | ShapeType::Union => "object",
            ShapeType::List => "array",
            ShapeType::String | ShapeType::Enum => "string",
            ShapeType::Boolean => "boolean",
            _ => "number",
        };
        if node.kind() != expected {
            return Some((format!("Expected {expected}, but found {}.", node.kind()), node.span));
        }
        if let Some(problem) = self.special.and_then(|check| check(node)) {
            return Some(problem);
        }
        if self.has_required { missing(model, self.definition, node) } else { None }
    }
}

/// Whether a value of the shape can lack a required member, at any depth.
fn has_required<'m>(model: &'m Model, shape: &'m Shape, seen: &mut Vec<&'m ShapeId>) -> bool {
    if seen.contains(&&shape.id) {
        return false;
    }
    seen.push(&shape.id);
    let members = shape.members.values();
    let is_structure = shape.kind == ShapeType::Structure;
    members.into_iter().any(|member| {
        (is_structure && member.has_trait("smithy.api#required"))
            || model.shape(&member.target).is_some_and(|target| has_required(model, target, seen))
    })
}

/// The first required member that a value lacks.
fn missing(model: &Model, shape: &Shape, node: &Node) -> Option<(String, Span)> {
    let inside = |name: &str, node: &Node| {
        let target = model.shape(&shape.members.get(name)?.target)?;
        missing(model, target, node)
    };
    match (shape.kind, &node.value) {
        (ShapeType::List, Value::Array(nodes)) => nodes.iter().find_map(|node| inside("member", node)),
        (ShapeType::Map, Value::Object(object)) => object.values().find_map(|(_, node)| inside("value", node)),
        (ShapeType::Union, Value::Object(object)) => object.iter().find_map(|(name, (_, node))| inside(name, node)),
        (ShapeType::Structure, Value::Object(object)) => {
            let required = shape.members.values().filter(|member| member.has_trait("smithy.api#required"));
            let lacks = |name: &str| !object.contains_key(name);
            required
                .map(crate::model::Member::name)
                .find(|name| lacks(name))
                .map(|name| (format!("Missing expected member `{name}`."), node.span))
                .or_else(|| object.iter().find_map(|(name, (_, node))| inside(name, node)))
        }
        _ => None,
    }
}

fn auth(node: &Node) -> Option<(String, Span)> {
    let wrong = node.as_array()?.iter().find(|id| id.as_str().is_some_and(|id| ShapeId::parse(id).is_err()))?;
    Some((format!("Invalid shape ID: {}", wrong.as_str().unwrap_or_default()), wrong.span))
}

fn endpoint(node: &Node) -> Option<(String, Span)> {
    let prefix = node.get("hostPrefix")?;
    Some((patterns::host_problem(prefix.as_str()?)?, prefix.span))
}

fn http(node: &Node) -> Option<(String, Span)> {
    let uri = node.get("uri")?;
    Some((patterns::uri_problem(uri.as_str()?)?, uri.span))
}

fn trait_definition(node: &Node) -> Option<(String, Span)> {
    let selector = node.get("selector")?;
    let error = Selector::parse(selector.as_str()?).err()?;
    Some((error.to_string(), selector.span))
}

fn error(node: &Node) -> Option<(String, Span)> {
    let value = node.as_str().filter(|value| !matches!(*value, "client" | "server"))?;
    Some((format!("error trait must be set to client or server, found `{value}`"), node.span))
}

fn external_documentation(node: &Node) -> Option<(String, Span)> {
    node.as_object()?.iter().find_map(|(name, (_, node))| {
        let url = node.as_str().filter(|url| !is_url(url))?;
        let problem =
            format!("Each externalDocumentation value must be a valid URL. Found \"{url}\" for name \"{name}\"");
        Some((problem, node.span))
    })
}

/// Nodes are base64; of negative references, which complement, only that of "false" can be a root.
fn endpoint_bdd(node: &Node) -> Option<(String, Span)> {
    if let Some(nodes) = node.get("nodes")
        && let Some(problem) = nodes.as_str().and_then(base64_problem)
    {
        return Some((problem, nodes.span));
    }
    let root = node.get("root")?;
    let number = root.as_number()?.as_i128().filter(|number| *number < -1)?;
    Some((format!("Root reference cannot be complemented: {number}"), root.span))
}

/// Why a text is no base64 (RFC 4648, section 4).
fn base64_problem(text: &str) -> Option<String> {
    let digits = text.trim_end_matches('=');
    let is_digit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
    if let Some(stranger) = digits.chars().find(|c| !is_digit(*c)) {
        return Some(format!("Illegal base64 character {:x}", u32::from(stranger)));
    }
    let padding = text.len() - digits.len();
    let fits = match digits.len() % 4 {
        0 => padding == 0,
        1 => false,
        rest => padding == 0 || padding == 4 - rest,
    };
    (!fits).then(|| "Input byte array has wrong 4-byte ending unit".to_owned())
}

/// Whether the text begins as a URL of a scheme that documentation is found by.
fn is_url(text: &str) -> bool {
    const SCHEMES: [&str; 6] = ["http", "https", "ftp", "file", "jar", "mailto"];
    text.split_once(':').is_some_and(|(scheme, _)| SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}
