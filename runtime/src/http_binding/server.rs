//! Server half: reads path, query and headers of inputs, and binds outputs to headers and status.

use std::borrow::Cow;

use http::HeaderMap;

use super::read::{fill, read_header, texts};
use super::text::{Place, TextFormat, normalize};
pub(crate) use super::write::headers as response_headers;
use super::{InvalidBinding, InvalidMember};
use crate::codec::Strictness;
use crate::constraint::{Constraint, Violation};
use crate::memory::{Budget, Reading};
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{Binding, Kind, Member, Schema};
use crate::uri;

const FILL: Fill = Fill::VALUE;

const URI: TextFormat = TextFormat { place: Place::Uri, strictness: Strictness::Strict };
const HEADER: TextFormat = TextFormat { place: Place::Header, strictness: Strictness::Strict };

/// The expected form of labels and queries.
const ESCAPED: &str = "UTF-8 with percent escapes";

/// Fills members bound outside a request's body. Missing required members are added to `reading`.
pub(crate) fn read_request(
    input: &mut dyn Reflect,
    labels: &[(&'static str, &str)],
    query: &str,
    headers: &HeaderMap,
    reading: &mut Reading,
) -> Result<(), InvalidBinding> {
    let members = input.schema().members;
    let pairs = query_pairs(query, &mut reading.budget)?;
    for (index, member) in members.iter().enumerate() {
        let found = match member.traits.binding {
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
                let named = pairs.named(name);
                let charged = reading.budget.charge(named.len() * size_of::<&str>());
                charged.map_err(InvalidBinding::over_budget(member.name))?;
                let values: Vec<&str> = named.iter().map(|at| pairs.value(*at)).collect();
                texts(input, index, member, &values, URI, &mut reading.budget)?
            }
            Binding::QueryParams => {
                query_params(input, index, member, &pairs, &mut reading.budget)?;
                true
            }
            Binding::Header(_) | Binding::PrefixHeaders(_) => {
                read_header(input, index, member, headers, HEADER, &mut reading.budget)?
            }
            Binding::Body | Binding::Payload | Binding::ResponseCode => continue,
        };
        if !found && member.traits.default.is_some() {
            crate::value::apply_default(input, index);
        } else if !found && member.required {
            reading.push(Violation::new(Constraint::Required).in_member(member.name));
        }
    }
    Ok(())
}

/// Returns the labels of a path in the form in which [`label`](super::label) returns those of an input.
pub(crate) fn read_labels(
    input: &'static Schema,
    labels: &[(&'static str, String)],
) -> Result<Vec<(&'static str, String)>, InvalidBinding> {
    let read = |(name, raw): &(&'static str, String)| {
        let wrong = |expected| InvalidBinding { member: name, expected };
        let text = unescape(raw).ok_or_else(|| wrong(ESCAPED))?;
        let member = input.members.iter().find(|member| member.name == *name);
        let text = member.map_or(Ok(Some(text.clone())), |member| normalize(&text, member, URI)).map_err(wrong)?;
        Ok(text.map(|text| (*name, text)))
    };
    labels.iter().filter_map(|label| read(label).transpose()).collect()
}

/// Fills a map with all parameters, including those of other members (spec: `@httpQueryParams`).
fn query_params(
    shape: &mut dyn Reflect,
    index: usize,
    member: &'static Member,
    pairs: &Pairs,
    budget: &mut Budget,
) -> Result<(), InvalidBinding> {
    if pairs.order.is_empty() {
        return Ok(());
    }
    let Slot::Map(map) = shape.slot(index, FILL) else { return Ok(()) };
    let full = InvalidBinding::over_budget(member.name);
    let is_list = member.target.members.get(1).is_some_and(|value| value.target.kind == Kind::List);
    for parameter in pairs.order.chunk_by(|left, right| pairs.name(*left) == pairs.name(*right)) {
        let Some((name, first)) = parameter.first().and_then(|first| pairs.list.get(*first)) else { continue };
        let text: usize = parameter.iter().map(|at| pairs.value(*at).len()).sum();
        budget.charge(map.insert_cost().saturating_add(name.len() + text)).map_err(full)?;
        match map.insert(name, FILL) {
            Slot::List(list) if is_list => {
                for at in parameter {
                    budget.grow(list.push_cost()).map_err(full)?;
                    if let Slot::Str(place) = list.push(FILL) {
                        pairs.value(*at).clone_into(place);
                    }
                }
            }
            Slot::Str(place) => first.clone_into(place),
            _ => {}
        }
    }
    Ok(())
}

/// Returns the status of `@httpResponseCode`. `None` if the output has none.
pub(crate) fn response_code(output: &dyn Reflect) -> Result<Option<u16>, InvalidMember> {
    let index = output.schema().members.iter().position(|member| member.traits.binding == Binding::ResponseCode);
    let Some((index, Ref::Int(status))) = index.map(|index| (index, output.get(index))) else { return Ok(None) };
    match u16::try_from(status) {
        Ok(status @ 200..=599) => Ok(Some(status)),
        _ => {
            let member = output.schema().members.get(index).map_or("", |member| member.name);
            Err(InvalidMember { member, reason: "is the status of the response and must be from 200 to 599" })
        }
    }
}

/// Decodes percent escapes. `None` if the result is not UTF-8.
fn unescape(text: &str) -> Option<String> {
    percent_encoding::percent_decode_str(text).decode_utf8().ok().map(Cow::into_owned)
}

/// Decoded pairs of a query string.
struct Pairs {
    list: Vec<(String, String)>,
    /// Their indices by name. Those with the same name keep their order.
    order: Vec<usize>,
}

impl Pairs {
    fn name(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |pair| &pair.0)
    }

    fn value(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |pair| &pair.1)
    }

    /// Returns the indices of the pairs with this name.
    fn named(&self, name: &str) -> &[usize] {
        let start = self.order.partition_point(|at| self.name(*at) < name);
        let rest = self.order.get(start..).unwrap_or_default();
        rest.get(..rest.partition_point(|at| self.name(*at) == name)).unwrap_or_default()
    }
}

/// Decodes the pairs of a query string.
fn query_pairs(query: &str, budget: &mut Budget) -> Result<Pairs, InvalidBinding> {
    const QUERY: &str = "query";
    let count = uri::parts(query).count();
    let size = count.saturating_mul(size_of::<(String, String)>() + size_of::<usize>()).saturating_add(query.len());
    budget.charge(size).map_err(InvalidBinding::over_budget(QUERY))?;
    let mut list: Vec<(String, String)> = Vec::with_capacity(count);
    let wrong = InvalidBinding { member: QUERY, expected: ESCAPED };
    let text = |bytes| uri::text(bytes).map(Cow::into_owned).ok_or_else(|| wrong.clone());
    for (name, value) in uri::pairs(query) {
        list.push((text(name)?, text(value)?));
    }
    let mut order: Vec<usize> = (0..list.len()).collect();
    let key = |at: &usize| (list.get(*at).map_or("", |pair| pair.0.as_str()), *at);
    order.sort_unstable_by(|left, right| key(left).cmp(&key(right)));
    Ok(Pairs { list, order })
}
