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
