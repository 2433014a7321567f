//! State of a builder without the value: the members that are set, and the values that were rejected. Not generic, so
//! that it is compiled once for all structures.

use std::fmt;

use super::BuildError;
use super::set::MemberSet;
#[cfg(feature = "client-core")]
use crate::constraint::check;
use crate::constraint::{Constraint, Violation, Violations, check_built, check_member, pointer, record_unchecked};
use crate::reflect::{Ref, Reflect};
use crate::schema::{Kind, Member, Schema};
use crate::value::apply_default;

/// Handling of unknown enum values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Enums {
    /// They are violations.
    #[cfg(feature = "client-core")]
    Closed,
    /// They are accepted. The client decides whether it sends them.
    Open,
}

/// Set members and rejected values.
#[derive(Clone, Debug)]
pub(crate) struct State {
    schema: &'static Schema,
    pub(crate) set: MemberSet,
    refused: Vec<(usize, Violations)>,
}

impl State {
    /// Sets the defaults of a blank value. No member is set then.
    pub(super) fn with_defaults(value: &mut dyn Reflect) -> Self {
        apply_defaults(value);
        Self::new(value.schema())
    }

    fn new(schema: &'static Schema) -> Self {
        Self { schema, set: MemberSet::default(), refused: Vec::new() }
    }

    /// Records that a value of the member could not be converted.
    #[cold]
    pub(super) fn refuse(&mut self, index: usize, violations: Violations) {
        self.refuse_at(index, "", violations);
    }

    /// Records that the next element of a list could not be converted.
    #[cold]
    pub(super) fn refuse_element(&mut self, index: usize, list: Ref<'_>, violations: Violations) {
        let held = if let Ref::List(list) = list { list.len() } else { 0 };
        let refused = self.refused.iter().filter(|(member, _)| *member == index).count();
        self.refuse_at(index, &format!("/{}", held + refused), violations);
    }

    /// Records that an entry of a map could not be converted.
    #[cold]
    pub(super) fn refuse_entry(&mut self, index: usize, key: &str, violations: Violations) {
        self.refuse_at(index, &pointer(key), violations);
    }

    fn refuse_at(&mut self, index: usize, path: &str, violations: Violations) {
        let Some(member) = self.schema.members.get(index) else { return };
        let violations = violations.within(path).mapped_paths(|path| without_sensitive_keys(member.target, path));
        self.refused.push((index, violations.within(&format!("/{}", member.name))));
    }

    /// Records that a rejected value was replaced.
    #[inline]
    pub(super) fn forget(&mut self, index: usize) {
        if !self.refused.is_empty() {
            self.refused.retain(|(member, _)| *member != index);
        }
    }

    /// Records that a blank member is not set, and sets it to its default.
    pub(super) fn unset(&mut self, value: &mut dyn Reflect, index: usize) {
        self.set.remove(index);
        self.forget(index);
        if !matches!(value.get(index), Ref::Absent) {
            apply_default(value, index);
        }
    }

    /// Removes all rejected values.
    #[cfg(feature = "client-core")]
    pub(crate) fn clear(&mut self) {
        *self = Self::new(self.schema);
    }

    /// Whether a value is complete and valid. Values that enums do not list are valid.
    pub(super) fn checked(&self, value: &dyn Reflect) -> Result<(), BuildError> {
        let violations = self.violations(value, Enums::Open);
        if violations.is_empty() { Ok(()) } else { Err(BuildError::new(self.schema, violations)) }
    }

    /// Writes the members that are set, without their values.
    pub(super) fn debug(&self, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let set = self.schema.members.iter().enumerate().filter(|(index, _)| self.set.contains(*index));
        f.write_str(name)?;
        f.debug_set().entries(set.map(|(_, member)| member.name)).finish()
    }

    /// Returns missing members in order, followed by violations in order.
    pub(crate) fn violations(&self, value: &dyn Reflect, enums: Enums) -> Violations {
        let members = self.schema.members;
        let mut missing = Violations::default();
        if self.schema.sets.required {
            for (index, member) in members.iter().enumerate() {
                if member.required && member.traits.default.is_none() && !self.set.contains(index) {
                    missing.push(Violation::new(Constraint::Required).in_member(member.name));
                }
            }
        }
        let mut found = Violations::default();
        if self.refused.is_empty() {
            match enums {
                #[cfg(feature = "client-core")]
                Enums::Closed => check(value, &mut found),
                // Types do not hold the values of enums.
                Enums::Open => {
                    check_built(value, &mut found);
                    if !found.is_empty() {
                        found = found.without_enums();
                    }
                }
            }
        } else {
            for (index, member) in members.iter().enumerate() {
                self.member_violations((index, member), value.get(index), enums, &mut found);
            }
        }
        missing.joined(found)
    }

    /// Returns the violations of a member. A rejected member has only those of its conversion, because its value was
    /// not stored.
    fn member_violations(
        &self,
        (index, member): (usize, &'static Member),
        value: Ref<'_>,
        enums: Enums,
        found: &mut Violations,
    ) {
        let refused: Vec<&Violations> =
            self.refused.iter().filter(|(at, _)| *at == index).map(|(_, violations)| violations).collect();
        for violations in &refused {
            found.append((*violations).clone());
        }
        if refused.is_empty() {
            let mut own = Violations::default();
            check_member(member, value, &mut own);
            found.append(if enums == Enums::Open { own.without_enums() } else { own });
        }
    }
}

/// Path of a rejected value in lists and maps, with `*` for sensitive keys.
fn without_sensitive_keys(mut schema: &'static Schema, path: &str) -> String {
    let mut shown = String::new();
    for segment in path.split('/').skip(1) {
        let key_is_sensitive = schema.kind == Kind::Map && schema.members.first().is_some_and(Member::is_sensitive);
        shown.push('/');
        shown.push_str(if key_is_sensitive { "*" } else { segment });
        if let (Kind::List | Kind::Map, Some(inner)) = (schema.kind, schema.members.last()) {
            schema = inner.target;
        }
    }
    shown
}

/// Sets members that cannot be absent to their defaults. Optional members stay absent, because the receiver applies
/// their defaults.
pub(super) fn apply_defaults(value: &mut dyn Reflect) {
    if !value.schema().sets.defaults {
        return;
    }
    let mut present = MemberSet::default();
    value.each(&mut |index, _| {
        present.insert(index);
        true
    });
    for index in 0..value.schema().members.len() {
        if present.contains(index) {
            apply_default(value, index);
        }
    }
}

/// Records that users get a structure with blank members that its types do not permit, if it has such members.
pub(super) fn record_blanks(value: &dyn Reflect) {
    let schema = value.schema();
    if !schema.sets.required {
        return;
    }
    let is_blank = |(index, member): (usize, &Member)| {
        member.required
            && member.traits.default.is_none()
            && member.target.constrained
            && !matches!(value.get(index), Ref::Absent)
    };
    if schema.members.iter().enumerate().any(is_blank) {
        record_unchecked();
    }
}

/// Records that users get a structure whose constraints are not checked, if it has some.
pub(super) fn record_constraints(value: &dyn Reflect) {
    if value.schema().members.iter().any(|member| member.target.constrained) {
        record_unchecked();
    }
}
