//! A call that is being built.

use std::time::Duration;

use super::error::Error;
use super::exchange::exchange;
use super::pages::Pages;
use super::waiter::{self, Waited, Waiter};
use super::{Client, customizations};
use crate::constraint::{Constraint, Violation, Violations, check};
use crate::operation::Operation;
use crate::reflect::{Fill, Ref, Reflect, Slot, Value};
use crate::streaming;

/// What setters take for a member: anything that can be converted to its type, also where the conversion may find a constraint
/// violated. What was wrong is said when the call is sent.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be converted to `{T}`, the type of this member")]
pub trait Given<T> {
    /// The member's value.
    ///
    /// # Errors
    /// When it violates the model.
    fn convert(self) -> Result<T, Violation>;
}

impl<T, V: TryInto<T, Error: Into<Violation>>> Given<T> for V {
    fn convert(self) -> Result<T, Violation> {
        self.try_into().map_err(Into::into)
    }
}

/// A call that is being built: the input so far, which members were given, and what was wrong with them. Generated setters
/// fill it.
pub struct Call<O: Operation> {
    client: Client,
    input: O::Input,
    given: Vec<bool>,
    violations: Violations,
}

/// A client, an input that is complete and valid, and which of its members were given.
pub(super) type Ready<O> = (Client, <O as Operation>::Input, Box<[bool]>);

impl<O: Operation> Call<O> {
    /// A call without any member given.
    pub fn new(client: &Client) -> Self {
        let mut input = O::Input::blank(Fill(()));
        crate::value::apply_defaults(&mut input);
        let given = vec![false; input.schema().members.len()];
        Self { client: client.clone(), input, given, violations: Violations::default() }
    }

    /// Gives the member of this name a value; one that violates the model is refused when the call is sent.
    #[must_use]
    pub fn set<T, P: From<T>>(
        mut self,
        member: &str,
        value: impl Given<T>,
        place: impl FnOnce(&mut O::Input) -> &mut P,
    ) -> Self {
        let members = self.input.schema().members.iter().zip(&mut self.given);
        if let Some((_, given)) = members.into_iter().find(|(known, _)| known.name == member) {
            *given = true;
        }
        match value.convert() {
            Ok(value) => *place(&mut self.input) = value.into(),
            Err(violation) => self.violations.push(violation.in_member(member)),
        }
        self
    }

    /// Gives all members the values of an input, in the place of what was given before.
    #[must_use]
    pub fn with_input(mut self, mut input: O::Input) -> Self {
        let members = input.schema().members;
        self.given = (0..members.len()).map(|index| !matches!(Reflect::get(&input, index), Ref::Absent)).collect();
        // Streams are not seen by reflection.
        if input.stream(Fill(())).is_some() {
            let is_stream = members.iter().map(streaming::is_stream);
            self.given.iter_mut().zip(is_stream).for_each(|(given, is_stream)| *given |= is_stream);
        }
        self.violations = Violations::default();
        self.input = input;
        self
    }

    /// Fills the input by reflection, the members of these names.
    #[cfg(feature = "conformance")]
    pub(crate) fn fill(
        &mut self,
        names: &[&str],
        fill: impl FnOnce(&mut dyn Reflect) -> Result<(), String>,
    ) -> Result<(), String> {
        for (member, given) in self.input.schema().members.iter().zip(&mut self.given) {
            *given |= names.contains(&member.name);
        }
        fill(&mut self.input)
    }

    /// The input, when it is complete and valid.
    pub(super) fn finish(mut self) -> Result<Ready<O>, Error<O::Error>> {
        let input: &mut dyn Reflect = &mut self.input;
        customizations::fill(self.client.0.service, input, &mut self.given);
        for ((index, member), given) in input.schema().members.iter().enumerate().zip(&mut self.given) {
            if member.idempotency_token && !*given {
                if let Slot::Str(place) = input.slot(index, Fill(())) {
                    *place = (self.client.0.config.tokens)();
                    *given = true;
                }
            } else if member.required && !*given && member.default.is_none() {
                self.violations.push(Violation::new(Constraint::Required).in_member(member.name));
            }
        }
        let mut found = Violations::default();
        check(&self.input, &mut found);
        if self.client.0.config.unlisted_enum_values {
            found = found.without_enums();
        }
        let violations = self.violations.joined(found);
        if violations.is_empty() {
            Ok((self.client, self.input, self.given.into()))
        } else {
            Err(Error::Invalid(violations))
        }
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// Whatever kept the output from coming.
    pub async fn send(self) -> Result<O::Output, Error<O::Error>> {
        let (client, mut input, given) = self.finish()?;
        exchange::<O>(&client, &mut input, &given).await
    }

    /// Follows the pages from here on.
    pub fn paginate(self) -> Pages<O>
    where
        O: Operation<Input: Clone>,
    {
        Pages::new(self)
    }

    /// Calls until the waiter has what it looks for.
    ///
    /// # Errors
    /// When what is waited for can no longer come about, or does not in time, or the call fails with another error.
    pub async fn wait(self, waiter: &'static Waiter, max_wait: Duration) -> Waited<O> {
        waiter::wait(self, waiter, max_wait).await
    }
}

impl<O: Operation> std::fmt::Debug for Call<O> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let input: &dyn Reflect = &self.input;
        let members = input.schema().members.iter().enumerate();
        let given = members.filter(|(index, _)| !matches!(input.get(*index), Ref::Absent));
        f.debug_list().entries(given.map(|(_, member)| member.name)).finish()
    }
}
