//! Headers and query parameters: valid and unique names.

use std::collections::{BTreeMap, BTreeSet};

use super::labels::bound;
use super::uri::Pattern;
use crate::diagnostic::{Diagnostic, HttpFacts, Severity};
use crate::model::graph::Element;
use crate::model::{Shape, Trait};
use crate::rule::event;
use crate::traits::{Http, HttpHeader, HttpPrefixHeaders, HttpQuery, HttpQueryParams};
use crate::validate::Rule;
use crate::validate::context::{Applied, Context, backticked};

/// Headers that HTTP or its transport uses.
const RESERVED: [&str; 15] = [
    "authorization",
    "connection",
    "content-length",
    "expect",
    "host",
    "max-forwards",
    "proxy-authenticate",
    "server",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "www-authenticate",
    "x-forwarded-for",
];

/// The structures with members that have a trait, without duplicates, sorted.
fn structures<'m, T: Trait>(context: &Context<'m>) -> Vec<&'m Shape> {
    let marked = context.graph.with::<T>().iter();
    let containers: BTreeSet<_> = marked.map(|id| context.graph.container(*id)).collect();
    containers.into_iter().filter_map(|id| context.graph.element(id).as_shape()).collect()
}

/// The members of a structure that have a trait, by a key derived from its value.
fn by_value<T: Trait>(shape: &Shape, key: impl Fn(&T) -> String) -> BTreeMap<String, Vec<&str>> {
    let mut members: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for member in shape.members.values() {
        if let Some(value) = member.get::<T>() {
            members.entry(key(value)).or_default().push(member.name());
        }
    }
    members
}

fn shared(shape: &Shape, event: &str, message: HttpFacts, members: &[&str]) -> Diagnostic {
    let mut error = Diagnostic::of(Severity::Error, event, message, shape.span).with_shape(&shape.id);
    for member in members.iter().filter_map(|name| shape.members.get(*name)) {
        error = error.with_label(member.span, "bound here");
    }
    error
}

pub(crate) const HEADERS: Rule = Rule {
    events: &[event!("HttpHeaderTrait")],
    check: headers,
    #[cfg(test)]
    cases: cases::HEADERS,
};

/// Checks header names: valid, not reserved, unique.
fn headers(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for shape in structures::<HttpHeader>(context) {
        for (header, members) in by_value(shape, |header: &HttpHeader| header.as_str().to_lowercase()) {
            if members.len() > 1 {
                let message = HttpFacts::SharedHeader { header, members: backticked(&members) };
                found.push(shared(shape, "HttpHeaderTrait", message, &members));
            }
        }
    }
    for Applied { element, value, span, .. } in context.with::<HttpHeader>() {
        let header = value.as_str();
        let message = if RESERVED.contains(&header.to_ascii_lowercase().as_str()) {
            HttpFacts::ReservedHeader { header: header.to_owned() }
        } else if !header.bytes().all(is_token) {
            HttpFacts::InvalidHeader { header: header.to_owned() }
        } else {
            continue;
        };
        let danger = Diagnostic::of(Severity::Danger, "HttpHeaderTrait", message, span);
        found.push(danger.with_shape(element.id()));
    }
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

pub(crate) const PREFIX_HEADERS: Rule = Rule {
    events: &[event!("HttpPrefixHeadersTrait")],
    check: prefix_headers,
    #[cfg(test)]
    cases: cases::PREFIX_HEADERS,
};

/// Reports headers that start with the prefix of a map of headers. The empty prefix is for all remaining headers, which
/// the sender of a request cannot know, so that it is only a note.
fn prefix_headers(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value, span, .. } in context.with::<HttpPrefixHeaders>() {
        let Element::Member(container, member) = element else { continue };
        let prefix = value.as_str().to_lowercase();
        for other in container.members.values() {
            let Some(header) = other.get::<HttpHeader>() else { continue };
            let header = header.as_str().to_lowercase();
            if !header.starts_with(&prefix) {
                continue;
            }
            let (severity, message) = if prefix.is_empty() {
                (Severity::Note, HttpFacts::HeaderWithAnyPrefix { header, member: member.id.clone() })
            } else {
                let (member, prefix) = (member.id.clone(), prefix.clone());
                (Severity::Error, HttpFacts::HeaderWithPrefix { header, member, prefix })
            };
            let place = Element::Member(container, other).place_of::<HttpHeader>();
            let finding = Diagnostic::of(severity, "HttpPrefixHeadersTrait", message, place).with_shape(&other.id);
            found.push(finding.with_label(span, "the prefix is here"));
        }
    }
}

pub(crate) const QUERY: Rule = Rule {
    events: &[event!("HttpQueryTrait")],
    check: query,
    #[cfg(test)]
    cases: cases::QUERY,
};

/// Checks query parameters: unique, and not in the URI.
fn query(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let all = structures::<HttpQuery>(context);
    if all.is_empty() {
        return;
    }
    let mut uses: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (operation, Http { uri, .. }, span) in bound(context).filter(|(_, http, _)| http.uri.contains('?')) {
        if let Some(body) = operation.as_operation() {
            uses.entry(body.input.as_str()).or_default().push((operation, uri, span));
        }
    }
    for shape in all {
        let names = by_value(shape, |query: &HttpQuery| query.as_str().to_owned());
        for (name, members) in names.iter().filter(|(_, members)| members.len() > 1) {
            let message = HttpFacts::SharedParameter { name: name.clone(), members: backticked(members) };
            found.push(shared(shape, "HttpQueryTrait", message, members));
        }
        for (operation, uri, span) in uses.get(shape.id.as_str()).into_iter().flatten() {
            for (literal, _) in Pattern::of_uri(uri).query {
                let Some(members) = names.get(literal) else { continue };
                let message = HttpFacts::FixedParameter {
                    name: literal.to_owned(),
                    operation: operation.id.clone(),
                    uri: uri.to_string(),
                };
                found.push(shared(shape, "HttpQueryTrait", message, members).with_label(*span, "fixed here"));
            }
        }
    }
}

pub(crate) const QUERY_PARAMS: Rule = Rule {
    events: &[event!("HttpQueryParamsTrait")],
    check: query_params,
    #[cfg(test)]
    cases: cases::QUERY_PARAMS,
};

/// Reports maps of query parameters next to bound parameters, which a service cannot distinguish.
fn query_params(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, .. } in context.with::<HttpQueryParams>() {
        let Element::Member(container, member) = element else { continue };
        let others = container.members.values().filter(|other| other.has::<HttpQuery>());
        let others: Vec<&str> = others.map(crate::model::Member::name).collect();
        if !others.is_empty() {
            let name = member.name();
            let message = HttpFacts::AmbiguousParameters { member: name.to_owned(), others: backticked(others) };
            let note = Diagnostic::of(Severity::Note, "HttpQueryParamsTrait", message, member.span);
            found.push(note.with_shape(&container.id));
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const HEADERS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
structure S {
    @httpHeader("Host")
//              ^^^^^^ danger: HttpHeaderTrait
    host: String
}
"#,
            r#"
structure S {
//        ^ error: HttpHeaderTrait
    @httpHeader("x-a")
    one: String
    @httpHeader("X-A")
    two: String
}
"#,
        ],
        leaves: &[r#"
structure S {
    @httpHeader("x-host")
    host: String
}
"#],
    };

    pub(super) const PREFIX_HEADERS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
structure S {
    @httpHeader("x-a-b")
//              ^^^^^^^ error: HttpPrefixHeadersTrait
    one: String
    @httpPrefixHeaders("x-a-")
    all: All
}
map All {
    key: String
    value: String
}
"#,
            r#"
structure S {
    @httpHeader("x-a")
//              ^^^^^ note: HttpPrefixHeadersTrait
    one: String
    @httpPrefixHeaders("")
    all: All
}
map All {
    key: String
    value: String
}
"#,
        ],
        leaves: &[r#"
structure S {
    @httpHeader("x-b")
    one: String
    @httpPrefixHeaders("x-a-")
    all: All
}
map All {
    key: String
    value: String
}
"#],
    };

    pub(super) const QUERY: Cases = Cases {
        file: file!(),
        finds: &[r#"
structure S {
//        ^ error: HttpQueryTrait
    @httpQuery("a")
    one: String
    @httpQuery("a")
    two: String
}
"#],
        leaves: &[r#"
structure S {
    @httpQuery("a")
    one: String
    @httpQuery("A")
    two: String
}
"#],
    };

    pub(super) const QUERY_PARAMS: Cases = Cases {
        file: file!(),
        finds: &[r#"
structure S {
    @httpQuery("a")
    one: String
    @httpQueryParams
    all: All
//  ^^^ note: HttpQueryParamsTrait
}
map All {
    key: String
    value: String
}
"#],
        leaves: &[r#"
structure S {
    @httpQueryParams
    all: All
}
map All {
    key: String
    value: String
}
"#],
    };
}
