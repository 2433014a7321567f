//! Reads rule sets from nodes. Stops at the first error.

use super::RuleError;
use super::syntax::{
    Action, Condition, Endpoint, Expression, ExpressionKind, Parameter, Part, Rule, RuleSet, Step, Template, Version,
};
use super::types::{Type, Value};
use crate::hash::IndexMap;
use crate::model::{Node, Object, Value as NodeValue};
use crate::nearest::nearest;
use crate::source::Span;

type Parsed<T> = Result<T, RuleError>;

/// Reads a rule set.
///
/// # Errors
/// The first error, if the node is not a valid rule set.
pub fn parse(node: &Node) -> Parsed<RuleSet> {
    let object = object(node, "a rule set")?;
    Ok(RuleSet {
        version: version(expect(object, "version", node)?)?,
        parameters: parameters(expect(object, "parameters", node)?)?,
        rules: list(expect(object, "rules", node)?, "rules")?.iter().map(rule).collect::<Parsed<_>>()?,
    })
}

pub(super) fn version(node: &Node) -> Parsed<Version> {
    let text = text(node, "version")?;
    let number = |part: &str| part.parse().ok();
    let parts = text.split_once('.').and_then(|(major, minor)| Some(Version(number(major)?, number(minor)?)));
    parts.ok_or_else(|| RuleError::new(format!("`{text}` is not a version such as `1.0`"), node.span))
}

/// Reads parameters.
pub(super) fn parameters(node: &Node) -> Parsed<IndexMap<String, Parameter>> {
    let members = object(node, "parameters")?.iter();
    members.map(|(name, (span, node))| Ok((name.to_string(), parameter(name, *span, node)?))).collect()
}

fn parameter(name: &str, span: Span, node: &Node) -> Parsed<Parameter> {
    identifier(name, span)?;
    let object = object(node, "a parameter")?;
    let properties = ["builtIn", "default", "deprecated", "documentation", "required", "type", "value"];
    only(object, &properties)?;
    let kind = expect(object, "type", node)?;
    let kind = match text(kind, "type")?.to_ascii_lowercase().as_str() {
        "string" => Type::String,
        "boolean" => Type::Boolean,
        "stringarray" => Type::strings(),
        other => {
            let message = format!("unknown parameter type `{other}`: expected `string`, `boolean` or `stringArray`");
            return Err(RuleError::new(message, kind.span));
        }
    };
    let default = match get(object, "default") {
        None => None,
        Some(node) => {
            let value = value(node)?;
            let fits = match (&kind, &value) {
                (Type::String, Value::String(_)) | (Type::Boolean, Value::Boolean(_)) => true,
                (Type::List(_), Value::List(items)) => items.iter().all(|item| matches!(item, Value::String(_))),
                _ => false,
            };
            if !fits {
                let message = format!("the default of parameter `{name}` must be a {kind}, but found {}", node.kind());
                return Err(RuleError::new(message, node.span));
            }
            Some(value)
        }
    };
    let flag = |key: &str| get(object, key).and_then(Node::as_bool).unwrap_or_default();
    if default.is_some() && !flag("required") {
        let message = format!("parameter `{name}` has a default, so it must also be `required`");
        return Err(
            RuleError::new(message, span).with_help("with a default it always has a value: add `required: true`")
        );
    }
    Ok(Parameter {
        kind,
        is_required: flag("required"),
        default,
        built_in: get(object, "builtIn").map(|node| text(node, "builtIn").map(str::to_owned)).transpose()?,
        is_documented: get(object, "documentation").is_some(),
        span,
    })
}

/// Reads a value of defaults and test cases.
pub(super) fn value(node: &Node) -> Parsed<Value> {
    Ok(match &node.value {
        NodeValue::Null => Value::None,
        NodeValue::Bool(value) => Value::Boolean(*value),
        NodeValue::Number(_) => Value::Integer(integer(node)?),
        NodeValue::String(text) => Value::text(&**text),
        NodeValue::Array(nodes) => Value::List(nodes.iter().map(value).collect::<Parsed<_>>()?),
        NodeValue::Object(members) => {
            let members = members.iter().map(|(name, (_, node))| Ok((name.to_string(), value(node)?)));
            Value::Record(members.collect::<Parsed<_>>()?)
        }
    })
}

fn rule(node: &Node) -> Parsed<Rule> {
    let object = object(node, "a rule")?;
    let kind = expect(object, "type", node)?;
    let action = match text(kind, "type")? {
        "endpoint" => Action::Endpoint(endpoint(expect(object, "endpoint", node)?)?),
        "error" => Action::Error(expression(expect(object, "error", node)?)?),
        "tree" => {
            let rules = expect(object, "rules", node)?;
            Action::Tree(list(rules, "rules")?.iter().map(rule).collect::<Parsed<_>>()?)
        }
        other => {
            let message = format!("unknown type of rule `{other}`: expected `endpoint`, `error` or `tree`");
            return Err(RuleError::new(message, kind.span));
        }
    };
    let conditions = match get(object, "conditions") {
        None => Vec::new(),
        Some(node) => list(node, "conditions")?.iter().map(condition).collect::<Parsed<_>>()?,
    };
    Ok(Rule { conditions, action, span: node.span })
}

/// Reads a result of a decision diagram: an endpoint or error rule.
pub(super) fn result(node: &Node) -> Parsed<Rule> {
    let rule = rule(node)?;
    if matches!(rule.action, Action::Tree(_)) {
        return Err(RuleError::new("a result must be an endpoint or an error, but is a tree", node.span));
    }
    Ok(rule)
}

/// Reads a condition.
pub(super) fn condition(node: &Node) -> Parsed<Condition> {
    let members = object(node, "a condition")?;
    let assign = get(members, "assign").map(|node| {
        let name = text(node, "assign")?;
        identifier(name, node.span)?;
        Ok(name.to_owned())
    });
    Ok(Condition { call: call(members, node)?, assign: assign.transpose()?, span: node.span })
}

fn call(object: &Object, node: &Node) -> Parsed<Expression> {
    let name = text(expect(object, "fn", node)?, "fn")?.to_owned();
    let arguments = list(expect(object, "argv", node)?, "argv")?;
    let arguments = arguments.iter().map(expression).collect::<Parsed<_>>()?;
    Ok(Expression { kind: ExpressionKind::Call(name, arguments), span: node.span })
}

fn endpoint(node: &Node) -> Parsed<Endpoint> {
    let members = object(node, "an endpoint")?;
    only(members, &["headers", "properties", "url"])?;
    let mut headers = Vec::new();
    if let Some(node) = get(members, "headers") {
        for (name, (_, node)) in object(node, "headers")? {
            headers.push((name.to_string(), list(node, "a header")?.iter().map(expression).collect::<Parsed<_>>()?));
        }
    }
    let mut properties = Vec::new();
    if let Some(node) = get(members, "properties") {
        for (name, (_, node)) in object(node, "properties")? {
            properties.push((name.to_string(), literal(node)?));
        }
    }
    Ok(Endpoint { url: expression(expect(members, "url", node)?)?, headers, properties })
}

fn expression(node: &Node) -> Parsed<Expression> {
    let Some(members) = node.as_object() else { return literal(node) };
    match (get(members, "ref"), get(members, "fn")) {
        (Some(name), None) => {
            let kind = ExpressionKind::Reference(text(name, "ref")?.to_owned());
            Ok(Expression { kind, span: node.span })
        }
        (None, Some(_)) => call(members, node),
        _ => Err(RuleError::new("an expression must have exactly one of `ref` and `fn`", node.span)),
    }
}

/// Reads a value in which strings are templates.
fn literal(node: &Node) -> Parsed<Expression> {
    let kind = match &node.value {
        NodeValue::Null => return Err(RuleError::new("`null` is not allowed in rules", node.span)),
        NodeValue::Bool(value) => ExpressionKind::Boolean(*value),
        NodeValue::Number(_) => match integer(node)? {
            number if number < 0 => return Err(RuleError::new("numbers in rules cannot be negative", node.span)),
            number => ExpressionKind::Integer(number),
        },
        NodeValue::String(text) => ExpressionKind::Template(template(text, node.span)?),
        NodeValue::Array(nodes) => ExpressionKind::List(nodes.iter().map(literal).collect::<Parsed<_>>()?),
        NodeValue::Object(members) => {
            let members = members.iter().map(|(name, (_, node))| Ok((name.to_string(), literal(node)?)));
            ExpressionKind::Record(members.collect::<Parsed<_>>()?)
        }
    };
    Ok(Expression { kind, span: node.span })
}

/// Reads a template. `{{` and `}}` are braces, `{name}` and `{name#path}` are values.
pub(super) fn template(text: &str, span: Span) -> Parsed<Template> {
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        if let Some(after) = from.strip_prefix("{{").or_else(|| from.strip_prefix("}}")) {
            plain.extend(from.chars().next());
            rest = after;
        } else if let Some((inner, after)) = from.strip_prefix('{').and_then(|from| from.split_once('}')) {
            if !plain.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut plain)));
            }
            let (name, path) = inner.split_once('#').map_or((inner, None), |(name, path)| (name, Some(path)));
            identifier(name, span)?;
            let path = path.map(|path| steps(path, span)).transpose()?.unwrap_or_default();
            parts.push(Part::Value(name.to_owned(), path));
            rest = after;
        } else {
            let message = format!("`{text}` has an unbalanced brace");
            return Err(RuleError::new(message, span).with_help("use `{{` or `}}` for a literal brace"));
        }
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        parts.push(Part::Text(plain));
    }
    Ok(Template(parts))
}

/// Reads a path such as `resourceId[0]` or `a.b`.
pub(super) fn steps(path: &str, span: Span) -> Parsed<Vec<Step>> {
    let wrong = |what: &str| RuleError::new(format!("invalid path `{path}`: {what}"), span);
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (key, mut indices) = part.split_once('[').map_or((part, ""), |(key, _)| (key, &part[key.len()..]));
        if !key.is_empty() {
            steps.push(Step::Key(key.to_owned()));
        } else if indices.is_empty() {
            return Err(wrong("a name is missing"));
        }
        while let Some(rest) = indices.strip_prefix('[') {
            let (index, after) = rest.split_once(']').ok_or_else(|| wrong("a bracket is not closed"))?;
            let index = index.parse().map_err(|_| wrong("an index is not an integer"))?;
            steps.push(Step::Index(index));
            indices = after;
        }
        if !indices.is_empty() {
            return Err(wrong("an index must be followed by `.` or `[`"));
        }
    }
    Ok(steps)
}

fn identifier(name: &str, span: Span) -> Parsed<()> {
    let mut characters = name.chars();
    let is_good = characters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && characters.all(|next| next.is_ascii_alphanumeric() || next == '_');
    if is_good { Ok(()) } else { Err(RuleError::new(format!("`{name}` is not a valid name"), span)) }
}

pub(super) fn integer(node: &Node) -> Parsed<i64> {
    let number = node.as_number().and_then(|number| i64::try_from(number.as_i128()?).ok());
    number.ok_or_else(|| RuleError::new("numbers in rules must be integers", node.span))
}

pub(super) fn text<'n>(node: &'n Node, what: &str) -> Parsed<&'n str> {
    node.as_str().ok_or_else(|| wrong_kind(node, what, "string"))
}

pub(super) fn list<'n>(node: &'n Node, what: &str) -> Parsed<&'n [Node]> {
    node.as_array().ok_or_else(|| wrong_kind(node, what, "array"))
}

pub(super) fn object<'n>(node: &'n Node, what: &str) -> Parsed<&'n Object> {
    node.as_object().ok_or_else(|| wrong_kind(node, what, "object"))
}

fn wrong_kind(node: &Node, what: &str, wanted: &str) -> RuleError {
    RuleError::new(
        format!("{what} must be an {wanted}, but found {}", node.kind()).replace("an string", "a string"),
        node.span,
    )
}

fn get<'n>(object: &'n Object, key: &str) -> Option<&'n Node> {
    object.get(key).map(|(_, node)| node)
}

pub(super) fn expect<'n>(object: &'n Object, key: &str, node: &Node) -> Parsed<&'n Node> {
    get(object, key).ok_or_else(|| RuleError::new(format!("Missing expected member `{key}`."), node.span))
}

/// Reports unknown members. Only parameters and endpoints have none.
fn only(object: &Object, known: &[&str]) -> Parsed<()> {
    match object.iter().find(|(key, _)| !known.contains(&&***key)) {
        None => Ok(()),
        Some((key, (span, _))) => {
            let error = RuleError::new(format!("unknown member `{key}`: expected one of {}", known.join(", ")), *span);
            Err(error.with_nearest(nearest(key, known.iter().copied())))
        }
    }
}
