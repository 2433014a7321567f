//! An input as it is sent.

use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{DefaultValue, Schema};

/// An input without the defaults that its caller did not ask for: at the top of an input, they are the service's to fill in
/// (spec: `@default`), so that it may change them.
pub(super) struct Sent<'a> {
    pub(super) input: &'a dyn Reflect,
    /// Which members the caller gave.
    pub(super) given: &'a [bool],
}

impl Reflect for Sent<'_> {
    fn schema(&self) -> &'static Schema {
        self.input.schema()
    }

    fn each<'a>(&'a self, visit: &mut dyn FnMut(usize, Ref<'a>) -> bool) {
        let members = self.schema().members;
        self.input.each(&mut |index, value| {
            let given = self.given.get(index).copied().unwrap_or(true);
            let is_default = members
                .get(index)
                .is_some_and(|member| !member.required && !matches!(member.default, None | Some(DefaultValue::Null)));
            (is_default && !given) || visit(index, value)
        });
    }

    fn slot(&mut self, _: usize, _: Fill) -> Slot<'_> {
        Slot::Ignore
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reflect::Value;
    use crate::schema::prelude;
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
    structure! { Input, INPUT, page = 0, size = 1, name = 2 }

    #[test]
    fn defaults_that_nobody_asked_for_are_not_sent() {
        let mut input = Input::blank(Fill(()));
        input.name = Some("n".to_owned());
        let names = |given: &[bool]| {
            let sent = Sent { input: &input, given };
            let mut names = Vec::new();
            sent.each(&mut |index, _| {
                names.push(INPUT.members[index].name);
                true
            });
            names
        };
        assert_eq!(names(&[false, false, true]), ["size", "name"]);
        assert_eq!(names(&[true, false, true]), ["page", "size", "name"]);
    }
}
