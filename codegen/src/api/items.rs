//! Items that code can refer to, by their paths. Additions, removals and changes result from comparing two lists.

mod sides;
mod types;

use std::collections::BTreeMap;

use super::{Audience, Change, ChangeKind, Context, Level, Levels};
use crate::diagnostic::ApiFacts;
use crate::ir::{Docs, Module, Openness, Presence, Type};

/// Effect of adding the item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Growth {
    /// Existing code compiles.
    Compatible,
    /// Code that lists all items of this kind no longer compiles: methods of traits, members of exhaustive types.
    Breaking,
}

/// An item.
#[derive(Clone, Debug)]
struct Item {
    /// Its kind, such as `field`.
    what: &'static str,
    /// Type or signature, as text.
    signature: String,
    /// The element of the model from which it is generated.
    origin: String,
    /// The shape, operation, member or value whose name in Rust it has. Empty for other items.
    stands_for: String,
    users: Levels,
    growth: Growth,
    is_deprecated: bool,
}

/// The public API of a module.
#[derive(Debug, Default)]
pub(super) struct Surface {
    items: BTreeMap<String, Item>,
    /// Variants of enums that implement `Ord`, in their order.
    orders: BTreeMap<String, (String, Vec<String>)>,
    users: Levels,
    openness: Openness,
}

impl Surface {
    /// Collects the API of a module.
    pub(super) fn of(module: &Module) -> Self {
        let users = module.audiences().without(Audience::Stored);
        let mut surface = Self { users, openness: module.openness, ..Self::default() };
        for definition in &module.definitions {
            surface.definition(definition);
        }
        surface.sides(module);
        surface
    }

    /// Adds an item that all users of the module can use.
    fn add(&mut self, path: String, what: &'static str, signature: impl Into<String>, origin: &str) -> &mut Item {
        let (users, growth) = (self.users, Growth::Compatible);
        let (signature, origin, stands_for) = (signature.into(), origin.to_owned(), String::new());
        let item = Item { what, signature, origin, stands_for, users, growth, is_deprecated: false };
        self.items.remove(&path);
        self.items.entry(path).or_insert(item)
    }

    /// How members of open types grow.
    fn growth(&self) -> Growth {
        match self.openness {
            Openness::NonExhaustive => Growth::Compatible,
            Openness::Exhaustive => Growth::Breaking,
        }
    }
}

impl Item {
    fn deprecated(&mut self, docs: &Docs) -> &mut Self {
        self.is_deprecated = docs.deprecated.is_some();
        self
    }

    fn standing_for(&mut self, name: impl Into<String>) -> &mut Self {
        self.stands_for = name.into();
        self
    }

    fn growing(&mut self, growth: Growth) -> &mut Self {
        self.growth = growth;
        self
    }

    fn for_only(&mut self, audience: Audience) -> &mut Self {
        self.users = Levels::of(&[audience], Level::Patch);
        self
    }
}

/// The text of a feature that an item needs.
fn gate(presence: Presence, feature: &str) -> String {
    if presence == Presence::Gated { format!(" with feature {feature}") } else { String::new() }
}

/// The parent of an item: the type of an implementation, or the path without its last part.
fn parent(path: &str) -> Option<&str> {
    path.split_once(": ").or_else(|| path.rsplit_once("::")).map(|(parent, _)| parent)
}

/// Compares two APIs.
pub(super) fn compare(context: &Context, old: &Surface, new: &Surface) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |item: &Item, level: Level, facts: ApiFacts| {
        changes.push(context.change(ChangeKind::Api, &item.origin, facts, item.users.at(level)));
    };
    for (path, item) in &old.items {
        match new.items.get(path) {
            // Children of a removed item are not listed.
            None if parent(path).is_some_and(|parent| lost(parent, old, new)) => {}
            None => add(item, Level::Major, ApiFacts::RemovedItem { what: item.what, path: path.clone() }),
            Some(now) if now.what != item.what => {
                let facts = ApiFacts::ReplacedItem { path: path.clone(), old: item.what, new: now.what };
                add(now, Level::Major, facts);
            }
            // Code that uses the name may compile, and means something else.
            Some(now) if now.stands_for != item.stands_for && has_moved(path, item, new) => {
                let (old, new) = (item.stands_for.clone(), now.stands_for.clone());
                add(now, Level::Major, ApiFacts::ReboundItem { what: item.what, path: path.clone(), old, new });
            }
            Some(now) if now.signature != item.signature => {
                let (old, new) = (item.signature.clone(), now.signature.clone());
                add(now, Level::Major, ApiFacts::ChangedItem { what: item.what, path: path.clone(), old, new });
            }
            Some(now) if now.is_deprecated && !item.is_deprecated => {
                add(now, Level::Minor, ApiFacts::DeprecatedItem { what: item.what, path: path.clone() });
            }
            Some(_) => {}
        }
    }
    for (path, item) in &new.items {
        if old.items.contains_key(path) || parent(path).is_some_and(|parent| lost(parent, new, old)) {
            continue;
        }
        let level = if item.growth == Growth::Breaking { Level::Major } else { Level::Minor };
        add(item, level, ApiFacts::AddedItem { what: item.what, path: path.clone() });
    }
    for (path, (origin, before)) in &old.orders {
        let Some((_, after)) = new.orders.get(path) else { continue };
        let kept = |list: &'_ [String], other: &[String]| -> Vec<String> {
            list.iter().filter(|name| other.contains(name)).cloned().collect()
        };
        if kept(before, after) != kept(after, before) {
            let facts = ApiFacts::ReorderedVariants { path: path.clone() };
            changes.push(context.change(ChangeKind::Api, origin, facts, old.users.at(Level::Major)));
        }
    }
    changes
}

/// Whether what the item stands for has another name beside it.
fn has_moved(path: &str, item: &Item, new: &Surface) -> bool {
    let Some(parent) = parent(path).filter(|_| !item.stands_for.is_empty()) else { return false };
    let siblings = new.items.range(format!("{parent}::")..).take_while(|(other, _)| other.starts_with(parent));
    let mut named = siblings.filter(|(other, now)| now.what == item.what && self::parent(other) == Some(parent));
    named.any(|(_, now)| now.stands_for == item.stands_for)
}

/// Whether an item is in the first API only.
fn lost(path: &str, from: &Surface, other: &Surface) -> bool {
    from.items.contains_key(path) && !other.items.contains_key(path)
}

/// A type as in `types`.
fn type_text(ty: &Type) -> String {
    match ty {
        Type::Bool => "bool".to_owned(),
        Type::I8 => "i8".to_owned(),
        Type::I16 => "i16".to_owned(),
        Type::I32 => "i32".to_owned(),
        Type::I64 => "i64".to_owned(),
        Type::F32 => "f32".to_owned(),
        Type::F64 => "f64".to_owned(),
        Type::Unit => "Unit".to_owned(),
        Type::Named(name) => name.clone(),
        Type::Custom(path) => format!("Custom<{path}>"),
        Type::EventStream(events) => format!("EventStream<{}>", type_text(events)),
        Type::Option(inner) => format!("Option<{}>", type_text(inner)),
        Type::Nullable(inner) => format!("Nullable<{}>", type_text(inner)),
        Type::Boxed(inner) => format!("Box<{}>", type_text(inner)),
        Type::List(element) => format!("Vec<{}>", type_text(element)),
        Type::Map(entries) => format!("BTreeMap<{}, {}>", type_text(&entries.0), type_text(&entries.1)),
        Type::BigInteger
        | Type::BigDecimal
        | Type::String
        | Type::Blob
        | Type::Timestamp
        | Type::Document
        | Type::ByteStream => format!("{ty:?}"),
    }
}
