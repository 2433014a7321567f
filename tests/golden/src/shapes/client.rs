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
    pub fn defaults(&self) -> Defaults {
        Defaults(rt::client::Call::new(&self.0))
    }

    /// Calls `EchoBindings`.
    pub fn echo_bindings(&self) -> EchoBindings {
        EchoBindings(rt::client::Call::new(&self.0))
    }

    /// Calls `EchoBlobPayload`.
    pub fn echo_blob_payload(&self) -> EchoBlobPayload {
        EchoBlobPayload(rt::client::Call::new(&self.0))
    }

    /// Calls `EchoDocumentPayload`.
    pub fn echo_document_payload(&self) -> EchoDocumentPayload {
        EchoDocumentPayload(rt::client::Call::new(&self.0))
    }

    /// Calls `EchoEnumPayload`.
    pub fn echo_enum_payload(&self) -> EchoEnumPayload {
        EchoEnumPayload(rt::client::Call::new(&self.0))
    }

    /// Calls `EchoStringPayload`.
    pub fn echo_string_payload(&self) -> EchoStringPayload {
        EchoStringPayload(rt::client::Call::new(&self.0))
    }

    /// Calls `EchoStructurePayload`.
    pub fn echo_structure_payload(&self) -> EchoStructurePayload {
        EchoStructurePayload(rt::client::Call::new(&self.0))
    }

    /// Calls `EchoTypes`.
    pub fn echo_types(&self) -> EchoTypes {
        EchoTypes(rt::client::Call::new(&self.0))
    }

    /// Calls `EchoUnionPayload`.
    pub fn echo_union_payload(&self) -> EchoUnionPayload {
        EchoUnionPayload(rt::client::Call::new(&self.0))
    }

    /// Calls `ListItems`.
    pub fn list_items(&self) -> ListItems {
        ListItems(rt::client::Call::new(&self.0))
    }

    /// Takes nothing, gives nothing.
    pub fn nothing(&self) -> Nothing {
        Nothing(rt::client::Call::new(&self.0))
    }

    /// Calls `Secrets`.
    pub fn secrets(&self) -> Secrets {
        Secrets(rt::client::Call::new(&self.0))
    }
}

/// A call of `Defaults` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Defaults(rt::client::Call<operations::Defaults>);

impl Defaults {
    /// See [`types::DefaultsInput::boolean`].
    pub fn boolean(self, value: impl rt::Given<bool>) -> Self {
        Self(self.0.set("boolean", value, |input| &mut input.boolean))
    }

    /// See [`types::DefaultsInput::integer`].
    pub fn integer(self, value: impl rt::Given<i32>) -> Self {
        Self(self.0.set("integer", value, |input| &mut input.integer))
    }

    /// See [`types::DefaultsInput::float`].
    pub fn float(self, value: impl rt::Given<f64>) -> Self {
        Self(self.0.set("float", value, |input| &mut input.float))
    }

    /// See [`types::DefaultsInput::string`].
    pub fn string(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("string", value, |input| &mut input.string))
    }

    /// See [`types::DefaultsInput::colour`].
    pub fn colour(self, value: impl rt::Given<types::Colour>) -> Self {
        Self(self.0.set("colour", value, |input| &mut input.colour))
    }

    /// See [`types::DefaultsInput::level`].
    pub fn level(self, value: impl rt::Given<types::Level>) -> Self {
        Self(self.0.set("level", value, |input| &mut input.level))
    }

    /// See [`types::DefaultsInput::strings`].
    pub fn strings(
        self,
        value: impl rt::Given<::std::vec::Vec<::std::string::String>>,
    ) -> Self {
        Self(self.0.set("strings", value, |input| &mut input.strings))
    }

    /// See [`types::DefaultsInput::numbers`].
    pub fn numbers(
        self,
        value: impl rt::Given<::std::collections::BTreeMap<::std::string::String, i32>>,
    ) -> Self {
        Self(self.0.set("numbers", value, |input| &mut input.numbers))
    }

    /// See [`types::DefaultsInput::document`].
    pub fn document(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::Document>,
    ) -> Self {
        Self(self.0.set("document", value, |input| &mut input.document))
    }

    /// See [`types::DefaultsInput::timestamp`].
    pub fn timestamp(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self(self.0.set("timestamp", value, |input| &mut input.timestamp))
    }

    /// See [`types::DefaultsInput::limited`].
    pub fn limited(self, value: impl rt::Given<types::Limited>) -> Self {
        Self(self.0.set("limited", value, |input| &mut input.limited))
    }

    /// See [`types::DefaultsInput::none`].
    pub fn none(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("none", value, |input| &mut input.none))
    }

    /// See [`types::DefaultsInput::zero`].
    pub fn zero(self, value: impl rt::Given<i32>) -> Self {
        Self(self.0.set("zero", value, |input| &mut input.zero))
    }

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

/// A call of `EchoBindings` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct EchoBindings(rt::client::Call<operations::EchoBindings>);

impl EchoBindings {
    /// See [`types::EchoBindingsInput::label`].
    pub fn label(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("label", value, |input| &mut input.label))
    }

    /// See [`types::EchoBindingsInput::path`].
    pub fn path(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("path", value, |input| &mut input.path))
    }

    /// See [`types::EchoBindingsInput::number`].
    pub fn number(self, value: impl rt::Given<i32>) -> Self {
        Self(self.0.set("number", value, |input| &mut input.number))
    }

    /// See [`types::EchoBindingsInput::list`].
    pub fn list(
        self,
        value: impl rt::Given<::std::vec::Vec<::std::string::String>>,
    ) -> Self {
        Self(self.0.set("list", value, |input| &mut input.list))
    }

    /// See [`types::EchoBindingsInput::params`].
    pub fn params(
        self,
        value: impl rt::Given<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
    ) -> Self {
        Self(self.0.set("params", value, |input| &mut input.params))
    }

    /// See [`types::EchoBindingsInput::header`].
    pub fn header(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("header", value, |input| &mut input.header))
    }

    /// See [`types::EchoBindingsInput::headers`].
    pub fn headers(
        self,
        value: impl rt::Given<::std::vec::Vec<::std::string::String>>,
    ) -> Self {
        Self(self.0.set("headers", value, |input| &mut input.headers))
    }

    /// See [`types::EchoBindingsInput::when`].
    pub fn when(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self(self.0.set("when", value, |input| &mut input.when))
    }

    /// See [`types::EchoBindingsInput::dates`].
    pub fn dates(
        self,
        value: impl rt::Given<::std::vec::Vec<::whitesmith_runtime::types::Timestamp>>,
    ) -> Self {
        Self(self.0.set("dates", value, |input| &mut input.dates))
    }

    /// See [`types::EchoBindingsInput::prefixed`].
    pub fn prefixed(
        self,
        value: impl rt::Given<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
    ) -> Self {
        Self(self.0.set("prefixed", value, |input| &mut input.prefixed))
    }

    /// See [`types::EchoBindingsInput::media`].
    pub fn media(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("media", value, |input| &mut input.media))
    }

    /// See [`types::EchoBindingsInput::body`].
    pub fn body(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("body", value, |input| &mut input.body))
    }

    /// See [`types::EchoBindingsInput::token`].
    pub fn token(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("token", value, |input| &mut input.token))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::EchoBindingsInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::EchoBindingsOutput,
        rt::client::Error<errors::EchoBindingsError>,
    > {
        self.0.send().await
    }
}

/// A call of `EchoBlobPayload` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct EchoBlobPayload(rt::client::Call<operations::EchoBlobPayload>);

impl EchoBlobPayload {
    /// See [`types::EchoBlobPayloadInput::payload`].
    pub fn payload(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::Blob>,
    ) -> Self {
        Self(self.0.set("payload", value, |input| &mut input.payload))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::EchoBlobPayloadInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::EchoBlobPayloadOutput,
        rt::client::Error<errors::EchoBlobPayloadError>,
    > {
        self.0.send().await
    }
}

/// A call of `EchoDocumentPayload` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct EchoDocumentPayload(rt::client::Call<operations::EchoDocumentPayload>);

impl EchoDocumentPayload {
    /// See [`types::EchoDocumentPayloadInput::payload`].
    pub fn payload(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::Document>,
    ) -> Self {
        Self(self.0.set("payload", value, |input| &mut input.payload))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::EchoDocumentPayloadInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::EchoDocumentPayloadOutput,
        rt::client::Error<errors::EchoDocumentPayloadError>,
    > {
        self.0.send().await
    }
}

/// A call of `EchoEnumPayload` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct EchoEnumPayload(rt::client::Call<operations::EchoEnumPayload>);

impl EchoEnumPayload {
    /// See [`types::EchoEnumPayloadInput::payload`].
    pub fn payload(self, value: impl rt::Given<types::Colour>) -> Self {
        Self(self.0.set("payload", value, |input| &mut input.payload))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::EchoEnumPayloadInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::EchoEnumPayloadOutput,
        rt::client::Error<errors::EchoEnumPayloadError>,
    > {
        self.0.send().await
    }
}

/// A call of `EchoStringPayload` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct EchoStringPayload(rt::client::Call<operations::EchoStringPayload>);

impl EchoStringPayload {
    /// See [`types::EchoStringPayloadInput::payload`].
    pub fn payload(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("payload", value, |input| &mut input.payload))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::EchoStringPayloadInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::EchoStringPayloadOutput,
        rt::client::Error<errors::EchoStringPayloadError>,
    > {
        self.0.send().await
    }
}

/// A call of `EchoStructurePayload` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct EchoStructurePayload(rt::client::Call<operations::EchoStructurePayload>);

impl EchoStructurePayload {
    /// See [`types::EchoStructurePayloadInput::payload`].
    pub fn payload(self, value: impl rt::Given<types::Tree>) -> Self {
        Self(self.0.set("payload", value, |input| &mut input.payload))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::EchoStructurePayloadInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::EchoStructurePayloadOutput,
        rt::client::Error<errors::EchoStructurePayloadError>,
    > {
        self.0.send().await
    }
}

/// A call of `EchoTypes` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct EchoTypes(rt::client::Call<operations::EchoTypes>);

impl EchoTypes {
    /// See [`types::EchoTypesInput::all`].
    pub fn all(self, value: impl rt::Given<types::AllTypes>) -> Self {
        Self(self.0.set("all", value, |input| &mut input.all))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::EchoTypesInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::EchoTypesOutput,
        rt::client::Error<errors::EchoTypesError>,
    > {
        self.0.send().await
    }
}

/// A call of `EchoUnionPayload` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct EchoUnionPayload(rt::client::Call<operations::EchoUnionPayload>);

impl EchoUnionPayload {
    /// See [`types::EchoUnionPayloadInput::payload`].
    pub fn payload(self, value: impl rt::Given<types::Choice>) -> Self {
        Self(self.0.set("payload", value, |input| &mut input.payload))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::EchoUnionPayloadInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::EchoUnionPayloadOutput,
        rt::client::Error<errors::EchoUnionPayloadError>,
    > {
        self.0.send().await
    }
}

/// A call of `ListItems` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct ListItems(rt::client::Call<operations::ListItems>);

impl ListItems {
    /// See [`types::ListItemsInput::next`].
    pub fn next(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("next", value, |input| &mut input.next))
    }

    /// See [`types::ListItemsInput::size`].
    pub fn size(self, value: impl rt::Given<i32>) -> Self {
        Self(self.0.set("size", value, |input| &mut input.size))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ListItemsInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::ListItemsOutput,
        rt::client::Error<errors::ListItemsError>,
    > {
        self.0.send().await
    }

    /// Follows the pages from here on.
    pub fn paginate(self) -> rt::client::Pages<operations::ListItems> {
        self.0.paginate()
    }
}

/// A call of `Nothing` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Nothing(rt::client::Call<operations::Nothing>);

impl Nothing {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::NothingInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::NothingOutput,
        rt::client::Error<errors::NothingError>,
    > {
        self.0.send().await
    }
}

/// A call of `Secrets` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Secrets(rt::client::Call<operations::Secrets>);

impl Secrets {
    /// See [`types::SecretsInput::password`].
    pub fn password(self, value: impl rt::Given<types::Password>) -> Self {
        Self(self.0.set("password", value, |input| &mut input.password))
    }

    /// See [`types::SecretsInput::passwords`].
    pub fn passwords(
        self,
        value: impl rt::Given<::std::vec::Vec<types::Password>>,
    ) -> Self {
        Self(self.0.set("passwords", value, |input| &mut input.passwords))
    }

    /// See [`types::SecretsInput::note`].
    pub fn note(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("note", value, |input| &mut input.note))
    }

    /// See [`types::SecretsInput::plain`].
    pub fn plain(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("plain", value, |input| &mut input.plain))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::SecretsInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::SecretsOutput,
        rt::client::Error<errors::SecretsError>,
    > {
        self.0.send().await
    }
}
