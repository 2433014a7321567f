//! Reads headers and other text.

use std::borrow::Cow;

use http::HeaderMap;

#[cfg(all(feature = "client-core", feature = "rest"))]
use super::text::check_text;
use super::text::{TextFormat, from_text};
use super::{InvalidBinding, sets_itself};
use crate::codec::Strictness;
use crate::memory::{Budget, OverBudget};
use crate::reflect::{Fill, MapSlot, Reflect, Slot};
use crate::schema::{Binding, Kind, Member, TimestampFormat};

const FILL: Fill = Fill::VALUE;

pub(super) fn fill(
    slot: Slot<'_>,
    text: &str,
    member: &'static Member,
    format: TextFormat,
) -> Result<(), InvalidBinding> {
    from_text(slot, text, member, format).map_err(|expected| InvalidBinding { member: member.name, expected })
}

/// Fills a simple value from the first text, or a list from all of them. Strict readers reject several texts for a
/// simple value.
pub(super) fn texts(
    shape: &mut dyn Reflect,
    index: usize,
    member: &'static Member,
    values: &[&str],
    format: TextFormat,
    budget: &mut Budget,
) -> Result<bool, InvalidBinding> {
    let Some(first) = values.first() else { return Ok(false) };
    match (shape.slot(index, FILL), member.target.members) {
        (Slot::List(list), [element]) => {
            list.clear(FILL);
            for value in values {
                budget.grow(list.push_cost()).map_err(InvalidBinding::over_budget(member.name))?;
                from_text(list.push(FILL), value, element, format)
                    .map_err(|expected| InvalidBinding { member: member.name, expected })?;
            }
        }
        // Others that read the request may use another one of the values.
        _ if values.len() > 1 && format.strictness.is_strict() => {
            return Err(InvalidBinding { member: member.name, expected: "one value" });
        }
        (slot, _) => fill(slot, first, member, format)?,
    }
    Ok(true)
}

/// Fills a member bound to a header, or to all headers with a prefix. Returns whether there is one.
pub(super) fn read_header(
    shape: &mut dyn Reflect,
    index: usize,
    member: &'static Member,
    headers: &HeaderMap,
    format: TextFormat,
    budget: &mut Budget,
) -> Result<bool, InvalidBinding> {
    match member.traits.binding {
        Binding::Header(name) => {
            let values = values(name, member, headers, format.strictness, budget)?;
            fill_all(shape, index, member, values.as_deref(), format, budget)
        }
        Binding::PrefixHeaders(prefix) => {
            let found = headers.keys().any(|name| name.as_str().starts_with(prefix));
            // For clients, no header with the prefix is an empty map.
            if (found || !format.strictness.is_strict())
                && let Slot::Map(map) = shape.slot(index, FILL)
            {
                insert_all(map, prefix, headers, budget).map_err(InvalidBinding::over_budget(member.name))?;
            }
            Ok(found)
        }
        _ => Ok(false),
    }
}

/// As [`read_header`], but a header that cannot be parsed counts as missing if its member is optional.
#[cfg(all(feature = "client-core", feature = "rest"))]
pub(super) fn read_valid_header(
    shape: &mut dyn Reflect,
    index: usize,
    member: &'static Member,
    headers: &HeaderMap,
    format: TextFormat,
    budget: &mut Budget,
) -> Result<bool, InvalidBinding> {
    let Binding::Header(name) = member.traits.binding else {
        return read_header(shape, index, member, headers, format, budget);
    };
    let valid = values(name, member, headers, format.strictness, budget).and_then(|values| {
        check(member, values.as_deref().unwrap_or_default(), format)?;
        Ok(values)
    });
    match valid {
        Ok(values) => fill_all(shape, index, member, values.as_deref(), format, budget),
        Err(invalid) if member.required || budget.is_exceeded() => Err(invalid),
        Err(_) => Ok(false),
    }
}

/// Fills a member from the values of its header, if there is one. A list without elements is in an empty header.
fn fill_all(
    shape: &mut dyn Reflect,
    index: usize,
    member: &'static Member,
    values: Option<&[Cow<'_, str>]>,
    format: TextFormat,
    budget: &mut Budget,
) -> Result<bool, InvalidBinding> {
    let Some(values) = values else { return Ok(false) };
    if values.is_empty()
        && let Slot::List(list) = shape.slot(index, FILL)
    {
        list.clear(FILL);
        return Ok(true);
    }
    let values: Vec<&str> = values.iter().map(Cow::as_ref).collect();
    texts(shape, index, member, &values, format, budget)
}

/// Whether these values of a header can fill a member.
#[cfg(all(feature = "client-core", feature = "rest"))]
fn check(member: &'static Member, values: &[Cow<'_, str>], format: TextFormat) -> Result<(), InvalidBinding> {
    let (read, count) = match (member.target.kind, member.target.members) {
        (Kind::List, [element]) => (element, values.len()),
        _ => (member, values.len().min(1)),
    };
    let wrong = |expected| InvalidBinding { member: member.name, expected };
    values.iter().take(count).try_for_each(|value| check_text(value, read, format)).map_err(wrong)
}

/// Returns the values of a header: one per element of a list, otherwise one per line. For strict readers, several lines
/// are one value (RFC 9110, section 5.3), so that none is ignored. `None` if there is no header.
fn values<'h>(
    name: &str,
    member: &'static Member,
    headers: &'h HeaderMap,
    strictness: Strictness,
    budget: &mut Budget,
) -> Result<Option<Vec<Cow<'h, str>>>, InvalidBinding> {
    let invalid = |expected| InvalidBinding { member: member.name, expected };
    let lines = headers.get_all(name).iter().map(|value| std::str::from_utf8(value.as_bytes()));
    let lines: Vec<&str> = lines.collect::<Result<_, _>>().map_err(|_| invalid("UTF-8"))?;
    if lines.is_empty() {
        return Ok(None);
    }
    let (Kind::List, [element]) = (member.target.kind, member.target.members) else {
        if lines.len() > 1 && strictness.is_strict() {
            let separator = if name.eq_ignore_ascii_case("cookie") { "; " } else { ", " };
            return Ok(Some(vec![Cow::Owned(lines.join(separator))]));
        }
        return Ok(Some(lines.into_iter().map(Cow::Borrowed).collect()));
    };
    let format = element.traits.timestamp_format.or(element.target.timestamp_format);
    let has_dates = element.target.kind == Kind::Timestamp && matches!(format, None | Some(TimestampFormat::HttpDate));
    let separator = if has_dates { Separator::SecondComma } else { Separator::Comma };
    let mut split = Vec::new();
    for line in lines {
        // Elements, and references to them.
        let count = line.bytes().filter(|byte| *byte == b',').count() + 1;
        let size = count.saturating_mul(size_of::<String>() + size_of::<&str>()).saturating_add(line.len());
        budget.grow(size).map_err(InvalidBinding::over_budget(member.name))?;
        split.reserve(count);
        split_list(line, separator, &mut split).ok_or_else(|| invalid("a list with balanced quotes"))?;
    }
    Ok(Some(split.into_iter().map(Cow::Owned).collect()))
}

fn insert_all(map: &mut dyn MapSlot, prefix: &str, headers: &HeaderMap, budget: &mut Budget) -> Result<(), OverBudget> {
    for (name, value) in headers.iter().filter(|(name, _)| !sets_itself(name.as_str())) {
        if let (Some(key), Ok(text)) = (name.as_str().strip_prefix(prefix), std::str::from_utf8(value.as_bytes())) {
            budget.charge(map.insert_cost().saturating_add(key.len() + text.len()))?;
            if let Slot::Str(place) = map.insert(key, FILL) {
                text.clone_into(place);
            }
        }
    }
    Ok(())
}

/// Separators of the elements of a header value that are not quoted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Comma,
    /// Every second comma: an HTTP date contains one.
    SecondComma,
}

/// Appends the elements of a header value. `None` if a quote is not closed, or is followed by anything but a comma.
fn split_list(line: &str, separator: Separator, out: &mut Vec<String>) -> Option<()> {
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
        let end = match separator {
            Separator::Comma => first,
            Separator::SecondComma => first.and_then(|at| rest.get(at + 1..)?.find(',').map(|next| at + 1 + next)),
        };
        let (text, after) = end.map_or((rest, ""), |at| (&rest[..at], &rest[at + 1..]));
        out.push(text.trim().to_owned());
        rest = after.trim_start();
    }
    Some(())
}
