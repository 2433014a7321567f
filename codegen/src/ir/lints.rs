//! Lints of Clippy that generated types would fail.

use std::collections::BTreeSet;

use super::{Body, DefinedIn, Member, Module, Names, Type};

/// Maximum complexity of a type that Clippy does not report.
const MAX_COMPLEXITY: usize = 250;

impl Module {
    /// Whether a union may have a variant that is much larger than the others, of which clippy warns: a structure with
    /// many members, or with a structure in it, or a type of the user. Clippy's limit is 200 bytes, and members have up
    /// to 40.
    pub fn has_lopsided_unions(&self) -> bool {
        let is_nested = |member: &Member| match &member.ty {
            Type::Named(_) | Type::Custom(_) => true,
            Type::Option(inner) | Type::Nullable(inner) => matches!(**inner, Type::Named(_) | Type::Custom(_)),
            _ => false,
        };
        let large = self.definitions.iter().filter_map(|definition| match &definition.body {
            Body::Structure { name, members, .. } => {
                (members.len() > 5 || members.iter().any(is_nested)).then_some(name)
            }
            _ => None,
        });
        let large: BTreeSet<&String> = large.collect();
        self.definitions.iter().any(|definition| match &definition.body {
            Body::Union { members, .. } => members.iter().any(|member| match &member.ty {
                Type::Named(name) => large.contains(name),
                Type::Custom(_) => true,
                _ => false,
            }),
            _ => false,
        })
    }

    /// Whether Clippy finds the type of a field, or what an accessor returns, too complex.
    pub fn has_complex_types(&self) -> bool {
        // Accessors return references, which add less than a type.
        let most = MAX_COMPLEXITY - usize::from(self.names == Names::AwsSdk);
        let of_member = |member: &Member| {
            complexity(&member.ty, if member.optional { 2 } else { 1 }) + if member.optional { WEIGHT } else { 0 }
        };
        // `Result<&T, &Self>`
        let of_variant = |member: &Member| {
            let reference = 2;
            WEIGHT + (reference + complexity(&member.ty, 2)) + (reference + WEIGHT * 2)
        };
        let here = self.definitions.iter().filter(|definition| definition.defined_in == DefinedIn::Here);
        let mut complexities = here.flat_map(|definition| match &definition.body {
            Body::Union { members, .. } if self.names == Names::AwsSdk => members.iter().map(of_variant).collect(),
            Body::Structure { members, .. } | Body::Union { members, .. } => members.iter().map(of_member).collect(),
            Body::Newtype { inner, .. } => vec![complexity(inner, 1)],
            Body::StringEnum { .. } | Body::IntEnum { .. } | Body::Plain { .. } => Vec::new(),
        });
        complexities.any(|complexity| complexity > most)
    }
}

/// Clippy's complexity of a type, multiplied by its level of nesting.
const WEIGHT: usize = 10;

/// The complexity of a type at this level, as Clippy counts it.
fn complexity(ty: &Type, level: usize) -> usize {
    let inner = match ty {
        Type::Option(inner)
        | Type::Nullable(inner)
        | Type::Boxed(inner)
        | Type::List(inner)
        | Type::EventStream(inner) => complexity(inner, level + 1),
        Type::Map(entries) => complexity(&entries.0, level + 1) + complexity(&entries.1, level + 1),
        // The type of the user is in the runtime's.
        Type::Custom(_) => WEIGHT * (level + 1),
        _ => 0,
    };
    WEIGHT * level + inner
}

#[cfg(test)]
mod tests {
    use super::complexity;
    use crate::ir::Type;

    /// `levels` lists of a string.
    fn lists(levels: usize) -> Type {
        (0..levels).fold(Type::String, |element, _| Type::List(Box::new(element)))
    }

    #[test]
    fn a_nullable_list_is_more_complex_than_a_list() {
        // 20 + 30 + … + 60, in an `Option`, which is at level 1.
        assert_eq!(complexity(&lists(4), 2), 200);
        assert_eq!(complexity(&Type::Nullable(Box::new(lists(4))), 2), 20 + 30 + 40 + 50 + 60 + 70);
        let map = Type::Map(Box::new((Type::String, lists(2))));
        assert_eq!(complexity(&map, 1), 10 + 20 + 20 + 30 + 40);
    }
}
