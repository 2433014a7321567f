//! Inputs without defaults that the caller did not set.

use std::any::Any;

use crate::builder::MemberSet;
use crate::reflect::{Described, Description, Field, Fill, Reflect, Visitor};
use crate::schema::DefaultValue;

/// An input without the defaults of members that the caller did not set. The service sets the defaults of top-level
/// members, so that they can change (spec: `@default`).
pub(super) struct WithoutDefaults<'a> {
    pub(super) input: &'a dyn Reflect,
    /// Members that the caller set.
    pub(super) set: &'a MemberSet,
}

impl Described for WithoutDefaults<'_> {
    fn describe(&self) -> (Description, Option<&dyn Any>) {
        (Description::of(self.input.schema()), None)
    }
}

impl Reflect for WithoutDefaults<'_> {
    fn fields<'a>(&'a self, visitor: &mut Visitor<'_, 'a>) -> bool {
        let members = self.input.schema().members;
        self.input.fields(&mut Visitor::new(&mut |index, value| {
            let is_default = members.get(index).is_some_and(|member| {
                !member.required && !matches!(member.traits.default, None | Some(DefaultValue::Null))
            });
            (is_default && !self.set.contains(index)) || visitor.member(index, value)
        }))
    }

    fn field(&mut self, _: usize, _: Fill) -> Option<&mut dyn Field> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reflect::Value;
    use crate::schema::{Schema, prelude};
    use crate::{member, structure};

    static INPUT: Schema = Schema::structure(
        "example#Input",
        &[
            member!("page", prelude::INTEGER).default(DefaultValue::Integer(1)),
            member!("size", prelude::INTEGER).required().default(DefaultValue::Integer(10)),
            member!("name", prelude::STRING),
        ],
    );

    struct Input {
        page: i32,
        size: i32,
        name: Option<String>,
    }
    structure! { Input: INPUT { page, size, name } }

    #[test]
    fn defaults_that_the_caller_did_not_set_are_not_sent() {
        let mut input = Input::blank(Fill::VALUE);
        input.name = Some("n".to_owned());
        let names = |indices: &[usize]| {
            let mut set = MemberSet::default();
            for index in indices {
                set.insert(*index);
            }
            let chosen: &dyn Reflect = &WithoutDefaults { input: &input, set: &set };
            let mut names = Vec::new();
            chosen.each(&mut |index, _| {
                names.push(INPUT.members[index].name);
                true
            });
            names
        };
        assert_eq!(names(&[2]), ["size", "name"]);
        assert_eq!(names(&[0, 2]), ["page", "size", "name"]);
    }
}
