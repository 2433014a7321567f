//! XML: names without effect, and namespaces.

use super::context::{Applied, Context};
use crate::diagnostic::{Diagnostic, ServiceFacts, Severity, TypedShape};
use crate::model::ShapeType;
use crate::model::graph::Element;
use crate::rule::event;
use crate::traits::{XmlFlattened, XmlName, XmlNamespace};
use crate::validate::Rule;

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

/// Whether the text is a URI reference of RFC 2396, with IPv6 hosts (RFC 2732) and characters other than ASCII.
fn is_uri(text: &str) -> bool {
    let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
    let end = text.find(['/', '?']).unwrap_or(text.len());
    let (before, _) = text.split_at(end);
    let Some((scheme, _)) = before.split_once(':') else {
        return has_only(fragment, "[]") && is_hierarchical(text, fragment);
    };
    let rest = &text[scheme.len() + 1..];
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        && !rest.is_empty()
        && has_only(fragment, "[]")
        && if rest.starts_with('/') { is_hierarchical(rest, fragment) } else { has_only(rest, "/?[]") }
}

/// An authority, a path and a query.
fn is_hierarchical(text: &str, fragment: &str) -> bool {
    let (mut path, query) = text.split_once('?').unwrap_or((text, ""));
    if let Some(rest) = path.strip_prefix("//") {
        let (authority, after) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        if authority.is_empty() && after.is_empty() && query.is_empty() && fragment.is_empty() {
            return false;
        }
        if !is_authority(authority) {
            return false;
        }
        path = after;
    }
    has_only(path, "/") && has_only(query, "/?[]")
}

fn is_authority(text: &str) -> bool {
    let Some((user, host)) = text.split_once('[') else { return has_only(text, "") };
    let Some((address, port)) = host.split_once(']') else { return false };
    let (address, zone) = address.split_once('%').unwrap_or((address, ""));
    (user.is_empty() || user.ends_with('@') && has_only(user, ""))
        && address.parse::<std::net::Ipv6Addr>().is_ok()
        && zone.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && (port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.bytes().all(|b| b.is_ascii_digit())))
}

/// Whether the text has only characters that each part of a URI may contain, and these. A `%` precedes two digits.
fn has_only(text: &str, others: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().all(|(at, byte)| match byte {
        b'%' => bytes.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)),
        0x80.. => true,
        byte => byte.is_ascii_alphanumeric() || b"-._~:@!$&'()*+,;=".contains(byte) || others.as_bytes().contains(byte),
    })
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

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
}

#[cfg(test)]
mod tests {
    #[test]
    fn parts_of_uris_have_their_characters() {
        for text in [
            "",
            "urn:a",
            "urn:[x]",
            "http://[::1]",
            "http://u@[::1]:80/a?b#c",
            "http://a:b:c",
            "http:///x",
            "http://\u{e9}",
            "http://u@h:8080/?a=[b]#f",
            "mailto:a@b",
            "a/b:c",
            "../a",
            "?a",
            "#a",
            "%2F",
            "http://h?a/b?c",
        ] {
            assert!(super::is_uri(text), "{text}");
        }
        for text in [
            "http://[",
            "http://a b",
            "%zz",
            "%2",
            ":a",
            "1a:b",
            "a:",
            "http://a/[",
            "a#b#c",
            "http://",
            "a|b",
            "\"",
            "http://[::1]x",
            "http://[a]",
            "[a]",
            "http://u[::1]",
            "http://[::1]]",
        ] {
            assert!(!super::is_uri(text), "{text}");
        }
    }
}
