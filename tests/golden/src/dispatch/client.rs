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
    pub fn client(
        &self,
    ) -> types::ClientInputBuilder<rt::client::Call<operations::Client2>> {
        types::ClientInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `Clone`.
    pub fn clone2(
        &self,
    ) -> types::CloneInputBuilder<rt::client::Call<operations::Clone>> {
        types::CloneInputBuilder(rt::Builder::call(&self.0))
    }

    /// Defaults that have no plain literal.
    pub fn defaults(
        &self,
    ) -> types::DefaultsInputBuilder<rt::client::Call<operations::Defaults>> {
        types::DefaultsInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `Dispatch`.
    pub fn dispatch(
        &self,
    ) -> types::DispatchInputBuilder<rt::client::Call<operations::Dispatch>> {
        types::DispatchInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `FromEnv`.
    pub fn from_env2(
        &self,
    ) -> types::FromEnvInputBuilder<rt::client::Call<operations::FromEnv>> {
        types::FromEnvInputBuilder(rt::Builder::call(&self.0))
    }

    /// A page whose items have the second of two equal names, may be absent in spite of their default,
    /// and are constrained.
    pub fn list(&self) -> types::ListInputBuilder<rt::client::Call<operations::List>> {
        types::ListInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `New`.
    pub fn new2(&self) -> types::NewInputBuilder<rt::client::Call<operations::New>> {
        types::NewInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `Self`.
    pub fn self_(&self) -> types::SelfInputBuilder<rt::client::Call<operations::Self_>> {
        types::SelfInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `Service`.
    pub fn service(
        &self,
    ) -> types::ServiceInputBuilder<rt::client::Call<operations::Service>> {
        types::ServiceInputBuilder(rt::Builder::call(&self.0))
    }
}

impl types::ClientInputBuilder<rt::client::Call<operations::Client2>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ClientInput) -> Self {
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
        types::ClientOutput,
        rt::client::Error<errors::Client2Error>,
    > {
        self.0.send().await
    }
}

impl types::CloneInputBuilder<rt::client::Call<operations::Clone>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::CloneInput) -> Self {
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
        types::CloneOutput,
        rt::client::Error<errors::CloneError>,
    > {
        self.0.send().await
    }
}

impl types::DefaultsInputBuilder<rt::client::Call<operations::Defaults>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::DefaultsInput) -> Self {
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
        types::DefaultsOutput,
        rt::client::Error<errors::DefaultsError>,
    > {
        self.0.send().await
    }
}

impl types::DispatchInputBuilder<rt::client::Call<operations::Dispatch>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::DispatchInput) -> Self {
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
        types::DispatchOutput,
        rt::client::Error<errors::DispatchError>,
    > {
        self.0.send().await
    }
}

impl types::FromEnvInputBuilder<rt::client::Call<operations::FromEnv>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::FromEnvInput) -> Self {
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
        types::FromEnvOutput,
        rt::client::Error<errors::FromEnvError>,
    > {
        self.0.send().await
    }
}

impl types::ListInputBuilder<rt::client::Call<operations::List>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ListInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::ListOutput, rt::client::Error<errors::ListError>> {
        self.0.send().await
    }

    /// Returns a paginator, which starts with the page that this call asks for.
    pub fn paginate(self) -> rt::client::Pages<operations::List> {
        self.0.paginate()
    }
}

impl types::NewInputBuilder<rt::client::Call<operations::New>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::NewInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::NewOutput, rt::client::Error<errors::NewError>> {
        self.0.send().await
    }
}

impl types::SelfInputBuilder<rt::client::Call<operations::Self_>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::SelfInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::SelfOutput, rt::client::Error<errors::SelfError>> {
        self.0.send().await
    }
}

impl types::ServiceInputBuilder<rt::client::Call<operations::Service>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ServiceInput) -> Self {
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
        types::ServiceOutput,
        rt::client::Error<errors::ServiceError>,
    > {
        self.0.send().await
    }
}
