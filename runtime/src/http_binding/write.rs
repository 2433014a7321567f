//! Values to path, query, headers and status.

use std::fmt;

use http::header::{HeaderMap, HeaderName, HeaderValue};

use super::text::{Place, to_text};
use super::uri::{Segment, Template, push_escaped, push_greedy};
use crate::codec::xml::Unwritable;
use crate::reflect::{Ref, Reflect};
use crate::schema::{Binding, Kind, Member, OperationSchema, ServiceSchema};

/// What stands outside of the body.
#[derive(Debug, Default)]
pub(crate) struct Bound {
    /// Path and query.
    pub(crate) uri: String,
    pub(crate) headers: HeaderMap,
    /// The status of `@httpResponseCode`.
    pub(crate) status: Option<u16>,
}

/// A value cannot stand where its binding puts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InvalidInput {
    /// The member.
    pub member: &'static str,
    /// Why not.
    pub reason: &'static str,
}

impl fmt::Display for InvalidInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "member `{}` {}", self.member, self.reason)
    }
}

impl std::error::Error for InvalidInput {}

impl From<Unwritable> for InvalidInput {
    fn from(Unwritable { member }: Unwritable) -> Self {
        Self { member, reason: "has characters that XML cannot carry" }
    }
}

/// Path, query and headers of a request.
pub(crate) fn bind_request(
    service: &ServiceSchema,
    operation: &'static OperationSchema,
    input: &dyn Reflect,
) -> Result<Bound, InvalidInput> {
    let template = Template::parse(operation.http.map_or("/", |http| http.uri));
    let mut bound = Bound { uri: path(service, &template, input)?, ..Bound::default() };
    query(&template, input, &mut bound.uri);
    headers(input, &mut bound)?;
    Ok(bound)
}

/// Headers and status of a response.
pub(crate) fn bind_response(output: &dyn Reflect) -> Result<Bound, InvalidInput> {
    let mut bound = Bound::default();
    headers(output, &mut bound)?;
    for (index, member) in output.schema().members.iter().enumerate() {
        if let (Binding::ResponseCode, Ref::Int(status)) = (member.binding, output.get(index)) {
            bound.status = u16::try_from(status).ok();
        }
    }
    Ok(bound)
}

fn path(service: &ServiceSchema, template: &Template, input: &dyn Reflect) -> Result<String, InvalidInput> {
    let mut path = String::new();
    for segment in &template.segments {
        path.push('/');
        match segment {
            Segment::Literal(text) => path.push_str(text),
            Segment::Label(name) => {
                let text = label(input, name)?;
                refuse_steps(service, name, std::iter::once(text.as_str()))?;
                push_escaped(&mut path, &text);
            }
            Segment::Greedy(name) => {
                let text = label(input, name)?;
                refuse_steps(service, name, text.split('/'))?;
                push_greedy(&mut path, &text);
            }
        }
    }
    if path.is_empty() {
        path.push('/');
    }
    Ok(path)
}

/// The text of a label. An empty one would lead to another resource.
fn label(input: &dyn Reflect, name: &'static str) -> Result<String, InvalidInput> {
    let members = input.schema().members;
    let text = members
        .iter()
        .enumerate()
        .find(|(_, member)| member.name == name)
        .and_then(|(index, member)| to_text(input.get(index), member, Place::Uri));
    match text {
        Some(text) if !text.is_empty() => Ok(text),
        _ => Err(InvalidInput { member: name, reason: "is part of the path and must not be empty" }),
    }
}

/// What proxies take for steps in the path would lead to another resource, too. S3 takes paths as they are.
fn refuse_steps<'a>(
    service: &ServiceSchema,
    member: &'static str,
    mut segments: impl Iterator<Item = &'a str>,
) -> Result<(), InvalidInput> {
    if service.sdk_id != Some("S3") && segments.any(|segment| matches!(segment, "." | "..")) {
        return Err(InvalidInput { member, reason: "is part of the path and must have no segment `.` or `..`" });
    }
    Ok(())
}

fn query(template: &Template, input: &dyn Reflect, uri: &mut String) {
    let mut names: Vec<&str> = Vec::new();
    let mut separator = '?';
    let mut add = |name: &str, value: Option<&str>| {
        uri.push(std::mem::replace(&mut separator, '&'));
        push_escaped(uri, name);
        if let Some(value) = value {
            uri.push('=');
            push_escaped(uri, value);
        }
    };
    for (name, value) in &template.query {
        names.push(name);
        add(name, Some(value).filter(|value| !value.is_empty()).copied());
    }
    for (index, member) in input.schema().members.iter().enumerate() {
        let Binding::Query(name) = member.binding else { continue };
        names.push(name);
        each_text(member, input.get(index), &mut |text| add(name, Some(text)));
    }
    for (index, member) in input.schema().members.iter().enumerate() {
        let (Binding::QueryParams, Ref::Map(map)) = (member.binding, input.get(index)) else { continue };
        let Some(values) = member.target.members.get(1) else { continue };
        map.each(&mut |key, value| {
            // What a member is bound to wins over the map (spec: `@httpQueryParams`).
            if !names.contains(&key) {
                each_text(values, value, &mut |text| add(key, Some(text)));
            }
            true
        });
    }
}

/// The text of a simple value, or of each element of a list.
fn each_text(member: &Member, value: Ref<'_>, add: &mut dyn FnMut(&str)) {
    match (value, member.target.members) {
        (Ref::List(list), [element]) => {
            for index in 0..list.len() {
                if let Some(text) = to_text(list.get(index), element, Place::Uri) {
                    add(&text);
                }
            }
        }
        (value, _) => {
            if let Some(text) = to_text(value, member, Place::Uri) {
                add(&text);
            }
        }
    }
}

fn headers(shape: &dyn Reflect, bound: &mut Bound) -> Result<(), InvalidInput> {
    for (index, member) in shape.schema().members.iter().enumerate() {
        match (member.binding, shape.get(index)) {
            (_, Ref::Absent) => {}
            (Binding::Header(name), value) => {
                if let Some(text) = header_text(member, value) {
                    insert(bound, member, name, &text)?;
                }
            }
            (Binding::PrefixHeaders(prefix), Ref::Map(map)) => {
                let mut result = Ok(());
                map.each(&mut |key, value| {
                    if let Ref::Str(text) = value {
                        let name = format!("{prefix}{key}");
                        // A member's own header wins over one of the map.
                        let taken =
                            HeaderName::from_bytes(name.as_bytes()).is_ok_and(|name| bound.headers.contains_key(name));
                        if !taken {
                            result = insert(bound, member, &name, text);
                        }
                    }
                    result.is_ok()
                });
                result?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// A header's text: the elements of a list in one line, quoted where they have commas or quotes themselves.
fn header_text(member: &Member, value: Ref<'_>) -> Option<String> {
    let (Ref::List(list), [element]) = (value, member.target.members) else {
        return to_text(value, member, Place::Header);
    };
    let is_string = matches!(element.target.kind, Kind::String | Kind::Enum);
    let mut texts = Vec::new();
    for index in 0..list.len() {
        let Some(text) = to_text(list.get(index), element, Place::Header) else { continue };
        let quoted = is_string && (text.is_empty() || text.contains([',', '"']) || text.trim() != text);
        texts.push(if quoted { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) } else { text });
    }
    if texts.is_empty() { None } else { Some(texts.join(", ")) }
}

fn insert(bound: &mut Bound, member: &Member, name: &str, text: &str) -> Result<(), InvalidInput> {
    let invalid = |reason| InvalidInput { member: member.name, reason };
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| invalid("cannot be a header's name"))?;
    let mut value =
        HeaderValue::from_bytes(text.as_bytes()).map_err(|_| invalid("has characters that a header cannot carry"))?;
    value.set_sensitive(member.is_sensitive());
    bound.headers.insert(name, value);
    Ok(())
}
