//! Calls: builders of an operation's input with a client as their context.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;

use super::customize::Customized;
use super::error::Error;
use super::exchange::exchange;
use super::pages::Pages;
use super::waiter::{self, WaitSettings, Waited, Waiter};
use super::{Client, checksum};
use crate::builder::{Builder, Content, Enums, MemberSet};
use crate::operation::Operation;
use crate::reflect::{Fill, Reflect, Slot};
use crate::streaming;

/// Context of an input builder that belongs to a call of the operation `O`.
pub struct Call<O> {
    client: Client,
    operation: PhantomData<fn() -> O>,
}

impl<O> Call<O> {
    pub(super) fn client(&self) -> &Client {
        &self.client
    }

    pub(super) fn set_client(&mut self, client: Client) {
        self.client = client;
    }
}

impl<O> Clone for Call<O> {
    fn clone(&self) -> Self {
        Self { client: self.client.clone(), operation: PhantomData }
    }
}

impl<O> fmt::Debug for Call<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

/// Builder of an operation's input that belongs to a call.
pub type CallBuilder<O> = Builder<<O as Operation>::Input, Call<O>>;

/// Client, complete and valid input, and the members that were set.
pub(super) type Ready<O> = (Client, <O as Operation>::Input, MemberSet);

impl<O: Operation> Builder<O::Input, Call<O>> {
    /// Creates a call without values.
    pub fn call(client: &Client) -> Self {
        Self::new(Call { client: client.clone(), operation: PhantomData })
    }

    /// Replaces all members by those of an input.
    pub fn with_input(mut self, input: O::Input) -> Self {
        let Content { value, state } = &mut *self.content;
        state.clear();
        insert_present(&input, &mut state.set);
        *value = input;
        self
    }

    /// Sets the members with these names by reflection.
    #[cfg(feature = "conformance")]
    pub(crate) fn fill<E>(
        &mut self,
        names: &[&str],
        fill: impl FnOnce(&mut dyn Reflect) -> Result<(), E>,
    ) -> Result<(), E> {
        for (index, member) in O::schema().input.members.iter().enumerate() {
            if names.contains(&member.name) {
                self.content.state.set.insert(index);
            }
        }
        fill(&mut self.content.value)
    }

    /// Returns the input, if it is complete and valid.
    pub(super) fn finish(mut self) -> Result<Ready<O>, Error<O::Error>> {
        let Client(client) = &self.context.client;
        let Content { value, state } = &mut *self.content;
        client.customization.fill_input(value, &mut state.set);
        checksum::ask(&client.config, O::schema(), value, &mut state.set);
        fill_token(value, &mut state.set, &*client.config.tokens);
        let enums = if client.config.unlisted_enum_values { Enums::Open } else { Enums::Closed };
        let violations = state.violations(value, enums);
        if violations.is_empty() {
            let Content { value, state } = *self.content;
            Ok((self.context.client, value, state.set))
        } else {
            Err(Error::Invalid { operation: Some(O::schema().name), violations })
        }
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service returned
    /// an error.
    pub async fn send(self) -> Result<O::Output, Error<O::Error>> {
        let (client, mut input, set) = self.finish()?;
        exchange::<O>(&client, &mut input, &set).await.map(|response| response.output)
    }

    /// Returns the call to change its time limit, attempts, region or headers, or to sign it without sending it.
    pub fn customize(self) -> Customized<O> {
        Customized::new(self)
    }

    /// Returns a paginator that starts with the page that this call requests.
    pub fn paginate(self) -> Pages<O>
    where
        O::Input: Clone,
    {
        Pages::new(self)
    }

    /// Repeats the call until the waiter reaches a final state. The settings are [`WaitSettings`], or their time
    /// limit.
    ///
    /// # Errors
    /// If the waiter fails or times out, or a call fails with an error that it does not expect.
    pub async fn wait(self, waiter: &'static Waiter, settings: impl Into<WaitSettings>) -> Waited<O> {
        waiter::wait(self, waiter, settings.into()).await
    }
}

/// Future of a call that is awaited without `send`.
pub type Sending<T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send>>;

/// Sends the request, as [`send`](Builder::send) does.
impl<O: Operation> IntoFuture for Builder<O::Input, Call<O>> {
    type Output = Result<O::Output, Error<O::Error>>;
    type IntoFuture = Sending<O::Output, Error<O::Error>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

/// Inserts the members that have values, and the stream.
fn insert_present(input: &dyn Reflect, set: &mut MemberSet) {
    input.each(&mut |index, _| {
        set.insert(index);
        true
    });
    // Reflection does not visit streams.
    if let Some(index) = input.schema().members.iter().position(streaming::is_stream) {
        set.insert(index);
    }
}

/// Sets idempotency tokens that are not set (spec: `@idempotencyToken`).
fn fill_token(input: &mut dyn Reflect, set: &mut MemberSet, token: &dyn Fn() -> String) {
    for (index, member) in input.schema().members.iter().enumerate() {
        if member.traits.idempotency_token
            && !set.contains(index)
            && let Slot::Str(place) = input.slot(index, Fill::VALUE)
        {
            *place = token();
            set.insert(index);
        }
    }
}
