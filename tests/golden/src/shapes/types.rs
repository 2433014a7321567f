// Written by whitesmith from cases/shapes.json. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `Shapes`.

use ::whitesmith_runtime as rt;

/// One member of each type.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct AllTypes {
    /// The member `boolean`.
    pub boolean: ::std::option::Option<bool>,
    /// The member `byte`.
    pub byte: ::std::option::Option<i8>,
    /// The member `short`.
    pub short: ::std::option::Option<i16>,
    /// The member `integer`.
    pub integer: ::std::option::Option<i32>,
    /// The member `long`.
    pub long: ::std::option::Option<i64>,
    /// The member `float`.
    pub float: ::std::option::Option<f32>,
    /// The member `double`.
    pub double: ::std::option::Option<f64>,
    /// The member `bigInteger`.
    pub big_integer: ::std::option::Option<::whitesmith_runtime::types::BigInteger>,
    /// The member `bigDecimal`.
    pub big_decimal: ::std::option::Option<::whitesmith_runtime::types::BigDecimal>,
    /// The member `string`.
    pub string: ::std::option::Option<::std::string::String>,
    /// The member `blob`.
    pub blob: ::std::option::Option<::whitesmith_runtime::types::Blob>,
    /// The member `timestamp`.
    pub timestamp: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
    /// The member `dateTime`.
    pub date_time: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
    /// The member `httpDate`.
    pub http_date: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
    /// The member `document`.
    pub document: ::std::option::Option<::whitesmith_runtime::types::Document>,
    /// The member `colour`.
    pub colour: ::std::option::Option<Colour>,
    /// The member `level`.
    pub level: ::std::option::Option<Level>,
    /// The member `strings`.
    pub strings: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The member `sparse`.
    pub sparse: ::std::option::Option<
        ::std::vec::Vec<::std::option::Option<::std::string::String>>,
    >,
    /// The member `numbers`.
    pub numbers: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, i32>,
    >,
    /// The member `sparseNumbers`.
    pub sparse_numbers: ::std::option::Option<
        ::std::collections::BTreeMap<Colour, ::std::option::Option<i32>>,
    >,
    /// The member `nested`.
    pub nested: ::std::option::Option<
        ::std::vec::Vec<::std::collections::BTreeMap<::std::string::String, i32>>,
    >,
    /// One of several.
    pub choice: ::std::option::Option<Choice>,
    /// A value that holds others of its kind.
    pub tree: ::std::option::Option<Tree>,
    /// The member `renamed`.
    pub renamed: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    AllTypes, super::schema::ALL_TYPES, boolean = 0, byte = 1, short = 2, integer = 3,
    long = 4, float = 5, double = 6, big_integer = 7, big_decimal = 8, string = 9, blob =
    10, timestamp = 11, date_time = 12, http_date = 13, document = 14, colour = 15, level
    = 16, strings = 17, sparse = 18, numbers = 19, sparse_numbers = 20, nested = 21,
    choice = 22, tree = 23, renamed = 24
}

/// Try again later.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Busy {
    /// The member `Message`.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Busy, super::schema::BUSY, message = 0
}

rt::error! {
    Busy
}

/// One of several.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub enum Choice {
    /// The member `text`.
    Text(::std::string::String),
    /// One of several.
    Deep(::std::boxed::Box<Choice>),
    /// The member `many`.
    Many(::std::vec::Vec<Choice>),
    /// The member `nothing`.
    Nothing(::whitesmith_runtime::types::Unit),
    /// A value that holds others of its kind.
    Tree(Tree),
    /// A variant that the model does not list. Only a message can hold it.
    Unknown(rt::types::UnknownVariant),
}

rt::union! {
    Choice, super::schema::CHOICE, Text = 0, Deep = 1, Many = 2, Nothing = 3, Tree = 4
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// The model's `Colour`.
pub enum Colour {
    /// The colour of stop lights.
    Red,
    /// `dark green`
    DarkGreen,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    Colour, super::schema::COLOUR, Red = "red", DarkGreen = "dark green"
}

/// The model's `DefaultsInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DefaultsInput {
    /// The member `boolean`.
    pub boolean: bool,
    /// The member `integer`.
    pub integer: i32,
    /// The member `float`.
    pub float: f64,
    /// The member `string`.
    pub string: ::std::string::String,
    /// The member `colour`.
    pub colour: Colour,
    /// The member `level`.
    pub level: Level,
    /// The member `strings`.
    pub strings: ::std::vec::Vec<::std::string::String>,
    /// The member `numbers`.
    pub numbers: ::std::collections::BTreeMap<::std::string::String, i32>,
    /// The member `document`.
    pub document: ::whitesmith_runtime::types::Document,
    /// The member `timestamp`.
    pub timestamp: ::whitesmith_runtime::types::Timestamp,
    /// The member `limited`.
    pub limited: Limited,
    /// The member `none`.
    pub none: ::std::option::Option<::std::string::String>,
    /// The member `zero`.
    pub zero: i32,
}

impl ::std::default::Default for DefaultsInput {
    fn default() -> Self {
        Self {
            boolean: true,
            integer: 7,
            float: 1.5,
            string: ::std::convert::Into::into("hello"),
            colour: Colour::DarkGreen,
            level: Level::High,
            strings: ::std::default::Default::default(),
            numbers: ::std::default::Default::default(),
            document: ::std::convert::Into::into(true),
            timestamp: rt::types::Timestamp::EPOCH,
            limited: Limited(3),
            none: ::std::option::Option::None,
            zero: 0,
        }
    }
}

rt::structure! {
    DefaultsInput, super::schema::DEFAULTS_INPUT, boolean = 0, integer = 1, float = 2,
    string = 3, colour = 4, level = 5, strings = 6, numbers = 7, document = 8, timestamp
    = 9, limited = 10, none = 11, zero = 12
}

/// The model's `DefaultsOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DefaultsOutput {
    /// The member `boolean`.
    pub boolean: bool,
    /// The member `integer`.
    pub integer: i32,
    /// The member `float`.
    pub float: f64,
    /// The member `string`.
    pub string: ::std::string::String,
    /// The member `colour`.
    pub colour: Colour,
    /// The member `level`.
    pub level: Level,
    /// The member `strings`.
    pub strings: ::std::vec::Vec<::std::string::String>,
    /// The member `numbers`.
    pub numbers: ::std::collections::BTreeMap<::std::string::String, i32>,
    /// The member `document`.
    pub document: ::whitesmith_runtime::types::Document,
    /// The member `timestamp`.
    pub timestamp: ::whitesmith_runtime::types::Timestamp,
    /// The member `limited`.
    pub limited: Limited,
    /// The member `none`.
    pub none: ::std::option::Option<::std::string::String>,
    /// The member `zero`.
    pub zero: i32,
}

impl ::std::default::Default for DefaultsOutput {
    fn default() -> Self {
        Self {
            boolean: true,
            integer: 7,
            float: 1.5,
            string: ::std::convert::Into::into("hello"),
            colour: Colour::DarkGreen,
            level: Level::High,
            strings: ::std::default::Default::default(),
            numbers: ::std::default::Default::default(),
            document: ::std::convert::Into::into(true),
            timestamp: rt::types::Timestamp::EPOCH,
            limited: Limited(3),
            none: ::std::option::Option::None,
            zero: 0,
        }
    }
}

rt::structure! {
    DefaultsOutput, super::schema::DEFAULTS_OUTPUT, boolean = 0, integer = 1, float = 2,
    string = 3, colour = 4, level = 5, strings = 6, numbers = 7, document = 8, timestamp
    = 9, limited = 10, none = 11, zero = 12
}

/// Every place of a request.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct EchoBindingsInput {
    /// The member `label`.
    pub label: ::std::string::String,
    /// The member `path`.
    pub path: ::std::string::String,
    /// The member `number`.
    pub number: ::std::option::Option<i32>,
    /// The member `list`.
    pub list: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The member `params`.
    pub params: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    >,
    /// The member `header`.
    pub header: ::std::option::Option<::std::string::String>,
    /// The member `headers`.
    pub headers: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The member `when`.
    pub when: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
    /// The member `dates`.
    pub dates: ::std::option::Option<
        ::std::vec::Vec<::whitesmith_runtime::types::Timestamp>,
    >,
    /// The member `prefixed`.
    pub prefixed: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    >,
    /// The member `media`.
    pub media: ::std::option::Option<::std::string::String>,
    /// The member `body`.
    pub body: ::std::option::Option<::std::string::String>,
    /// The member `token`.
    pub token: ::std::option::Option<::std::string::String>,
}

impl EchoBindingsInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        label: impl ::std::convert::Into<::std::string::String>,
        path: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            label: ::std::convert::Into::into(label),
            path: ::std::convert::Into::into(path),
            number: ::std::option::Option::None,
            list: ::std::option::Option::None,
            params: ::std::option::Option::None,
            header: ::std::option::Option::None,
            headers: ::std::option::Option::None,
            when: ::std::option::Option::None,
            dates: ::std::option::Option::None,
            prefixed: ::std::option::Option::None,
            media: ::std::option::Option::None,
            body: ::std::option::Option::None,
            token: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    EchoBindingsInput, super::schema::ECHO_BINDINGS_INPUT, label = 0, path = 1, number =
    2, list = 3, params = 4, header = 5, headers = 6, when = 7, dates = 8, prefixed = 9,
    media = 10, body = 11, token = 12
}

/// The model's `EchoBindingsOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoBindingsOutput {
    /// The member `status`.
    pub status: ::std::option::Option<i32>,
    /// The member `header`.
    pub header: ::std::option::Option<::std::string::String>,
    /// The member `headers`.
    pub headers: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The member `when`.
    pub when: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
    /// The member `prefixed`.
    pub prefixed: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    >,
    /// The member `label`.
    pub label: ::std::option::Option<::std::string::String>,
    /// The member `path`.
    pub path: ::std::option::Option<::std::string::String>,
    /// The member `number`.
    pub number: ::std::option::Option<i32>,
    /// The member `list`.
    pub list: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The member `params`.
    pub params: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    >,
    /// The member `dates`.
    pub dates: ::std::option::Option<
        ::std::vec::Vec<::whitesmith_runtime::types::Timestamp>,
    >,
    /// The member `media`.
    pub media: ::std::option::Option<::std::string::String>,
    /// The member `body`.
    pub body: ::std::option::Option<::std::string::String>,
    /// The member `token`.
    pub token: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    EchoBindingsOutput, super::schema::ECHO_BINDINGS_OUTPUT, status = 0, header = 1,
    headers = 2, when = 3, prefixed = 4, label = 5, path = 6, number = 7, list = 8,
    params = 9, dates = 10, media = 11, body = 12, token = 13
}

/// The model's `EchoBlobPayloadInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoBlobPayloadInput {
    /// The member `payload`.
    pub payload: ::std::option::Option<::whitesmith_runtime::types::Blob>,
}

rt::structure! {
    EchoBlobPayloadInput, super::schema::ECHO_BLOB_PAYLOAD_INPUT, payload = 0
}

/// The model's `EchoBlobPayloadOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoBlobPayloadOutput {
    /// The member `payload`.
    pub payload: ::std::option::Option<::whitesmith_runtime::types::Blob>,
}

rt::structure! {
    EchoBlobPayloadOutput, super::schema::ECHO_BLOB_PAYLOAD_OUTPUT, payload = 0
}

/// The model's `EchoDocumentPayloadInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoDocumentPayloadInput {
    /// The member `payload`.
    pub payload: ::std::option::Option<::whitesmith_runtime::types::Document>,
}

rt::structure! {
    EchoDocumentPayloadInput, super::schema::ECHO_DOCUMENT_PAYLOAD_INPUT, payload = 0
}

/// The model's `EchoDocumentPayloadOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoDocumentPayloadOutput {
    /// The member `payload`.
    pub payload: ::std::option::Option<::whitesmith_runtime::types::Document>,
}

rt::structure! {
    EchoDocumentPayloadOutput, super::schema::ECHO_DOCUMENT_PAYLOAD_OUTPUT, payload = 0
}

/// The model's `EchoEnumPayloadInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoEnumPayloadInput {
    /// The member `payload`.
    pub payload: ::std::option::Option<Colour>,
}

rt::structure! {
    EchoEnumPayloadInput, super::schema::ECHO_ENUM_PAYLOAD_INPUT, payload = 0
}

/// The model's `EchoEnumPayloadOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoEnumPayloadOutput {
    /// The member `payload`.
    pub payload: ::std::option::Option<Colour>,
}

rt::structure! {
    EchoEnumPayloadOutput, super::schema::ECHO_ENUM_PAYLOAD_OUTPUT, payload = 0
}

/// The model's `EchoStringPayloadInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoStringPayloadInput {
    /// The member `payload`.
    pub payload: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    EchoStringPayloadInput, super::schema::ECHO_STRING_PAYLOAD_INPUT, payload = 0
}

/// The model's `EchoStringPayloadOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoStringPayloadOutput {
    /// The member `payload`.
    pub payload: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    EchoStringPayloadOutput, super::schema::ECHO_STRING_PAYLOAD_OUTPUT, payload = 0
}

/// The model's `EchoStructurePayloadInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoStructurePayloadInput {
    /// A value that holds others of its kind.
    pub payload: ::std::option::Option<Tree>,
}

rt::structure! {
    EchoStructurePayloadInput, super::schema::ECHO_STRUCTURE_PAYLOAD_INPUT, payload = 0
}

/// The model's `EchoStructurePayloadOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoStructurePayloadOutput {
    /// A value that holds others of its kind.
    pub payload: ::std::option::Option<Tree>,
}

rt::structure! {
    EchoStructurePayloadOutput, super::schema::ECHO_STRUCTURE_PAYLOAD_OUTPUT, payload = 0
}

/// The model's `EchoTypesInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoTypesInput {
    /// One member of each type.
    pub all: ::std::option::Option<AllTypes>,
}

rt::structure! {
    EchoTypesInput, super::schema::ECHO_TYPES_INPUT, all = 0
}

/// The model's `EchoTypesOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoTypesOutput {
    /// One member of each type.
    pub all: ::std::option::Option<AllTypes>,
}

rt::structure! {
    EchoTypesOutput, super::schema::ECHO_TYPES_OUTPUT, all = 0
}

/// The model's `EchoUnionPayloadInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoUnionPayloadInput {
    /// One of several.
    pub payload: ::std::option::Option<Choice>,
}

rt::structure! {
    EchoUnionPayloadInput, super::schema::ECHO_UNION_PAYLOAD_INPUT, payload = 0
}

/// The model's `EchoUnionPayloadOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EchoUnionPayloadOutput {
    /// One of several.
    pub payload: ::std::option::Option<Choice>,
}

rt::structure! {
    EchoUnionPayloadOutput, super::schema::ECHO_UNION_PAYLOAD_OUTPUT, payload = 0
}

#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// The model's `Level`.
pub enum Level {
    /// `1`
    Low,
    /// `10`
    High,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownNumber),
}

rt::int_enum! {
    Level, super::schema::LEVEL, Low = 1, High = 10
}

/// The model's `Limited`.
///
/// Range: 1 to 5
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Limited(i32);

impl Limited {
    /// The least value.
    pub const MIN: i32 = 1;

    /// The greatest value.
    pub const MAX: i32 = 5;
}

rt::constrained! {
    Limited(i32), super::schema::LIMITED
}

/// The model's `ListItemsInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ListItemsInput {
    /// The member `next`.
    pub next: ::std::option::Option<::std::string::String>,
    /// The member `size`.
    pub size: ::std::option::Option<i32>,
}

rt::structure! {
    ListItemsInput, super::schema::LIST_ITEMS_INPUT, next = 0, size = 1
}

/// The model's `ListItemsOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ListItemsOutput {
    /// The member `page`.
    pub page: ::std::option::Option<Page>,
}

rt::structure! {
    ListItemsOutput, super::schema::LIST_ITEMS_OUTPUT, page = 0
}

/// The model's `Page`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Page {
    /// The member `items`.
    pub items: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The member `next`.
    pub next: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Page, super::schema::PAGE, items = 0, next = 1
}

/// The model's `Password`.
///
/// Length: at least 3
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Password(::std::string::String);

impl Password {
    /// The least length.
    pub const MIN_LENGTH: usize = 3;
}

rt::constrained! {
    Password(::std::string::String), super::schema::PASSWORD
}

/// The model's `SecretsInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct SecretsInput {
    /// The member `password`.
    pub password: Password,
    /// The member `passwords`.
    pub passwords: ::std::option::Option<::std::vec::Vec<Password>>,
    /// The member `note`.
    pub note: ::std::option::Option<::std::string::String>,
    /// The member `plain`.
    pub plain: ::std::option::Option<::std::string::String>,
}

impl SecretsInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(password: impl ::std::convert::Into<Password>) -> Self {
        Self {
            password: ::std::convert::Into::into(password),
            passwords: ::std::option::Option::None,
            note: ::std::option::Option::None,
            plain: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    SecretsInput, super::schema::SECRETS_INPUT, password = 0, passwords = 1, note = 2,
    plain = 3
}

/// The model's `SecretsOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SecretsOutput {
    /// The member `password`.
    pub password: ::std::option::Option<Password>,
}

rt::structure! {
    SecretsOutput, super::schema::SECRETS_OUTPUT, password = 0
}

/// It is a teapot.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Teapot {
    /// The member `message`.
    pub message: ::std::option::Option<::std::string::String>,
    /// The member `spout`.
    pub spout: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Teapot, super::schema::TEAPOT, message = 0, spout = 1
}

rt::error! {
    Teapot
}

/// A value that holds others of its kind.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Tree {
    /// The member `value`.
    pub value: ::std::option::Option<::std::string::String>,
    /// A value that holds others of its kind.
    pub left: ::std::option::Option<::std::boxed::Box<Tree>>,
    /// A value that holds others of its kind.
    pub right: ::std::option::Option<::std::boxed::Box<Tree>>,
    /// The member `forest`.
    pub forest: ::std::option::Option<::std::vec::Vec<Tree>>,
}

rt::structure! {
    Tree, super::schema::TREE, value = 0, left = 1, right = 2, forest = 3
}

/// The input of `Nothing`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct NothingInput {}

rt::structure! {
    NothingInput, rt::schema::prelude::UNIT,
}

/// The output of `Nothing`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct NothingOutput {}

rt::structure! {
    NothingOutput, rt::schema::prelude::UNIT,
}
