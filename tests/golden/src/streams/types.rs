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

rt::structure! {
    BytesInOut, super::schema::BYTES_IN_OUT, encoding = 0, body = 1; stream = body
}

/// Builder of [`BytesInOut`].
#[must_use]
pub struct BytesInOutBuilder<C = ()>(pub(super) rt::Builder<BytesInOut, C>);

rt::builder!(BytesInOutBuilder, BytesInOut);

impl<C> BytesInOutBuilder<C> {
    /// See [`encoding`](BytesInOut::encoding).
    pub fn encoding(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, encoding, value)
    }

    /// Replaces or unsets [`encoding`](BytesInOut::encoding).
    pub fn set_encoding(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, encoding, value)
    }

    /// See [`body`](BytesInOut::body).
    pub fn body(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        rt::set!(self, body, value)
    }

    /// Replaces or unsets [`body`](BytesInOut::body).
    pub fn set_body(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
        >,
    ) -> Self {
        rt::replace!(self, body, value)
    }
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

/// Builder of [`ChatInOut`].
#[must_use]
pub struct ChatInOutBuilder<C = ()>(pub(super) rt::Builder<ChatInOut, C>);

rt::builder!(ChatInOutBuilder, ChatInOut);

impl<C> ChatInOutBuilder<C> {
    /// See [`topic`](ChatInOut::topic).
    pub fn topic(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, topic, value)
    }

    /// Replaces or unsets [`topic`](ChatInOut::topic).
    pub fn set_topic(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, topic, value)
    }

    /// See [`talk`](ChatInOut::talk).
    pub fn talk(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::EventStream<Talk>>,
    ) -> Self {
        rt::set!(self, talk, value)
    }

    /// Replaces or unsets [`talk`](ChatInOut::talk).
    pub fn set_talk(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::EventStream<Talk>>,
        >,
    ) -> Self {
        rt::replace!(self, talk, value)
    }
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

/// Builder of [`Choice`].
#[must_use]
pub struct ChoiceBuilder<C = ()>(pub(super) rt::Builder<Choice, C>);

rt::builder!(ChoiceBuilder, Choice);

impl<C> ChoiceBuilder<C> {
    /// See [`answer`](Choice::answer).
    pub fn answer(self, value: impl rt::IntoMember<Answer>) -> Self {
        rt::set!(self, answer, value)
    }

    /// Replaces or unsets [`answer`](Choice::answer).
    pub fn set_answer(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Answer>>,
    ) -> Self {
        rt::replace!(self, answer, value)
    }
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

/// Builder of [`Closed`].
#[must_use]
pub struct ClosedBuilder<C = ()>(pub(super) rt::Builder<Closed, C>);

rt::builder!(ClosedBuilder, Closed);

impl<C> ClosedBuilder<C> {
    /// See [`message`](Closed::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](Closed::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

rt::structure! {
    ConverseInput, super::schema::CONVERSE_INPUT, room = 0, topic = 1, talk = 2; stream =
    talk
}

/// Builder of [`ConverseInput`].
#[must_use]
pub struct ConverseInputBuilder<C = ()>(pub(super) rt::Builder<ConverseInput, C>);

rt::builder!(ConverseInputBuilder, ConverseInput);

impl<C> ConverseInputBuilder<C> {
    /// See [`room`](ConverseInput::room).
    pub fn room(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, room, value)
    }

    /// Replaces or unsets [`room`](ConverseInput::room).
    pub fn set_room(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, room, value)
    }

    /// See [`topic`](ConverseInput::topic).
    pub fn topic(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, topic, value)
    }

    /// Replaces or unsets [`topic`](ConverseInput::topic).
    pub fn set_topic(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, topic, value)
    }

    /// See [`talk`](ConverseInput::talk).
    pub fn talk(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::EventStream<Talk>>,
    ) -> Self {
        rt::set!(self, talk, value)
    }

    /// Replaces or unsets [`talk`](ConverseInput::talk).
    pub fn set_talk(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::EventStream<Talk>>,
        >,
    ) -> Self {
        rt::replace!(self, talk, value)
    }
}

/// The other side of it.
pub struct ConverseOutput {
    /// What it is about.
    pub topic: ::std::string::String,
    /// What happens.
    pub talk: ::whitesmith_runtime::types::EventStream<Talk>,
}

rt::structure! {
    ConverseOutput, super::schema::CONVERSE_OUTPUT, topic = 0, talk = 1; stream = talk
}

/// Builder of [`ConverseOutput`].
#[must_use]
pub struct ConverseOutputBuilder<C = ()>(pub(super) rt::Builder<ConverseOutput, C>);

rt::builder!(ConverseOutputBuilder, ConverseOutput);

impl<C> ConverseOutputBuilder<C> {
    /// See [`topic`](ConverseOutput::topic).
    pub fn topic(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, topic, value)
    }

    /// Replaces or unsets [`topic`](ConverseOutput::topic).
    pub fn set_topic(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, topic, value)
    }

    /// See [`talk`](ConverseOutput::talk).
    pub fn talk(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::EventStream<Talk>>,
    ) -> Self {
        rt::set!(self, talk, value)
    }

    /// Replaces or unsets [`talk`](ConverseOutput::talk).
    pub fn set_talk(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::EventStream<Talk>>,
        >,
    ) -> Self {
        rt::replace!(self, talk, value)
    }
}

/// The bytes.
pub struct UploadCountedInput {
    /// What is uploaded.
    pub body: ::whitesmith_runtime::types::ByteStream,
}

rt::structure! {
    UploadCountedInput, super::schema::UPLOAD_COUNTED_INPUT, body = 0; stream = body
}

/// Builder of [`UploadCountedInput`].
#[must_use]
pub struct UploadCountedInputBuilder<C = ()>(
    pub(super) rt::Builder<UploadCountedInput, C>,
);

rt::builder!(UploadCountedInputBuilder, UploadCountedInput);

impl<C> UploadCountedInputBuilder<C> {
    /// See [`body`](UploadCountedInput::body).
    pub fn body(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        rt::set!(self, body, value)
    }

    /// Replaces or unsets [`body`](UploadCountedInput::body).
    pub fn set_body(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
        >,
    ) -> Self {
        rt::replace!(self, body, value)
    }
}

/// Bytes whose number is known, again.
pub struct UploadCountedOutput {
    /// What was uploaded.
    pub body: ::whitesmith_runtime::types::ByteStream,
}

rt::structure! {
    UploadCountedOutput, super::schema::UPLOAD_COUNTED_OUTPUT, body = 0; stream = body
}

/// Builder of [`UploadCountedOutput`].
#[must_use]
pub struct UploadCountedOutputBuilder<C = ()>(
    pub(super) rt::Builder<UploadCountedOutput, C>,
);

rt::builder!(UploadCountedOutputBuilder, UploadCountedOutput);

impl<C> UploadCountedOutputBuilder<C> {
    /// See [`body`](UploadCountedOutput::body).
    pub fn body(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        rt::set!(self, body, value)
    }

    /// Replaces or unsets [`body`](UploadCountedOutput::body).
    pub fn set_body(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
        >,
    ) -> Self {
        rt::replace!(self, body, value)
    }
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

rt::structure! {
    DownloadInput, super::schema::DOWNLOAD_INPUT, size = 0, fails = 1, counted = 2
}

/// Builder of [`DownloadInput`].
#[must_use]
pub struct DownloadInputBuilder<C = ()>(pub(super) rt::Builder<DownloadInput, C>);

rt::builder!(DownloadInputBuilder, DownloadInput);

impl<C> DownloadInputBuilder<C> {
    /// See [`size`](DownloadInput::size).
    pub fn size(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, size, value)
    }

    /// Replaces or unsets [`size`](DownloadInput::size).
    pub fn set_size(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, size, value)
    }

    /// See [`fails`](DownloadInput::fails).
    pub fn fails(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, fails, value)
    }

    /// Replaces or unsets [`fails`](DownloadInput::fails).
    pub fn set_fails(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, fails, value)
    }

    /// See [`counted`](DownloadInput::counted).
    pub fn counted(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, counted, value)
    }

    /// Replaces or unsets [`counted`](DownloadInput::counted).
    pub fn set_counted(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, counted, value)
    }
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

/// Builder of [`DownloadOutput`].
#[must_use]
pub struct DownloadOutputBuilder<C = ()>(pub(super) rt::Builder<DownloadOutput, C>);

rt::builder!(DownloadOutputBuilder, DownloadOutput);

impl<C> DownloadOutputBuilder<C> {
    /// See [`note`](DownloadOutput::note).
    pub fn note(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, note, value)
    }

    /// Replaces or unsets [`note`](DownloadOutput::note).
    pub fn set_note(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, note, value)
    }

    /// See [`body`](DownloadOutput::body).
    pub fn body(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        rt::set!(self, body, value)
    }

    /// Replaces or unsets [`body`](DownloadOutput::body).
    pub fn set_body(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
        >,
    ) -> Self {
        rt::replace!(self, body, value)
    }
}

/// How much of what.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListenInput {
    /// How many events.
    pub count: i32,
    /// What comes behind them.
    pub then: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ListenInput, super::schema::LISTEN_INPUT, count = 0, then = 1
}

/// Builder of [`ListenInput`].
#[must_use]
pub struct ListenInputBuilder<C = ()>(pub(super) rt::Builder<ListenInput, C>);

rt::builder!(ListenInputBuilder, ListenInput);

impl<C> ListenInputBuilder<C> {
    /// See [`count`](ListenInput::count).
    pub fn count(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, count, value)
    }

    /// Replaces or unsets [`count`](ListenInput::count).
    pub fn set_count(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, count, value)
    }

    /// See [`then`](ListenInput::then).
    pub fn then(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, then, value)
    }

    /// Replaces or unsets [`then`](ListenInput::then).
    pub fn set_then(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, then, value)
    }
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

/// Builder of [`ListenOutput`].
#[must_use]
pub struct ListenOutputBuilder<C = ()>(pub(super) rt::Builder<ListenOutput, C>);

rt::builder!(ListenOutputBuilder, ListenOutput);

impl<C> ListenOutputBuilder<C> {
    /// See [`talk`](ListenOutput::talk).
    pub fn talk(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::EventStream<Talk>>,
    ) -> Self {
        rt::set!(self, talk, value)
    }

    /// Replaces or unsets [`talk`](ListenOutput::talk).
    pub fn set_talk(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::EventStream<Talk>>,
        >,
    ) -> Self {
        rt::replace!(self, talk, value)
    }
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

/// Builder of [`Measured`].
#[must_use]
pub struct MeasuredBuilder<C = ()>(pub(super) rt::Builder<Measured, C>);

rt::builder!(MeasuredBuilder, Measured);

impl<C> MeasuredBuilder<C> {
    /// See [`bool`](Measured::bool).
    pub fn bool(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, bool, value)
    }

    /// Replaces or unsets [`bool`](Measured::bool).
    pub fn set_bool(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, bool, value)
    }

    /// See [`byte`](Measured::byte).
    pub fn byte(self, value: impl rt::IntoMember<i8>) -> Self {
        rt::set!(self, byte, value)
    }

    /// Replaces or unsets [`byte`](Measured::byte).
    pub fn set_byte(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i8>>,
    ) -> Self {
        rt::replace!(self, byte, value)
    }

    /// See [`short`](Measured::short).
    pub fn short(self, value: impl rt::IntoMember<i16>) -> Self {
        rt::set!(self, short, value)
    }

    /// Replaces or unsets [`short`](Measured::short).
    pub fn set_short(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i16>>,
    ) -> Self {
        rt::replace!(self, short, value)
    }

    /// See [`int`](Measured::int).
    pub fn int(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, int, value)
    }

    /// Replaces or unsets [`int`](Measured::int).
    pub fn set_int(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, int, value)
    }

    /// See [`long`](Measured::long).
    pub fn long(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, long, value)
    }

    /// Replaces or unsets [`long`](Measured::long).
    pub fn set_long(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, long, value)
    }

    /// See [`blob`](Measured::blob).
    pub fn blob(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
    ) -> Self {
        rt::set!(self, blob, value)
    }

    /// Replaces or unsets [`blob`](Measured::blob).
    pub fn set_blob(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
        >,
    ) -> Self {
        rt::replace!(self, blob, value)
    }

    /// See [`string`](Measured::string).
    pub fn string(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, string, value)
    }

    /// Replaces or unsets [`string`](Measured::string).
    pub fn set_string(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, string, value)
    }

    /// See [`time`](Measured::time).
    pub fn time(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, time, value)
    }

    /// Replaces or unsets [`time`](Measured::time).
    pub fn set_time(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, time, value)
    }
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

/// Builder of [`Note`].
#[must_use]
pub struct NoteBuilder<C = ()>(pub(super) rt::Builder<Note, C>);

rt::builder!(NoteBuilder, Note);

impl<C> NoteBuilder<C> {
    /// See [`text`](Note::text).
    pub fn text(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, text, value)
    }

    /// Replaces or unsets [`text`](Note::text).
    pub fn set_text(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, text, value)
    }
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

/// Builder of [`Picture`].
#[must_use]
pub struct PictureBuilder<C = ()>(pub(super) rt::Builder<Picture, C>);

rt::builder!(PictureBuilder, Picture);

impl<C> PictureBuilder<C> {
    /// See [`title`](Picture::title).
    pub fn title(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, title, value)
    }

    /// Replaces or unsets [`title`](Picture::title).
    pub fn set_title(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, title, value)
    }

    /// See [`size`](Picture::size).
    pub fn size(self, value: impl rt::IntoMember<Size>) -> Self {
        rt::set!(self, size, value)
    }

    /// Replaces or unsets [`size`](Picture::size).
    pub fn set_size(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Size>>,
    ) -> Self {
        rt::replace!(self, size, value)
    }
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

/// Builder of [`Refused`].
#[must_use]
pub struct RefusedBuilder<C = ()>(pub(super) rt::Builder<Refused, C>);

rt::builder!(RefusedBuilder, Refused);

impl<C> RefusedBuilder<C> {
    /// See [`message`](Refused::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](Refused::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

rt::structure! {
    Said, super::schema::SAID, speaker = 0, mood = 1, text = 2, volume = 3
}

/// Builder of [`Said`].
#[must_use]
pub struct SaidBuilder<C = ()>(pub(super) rt::Builder<Said, C>);

rt::builder!(SaidBuilder, Said);

impl<C> SaidBuilder<C> {
    /// See [`speaker`](Said::speaker).
    pub fn speaker(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, speaker, value)
    }

    /// Replaces or unsets [`speaker`](Said::speaker).
    pub fn set_speaker(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, speaker, value)
    }

    /// See [`mood`](Said::mood).
    pub fn mood(self, value: impl rt::IntoMember<Mood>) -> Self {
        rt::set!(self, mood, value)
    }

    /// Replaces or unsets [`mood`](Said::mood).
    pub fn set_mood(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Mood>>,
    ) -> Self {
        rt::replace!(self, mood, value)
    }

    /// See [`text`](Said::text).
    pub fn text(self, value: impl rt::IntoMember<Words>) -> Self {
        rt::set!(self, text, value)
    }

    /// Replaces or unsets [`text`](Said::text).
    pub fn set_text(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Words>>,
    ) -> Self {
        rt::replace!(self, text, value)
    }

    /// See [`volume`](Said::volume).
    pub fn volume(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, volume, value)
    }

    /// Replaces or unsets [`volume`](Said::volume).
    pub fn set_volume(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, volume, value)
    }
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

/// Builder of [`SayInput`].
#[must_use]
pub struct SayInputBuilder<C = ()>(pub(super) rt::Builder<SayInput, C>);

rt::builder!(SayInputBuilder, SayInput);

impl<C> SayInputBuilder<C> {
    /// See [`talk`](SayInput::talk).
    pub fn talk(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::EventStream<Talk>>,
    ) -> Self {
        rt::set!(self, talk, value)
    }

    /// Replaces or unsets [`talk`](SayInput::talk).
    pub fn set_talk(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::EventStream<Talk>>,
        >,
    ) -> Self {
        rt::replace!(self, talk, value)
    }
}

/// How many there were.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct SayOutput {
    /// Their number.
    pub count: i32,
    /// What ended them before their time.
    pub problem: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    SayOutput, super::schema::SAY_OUTPUT, count = 0, problem = 1
}

/// Builder of [`SayOutput`].
#[must_use]
pub struct SayOutputBuilder<C = ()>(pub(super) rt::Builder<SayOutput, C>);

rt::builder!(SayOutputBuilder, SayOutput);

impl<C> SayOutputBuilder<C> {
    /// See [`count`](SayOutput::count).
    pub fn count(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, count, value)
    }

    /// Replaces or unsets [`count`](SayOutput::count).
    pub fn set_count(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, count, value)
    }

    /// See [`problem`](SayOutput::problem).
    pub fn problem(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, problem, value)
    }

    /// Replaces or unsets [`problem`](SayOutput::problem).
    pub fn set_problem(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, problem, value)
    }
}

/// Nothing was said.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Silence {}

rt::structure! {
    Silence, super::schema::SILENCE,
}

/// Builder of [`Silence`].
#[must_use]
pub struct SilenceBuilder<C = ()>(pub(super) rt::Builder<Silence, C>);

rt::builder!(SilenceBuilder, Silence);

/// Width and height.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Size {
    /// In dots.
    pub width: i32,
    /// In dots.
    pub height: ::std::option::Option<i32>,
}

rt::structure! {
    Size, super::schema::SIZE, width = 0, height = 1
}

/// Builder of [`Size`].
#[must_use]
pub struct SizeBuilder<C = ()>(pub(super) rt::Builder<Size, C>);

rt::builder!(SizeBuilder, Size);

impl<C> SizeBuilder<C> {
    /// See [`width`](Size::width).
    pub fn width(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, width, value)
    }

    /// Replaces or unsets [`width`](Size::width).
    pub fn set_width(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, width, value)
    }

    /// See [`height`](Size::height).
    pub fn height(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, height, value)
    }

    /// Replaces or unsets [`height`](Size::height).
    pub fn set_height(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, height, value)
    }
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

/// Builder of [`Sound`].
#[must_use]
pub struct SoundBuilder<C = ()>(pub(super) rt::Builder<Sound, C>);

rt::builder!(SoundBuilder, Sound);

impl<C> SoundBuilder<C> {
    /// See [`rate`](Sound::rate).
    pub fn rate(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, rate, value)
    }

    /// Replaces or unsets [`rate`](Sound::rate).
    pub fn set_rate(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, rate, value)
    }

    /// See [`data`](Sound::data).
    pub fn data(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
    ) -> Self {
        rt::set!(self, data, value)
    }

    /// Replaces or unsets [`data`](Sound::data).
    pub fn set_data(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
        >,
    ) -> Self {
        rt::replace!(self, data, value)
    }
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

/// Builder of [`TextInOut`].
#[must_use]
pub struct TextInOutBuilder<C = ()>(pub(super) rt::Builder<TextInOut, C>);

rt::builder!(TextInOutBuilder, TextInOut);

impl<C> TextInOutBuilder<C> {
    /// See [`body`](TextInOut::body).
    pub fn body(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        rt::set!(self, body, value)
    }

    /// Replaces or unsets [`body`](TextInOut::body).
    pub fn set_body(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
        >,
    ) -> Self {
        rt::replace!(self, body, value)
    }
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

rt::structure! {
    UploadInput, super::schema::UPLOAD_INPUT, name = 0, note = 1, body = 2; stream = body
}

/// Builder of [`UploadInput`].
#[must_use]
pub struct UploadInputBuilder<C = ()>(pub(super) rt::Builder<UploadInput, C>);

rt::builder!(UploadInputBuilder, UploadInput);

impl<C> UploadInputBuilder<C> {
    /// See [`name`](UploadInput::name).
    pub fn name(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](UploadInput::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`note`](UploadInput::note).
    pub fn note(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, note, value)
    }

    /// Replaces or unsets [`note`](UploadInput::note).
    pub fn set_note(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, note, value)
    }

    /// See [`body`](UploadInput::body).
    pub fn body(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        rt::set!(self, body, value)
    }

    /// Replaces or unsets [`body`](UploadInput::body).
    pub fn set_body(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
        >,
    ) -> Self {
        rt::replace!(self, body, value)
    }
}

/// What was taken.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct UploadOutput {
    /// How many bytes there were.
    pub length: i64,
    /// The sum of all bytes.
    pub sum: i64,
}

rt::structure! {
    UploadOutput, super::schema::UPLOAD_OUTPUT, length = 0, sum = 1
}

/// Builder of [`UploadOutput`].
#[must_use]
pub struct UploadOutputBuilder<C = ()>(pub(super) rt::Builder<UploadOutput, C>);

rt::builder!(UploadOutputBuilder, UploadOutput);

impl<C> UploadOutputBuilder<C> {
    /// See [`length`](UploadOutput::length).
    pub fn length(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, length, value)
    }

    /// Replaces or unsets [`length`](UploadOutput::length).
    pub fn set_length(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, length, value)
    }

    /// See [`sum`](UploadOutput::sum).
    pub fn sum(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, sum, value)
    }

    /// Replaces or unsets [`sum`](UploadOutput::sum).
    pub fn set_sum(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, sum, value)
    }
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
