// Written by whitesmith from cases/shapes.json. Edits are lost: change the model, and generate again.

//! The client of `Shapes`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Calls `Shapes`. Cheap to clone.
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

    /// Calls `Defaults`.
    pub fn defaults(
        &self,
    ) -> types::DefaultsInputBuilder<rt::client::Call<operations::Defaults>> {
        types::DefaultsInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `EchoBindings`.
    pub fn echo_bindings(
        &self,
    ) -> types::EchoBindingsInputBuilder<rt::client::Call<operations::EchoBindings>> {
        types::EchoBindingsInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `EchoBlobPayload`.
    pub fn echo_blob_payload(
        &self,
    ) -> types::EchoBlobPayloadInputBuilder<
        rt::client::Call<operations::EchoBlobPayload>,
    > {
        types::EchoBlobPayloadInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `EchoDocumentPayload`.
    pub fn echo_document_payload(
        &self,
    ) -> types::EchoDocumentPayloadInputBuilder<
        rt::client::Call<operations::EchoDocumentPayload>,
    > {
        types::EchoDocumentPayloadInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `EchoEnumPayload`.
    pub fn echo_enum_payload(
        &self,
    ) -> types::EchoEnumPayloadInputBuilder<
        rt::client::Call<operations::EchoEnumPayload>,
    > {
        types::EchoEnumPayloadInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `EchoStringPayload`.
    pub fn echo_string_payload(
        &self,
    ) -> types::EchoStringPayloadInputBuilder<
        rt::client::Call<operations::EchoStringPayload>,
    > {
        types::EchoStringPayloadInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `EchoStructurePayload`.
    pub fn echo_structure_payload(
        &self,
    ) -> types::EchoStructurePayloadInputBuilder<
        rt::client::Call<operations::EchoStructurePayload>,
    > {
        types::EchoStructurePayloadInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `EchoTypes`.
    pub fn echo_types(
        &self,
    ) -> types::EchoTypesInputBuilder<rt::client::Call<operations::EchoTypes>> {
        types::EchoTypesInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `EchoUnionPayload`.
    pub fn echo_union_payload(
        &self,
    ) -> types::EchoUnionPayloadInputBuilder<
        rt::client::Call<operations::EchoUnionPayload>,
    > {
        types::EchoUnionPayloadInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `ListItems`.
    pub fn list_items(
        &self,
    ) -> types::ListItemsInputBuilder<rt::client::Call<operations::ListItems>> {
        types::ListItemsInputBuilder(rt::Builder::call(&self.0))
    }

    /// Takes nothing, gives nothing.
    pub fn nothing(
        &self,
    ) -> types::NothingInputBuilder<rt::client::Call<operations::Nothing>> {
        types::NothingInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `Secrets`.
    pub fn secrets(
        &self,
    ) -> types::SecretsInputBuilder<rt::client::Call<operations::Secrets>> {
        types::SecretsInputBuilder(rt::Builder::call(&self.0))
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

impl types::EchoBindingsInputBuilder<rt::client::Call<operations::EchoBindings>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::EchoBindingsInput) -> Self {
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
        types::EchoBindingsOutput,
        rt::client::Error<errors::EchoBindingsError>,
    > {
        self.0.send().await
    }
}

impl types::EchoBlobPayloadInputBuilder<rt::client::Call<operations::EchoBlobPayload>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::EchoBlobPayloadInput) -> Self {
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
        types::EchoBlobPayloadOutput,
        rt::client::Error<errors::EchoBlobPayloadError>,
    > {
        self.0.send().await
    }
}

impl types::EchoDocumentPayloadInputBuilder<
    rt::client::Call<operations::EchoDocumentPayload>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::EchoDocumentPayloadInput) -> Self {
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
        types::EchoDocumentPayloadOutput,
        rt::client::Error<errors::EchoDocumentPayloadError>,
    > {
        self.0.send().await
    }
}

impl types::EchoEnumPayloadInputBuilder<rt::client::Call<operations::EchoEnumPayload>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::EchoEnumPayloadInput) -> Self {
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
        types::EchoEnumPayloadOutput,
        rt::client::Error<errors::EchoEnumPayloadError>,
    > {
        self.0.send().await
    }
}

impl types::EchoStringPayloadInputBuilder<
    rt::client::Call<operations::EchoStringPayload>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::EchoStringPayloadInput) -> Self {
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
        types::EchoStringPayloadOutput,
        rt::client::Error<errors::EchoStringPayloadError>,
    > {
        self.0.send().await
    }
}

impl types::EchoStructurePayloadInputBuilder<
    rt::client::Call<operations::EchoStructurePayload>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::EchoStructurePayloadInput) -> Self {
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
        types::EchoStructurePayloadOutput,
        rt::client::Error<errors::EchoStructurePayloadError>,
    > {
        self.0.send().await
    }
}

impl types::EchoTypesInputBuilder<rt::client::Call<operations::EchoTypes>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::EchoTypesInput) -> Self {
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
        types::EchoTypesOutput,
        rt::client::Error<errors::EchoTypesError>,
    > {
        self.0.send().await
    }
}

impl types::EchoUnionPayloadInputBuilder<
    rt::client::Call<operations::EchoUnionPayload>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::EchoUnionPayloadInput) -> Self {
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
        types::EchoUnionPayloadOutput,
        rt::client::Error<errors::EchoUnionPayloadError>,
    > {
        self.0.send().await
    }
}

impl types::ListItemsInputBuilder<rt::client::Call<operations::ListItems>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ListItemsInput) -> Self {
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
        types::ListItemsOutput,
        rt::client::Error<errors::ListItemsError>,
    > {
        self.0.send().await
    }

    /// Returns a paginator, which starts with the page that this call asks for.
    pub fn paginate(self) -> rt::client::Pages<operations::ListItems> {
        self.0.paginate()
    }
}

impl types::NothingInputBuilder<rt::client::Call<operations::Nothing>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::NothingInput) -> Self {
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
        types::NothingOutput,
        rt::client::Error<errors::NothingError>,
    > {
        self.0.send().await
    }
}

impl types::SecretsInputBuilder<rt::client::Call<operations::Secrets>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::SecretsInput) -> Self {
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
        types::SecretsOutput,
        rt::client::Error<errors::SecretsError>,
    > {
        self.0.send().await
    }
}
