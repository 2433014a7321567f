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
    pub fn chat(&self) -> types::ChatInOutBuilder<rt::client::Call<operations::Chat>> {
        types::ChatInOutBuilder(rt::Builder::call(&self.0))
    }

    /// Sends every event back as it comes.
    pub fn converse(
        &self,
    ) -> types::ConverseInputBuilder<rt::client::Call<operations::Converse>> {
        types::ConverseInputBuilder(rt::Builder::call(&self.0))
    }

    /// Gives as many bytes as are asked for.
    pub fn download(
        &self,
    ) -> types::DownloadInputBuilder<rt::client::Call<operations::Download>> {
        types::DownloadInputBuilder(rt::Builder::call(&self.0))
    }

    /// Sends each piece back as it comes.
    pub fn echo(&self) -> types::TextInOutBuilder<rt::client::Call<operations::Echo>> {
        types::TextInOutBuilder(rt::Builder::call(&self.0))
    }

    /// Gives as many events as are asked for.
    pub fn listen(
        &self,
    ) -> types::ListenInputBuilder<rt::client::Call<operations::Listen>> {
        types::ListenInputBuilder(rt::Builder::call(&self.0))
    }

    /// Takes bytes in less room, and sends them back.
    pub fn pack(&self) -> types::BytesInOutBuilder<rt::client::Call<operations::Pack>> {
        types::BytesInOutBuilder(rt::Builder::call(&self.0))
    }

    /// Counts the events.
    pub fn say(&self) -> types::SayInputBuilder<rt::client::Call<operations::Say>> {
        types::SayInputBuilder(rt::Builder::call(&self.0))
    }

    /// Takes bytes with their checksum, and sends them back.
    pub fn seal(&self) -> types::BytesInOutBuilder<rt::client::Call<operations::Seal>> {
        types::BytesInOutBuilder(rt::Builder::call(&self.0))
    }

    /// Takes bytes of any number.
    pub fn upload(
        &self,
    ) -> types::UploadInputBuilder<rt::client::Call<operations::Upload>> {
        types::UploadInputBuilder(rt::Builder::call(&self.0))
    }

    /// Takes bytes whose number is known.
    pub fn upload_counted(
        &self,
    ) -> types::UploadCountedInputBuilder<rt::client::Call<operations::UploadCounted>> {
        types::UploadCountedInputBuilder(rt::Builder::call(&self.0))
    }
}

impl types::ChatInOutBuilder<rt::client::Call<operations::Chat>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ChatInOut) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::ChatInOut, rt::client::Error<errors::ChatError>> {
        self.0.send().await
    }
}

impl types::ConverseInputBuilder<rt::client::Call<operations::Converse>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ConverseInput) -> Self {
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
        types::ConverseOutput,
        rt::client::Error<errors::ConverseError>,
    > {
        self.0.send().await
    }
}

impl types::DownloadInputBuilder<rt::client::Call<operations::Download>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::DownloadInput) -> Self {
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
        types::DownloadOutput,
        rt::client::Error<errors::DownloadError>,
    > {
        self.0.send().await
    }
}

impl types::TextInOutBuilder<rt::client::Call<operations::Echo>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::TextInOut) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::TextInOut, rt::client::Error<errors::EchoError>> {
        self.0.send().await
    }
}

impl types::ListenInputBuilder<rt::client::Call<operations::Listen>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ListenInput) -> Self {
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
        types::ListenOutput,
        rt::client::Error<errors::ListenError>,
    > {
        self.0.send().await
    }
}

impl types::BytesInOutBuilder<rt::client::Call<operations::Pack>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::BytesInOut) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::BytesInOut, rt::client::Error<errors::PackError>> {
        self.0.send().await
    }
}

impl types::SayInputBuilder<rt::client::Call<operations::Say>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::SayInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::SayOutput, rt::client::Error<errors::SayError>> {
        self.0.send().await
    }
}

impl types::BytesInOutBuilder<rt::client::Call<operations::Seal>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::BytesInOut) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::BytesInOut, rt::client::Error<errors::SealError>> {
        self.0.send().await
    }
}

impl types::UploadInputBuilder<rt::client::Call<operations::Upload>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::UploadInput) -> Self {
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
        types::UploadOutput,
        rt::client::Error<errors::UploadError>,
    > {
        self.0.send().await
    }
}

impl types::UploadCountedInputBuilder<rt::client::Call<operations::UploadCounted>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::UploadCountedInput) -> Self {
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
        types::UploadCountedOutput,
        rt::client::Error<errors::UploadCountedError>,
    > {
        self.0.send().await
    }
}
