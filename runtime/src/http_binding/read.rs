//! Path, query, headers and status to values.

use std::collections::BTreeMap;
use std::fmt;

use http::HeaderMap;

use super::text::{Place, Way, from_text};
use super::uri::{query_pairs, unescape};
use crate::constraint::{Constraint, Violation, Violations};
use crate::reflect::{Fill, Reflect, Slot};
use crate::schema::{Binding, Kind, Member, TimestampFormat};

const FILL: Fill = Fill(());

/// Labels and parameters, which only servers read.
const URI: Way = Way { place: Place::Uri, strict: true };
/// Headers, as clients read them.
const HEADER: Way = Way { place: Place::Header, strict: false };

/// What labels and queries are.
const ESCAPED: &str = "UTF-8 with percent escapes";

/// A label, parameter or header holds no value of its member's type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InvalidBinding {
    member: &'static str,
    /// What the text should have been.
    expected: &'static str,
}

impl fmt::Display for InvalidBinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}: the text is not {}", self.member, self.expected)
    }
}

/// Fills members bound outside of a request's body; required ones that are not there are added to `missing`.
pub(crate) fn read_request(
    input: &mut dyn Reflect,
    labels: &[(&'static str, &str)],
    query: &str,
    headers: &HeaderMap,
    missing: &mut Violations,
) -> Result<(), InvalidBinding> {
    let members = input.schema().members;
    let pairs = query_pairs(query).ok_or(InvalidBinding { member: "query", expected: ESCAPED })?;
    for (index, member) in members.iter().enumerate() {
        let found = match member.binding {
            Binding::Label => {
                let raw = labels.iter().find(|(name, _)| *name == member.name).map(|(_, text)| *text);
                match raw.map(unescape) {
                    Some(Some(text)) => {
                        fill(input.slot(index, FILL), &text, member, URI)?;
                        true
                    }
                    Some(None) => return Err(InvalidBinding { member: member.name, expected: ESCAPED }),
                    None => false,
                }
            }
            Binding::Query(name) => {
                let values: Vec<&str> =
                    pairs.iter().filter(|pair| pair.0 == name).map(|pair| pair.1.as_str()).collect();
                texts(input, index, member, &values, URI)?
            }
            Binding::QueryParams => {
                query_params(input, index, member, &pairs);
                true
            }
            Binding::Header(_) | Binding::PrefixHeaders(_) => {
                read_header(input, index, member, headers, Way { strict: true, ..HEADER })?
            }
            Binding::Body | Binding::Payload | Binding::ResponseCode => continue,
        };
        if !found && member.default.is_some() {
            crate::value::apply_default(input, index);
        } else if !found && member.required {
            missing.push(Violation::new(Constraint::Required).in_member(member.name));
        }
    }
    Ok(())
}

/// Fills members bound outside of a response's body.
pub(crate) fn read_response(output: &mut dyn Reflect, status: u16, headers: &HeaderMap) -> Result<(), InvalidBinding> {
    for (index, member) in output.schema().members.iter().enumerate() {
        match member.binding {
            Binding::Header(_) | Binding::PrefixHeaders(_) => {
                let found = read_header(output, index, member, headers, HEADER)?;
                if !found {
                    crate::value::apply_default(output, index);
                }
                if matches!(member.binding, Binding::PrefixHeaders(_)) {
                    // Which headers begin so is always known, and may be none.
                    output.slot(index, FILL);
                }
            }
            Binding::ResponseCode => {
                if let Slot::Int(place) = output.slot(index, FILL) {
                    *place = i32::from(status);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn fill(slot: Slot<'_>, text: &str, member: &'static Member, way: Way) -> Result<(), InvalidBinding> {
    from_text(slot, text, member, way).map_err(|expected| InvalidBinding { member: member.name, expected })
}

/// Fills a simple value from its only text, or a list from all.
fn texts(
    shape: &mut dyn Reflect,
    index: usize,
    member: &'static Member,
    values: &[&str],
    way: Way,
) -> Result<bool, InvalidBinding> {
    let Some(first) = values.first() else { return Ok(false) };
    match (shape.slot(index, FILL), member.target.members) {
        (Slot::List(list), [element]) => {
            list.clear(FILL);
            for value in values {
                from_text(list.push(FILL), value, element, way)
                    .map_err(|expected| InvalidBinding { member: member.name, expected })?;
            }
        }
        (slot, _) => fill(slot, first, member, way)?,
    }
    Ok(true)
}

/// All parameters, also those that other members are bound to (spec: `@httpQueryParams`).
fn query_params(shape: &mut dyn Reflect, index: usize, member: &'static Member, pairs: &[(String, String)]) {
    if pairs.is_empty() {
        return;
    }
    let Slot::Map(map) = shape.slot(index, FILL) else { return };
    let mut values_of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, value) in pairs {
        values_of.entry(name).or_default().push(value);
    }
    let is_list = member.target.members.get(1).is_some_and(|value| value.target.kind == Kind::List);
    for (name, values) in values_of {
        match map.insert(name, FILL) {
            Slot::List(list) if is_list => {
                for value in values {
                    if let Slot::Str(place) = list.push(FILL) {
                        value.clone_into(place);
                    }
                }
            }
            Slot::Str(place) => values.first().copied().unwrap_or_default().clone_into(place),
            _ => {}
        }
    }
}

fn read_header(
    shape: &mut dyn Reflect,
    index: usize,
    member: &'static Member,
    headers: &HeaderMap,
    way: Way,
) -> Result<bool, InvalidBinding> {
    let invalid = |expected| InvalidBinding { member: member.name, expected };
    match member.binding {
        Binding::Header(name) => {
            let values: Result<Vec<&str>, _> =
                headers.get_all(name).iter().map(|value| std::str::from_utf8(value.as_bytes())).collect();
            let values = values.map_err(|_| invalid("UTF-8"))?;
            if values.is_empty() {
                return Ok(false);
            }
            if member.target.kind != Kind::List {
                return texts(shape, index, member, &values[..1], way);
            }
            let element = member.target.members.first().map(|element| element.target.kind);
            let http_date = element == Some(Kind::Timestamp)
                && member.target.members.first().is_some_and(|element| {
                    matches!(
                        element.timestamp_format.or(element.target.timestamp_format),
                        None | Some(TimestampFormat::HttpDate)
                    )
                });
            let mut split = Vec::new();
            for value in values {
                split_list(value, http_date, &mut split).ok_or_else(|| invalid("a list whose quotes are closed"))?;
            }
            let split: Vec<&str> = split.iter().map(String::as_str).collect();
            texts(shape, index, member, &split, way)
        }
        Binding::PrefixHeaders(prefix) => {
            let found = headers.keys().any(|name| name.as_str().starts_with(prefix));
            // A client finds an empty map where there are none: it is all headers of the prefix.
            if (found || !way.strict)
                && let Slot::Map(map) = shape.slot(index, FILL)
            {
                insert_all(map, prefix, headers);
            }
            Ok(found)
        }
        _ => Ok(false),
    }
}

fn insert_all(map: &mut dyn crate::reflect::MapSlot, prefix: &str, headers: &HeaderMap) {
    for (name, value) in headers {
        if let (Some(key), Ok(text)) = (name.as_str().strip_prefix(prefix), std::str::from_utf8(value.as_bytes()))
            && let Slot::Str(place) = map.insert(key, FILL)
        {
            text.clone_into(place);
        }
    }
}

/// The elements of a header's line. Dates have a comma of their own.
fn split_list(line: &str, http_date: bool, out: &mut Vec<String>) -> Option<()> {
    let mut rest = line.trim();
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix('"') {
            let mut text = String::new();
            let mut escaped = false;
            let mut end = None;
            for (at, c) in quoted.char_indices() {
                match c {
                    _ if escaped => {
                        text.push(c);
                        escaped = false;
                    }
                    '\\' => escaped = true,
                    '"' => {
                        end = Some(at + 1);
                        break;
                    }
                    other => text.push(other),
                }
            }
            out.push(text);
            rest = quoted.get(end?..)?.trim_start();
            rest = match rest.strip_prefix(',') {
                Some(after) => after.trim_start(),
                None if rest.is_empty() => rest,
                None => return None,
            };
            continue;
        }
        let first = rest.find(',');
        let end = if http_date {
            first.and_then(|at| rest.get(at + 1..)?.find(',').map(|next| at + 1 + next))
        } else {
            first
        };
        let (text, after) = end.map_or((rest, ""), |at| (&rest[..at], &rest[at + 1..]));
        out.push(text.trim().to_owned());
        rest = after.trim_start();
    }
    Some(())
}
