//! Client half: binds inputs to path, query and headers, and reads headers and status of outputs.

use http::header::HeaderMap;
use percent_encoding::{AsciiSet, utf8_percent_encode};

use super::read::read_valid_header;
use super::text::{Place, TextFormat, to_text};
use super::uri::{Segment, Template};
use super::write::headers;
use super::{InvalidBinding, InvalidMember};
use crate::codec::Strictness;
use crate::constraint::{Constraint, Violation};
use crate::memory::Reading;
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{Binding, Member, OperationSchema, ServiceSchema};
use crate::uri::RESERVED;

const FILL: Fill = Fill::VALUE;

const HEADER: TextFormat = TextFormat { place: Place::Header, strictness: Strictness::Lenient };

/// As [`RESERVED`], without slashes, for greedy labels.
const GREEDY: &AsciiSet = &RESERVED.remove(b'/');

/// Path, query and headers of a request.
#[derive(Debug, Default)]
pub(crate) struct BoundRequest {
    /// Path and query.
    pub(crate) uri: String,
    pub(crate) headers: HeaderMap,
}

/// Binds the members of an input.
pub(crate) fn bind_request(
    service: &ServiceSchema,
    operation: &'static OperationSchema,
    input: &dyn Reflect,
) -> Result<BoundRequest, InvalidMember> {
    let template = Template::parse(operation.http.map_or("/", |http| http.uri));
    let mut uri = path(service, &template, input)?;
    query(&template, input, &mut uri);
    Ok(BoundRequest { uri, headers: headers(input)? })
}

/// Fills members bound outside a response's body. Missing required members are added to `reading`. A header that cannot
/// be parsed is an error if its member is required; otherwise it is ignored, because services send invalid values such
/// as `Expires: 0`. One that takes too much memory is always an error.
pub(crate) fn read_response(
    output: &mut dyn Reflect,
    status: u16,
    headers: &HeaderMap,
    reading: &mut Reading,
) -> Result<(), InvalidBinding> {
    for (index, member) in output.schema().members.iter().enumerate() {
        match member.traits.binding {
            Binding::Header(_) | Binding::PrefixHeaders(_) => {
                let found = read_valid_header(output, index, member, headers, HEADER, &mut reading.budget)?;
                if matches!(member.traits.binding, Binding::PrefixHeaders(_)) {
                    // A missing header is an empty map for a client.
                    output.slot(index, FILL);
                } else if !found && member.traits.default.is_some() {
                    crate::value::apply_default(output, index);
                } else if !found && member.required {
                    reading.push(Violation::new(Constraint::Required).in_member(member.name));
                }
            }
            Binding::ResponseCode => match output.slot(index, FILL) {
                Slot::Int(place) => *place = i32::from(status),
                Slot::IntEnum(place) => place.set(i32::from(status), FILL),
                _ => {}
            },
            _ => {}
        }
    }
    Ok(())
}

fn path(service: &ServiceSchema, template: &Template, input: &dyn Reflect) -> Result<String, InvalidMember> {
    let mut path = String::new();
    for segment in &template.segments {
        path.push('/');
        match segment {
            Segment::Literal(text) => path.push_str(text),
            Segment::Label(name) => {
                let text = label(input, name)?;
                refuse_dots(service, name, std::iter::once(text.as_str()))?;
                push_escaped(&mut path, &text);
            }
            Segment::Greedy(name) => {
                let text = label(input, name)?;
                refuse_dots(service, name, text.split('/'))?;
                push_greedy(&mut path, &text);
            }
        }
    }
    if path.is_empty() {
        path.push('/');
    }
    Ok(path)
}

/// Text of a label. Empty labels are rejected, because the path would refer to another resource.
fn label(input: &dyn Reflect, name: &'static str) -> Result<String, InvalidMember> {
    match super::label(input, name) {
        Some(text) if !text.is_empty() => Ok(text),
        _ => Err(InvalidMember { member: name, reason: "is part of the path and must not be empty" }),
    }
}

/// Rejects `.` and `..`, which proxies resolve to another resource. S3 allows them in keys.
fn refuse_dots<'a>(
    service: &ServiceSchema,
    member: &'static str,
    mut segments: impl Iterator<Item = &'a str>,
) -> Result<(), InvalidMember> {
    if !service.allows_dot_segments() && segments.any(|segment| matches!(segment, "." | "..")) {
        return Err(InvalidMember { member, reason: "is part of the path and must have no segment `.` or `..`" });
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
        let Binding::Query(name) = member.traits.binding else { continue };
        let mut has_value = false;
        each_text(member, input.get(index), &mut |text| {
            has_value = true;
            add(name, Some(text));
        });
        if has_value {
            names.push(name);
        }
    }
    for (index, member) in input.schema().members.iter().enumerate() {
        let (Binding::QueryParams, Ref::Map(map)) = (member.traits.binding, input.get(index)) else { continue };
        let Some(values) = member.target.members.get(1) else { continue };
        map.each(&mut |key, value| {
            // Parameters of the URI, and of other members with a value, take precedence (spec: `@httpQueryParams`).
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

/// Appends an escaped value.
fn push_escaped(out: &mut String, value: &str) {
    out.extend(utf8_percent_encode(value, RESERVED));
}

/// Appends the escaped value of a greedy label, keeping slashes.
fn push_greedy(out: &mut String, value: &str) {
    out.extend(utf8_percent_encode(value, GREEDY));
}
