// Written by `cargo xtask codegen` from cases/streams.json. Edits are lost: change the model, then run it again.

//! Structures, unions, enums and constrained types of `Streams`.

use ::whitesmith_runtime as rt;

/// The bytes.
pub struct UploadCountedInput {
    /// What is uploaded.
    pub body: ::whitesmith_runtime::types::ByteStream,
}

impl UploadCountedInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        body: impl ::std::convert::Into<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        Self {
            body: ::std::convert::Into::into(body),
        }
    }
}

rt::structure! {
    UploadCountedInput, super::schema::UPLOAD_COUNTED_INPUT, body = 0; stream = body
}

/// Bytes whose number is known, again.
pub struct UploadCountedOutput {
    /// What was uploaded.
    pub body: ::whitesmith_runtime::types::ByteStream,
}

impl UploadCountedOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        body: impl ::std::convert::Into<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        Self {
            body: ::std::convert::Into::into(body),
        }
    }
}

rt::structure! {
    UploadCountedOutput, super::schema::UPLOAD_COUNTED_OUTPUT, body = 0; stream = body
}

/// How much of what.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DownloadInput {
    /// How many bytes.
    pub size: i64,
    /// Whether the stream breaks off behind them.
    pub fails: ::std::option::Option<bool>,
    /// Whether the length is known.
    pub counted: ::std::option::Option<bool>,
}

impl DownloadInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(size: impl ::std::convert::Into<i64>) -> Self {
        Self {
            size: ::std::convert::Into::into(size),
            fails: ::std::option::Option::None,
            counted: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    DownloadInput, super::schema::DOWNLOAD_INPUT, size = 0, fails = 1, counted = 2
}

/// The bytes.
#[derive(::std::default::Default)]
pub struct DownloadOutput {
    /// The member `note`.
    pub note: ::std::option::Option<::std::string::String>,
    /// What is downloaded.
    pub body: ::whitesmith_runtime::types::ByteStream,
}

rt::structure! {
    DownloadOutput, super::schema::DOWNLOAD_OUTPUT, note = 0, body = 1; stream = body
}

/// It is not wanted.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Refused {
    /// The member `message`.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Refused, super::schema::REFUSED, message = 0
}

rt::error! {
    Refused
}

/// A text, there and back.
#[derive(::std::default::Default)]
pub struct TextInOut {
    /// The text.
    pub body: ::whitesmith_runtime::types::ByteStream,
}

rt::structure! {
    TextInOut, super::schema::TEXT_IN_OUT, body = 0; stream = body
}

/// Bytes with a name.
pub struct UploadInput {
    /// The member `name`.
    pub name: ::std::string::String,
    /// The member `note`.
    pub note: ::std::option::Option<::std::string::String>,
    /// What is uploaded.
    pub body: ::whitesmith_runtime::types::ByteStream,
}

impl UploadInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        name: impl ::std::convert::Into<::std::string::String>,
        body: impl ::std::convert::Into<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        Self {
            name: ::std::convert::Into::into(name),
            note: ::std::option::Option::None,
            body: ::std::convert::Into::into(body),
        }
    }
}

rt::structure! {
    UploadInput, super::schema::UPLOAD_INPUT, name = 0, note = 1, body = 2; stream = body
}

/// What was taken.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct UploadOutput {
    /// How many bytes there were.
    pub length: i64,
    /// The sum of all bytes.
    pub sum: i64,
}

impl UploadOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        length: impl ::std::convert::Into<i64>,
        sum: impl ::std::convert::Into<i64>,
    ) -> Self {
        Self {
            length: ::std::convert::Into::into(length),
            sum: ::std::convert::Into::into(sum),
        }
    }
}

rt::structure! {
    UploadOutput, super::schema::UPLOAD_OUTPUT, length = 0, sum = 1
}
