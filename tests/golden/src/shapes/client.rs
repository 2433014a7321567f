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
    pub fn boolean(
        self,
        value: impl ::std::convert::TryInto<
            bool,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(0, value, |input, value| input.boolean = value))
    }

    /// See [`types::DefaultsInput::integer`].
    pub fn integer(
        self,
        value: impl ::std::convert::TryInto<
            i32,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(1, value, |input, value| input.integer = value))
    }

    /// See [`types::DefaultsInput::float`].
    pub fn float(
        self,
        value: impl ::std::convert::TryInto<
            f64,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(2, value, |input, value| input.float = value))
    }

    /// See [`types::DefaultsInput::string`].
    pub fn string(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(3, value, |input, value| input.string = value))
    }

    /// See [`types::DefaultsInput::colour`].
    pub fn colour(
        self,
        value: impl ::std::convert::TryInto<
            types::Colour,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(4, value, |input, value| input.colour = value))
    }

    /// See [`types::DefaultsInput::level`].
    pub fn level(
        self,
        value: impl ::std::convert::TryInto<
            types::Level,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(5, value, |input, value| input.level = value))
    }

    /// See [`types::DefaultsInput::strings`].
    pub fn strings(
        self,
        value: impl ::std::convert::TryInto<
            ::std::vec::Vec<::std::string::String>,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(6, value, |input, value| input.strings = value))
    }

    /// See [`types::DefaultsInput::numbers`].
    pub fn numbers(
        self,
        value: impl ::std::convert::TryInto<
            ::std::collections::BTreeMap<::std::string::String, i32>,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(7, value, |input, value| input.numbers = value))
    }

    /// See [`types::DefaultsInput::document`].
    pub fn document(
        self,
        value: impl ::std::convert::TryInto<
            ::whitesmith_runtime::types::Document,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(8, value, |input, value| input.document = value))
    }

    /// See [`types::DefaultsInput::timestamp`].
    pub fn timestamp(
        self,
        value: impl ::std::convert::TryInto<
            ::whitesmith_runtime::types::Timestamp,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(9, value, |input, value| input.timestamp = value))
    }

    /// See [`types::DefaultsInput::limited`].
    pub fn limited(
        self,
        value: impl ::std::convert::TryInto<
            types::Limited,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(10, value, |input, value| input.limited = value))
    }

    /// See [`types::DefaultsInput::none`].
    pub fn none(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    11,
                    value,
                    |input, value| input.none = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::DefaultsInput::zero`].
    pub fn zero(
        self,
        value: impl ::std::convert::TryInto<
            i32,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(12, value, |input, value| input.zero = value))
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
    pub fn label(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(0, value, |input, value| input.label = value))
    }

    /// See [`types::EchoBindingsInput::path`].
    pub fn path(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(1, value, |input, value| input.path = value))
    }

    /// See [`types::EchoBindingsInput::number`].
    pub fn number(
        self,
        value: impl ::std::convert::TryInto<
            i32,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    2,
                    value,
                    |input, value| input.number = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::EchoBindingsInput::list`].
    pub fn list(
        self,
        value: impl ::std::convert::TryInto<
            ::std::vec::Vec<::std::string::String>,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    3,
                    value,
                    |input, value| input.list = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::EchoBindingsInput::params`].
    pub fn params(
        self,
        value: impl ::std::convert::TryInto<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    4,
                    value,
                    |input, value| input.params = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::EchoBindingsInput::header`].
    pub fn header(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    5,
                    value,
                    |input, value| input.header = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::EchoBindingsInput::headers`].
    pub fn headers(
        self,
        value: impl ::std::convert::TryInto<
            ::std::vec::Vec<::std::string::String>,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    6,
                    value,
                    |input, value| input.headers = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::EchoBindingsInput::when`].
    pub fn when(
        self,
        value: impl ::std::convert::TryInto<
            ::whitesmith_runtime::types::Timestamp,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    7,
                    value,
                    |input, value| input.when = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::EchoBindingsInput::dates`].
    pub fn dates(
        self,
        value: impl ::std::convert::TryInto<
            ::std::vec::Vec<::whitesmith_runtime::types::Timestamp>,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    8,
                    value,
                    |input, value| input.dates = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::EchoBindingsInput::prefixed`].
    pub fn prefixed(
        self,
        value: impl ::std::convert::TryInto<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    9,
                    value,
                    |input, value| input.prefixed = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::EchoBindingsInput::media`].
    pub fn media(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    10,
                    value,
                    |input, value| input.media = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::EchoBindingsInput::body`].
    pub fn body(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    11,
                    value,
                    |input, value| input.body = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::EchoBindingsInput::token`].
    pub fn token(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    12,
                    value,
                    |input, value| input.token = ::std::option::Option::Some(value),
                ),
        )
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
        value: impl ::std::convert::TryInto<
            ::whitesmith_runtime::types::Blob,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.payload = ::std::option::Option::Some(value),
                ),
        )
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
        value: impl ::std::convert::TryInto<
            ::whitesmith_runtime::types::Document,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.payload = ::std::option::Option::Some(value),
                ),
        )
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
    pub fn payload(
        self,
        value: impl ::std::convert::TryInto<
            types::Colour,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.payload = ::std::option::Option::Some(value),
                ),
        )
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
    pub fn payload(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.payload = ::std::option::Option::Some(value),
                ),
        )
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
    pub fn payload(
        self,
        value: impl ::std::convert::TryInto<
            types::Tree,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.payload = ::std::option::Option::Some(value),
                ),
        )
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
    pub fn all(
        self,
        value: impl ::std::convert::TryInto<
            types::AllTypes,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.all = ::std::option::Option::Some(value),
                ),
        )
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
    pub fn payload(
        self,
        value: impl ::std::convert::TryInto<
            types::Choice,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.payload = ::std::option::Option::Some(value),
                ),
        )
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
    pub fn next(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.next = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::ListItemsInput::size`].
    pub fn size(
        self,
        value: impl ::std::convert::TryInto<
            i32,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    1,
                    value,
                    |input, value| input.size = ::std::option::Option::Some(value),
                ),
        )
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
    pub fn password(
        self,
        value: impl ::std::convert::TryInto<
            types::Password,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(0, value, |input, value| input.password = value))
    }

    /// See [`types::SecretsInput::passwords`].
    pub fn passwords(
        self,
        value: impl ::std::convert::TryInto<
            ::std::vec::Vec<types::Password>,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    1,
                    value,
                    |input, value| input.passwords = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::SecretsInput::note`].
    pub fn note(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    2,
                    value,
                    |input, value| input.note = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::SecretsInput::plain`].
    pub fn plain(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    3,
                    value,
                    |input, value| input.plain = ::std::option::Option::Some(value),
                ),
        )
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
