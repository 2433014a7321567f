// Written by whitesmith from cases/streams.json. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `Streams`.

use ::whitesmith_runtime as rt;

/// A word or a number.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub enum Answer {
    /// The member `word`.
    Word(::std::string::String),
    /// The member `number`.
    Number(i32),
    /// A variant that the model does not list. Only a message can hold it.
    Unknown(rt::types::UnknownVariant),
}

rt::union! {
    Answer, super::schema::ANSWER, Word = 0, Number = 1
}

/// Bytes of any kind.
pub struct BytesInOut {
    /// What was done to the bytes before.
    pub encoding: ::std::option::Option<::std::string::String>,
    /// The bytes.
    pub body: ::whitesmith_runtime::types::ByteStream,
}

impl BytesInOut {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        body: impl ::std::convert::Into<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        Self {
            encoding: ::std::option::Option::None,
            body: ::std::convert::Into::into(body),
        }
    }
}

rt::structure! {
    BytesInOut, super::schema::BYTES_IN_OUT, encoding = 0, body = 1; stream = body
}

/// A chat.
#[derive(::std::default::Default)]
pub struct ChatInOut {
    /// What it is about.
    pub topic: ::std::option::Option<::std::string::String>,
    /// What happens.
    pub talk: ::whitesmith_runtime::types::EventStream<Talk>,
}

rt::structure! {
    ChatInOut, super::schema::CHAT_IN_OUT, topic = 0, talk = 1; stream = talk
}

/// One of two.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Choice {
    /// The chosen one.
    pub answer: ::std::option::Option<Answer>,
}

rt::structure! {
    Choice, super::schema::CHOICE, answer = 0
}

/// The room is closed.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Closed {
    /// The member `message`.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Closed, super::schema::CLOSED, message = 0
}

rt::error! {
    Closed
}

/// A conversation.
pub struct ConverseInput {
    /// Where it takes place.
    pub room: ::std::string::String,
    /// What it is about.
    pub topic: ::std::option::Option<::std::string::String>,
    /// What happens.
    pub talk: ::whitesmith_runtime::types::EventStream<Talk>,
}

impl ConverseInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        room: impl ::std::convert::Into<::std::string::String>,
        talk: impl ::std::convert::Into<::whitesmith_runtime::types::EventStream<Talk>>,
    ) -> Self {
        Self {
            room: ::std::convert::Into::into(room),
            topic: ::std::option::Option::None,
            talk: ::std::convert::Into::into(talk),
        }
    }
}

rt::structure! {
    ConverseInput, super::schema::CONVERSE_INPUT, room = 0, topic = 1, talk = 2; stream =
    talk
}

/// The other side of it.
pub struct ConverseOutput {
    /// What it is about.
    pub topic: ::std::string::String,
    /// What happens.
    pub talk: ::whitesmith_runtime::types::EventStream<Talk>,
}

impl ConverseOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(topic: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            topic: ::std::convert::Into::into(topic),
            talk: ::std::default::Default::default(),
        }
    }
}

rt::structure! {
    ConverseOutput, super::schema::CONVERSE_OUTPUT, topic = 0, talk = 1; stream = talk
}

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

/// How much of what.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListenInput {
    /// How many events.
    pub count: i32,
    /// What comes behind them.
    pub then: ::std::option::Option<::std::string::String>,
}

impl ListenInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(count: impl ::std::convert::Into<i32>) -> Self {
        Self {
            count: ::std::convert::Into::into(count),
            then: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    ListenInput, super::schema::LISTEN_INPUT, count = 0, then = 1
}

/// The events.
#[derive(::std::default::Default)]
pub struct ListenOutput {
    /// What happens.
    pub talk: ::whitesmith_runtime::types::EventStream<Talk>,
}

rt::structure! {
    ListenOutput, super::schema::LISTEN_OUTPUT, talk = 0; stream = talk
}

/// A header of each type.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Measured {
    /// The member `bool`.
    pub bool: ::std::option::Option<bool>,
    /// The member `byte`.
    pub byte: ::std::option::Option<i8>,
    /// The member `short`.
    pub short: ::std::option::Option<i16>,
    /// The member `int`.
    pub int: ::std::option::Option<i32>,
    /// The member `long`.
    pub long: ::std::option::Option<i64>,
    /// The member `blob`.
    pub blob: ::std::option::Option<::whitesmith_runtime::types::Blob>,
    /// The member `string`.
    pub string: ::std::option::Option<::std::string::String>,
    /// The member `time`.
    pub time: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
}

rt::structure! {
    Measured, super::schema::MEASURED, bool = 0, byte = 1, short = 2, int = 3, long = 4,
    blob = 5, string = 6, time = 7
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// How something is said.
pub enum Mood {
    /// `calm`
    Calm,
    /// `angry`
    Angry,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    Mood, super::schema::MOOD, Calm = "calm", Angry = "angry"
}

/// A plain text.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Note {
    /// The text.
    pub text: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Note, super::schema::NOTE, text = 0
}

/// A picture's size.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Picture {
    /// What it shows.
    pub title: ::std::option::Option<::std::string::String>,
    /// How large it is.
    pub size: ::std::option::Option<Size>,
}

rt::structure! {
    Picture, super::schema::PICTURE, title = 0, size = 1
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

/// Somebody said something.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Said {
    /// Who it was.
    pub speaker: ::std::string::String,
    /// How it was said.
    pub mood: ::std::option::Option<Mood>,
    /// What was said.
    pub text: Words,
    /// How loud it was.
    pub volume: i32,
}

impl Said {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        speaker: impl ::std::convert::Into<::std::string::String>,
        text: impl ::std::convert::Into<Words>,
    ) -> Self {
        Self {
            speaker: ::std::convert::Into::into(speaker),
            mood: ::std::option::Option::None,
            text: ::std::convert::Into::into(text),
            volume: 5,
        }
    }
}

rt::structure! {
    Said, super::schema::SAID, speaker = 0, mood = 1, text = 2, volume = 3
}

/// The events.
#[derive(::std::default::Default)]
pub struct SayInput {
    /// What happens.
    pub talk: ::whitesmith_runtime::types::EventStream<Talk>,
}

rt::structure! {
    SayInput, super::schema::SAY_INPUT, talk = 0; stream = talk
}

/// How many there were.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct SayOutput {
    /// Their number.
    pub count: i32,
    /// What ended them before their time.
    pub problem: ::std::option::Option<::std::string::String>,
}

impl SayOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(count: impl ::std::convert::Into<i32>) -> Self {
        Self {
            count: ::std::convert::Into::into(count),
            problem: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    SayOutput, super::schema::SAY_OUTPUT, count = 0, problem = 1
}

/// Nothing was said.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Silence {}

rt::structure! {
    Silence, super::schema::SILENCE,
}

/// Width and height.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Size {
    /// In dots.
    pub width: i32,
    /// In dots.
    pub height: ::std::option::Option<i32>,
}

impl Size {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(width: impl ::std::convert::Into<i32>) -> Self {
        Self {
            width: ::std::convert::Into::into(width),
            height: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    Size, super::schema::SIZE, width = 0, height = 1
}

/// A piece of sound.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Sound {
    /// Samples a second.
    pub rate: ::std::option::Option<i32>,
    /// The samples.
    pub data: ::std::option::Option<::whitesmith_runtime::types::Blob>,
}

rt::structure! {
    Sound, super::schema::SOUND, rate = 0, data = 1
}

/// What may happen in a conversation.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub enum Talk {
    /// Somebody said something.
    Said(Said),
    /// A piece of sound.
    Sound(Sound),
    /// A plain text.
    Note(Note),
    /// A picture's size.
    Picture(Picture),
    /// One of two.
    Choice(Choice),
    /// A header of each type.
    Measured(Measured),
    /// Nothing was said.
    Silence(Silence),
    /// The room is closed.
    Closed(Closed),
    /// A variant that the model does not list. Only a message can hold it.
    Unknown(rt::types::UnknownVariant),
}

rt::union! {
    Talk, super::schema::TALK, Said = 0, Sound = 1, Note = 2, Picture = 3, Choice = 4,
    Measured = 5, Silence = 6, Closed = 7
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

/// At least one letter, and no speech.
///
/// Length: 1 to 100
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Words(::std::string::String);

impl Words {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 100;
}

rt::constrained! {
    Words(::std::string::String), super::schema::WORDS
}
