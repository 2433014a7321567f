//! Conversions to unions. Generated code and the comparison of APIs must agree on them.

use super::{Member, Type};

/// Members whose types are converted to the union: those that the model names, if one variant has them. A variant that
/// a union gains often has a plain type such as `String`, and must not take a conversion from users.
pub fn convertible<'m>(union: &str, members: &'m [Member]) -> impl Iterator<Item = &'m Member> {
    members.iter().filter(move |member| {
        let ty = member.ty.unboxed();
        let is_named = matches!(ty, Type::Named(name) if union != name);
        is_named && members.iter().filter(|other| other.ty.unboxed() == ty).count() == 1
    })
}
