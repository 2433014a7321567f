// Written by whitesmith from cases/awkward.smithy. Edits are lost: change the model, and generate again.

//! The client of `DispatchService`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Calls `DispatchService`. Cheap to clone.
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

    /// Calls `Client`.
    pub fn client(&self) -> Client2 {
        Client2(rt::client::Call::new(&self.0))
    }

    /// Calls `Clone`.
    pub fn clone2(&self) -> Clone {
        Clone(rt::client::Call::new(&self.0))
    }

    /// Defaults that have no plain literal.
    pub fn defaults(&self) -> Defaults {
        Defaults(rt::client::Call::new(&self.0))
    }

    /// Calls `Dispatch`.
    pub fn dispatch(&self) -> Dispatch {
        Dispatch(rt::client::Call::new(&self.0))
    }

    /// Calls `FromEnv`.
    pub fn from_env2(&self) -> FromEnv {
        FromEnv(rt::client::Call::new(&self.0))
    }

    /// A page whose items have the second of two equal names, may be absent in spite of their default,
    /// and are constrained.
    pub fn list(&self) -> List {
        List(rt::client::Call::new(&self.0))
    }

    /// Calls `New`.
    pub fn new2(&self) -> New {
        New(rt::client::Call::new(&self.0))
    }

    /// Calls `Self`.
    pub fn self_(&self) -> Self_ {
        Self_(rt::client::Call::new(&self.0))
    }

    /// Calls `Service`.
    pub fn service(&self) -> Service {
        Service(rt::client::Call::new(&self.0))
    }
}

/// A call of `Client` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Client2(rt::client::Call<operations::Client2>);

impl Client2 {
    /// See [`types::ClientInput::client`].
    pub fn client(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("client", value, |input| &mut input.client))
    }

    /// See [`types::ClientInput::send`].
    pub fn send_(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("send", value, |input| &mut input.send))
    }

    /// See [`types::ClientInput::paginate`].
    pub fn paginate_(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("paginate", value, |input| &mut input.paginate))
    }

    /// See [`types::ClientInput::new`].
    pub fn new(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("new", value, |input| &mut input.new))
    }

    /// See [`types::ClientInput::lines`].
    pub fn lines(self, value: impl rt::Given<types::Lines>) -> Self {
        Self(self.0.set("lines", value, |input| &mut input.lines))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ClientInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::ClientOutput,
        rt::client::Error<errors::Client2Error>,
    > {
        self.0.send().await
    }
}

/// A call of `Clone` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Clone(rt::client::Call<operations::Clone>);

impl Clone {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::CloneInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::CloneOutput,
        rt::client::Error<errors::CloneError>,
    > {
        self.0.send().await
    }
}

/// A call of `Defaults` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Defaults(rt::client::Call<operations::Defaults>);

impl Defaults {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::DefaultsInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::DefaultsOutput,
        rt::client::Error<errors::DefaultsError>,
    > {
        self.0.send().await
    }
}

/// A call of `Dispatch` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Dispatch(rt::client::Call<operations::Dispatch>);

impl Dispatch {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::DispatchInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::DispatchOutput,
        rt::client::Error<errors::DispatchError>,
    > {
        self.0.send().await
    }
}

/// A call of `FromEnv` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct FromEnv(rt::client::Call<operations::FromEnv>);

impl FromEnv {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::FromEnvInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::FromEnvOutput,
        rt::client::Error<errors::FromEnvError>,
    > {
        self.0.send().await
    }
}

/// A call of `List` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct List(rt::client::Call<operations::List>);

impl List {
    /// See [`types::ListInput::next`].
    pub fn next(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("next", value, |input| &mut input.next))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ListInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::ListOutput, rt::client::Error<errors::ListError>> {
        self.0.send().await
    }

    /// Follows the pages from here on.
    pub fn paginate(self) -> rt::client::Pages<operations::List> {
        self.0.paginate()
    }
}

/// A call of `New` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct New(rt::client::Call<operations::New>);

impl New {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::NewInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::NewOutput, rt::client::Error<errors::NewError>> {
        self.0.send().await
    }
}

/// A call of `Self` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Self_(rt::client::Call<operations::Self_>);

impl Self_ {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::SelfInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::SelfOutput, rt::client::Error<errors::SelfError>> {
        self.0.send().await
    }
}

/// A call of `Service` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Service(rt::client::Call<operations::Service>);

impl Service {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ServiceInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::ServiceOutput,
        rt::client::Error<errors::ServiceError>,
    > {
        self.0.send().await
    }
}
