//! Names of shapes and members, in JSON and XML, of media types; references to the unit type; unions.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Applied, Context};
use crate::diagnostic::{Details, Diagnostic, List, MediaTypeProblem, ServiceFacts, Severity, TypedShape};
use crate::model::graph::Element;
use crate::model::{Member, Shape, ShapeId, ShapeType, prelude};
use crate::rule::event;
use crate::source::Span;
use crate::traits;
use crate::traits::{Boxed, DefaultValue, JsonName, XmlFlattened, XmlName, XmlNamespace};
use crate::validate::Rule;

pub(super) const CONFLICTS: Rule = Rule {
    events: &[event!("ShapeIdConflict")],
    check: conflicts,
    #[cfg(test)]
    cases: cases::CONFLICTS,
};

/// Checks that shape IDs, and names of members in a shape, differ in more than case.
fn conflicts(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    conflicting(|| context.model.iter().map(|shape| (&shape.id, shape.span)), found);
    for shape in context.model.own_shapes().filter(|shape| shape.members.len() > 1) {
        conflicting(|| shape.members.values().map(|member| (&member.id, member.span)), found);
    }
}

fn conflicting<'m, I: Iterator<Item = (&'m ShapeId, Span)>>(ids: impl Fn() -> I, found: &mut Vec<Diagnostic>) {
    // Conflicts are rare. Comparing hashes first avoids an allocation per name.
    let mut hashes: Vec<u64> = ids().map(|(id, _)| lowercase_hash(id.as_str())).collect();
    hashes.sort_unstable();
    if hashes.windows(2).all(|pair| pair.first() != pair.get(1)) {
        return;
    }
    let mut groups: BTreeMap<String, Vec<(&ShapeId, Span)>> = BTreeMap::new();
    for (id, span) in ids() {
        groups.entry(id.as_str().to_ascii_lowercase()).or_default().push((id, span));
    }
    for group in groups.values().filter(|group| group.len() > 1) {
        for (id, span) in group {
            let others = || group.iter().filter(|(other, _)| other != id);
            let mut names: Vec<String> = others().map(|(other, _)| other.to_string()).collect();
            names.sort();
            let details = Details::ConflictingIds { shape: (*id).clone(), others: names };
            let mut error = Diagnostic::of(Severity::Error, "ShapeIdConflict", details, *span).with_shape(id);
            for (_, span) in others() {
                error = error.with_label(*span, "this differs only in case");
            }
            found.push(error);
        }
    }
}

/// FNV-1a hash of the text in lowercase.
fn lowercase_hash(text: &str) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, mix)
}

pub(super) const JSON: Rule = Rule {
    events: &[event!("JsonName")],
    check: json,
    #[cfg(test)]
    cases: cases::JSON,
};

/// Checks that members of a structure have different JSON names.
fn json(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let marked = context.graph.with::<JsonName>().iter();
    let containers: BTreeSet<_> = marked.map(|id| context.graph.container(*id)).collect();
    for shape in containers.into_iter().filter_map(|id| context.graph.element(id).as_shape()) {
        let mut names: BTreeMap<&str, Vec<&Member>> = BTreeMap::new();
        for member in shape.members.values() {
            let given = member.get::<JsonName>().map(JsonName::as_str);
            names.entry(given.unwrap_or_else(|| member.name())).or_default().push(member);
        }
        for (name, mut members) in names.into_iter().filter(|(_, members)| members.len() > 1) {
            members.sort_by_key(|member| member.name().to_owned());
            let all = members.iter().map(|member| member.name().to_owned()).collect();
            let message = ServiceFacts::SharedJsonName { name: name.to_owned(), members: List(all) };
            let mut error = Diagnostic::of(Severity::Error, "JsonName", message, shape.span).with_shape(&shape.id);
            for member in members {
                error = error.with_label(member.span, "this member has the same name");
            }
            found.push(error);
        }
    }
}

pub(super) const FLATTENED: Rule = Rule {
    events: &[event!("XmlFlattenedTrait")],
    check: flattened,
    #[cfg(test)]
    cases: cases::FLATTENED,
};

/// Reports XML names without effect.
fn flattened(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, span, .. } in context.with::<XmlFlattened>() {
        let Element::Member(_, member) = element else { continue };
        let target = context.shape(&member.target).filter(|shape| shape.kind == ShapeType::List);
        let Some(inner) = target.and_then(|list| list.members.get("member")) else { continue };
        let Some(name) = inner.get::<XmlName>().map(XmlName::as_str) else { continue };
        if member.has::<XmlName>() || member.name() == name {
            continue;
        }
        let message = ServiceFacts::FlattenedName {
            inner: inner.id.clone(),
            member: member.name().to_owned(),
            name: name.to_owned(),
        };
        let warning = Diagnostic::of(Severity::Warning, "XmlFlattenedTrait", message, span);
        found.push(warning.with_shape(&member.id).with_label(inner.span, "its name has no effect"));
    }
}

pub(super) const XML_NAMESPACES: Rule = Rule {
    events: &[event!("XmlNamespaceTrait")],
    check: xml_namespaces,
    #[cfg(test)]
    cases: cases::XML_NAMESPACES,
};

/// Checks that XML namespaces are URIs.
fn xml_namespaces(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value: XmlNamespace { uri, .. }, span, .. } in context.with::<XmlNamespace>() {
        if !is_uri(uri) {
            let shape = match element {
                Element::Shape(shape) => shape.into(),
                Element::Member(_, member) => TypedShape { shape_type: "member", shape: member.id.clone() },
            };
            let message = ServiceFacts::XmlNamespace { shape, uri: uri.to_string() };
            let error = Diagnostic::of(Severity::Error, "XmlNamespaceTrait", message, span);
            found.push(error.with_shape(element.id()));
        }
    }
}

/// Whether the text is a URI reference of RFC 2396: allowed characters, and a valid scheme before a colon.
fn is_uri(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte) || byte >= 0x80;
    let before = text.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme_fits = before.split_once(':').is_none_or(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    });
    scheme_fits && text.bytes().all(allowed)
}

pub(super) const MEDIA_TYPES: Rule = Rule {
    events: &[event!("MediaType")],
    check: media_types,
    #[cfg(test)]
    cases: cases::MEDIA_TYPES,
};

/// Checks media types (RFC 9110, section 8.3.1).
fn media_types(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value, span, .. } in context.with::<traits::MediaType>() {
        let text = value.as_str();
        if let Err(problem) = media_type(text) {
            let message = ServiceFacts::MediaType { value: text.to_owned(), problem };
            found.push(Diagnostic::of(Severity::Error, "MediaType", message, span).with_shape(element.id()));
        }
    }
}

/// `type/subtype; name=value; name="value"`
fn media_type(text: &str) -> Result<(), MediaTypeProblem> {
    let blank = [' ', '\t', '\r', '\n'];
    let rest = after_token(text).ok_or(MediaTypeProblem::NoToken)?;
    let subtype = rest.strip_prefix('/').ok_or(MediaTypeProblem::NoSlash)?;
    let mut rest = after_token(subtype).ok_or(MediaTypeProblem::NoToken)?.trim_start_matches(blank);
    while !rest.is_empty() {
        let name = rest.strip_prefix(';').ok_or(MediaTypeProblem::NoSemicolon)?;
        let after = after_token(name.trim_start_matches(blank)).ok_or(MediaTypeProblem::ParameterName)?;
        let value = after.strip_prefix('=').ok_or(MediaTypeProblem::NoValue)?;
        let after = match value.strip_prefix('"') {
            Some(quoted) => after_quote(quoted).ok_or(MediaTypeProblem::UnclosedQuote)?,
            None => after_token(value).ok_or(MediaTypeProblem::ParameterValue)?,
        };
        rest = after.trim_start_matches(blank);
    }
    Ok(())
}

/// The text after the token at its start, if there is one.
fn after_token(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c));
    (rest.len() < text.len()).then_some(rest)
}

/// The text after a quoted string, whose first quote was read.
fn after_quote(text: &str) -> Option<&str> {
    let mut characters = text.char_indices();
    loop {
        match characters.next()? {
            (at, '"') => return text.get(at + 1..),
            (_, '\\') => {
                characters.next()?;
            }
            _ => {}
        }
    }
}

pub(super) const UNITS: Rule = Rule {
    events: &[event!("UnitType")],
    check: units,
    #[cfg(test)]
    cases: cases::UNITS,
};

/// Reports references to the unit type, except those of members of unions and enums.
fn units(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let unit = context.graph.find(prelude::UNIT);
    for edge in unit.map(|id| context.graph.reverse_neighbours(id)).unwrap_or_default() {
        let Element::Member(container, member) = context.graph.element(edge.to) else { continue };
        if !matches!(container.kind, ShapeType::Union | ShapeType::Enum | ShapeType::IntEnum) {
            let message = ServiceFacts::UnitTarget { unit: prelude::UNIT };
            let error = Diagnostic::of(Severity::Error, "UnitType", message, member.span).with_shape(&member.id);
            found.push(error.with_help("target an empty structure instead"));
        }
    }
}

pub(super) const UNIONS: Rule = Rule {
    events: &[event!("Union")],
    check: unions,
    #[cfg(test)]
    cases: cases::UNIONS,
};

/// Checks that unions have members, and no defaults.
fn unions(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for shape in context.model.own_shapes().filter(|shape| shape.kind == ShapeType::Union) {
        if shape.members.is_empty() {
            let message = "Tagged unions must have one or more members";
            found.push(Diagnostic::of(Severity::Error, "Union", message, shape.span).with_shape(&shape.id));
        }
        for member in shape.members.values() {
            let default = |target: &Shape| target.get::<DefaultValue>().map(|default| default.0.to_json());
            if let Some(default) = context.shape(&member.target).and_then(default) {
                let message = ServiceFacts::UnionDefault { target: member.target.clone(), default };
                found.push(Diagnostic::of(Severity::Note, "Union", message, member.span).with_shape(&member.id));
            }
            if member.has::<Boxed>() {
                let message = "Invalid box trait found on a union member. The box trait on union members has no effect \
                               because union members are implicitly nullable.";
                found.push(Diagnostic::of(Severity::Warning, "Union", message, member.span).with_shape(&member.id));
            }
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const CONFLICTS: Cases = Cases {
        file: file!(),
        finds: &[r#"
structure S {
    name: String
//  ^^^^ error: ShapeIdConflict
    Name: String
//  ^^^^ error: ShapeIdConflict
}
"#],
        leaves: &[r#"
structure S {
    name: String
    names: String
}
"#],
    };

    pub(super) const JSON: Cases = Cases {
        file: file!(),
        finds: &[r#"
structure S {
//        ^ error: JsonName
    @jsonName("b")
    a: String
    b: String
}
"#],
        leaves: &[r#"
structure S {
    @jsonName("b")
    a: String
    @jsonName("a")
    b: String
}
"#],
    };

    pub(super) const FLATTENED: Cases = Cases {
        file: file!(),
        finds: &[r#"
structure S {
    @xmlFlattened
//   ^^^^^^^^^^^^ warning: XmlFlattenedTrait
    all: All
}
list All {
    @xmlName("Item")
    member: String
}
"#],
        leaves: &[r#"
structure S {
    @xmlFlattened
    all: All
}
list All {
    member: String
}
"#],
    };

    pub(super) const XML_NAMESPACES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@xmlNamespace(uri: "a b")
//            ^^^ error: XmlNamespaceTrait
structure S {}
"#],
        leaves: &[r#"
@xmlNamespace(uri: "urn:a")
structure S {}
"#],
    };

    pub(super) const MEDIA_TYPES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@mediaType("text")
//         ^^^^^^ error: MediaType
string S

@mediaType("text/plain;")
//         ^^^^^^^^^^^^^ error: MediaType
string T

@mediaType("text/{plain}")
//         ^^^^^^^^^^^^^^ error: MediaType
string U
"#],
        leaves: &[r#"
@mediaType("text/plain; charset=utf-8")
string S

@mediaType("text/plain ;a=\"b;\\\"\"; c=d")
string T
"#],
    };

    pub(super) const UNITS: Cases = Cases {
        file: file!(),
        finds: &[r#"
list L {
    member: Unit
//  ^^^^^^ error: UnitType
}
"#],
        leaves: &[r#"
union U {
    nothing: Unit
}
"#],
    };

    pub(super) const UNIONS: Cases = Cases {
        file: file!(),
        finds: &[r#"
union U {}
//    ^ error: Union
"#],
        leaves: &[r#"
union U {
    a: String
}
"#],
    };
}
