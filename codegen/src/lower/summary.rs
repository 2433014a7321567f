//! Summaries for documentation: for members, whether they are required, and their constraints; for operations, request,
//! authentication and pagination.

use super::{Lowering, docs};
use crate::ir::{Operation, Type};
use crate::model::{self, Number, Shape, ShapeType, Trait};
use crate::text::{grouped, visible};
use crate::traits::{
    self, Http, HttpApiKeyAuth, HttpBasicAuth, HttpBearerAuth, Idempotent, Length, OptionalAuth, Paginated, Protocol,
    Range, Readonly, Required, Routing, Sigv4, UniqueItems,
};

/// Maximum length of a pattern in a summary.
const SHORT_PATTERN: usize = 40;

/// The summary of a structure's member, such as `Required. 1 to 80 characters.` It may be empty.
pub(super) fn member(member: &model::Member, target: Option<&Shape>, ty: &Type) -> String {
    let mut facts = Vec::new();
    if member.has::<Required>() {
        facts.push("Required.".to_owned());
    }
    let Some(target) = target.filter(|target| super::shapes::takes_constraints(target)) else { return facts.concat() };
    if let Some(length) = effective::<Length>(member, target) {
        let is_one = length.max.or(length.min) == Some(1);
        let unit = unit(target.kind);
        // A minimum of 0 is not a constraint.
        let bounds = bounds(length.min.filter(|min| *min > 0), length.max);
        facts.extend(bounds.map(|bounds| format!("{bounds} {unit}{}.", if is_one { "" } else { "s" })));
    }
    if let Some(range) = effective::<Range>(member, target) {
        let [min, max] = [&range.min, &range.max].map(|bound| bound.as_ref().map(Number::as_str));
        facts.extend(bounds(min, max).map(|bounds| format!("{bounds}.")));
    }
    let of_target = || traits::effective_pattern(&target.traits);
    if let Some(pattern) = traits::effective_pattern(&member.traits).or_else(of_target).map(|pattern| pattern.text) {
        let is_short = pattern.len() <= SHORT_PATTERN && !pattern.contains('`');
        match ty {
            _ if is_short => facts.push(format!("Pattern `{}`.", visible(pattern))),
            Type::Named(name) => facts.push(format!("Pattern [`{name}::PATTERN`].")),
            _ => {}
        }
    }
    if effective::<UniqueItems>(member, target).is_some() {
        facts.push("Unique elements.".to_owned());
    }
    facts.join(" ")
}

/// The trait of a member or else of its target.
fn effective<'m, T: Trait>(member: &'m model::Member, target: &'m Shape) -> Option<&'m T> {
    member.get::<T>().or_else(|| target.get::<T>())
}

fn unit(kind: ShapeType) -> &'static str {
    match kind {
        ShapeType::Blob => "byte",
        ShapeType::List => "element",
        ShapeType::Map => "key",
        _ => "character",
    }
}

/// `1 to 25`, `At least 1`, `At most 25`.
fn bounds<T: std::fmt::Display>(min: Option<T>, max: Option<T>) -> Option<String> {
    let [min, max] = [min, max].map(|bound| bound.map(grouped));
    Some(match (min, max) {
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("At least {min}"),
        (None, Some(max)) => format!("At most {max}"),
        (None, None) => return None,
    })
}

impl Lowering<'_> {
    /// Adds request, authentication and pagination to an operation's documentation.
    pub(super) fn document_call(&self, shape: &Shape, operation: &mut Operation) {
        let mut facts = vec![format!("{}, {}.", self.request(shape), self.auth(shape))];
        if operation.pages.is_some() {
            let limit = self.page_limit(shape).map(|limit| format!(", at most {limit} items per page"));
            facts.push(format!("Paginated{}.", limit.unwrap_or_default()));
        }
        if shape.has::<Readonly>() {
            facts.push("Read-only.".to_owned());
        } else if shape.has::<Idempotent>() {
            facts.push("Idempotent.".to_owned());
        }
        docs::add(&mut operation.docs, &facts.join(" "));
    }

    /// The line of an HTTP request, or the name of a remote procedure call.
    fn request(&self, shape: &Shape) -> String {
        let is_rest = |protocol: Protocol| protocol.routing() == Routing::Http;
        match shape.get::<Http>().filter(|_| Protocol::of(&self.service.traits).any(is_rest)) {
            Some(http) => format!("`{} {}`", http.method, http.uri).replace(char::is_control, " "),
            None => format!("RPC `{}`", shape.id.name()),
        }
    }

    fn auth(&self, shape: &Shape) -> String {
        let ids = traits::schemes(self.model, self.service, Some(shape));
        let words: Vec<String> = ids.into_iter().filter_map(|id| self.scheme(id)).collect();
        match words.join(" or ") {
            words if words.is_empty() => "without authentication".to_owned(),
            words if shape.has::<OptionalAuth>() => format!("{words}, or without authentication"),
            words => words,
        }
    }

    /// The words for a scheme that clients support.
    fn scheme(&self, id: &str) -> Option<String> {
        Some(match id {
            Sigv4::ID => format!("signed with SigV4 (`{}`)", self.service.get::<Sigv4>()?.name),
            HttpApiKeyAuth::ID => format!("with an API key (`{}`)", self.service.get::<HttpApiKeyAuth>()?.name),
            HttpBasicAuth::ID => "with HTTP basic authentication".to_owned(),
            HttpBearerAuth::ID => "with a bearer token".to_owned(),
            _ => return None,
        })
    }

    /// Maximum number of items in a page.
    fn page_limit(&self, shape: &Shape) -> Option<String> {
        let size = |shape: &Shape| shape.get::<Paginated>().and_then(|pages| pages.page_size.clone());
        let name = size(shape).or_else(|| size(self.service))?;
        let member = self.model.shape(&shape.as_operation()?.input)?.members.get(&*name)?;
        let range = effective::<Range>(member, self.model.shape(&member.target)?)?;
        range.max.as_ref().map(|max| grouped(max.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::bounds;

    #[test]
    fn bounds_are_read_as_a_sentence() {
        let text = |min, max| bounds::<i32>(min, max).unwrap_or_default();
        assert_eq!(text(Some(1), Some(25)), "1 to 25");
        assert_eq!(text(Some(1), None), "At least 1");
        assert_eq!(text(None, Some(25)), "At most 25");
        assert_eq!(text(None, None), "");
    }
}
