// Written by whitesmith from cases/streams.json. Edits are lost: change the model, and generate again.

//! The client of `Streams`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Calls `Streams`. Cheap to clone.
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

    /// Sends all back. Nothing but the events is required.
    pub fn chat(&self) -> Chat {
        Chat(rt::client::Call::new(&self.0))
    }

    /// Sends every event back as it comes.
    pub fn converse(&self) -> Converse {
        Converse(rt::client::Call::new(&self.0))
    }

    /// Gives as many bytes as are asked for.
    pub fn download(&self) -> Download {
        Download(rt::client::Call::new(&self.0))
    }

    /// Sends each piece back as it comes.
    pub fn echo(&self) -> Echo {
        Echo(rt::client::Call::new(&self.0))
    }

    /// Gives as many events as are asked for.
    pub fn listen(&self) -> Listen {
        Listen(rt::client::Call::new(&self.0))
    }

    /// Takes bytes in less room, and sends them back.
    pub fn pack(&self) -> Pack {
        Pack(rt::client::Call::new(&self.0))
    }

    /// Counts the events.
    pub fn say(&self) -> Say {
        Say(rt::client::Call::new(&self.0))
    }

    /// Takes bytes with their checksum, and sends them back.
    pub fn seal(&self) -> Seal {
        Seal(rt::client::Call::new(&self.0))
    }

    /// Takes bytes of any number.
    pub fn upload(&self) -> Upload {
        Upload(rt::client::Call::new(&self.0))
    }

    /// Takes bytes whose number is known.
    pub fn upload_counted(&self) -> UploadCounted {
        UploadCounted(rt::client::Call::new(&self.0))
    }
}

/// A call of `Chat` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Chat(rt::client::Call<operations::Chat>);

impl Chat {
    /// See [`types::ChatInOut::topic`].
    pub fn topic(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("topic", value, |input| &mut input.topic))
    }

    /// See [`types::ChatInOut::talk`].
    pub fn talk(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::EventStream<types::Talk>>,
    ) -> Self {
        Self(self.0.set("talk", value, |input| &mut input.talk))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ChatInOut) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::ChatInOut, rt::client::Error<errors::ChatError>> {
        self.0.send().await
    }
}

/// A call of `Converse` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Converse(rt::client::Call<operations::Converse>);

impl Converse {
    /// See [`types::ConverseInput::room`].
    pub fn room(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("room", value, |input| &mut input.room))
    }

    /// See [`types::ConverseInput::topic`].
    pub fn topic(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("topic", value, |input| &mut input.topic))
    }

    /// See [`types::ConverseInput::talk`].
    pub fn talk(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::EventStream<types::Talk>>,
    ) -> Self {
        Self(self.0.set("talk", value, |input| &mut input.talk))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ConverseInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::ConverseOutput,
        rt::client::Error<errors::ConverseError>,
    > {
        self.0.send().await
    }
}

/// A call of `Download` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Download(rt::client::Call<operations::Download>);

impl Download {
    /// See [`types::DownloadInput::size`].
    pub fn size(self, value: impl rt::Given<i64>) -> Self {
        Self(self.0.set("size", value, |input| &mut input.size))
    }

    /// See [`types::DownloadInput::fails`].
    pub fn fails(self, value: impl rt::Given<bool>) -> Self {
        Self(self.0.set("fails", value, |input| &mut input.fails))
    }

    /// See [`types::DownloadInput::counted`].
    pub fn counted(self, value: impl rt::Given<bool>) -> Self {
        Self(self.0.set("counted", value, |input| &mut input.counted))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::DownloadInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::DownloadOutput,
        rt::client::Error<errors::DownloadError>,
    > {
        self.0.send().await
    }
}

/// A call of `Echo` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Echo(rt::client::Call<operations::Echo>);

impl Echo {
    /// See [`types::TextInOut::body`].
    pub fn body(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        Self(self.0.set("body", value, |input| &mut input.body))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::TextInOut) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::TextInOut, rt::client::Error<errors::EchoError>> {
        self.0.send().await
    }
}

/// A call of `Listen` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Listen(rt::client::Call<operations::Listen>);

impl Listen {
    /// See [`types::ListenInput::count`].
    pub fn count(self, value: impl rt::Given<i32>) -> Self {
        Self(self.0.set("count", value, |input| &mut input.count))
    }

    /// See [`types::ListenInput::then`].
    pub fn then(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("then", value, |input| &mut input.then))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ListenInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::ListenOutput,
        rt::client::Error<errors::ListenError>,
    > {
        self.0.send().await
    }
}

/// A call of `Pack` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Pack(rt::client::Call<operations::Pack>);

impl Pack {
    /// See [`types::BytesInOut::encoding`].
    pub fn encoding(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("encoding", value, |input| &mut input.encoding))
    }

    /// See [`types::BytesInOut::body`].
    pub fn body(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        Self(self.0.set("body", value, |input| &mut input.body))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::BytesInOut) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::BytesInOut, rt::client::Error<errors::PackError>> {
        self.0.send().await
    }
}

/// A call of `Say` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Say(rt::client::Call<operations::Say>);

impl Say {
    /// See [`types::SayInput::talk`].
    pub fn talk(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::EventStream<types::Talk>>,
    ) -> Self {
        Self(self.0.set("talk", value, |input| &mut input.talk))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::SayInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::SayOutput, rt::client::Error<errors::SayError>> {
        self.0.send().await
    }
}

/// A call of `Seal` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Seal(rt::client::Call<operations::Seal>);

impl Seal {
    /// See [`types::BytesInOut::encoding`].
    pub fn encoding(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("encoding", value, |input| &mut input.encoding))
    }

    /// See [`types::BytesInOut::body`].
    pub fn body(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        Self(self.0.set("body", value, |input| &mut input.body))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::BytesInOut) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::BytesInOut, rt::client::Error<errors::SealError>> {
        self.0.send().await
    }
}

/// A call of `Upload` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Upload(rt::client::Call<operations::Upload>);

impl Upload {
    /// See [`types::UploadInput::name`].
    pub fn name(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("name", value, |input| &mut input.name))
    }

    /// See [`types::UploadInput::note`].
    pub fn note(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("note", value, |input| &mut input.note))
    }

    /// See [`types::UploadInput::body`].
    pub fn body(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        Self(self.0.set("body", value, |input| &mut input.body))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::UploadInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::UploadOutput,
        rt::client::Error<errors::UploadError>,
    > {
        self.0.send().await
    }
}

/// A call of `UploadCounted` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct UploadCounted(rt::client::Call<operations::UploadCounted>);

impl UploadCounted {
    /// See [`types::UploadCountedInput::body`].
    pub fn body(
        self,
        value: impl rt::Given<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        Self(self.0.set("body", value, |input| &mut input.body))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::UploadCountedInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::UploadCountedOutput,
        rt::client::Error<errors::UploadCountedError>,
    > {
        self.0.send().await
    }
}
