//! Summaries for documentation: for members, whether they are required, and their constraints; for types, constraints;
//! for operations, request, authentication and pagination.

use std::fmt::Display;

use super::{Lowering, docs};
use crate::config::Constraints;
use crate::ir::{Default, Docs, Operation, Routing, Type};
use crate::model::{self, Number, Shape, ShapeType, Trait, Traits};
use crate::text::{grouped, visible};
use crate::traits::{
    self, DefaultValue, EffectivePattern, Http, Idempotent, Length, OptionalAuth, Paginated, Protocol, Range, Readonly,
    Required, UniqueItems,
};

/// Maximum length of a pattern in a summary.
const SHORT_PATTERN: usize = 40;

/// Maximum length of a default in a summary.
const SHORT_DEFAULT: usize = 40;

/// The summary of a structure's member, such as `Required. 1 to 80 characters.` or `Default: 3.` It may be empty.
pub(super) fn member(member: &model::Member, target: &Shape, ty: &Type, default: Option<&Default>) -> String {
    let constraints = constraints(member, target, ty);
    // A required value cannot be left out.
    let default = default.filter(|_| !ty.is_stream() && !member.has::<Required>());
    let default = default.and_then(|_| default_text(member)).unwrap_or_default();
    if constraints.is_empty() || default.is_empty() {
        constraints + &default
    } else {
        format!("{constraints} {default}")
    }
}

/// The default as in the model; `None` if it is long.
fn default_text(member: &model::Member) -> Option<String> {
    let DefaultValue(node) = member.get()?;
    let value = node.to_json();
    (value.len() <= SHORT_DEFAULT && !value.contains('`')).then(|| format!("Default: `{}`.", visible(&value)))
}

fn constraints(member: &model::Member, target: &Shape, ty: &Type) -> String {
    let mut facts = Vec::new();
    if member.has::<Required>() {
        facts.push("Required.".to_owned());
    }
    if !super::shapes::takes_constraints(target) {
        return facts.concat();
    }
    // A newtype documents its constraints, and the signature links to it. Each of its members would repeat them. The
    // setter of a list or map takes an element, so that its signature has another type.
    let is_linked = matches!(ty, Type::Named(_)) && !matches!(target.kind, ShapeType::List | ShapeType::Map);
    let shared = (!is_linked).then_some(&target.traits);
    let length = effective::<Length>(&member.traits, shared).and_then(|length| length_text(length, target.kind));
    let range = effective::<Range>(&member.traits, shared).and_then(range_text);
    facts.extend([length, range].into_iter().flatten().map(|fact| format!("{}.", capitalized(&fact))));
    let of_target = || traits::effective_pattern(shared?);
    if let Some(pattern) =
        traits::effective_pattern(&member.traits).or_else(of_target).map(|pattern| pattern.source.as_str())
    {
        let is_short = pattern.len() <= SHORT_PATTERN && !pattern.contains('`');
        match ty {
            _ if is_short => facts.push(format!("Pattern `{}`.", visible(pattern))),
            Type::Named(name) => facts.push(format!("Pattern [`{name}::PATTERN`].")),
            _ => {}
        }
    }
    if effective::<UniqueItems>(&member.traits, shared).is_some() {
        facts.push("Unique elements.".to_owned());
    }
    facts.join(" ")
}

/// The trait of a member or else of its target.
fn effective<'m, T: Trait>(member: &'m Traits, target: Option<&'m Traits>) -> Option<&'m T> {
    member.get::<T>().or_else(|| target?.get::<T>())
}

/// Adds constraints to the documentation of a type, or of a member whose type has none.
pub(super) fn document_constraints(of: &Traits, kind: ShapeType, docs: &mut Docs) {
    if let Some(length) = of.get::<Length>().and_then(|length| length_text(length, kind)) {
        docs::add(docs, &format!("Length: {length}"));
    }
    if let Some(range) = of.get::<Range>().and_then(range_text) {
        docs::add(docs, &format!("Range: {range}"));
    }
    if let Some(EffectivePattern { source, .. }) = traits::effective_pattern(of) {
        let pattern = source.as_str();
        let fence = if pattern.contains('`') { "``" } else { "`" };
        docs.lines.push(String::new());
        docs.lines.push(format!("Pattern: {fence}{}{fence}", visible(pattern)));
    }
    if of.has::<UniqueItems>() {
        docs::add(docs, "No two elements are equal.");
    }
}

/// `1 to 25 characters`, if the length is limited.
fn length_text(length: &Length, kind: ShapeType) -> Option<String> {
    let is_one = length.max.or(length.min) == Some(1);
    let unit = match (kind, is_one) {
        (ShapeType::Blob, true) => "byte",
        (ShapeType::Blob, false) => "bytes",
        (ShapeType::List, true) => "element",
        (ShapeType::List, false) => "elements",
        (ShapeType::Map, true) => "entry",
        (ShapeType::Map, false) => "entries",
        (_, true) => "character",
        (_, false) => "characters",
    };
    // A minimum of 0 is not a constraint.
    bounds(length.min.filter(|min| *min > 0), length.max).map(|bounds| format!("{bounds} {unit}"))
}

fn range_text(range: &Range) -> Option<String> {
    let [min, max] = [&range.min, &range.max].map(|bound| bound.as_ref().map(Number::as_str));
    bounds(min, max)
}

/// `1 to 25`, `exactly 25`, `at least 1`, `at most 25`.
fn bounds<T: Display + PartialEq>(min: Option<T>, max: Option<T>) -> Option<String> {
    Some(match (min, max) {
        (Some(min), Some(max)) if min == max => format!("exactly {}", grouped(min)),
        (Some(min), Some(max)) => format!("{} to {}", grouped(min), grouped(max)),
        (Some(min), None) => format!("at least {}", grouped(min)),
        (None, Some(max)) => format!("at most {}", grouped(max)),
        (None, None) => return None,
    })
}

/// A text whose first letter, of ASCII, is uppercase.
fn capitalized(text: &str) -> String {
    let (first, rest) = text.split_at_checked(1).unwrap_or_default();
    first.to_ascii_uppercase() + rest
}

impl Lowering<'_> {
    /// Adds request, authentication and pagination to an operation's documentation.
    pub(super) fn document_call(&self, shape: &Shape, operation: &mut Operation) {
        let request = self.http(shape).map(request);
        let mut facts: Vec<String> =
            [request, self.own_auth(shape)].into_iter().flatten().map(|fact| format!("{fact}.")).collect();
        if operation.pages.is_some() {
            let limit = self.page_limit(shape).map(|limit| format!(", at most {limit} items per page"));
            facts.push(format!("Paginated{}.", limit.unwrap_or_default()));
        }
        if shape.has::<Readonly>() {
            facts.push("Read-only.".to_owned());
        } else if shape.has::<Idempotent>() {
            facts.push("Idempotent.".to_owned());
        }
        if !facts.is_empty() {
            docs::add(&mut operation.docs, &facts.join(" "));
        }
    }

    /// `@http`, if a protocol uses it.
    fn http<'s>(&self, shape: &'s Shape) -> Option<&'s Http> {
        let is_rest = |protocol: Protocol| protocol.routing() == Routing::Http;
        shape.get::<Http>().filter(|_| Protocol::of(&self.service.traits).any(is_rest))
    }

    /// The authentication of the service, for the documentation of its client and server. `None` if it has none.
    pub(super) fn service_auth(&self) -> Option<String> {
        let words = self.auth_words(None);
        (!words.is_empty()).then(|| format!("Authentication: {}.", words.join(" or ")))
    }

    /// The authentication of an operation, if it is not that of the service.
    fn own_auth(&self, shape: &Shape) -> Option<String> {
        let (common, mut words) = (self.auth_words(None), self.auth_words(Some(shape)));
        if words.is_empty() || shape.has::<OptionalAuth>() {
            words.push("none".to_owned());
        }
        let is_common = words == common || common.is_empty() && words == ["none"];
        (!is_common).then(|| format!("Authentication: {}", words.join(" or ")))
    }

    /// The words for the schemes of the service, or of an operation, that clients support. If they support none,
    /// servers reject all requests, and the words are the IDs. Empty without schemes.
    fn auth_words(&self, operation: Option<&Shape>) -> Vec<String> {
        let ids = traits::schemes(self.model, self.service, operation);
        let words: Vec<String> = ids.iter().filter_map(|id| traits::scheme_words(&self.service.traits, id)).collect();
        if words.is_empty() { ids.iter().map(|id| format!("`{id}`, not supported")).collect() } else { words }
    }

    /// Maximum number of items in a page. A newtype documents it, unless it is that of the member.
    fn page_limit(&self, shape: &Shape) -> Option<String> {
        let size = |shape: &Shape| shape.get::<Paginated>().and_then(|pages| pages.page_size.clone());
        let name = size(shape).or_else(|| size(self.service))?;
        let member = self.model.shape(&shape.as_operation()?.input)?.members.get(&*name)?;
        let is_plain = self.config.constraints == Constraints::Checked;
        let shared = is_plain.then(|| Some(&self.model.shape(&member.target)?.traits)).flatten();
        let range = effective::<Range>(&member.traits, shared)?;
        range.max.as_ref().map(|max| grouped(max.as_str()))
    }
}

/// The line of an HTTP request.
fn request(http: &Http) -> String {
    format!("`{} {}`", http.method, http.uri).replace(char::is_control, " ")
}

#[cfg(test)]
mod tests {
    use super::{bounds, capitalized, length_text};
    use crate::model::ShapeType;
    use crate::traits::Length;

    #[test]
    fn bounds_are_read_as_a_sentence() {
        let text = |min, max| bounds::<i32>(min, max).unwrap_or_default();
        assert_eq!(text(Some(1), Some(25)), "1 to 25");
        assert_eq!(text(Some(12), Some(12)), "exactly 12");
        assert_eq!(text(Some(1), None), "at least 1");
        assert_eq!(text(None, Some(25_000)), "at most 25,000");
        assert_eq!(text(None, None), "");
        assert_eq!(capitalized(&text(None, Some(2))), "At most 2");
    }

    #[test]
    fn lengths_have_units_and_no_minimum_of_0() {
        let text = |min, max, kind| length_text(&Length { min, max }, kind).unwrap_or_default();
        assert_eq!(text(Some(0), Some(500), ShapeType::String), "at most 500 characters");
        assert_eq!(text(Some(0), None, ShapeType::String), "");
        assert_eq!(text(Some(1), Some(1), ShapeType::Map), "exactly 1 entry");
        assert_eq!(text(Some(1), None, ShapeType::List), "at least 1 element");
        assert_eq!(text(Some(1), Some(20), ShapeType::Blob), "1 to 20 bytes");
    }
}
