// Written by whitesmith from cases/streams.json. Edits are lost: change the model, and generate again.

//! A marker for each operation of `Streams`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `Chat`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Chat;

rt::operation! {
    Chat, schema::CHAT, types::ChatInOut, types::ChatInOut, errors::ChatError
}

/// The operation `Converse`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Converse;

rt::operation! {
    Converse, schema::CONVERSE, types::ConverseInput, types::ConverseOutput,
    errors::ConverseError
}

/// The operation `Download`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Download;

rt::operation! {
    Download, schema::DOWNLOAD, types::DownloadInput, types::DownloadOutput,
    errors::DownloadError
}

/// The operation `Echo`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Echo;

rt::operation! {
    Echo, schema::ECHO, types::TextInOut, types::TextInOut, errors::EchoError
}

/// The operation `Listen`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Listen;

rt::operation! {
    Listen, schema::LISTEN, types::ListenInput, types::ListenOutput, errors::ListenError
}

/// The operation `Pack`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Pack;

rt::operation! {
    Pack, schema::PACK, types::BytesInOut, types::BytesInOut, errors::PackError
}

/// The operation `Say`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Say;

rt::operation! {
    Say, schema::SAY, types::SayInput, types::SayOutput, errors::SayError
}

/// The operation `Seal`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Seal;

rt::operation! {
    Seal, schema::SEAL, types::BytesInOut, types::BytesInOut, errors::SealError
}

/// The operation `Upload`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Upload;

rt::operation! {
    Upload, schema::UPLOAD, types::UploadInput, types::UploadOutput, errors::UploadError
}

/// The operation `UploadCounted`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct UploadCounted;

rt::operation! {
    UploadCounted, schema::UPLOAD_COUNTED, types::UploadCountedInput,
    types::UploadCountedOutput, errors::UploadCountedError
}
