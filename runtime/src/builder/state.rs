//! What a builder knows besides the value: which members are set, and which values were refused. Compiled once for all structures.

use super::FILL;
use super::set::MemberSet;
use crate::constraint::{Constraint, Violation, Violations, check, check_member, pointer};
use crate::reflect::{Ref, Reflect, Value};
use crate::schema::{Kind, Member, Schema};
use crate::value::{apply_default, fill_default};

/// Whether enum values that the model does not list are violations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Enums {
    /// They are: for values that are sent.
    #[cfg(feature = "client")]
    Closed,
    /// Values from `or_unknown` pass: whether they may be sent is the client's setting.
    Open,
}

/// Set members and refused values.
#[derive(Clone, Debug)]
pub struct State {
    schema: &'static Schema,
    pub(crate) set: MemberSet,
    refused: Vec<(usize, Violations)>,
}

impl State {
    /// No member is set.
    pub(super) fn new(schema: &'static Schema) -> Self {
        Self { schema, set: MemberSet::default(), refused: Vec::new() }
    }

    /// Takes note that a value of the member could not be converted.
    #[cold]
    pub(super) fn refuse(&mut self, index: usize, violations: Violations) {
        self.refuse_at(index, "", violations);
    }

    /// The same for the next element of a list.
    #[cold]
    pub(super) fn refuse_element(&mut self, index: usize, list: Ref<'_>, violations: Violations) {
        let held = if let Ref::List(list) = list { list.len() } else { 0 };
        let refused = self.refused.iter().filter(|(member, _)| *member == index).count();
        self.refuse_at(index, &format!("/{}", held + refused), violations);
    }

    /// The same for an entry of a map.
    #[cold]
    pub(super) fn refuse_entry(&mut self, index: usize, key: &str, violations: Violations) {
        self.refuse_at(index, &pointer(key), violations);
    }

    fn refuse_at(&mut self, index: usize, path: &str, violations: Violations) {
        let Some(member) = self.schema.members.get(index) else { return };
        let violations = violations.within(path).mapped_paths(|path| without_sensitive_keys(member.target, path));
        self.refused.push((index, violations.within(&format!("/{}", member.name))));
    }

    /// Takes note that a refused value was replaced.
    pub(super) fn forget(&mut self, index: usize) {
        if !self.refused.is_empty() {
            self.refused.retain(|(member, _)| *member != index);
        }
    }

    /// Takes note that a blank member is not set, and gives it its default.
    pub(super) fn unset(&mut self, place: &mut impl Value, index: usize) {
        self.set.remove(index);
        self.forget(index);
        if !matches!(place.get(), Ref::Absent)
            && let Some(default) = self.schema.members.get(index).and_then(|member| member.default)
        {
            fill_default(place.slot(FILL), default);
        }
    }

    /// Forgets all refused values.
    #[cfg(feature = "client")]
    pub(crate) fn clear(&mut self) {
        *self = Self::new(self.schema);
    }

    /// What is missing, in the order of members, and then what is invalid, in the order of members.
    pub(crate) fn violations(&self, value: &dyn Reflect, enums: Enums) -> Violations {
        let members = value.schema().members;
        let mut missing = Violations::default();
        for (index, member) in members.iter().enumerate() {
            if member.required && member.default.is_none() && !self.set.contains(index) {
                missing.push(Violation::new(Constraint::Required).in_member(member.name));
            }
        }
        let mut found = Violations::default();
        if self.refused.is_empty() {
            check(value, &mut found);
            if enums == Enums::Open {
                found = found.without_enums();
            }
        } else {
            for (index, member) in members.iter().enumerate() {
                self.member_violations((index, member), value.get(index), enums, &mut found);
            }
        }
        missing.joined(found)
    }

    /// Violations of a refused member are those of the conversion: what it holds is not what it was given.
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

/// The path of a value that was refused within lists and maps, with `*` for sensitive keys.
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

/// Gives members that cannot be absent their defaults. Optional members stay absent: their default is the receiver's to fill in.
pub(super) fn apply_defaults(value: &mut dyn Reflect) {
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
