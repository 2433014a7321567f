// Written by whitesmith from cases/waiters.smithy. Edits are lost: change the model, and generate again.

//! The client of `Orders`.

use super::{errors, operations, schema, types, waiters};
use ::whitesmith_runtime as rt;

/// Calls `Orders`. Cheap to clone.
#[derive(::std::clone::Clone, ::std::fmt::Debug)]
pub struct Client(rt::client::Client);

impl Client {
    /// A client with region, credentials and endpoint from the environment.
    ///
    /// # Errors
    /// When the environment does not say enough.
    pub async fn from_env() -> ::std::result::Result<Self, rt::client::ConfigError> {
        ::std::result::Result::Ok(Self::new(rt::client::Config::from_env().await?))
    }

    /// A client with the given configuration.
    pub fn new(config: rt::client::Config) -> Self {
        Self(rt::client::Client::new(&schema::SERVICE, config))
    }

    /// Calls `GetOrder`.
    pub fn get_order(
        &self,
    ) -> types::GetOrderInputBuilder<rt::client::Call<operations::GetOrder>> {
        types::GetOrderInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `GetReceipt`.
    pub fn get_receipt(
        &self,
    ) -> types::GetReceiptInputBuilder<rt::client::Call<operations::GetReceipt>> {
        types::GetReceiptInputBuilder(rt::Builder::call(&self.0))
    }
}

impl types::GetOrderInputBuilder<rt::client::Call<operations::GetOrder>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::GetOrderInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::GetOrderOutput,
        rt::client::Error<errors::GetOrderError>,
    > {
        self.0.send().await
    }

    /// Waits until the order is on its way.
    ///
    /// Calls every 2 to 120 seconds, for `max_wait` at most.
    ///
    /// # Errors
    /// When it does not come about in time, or no longer can, or when the call fails otherwise.
    pub async fn wait_until_order_shipped(
        self,
        max_wait: ::std::time::Duration,
    ) -> rt::client::Waited<operations::GetOrder> {
        self.0.wait(&waiters::ORDER_SHIPPED, max_wait).await
    }

    /// Waits until nobody knows of the order.
    ///
    /// Calls every 1 to 4 seconds, for `max_wait` at most.
    ///
    /// Tags: slow, old_ones.
    ///
    /// # Errors
    /// When it does not come about in time, or no longer can, or when the call fails otherwise.
    #[deprecated]
    pub async fn wait_until_order_gone(
        self,
        max_wait: ::std::time::Duration,
    ) -> rt::client::Waited<operations::GetOrder> {
        self.0.wait(&waiters::ORDER_GONE, max_wait).await
    }

    /// Waits for `OrderKnown`.
    ///
    /// Calls every 3 seconds, for `max_wait` at most.
    ///
    /// # Errors
    /// When it does not come about in time, or no longer can, or when the call fails otherwise.
    pub async fn wait_until_order_known(
        self,
        max_wait: ::std::time::Duration,
    ) -> rt::client::Waited<operations::GetOrder> {
        self.0.wait(&waiters::ORDER_KNOWN, max_wait).await
    }

    /// Waits for `PartsReady`.
    ///
    /// Calls every 2 to 120 seconds, for `max_wait` at most.
    ///
    /// # Errors
    /// When it does not come about in time, or no longer can, or when the call fails otherwise.
    pub async fn wait_until_parts_ready(
        self,
        max_wait: ::std::time::Duration,
    ) -> rt::client::Waited<operations::GetOrder> {
        self.0.wait(&waiters::PARTS_READY, max_wait).await
    }

    /// Waits for `AllPartsThere`.
    ///
    /// Calls every 2 to 120 seconds, for `max_wait` at most.
    ///
    /// # Errors
    /// When it does not come about in time, or no longer can, or when the call fails otherwise.
    pub async fn wait_until_all_parts_there(
        self,
        max_wait: ::std::time::Duration,
    ) -> rt::client::Waited<operations::GetOrder> {
        self.0.wait(&waiters::ALL_PARTS_THERE, max_wait).await
    }

    /// Waits with one expression of each kind.
    ///
    /// Calls every 2 to 120 seconds, for `max_wait` at most.
    ///
    /// # Errors
    /// When it does not come about in time, or no longer can, or when the call fails otherwise.
    pub async fn wait_until_order_odd(
        self,
        max_wait: ::std::time::Duration,
    ) -> rt::client::Waited<operations::GetOrder> {
        self.0.wait(&waiters::ORDER_ODD, max_wait).await
    }
}

impl types::GetReceiptInputBuilder<rt::client::Call<operations::GetReceipt>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::GetReceiptInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::GetReceiptOutput,
        rt::client::Error<errors::GetReceiptError>,
    > {
        self.0.send().await
    }

    /// Waits for `ReceiptSigned`.
    ///
    /// Calls every 2 to 120 seconds, for `max_wait` at most.
    ///
    /// # Errors
    /// When it does not come about in time, or no longer can, or when the call fails otherwise.
    pub async fn wait_until_receipt_signed(
        self,
        max_wait: ::std::time::Duration,
    ) -> rt::client::Waited<operations::GetReceipt> {
        self.0.wait(&waiters::RECEIPT_SIGNED, max_wait).await
    }
}
