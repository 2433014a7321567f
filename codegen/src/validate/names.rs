//! Names that shapes or members share: IDs, apart from case, and names in JSON.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use crate::diagnostic::{Details, Diagnostic, List, ServiceFacts, Severity};
use crate::model::{Member, ShapeId};
use crate::rule::event;
use crate::source::Span;
use crate::traits::JsonName;
use crate::validate::Rule;

pub(super) const CONFLICTS: Rule = Rule {
    events: &[event!("ShapeIdConflict")],
    check: conflicts,
    #[cfg(test)]
    cases: cases::CONFLICTS,
};

/// Checks that shape IDs, and names of members in a shape, differ in more than case.
fn conflicts(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if may_conflict(context.model.iter().map(|shape| shape.id.as_str())) {
        conflicting(context.model.iter().map(|shape| (&shape.id, shape.span)), found);
    }
    for shape in context.model.own_shapes().filter(|shape| shape.members.len() > 1) {
        if may_conflict(shape.members.keys().map(|name| &**name)) {
            conflicting(shape.members.values().map(|member| (&member.id, member.span)), found);
        }
    }
}

/// Whether names may differ only in case. Conflicts are rare, and comparing hashes first avoids an allocation per name.
pub(super) fn may_conflict<'m>(names: impl Iterator<Item = &'m str>) -> bool {
    let mut hashes: Vec<u64> = names.map(lowercase_hash).collect();
    hashes.sort_unstable();
    hashes.windows(2).any(|pair| pair.first() == pair.get(1))
}

fn conflicting<'m>(ids: impl Iterator<Item = (&'m ShapeId, Span)>, found: &mut Vec<Diagnostic>) {
    let mut groups: BTreeMap<String, Vec<(&ShapeId, Span)>> = BTreeMap::new();
    for (id, span) in ids {
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
}
