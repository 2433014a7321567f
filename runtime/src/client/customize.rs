//! Customized calls.

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http::header::{HeaderName, HeaderValue};

use super::call::CallBuilder;
use super::config::Config;
use super::error::Error;
use super::exchange::exchange;
use super::pages::Pages;
use super::response::Response;
use super::waiter::{self, WaitSettings, Waited, Waiter};
use super::{Client, Shared};
use crate::operation::Operation;

/// A call with settings that override those of its client.
///
/// ```
/// use std::time::Duration;
/// use whitesmith_runtime::client::{Customized, Error};
/// use whitesmith_runtime::operation::Operation;
///
/// // `call` is the result of `client.get_order().id("o-1").customize()`, for example.
/// async fn once<O: Operation>(call: Customized<O>) -> Result<O::Output, Error<O::Error>> {
///     call.timeout(Duration::from_secs(2)).attempts(1).header("x-trace", "17").send().await
/// }
/// ```
#[must_use = "a call does nothing until it is sent"]
pub struct Customized<O: Operation> {
    call: CallBuilder<O>,
    pub(super) config: Config,
}

impl<O: Operation> Customized<O> {
    pub(super) fn new(call: CallBuilder<O>) -> Self {
        let config = call.context.client().0.config.clone();
        Self { call, config }
    }

    /// Sets the time limit of the call, as [`Config::operation_timeout`] does.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.config = self.config.operation_timeout(timeout);
        self
    }

    /// Sets the maximum number of attempts, as [`Config::attempts`] does.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.config = self.config.attempts(attempts);
        self
    }

    /// Sets the region, as [`Config::region`] does.
    pub fn region(mut self, region: impl AsRef<str>) -> Self {
        self.config = self.config.region(region);
        self
    }

    /// Sets a header of the request. It replaces a header of the same name, and is signed. With an invalid name or
    /// value, the call fails before anything is sent.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(value)) => {
                self.config.headers.insert(name, value);
            }
            _ => self.config.invalid_header = Some(name.to_owned()),
        }
        self
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// The same as those of a call that is not customized.
    pub async fn send(self) -> Result<O::Output, Error<O::Error>> {
        self.send_with_response().await.map(|response| response.output)
    }

    /// Sends the request and reads the response. Returns the output together with the status, headers, request IDs and
    /// number of attempts. For errors, [`Error::info`] returns them.
    ///
    /// # Errors
    /// The same as those of a call that is not customized.
    pub async fn send_with_response(self) -> Result<Response<O::Output>, Error<O::Error>> {
        let (client, mut input, set) = self.into_call().finish()?;
        exchange::<O>(&client, &mut input, &set).await
    }

    /// Returns a paginator that starts with the page that this call requests. The settings apply to each page.
    pub fn paginate(self) -> Pages<O>
    where
        O::Input: Clone,
    {
        Pages::new(self.into_call())
    }

    /// Repeats the call until the waiter reaches a final state. The settings apply to each call.
    ///
    /// # Errors
    /// If the waiter fails or times out, or a call fails with an error that it does not expect.
    pub async fn wait(self, waiter: &'static Waiter, settings: impl Into<WaitSettings>) -> Waited<O> {
        waiter::wait(self.into_call(), waiter, settings.into()).await
    }

    pub(super) fn into_call(self) -> CallBuilder<O> {
        let Self { mut call, config } = self;
        let client = call.context.client();
        let shared = &client.0;
        let shared = Shared {
            service: shared.service,
            customization: shared.customization,
            protocols: shared.protocols.clone(),
            config,
            transport: shared.transport.clone(),
            #[cfg(any(feature = "aws", feature = "aws-config"))]
            product: Arc::clone(&shared.product),
            keys: Arc::clone(&shared.keys),
            origin: Some(shared.origin.as_ref().unwrap_or(client).clone()),
            // The configuration may have another one.
            endpoint: OnceLock::new(),
        };
        call.context.set_client(Client(Arc::new(shared)));
        call
    }
}

impl<O: Operation> Clone for Customized<O>
where
    O::Input: Clone,
{
    fn clone(&self) -> Self {
        Self { call: self.call.clone(), config: self.config.clone() }
    }
}

impl<O: Operation> fmt::Debug for Customized<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Customized").field("call", &self.call).finish_non_exhaustive()
    }
}
