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
