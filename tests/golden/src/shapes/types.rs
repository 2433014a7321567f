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

/// Builder of [`AllTypes`].
#[must_use]
pub struct AllTypesBuilder<C = ()>(pub(super) rt::Builder<AllTypes, C>);

rt::builder!(AllTypesBuilder, AllTypes);

impl<C> AllTypesBuilder<C> {
    /// See [`boolean`](AllTypes::boolean).
    pub fn boolean(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, boolean, value)
    }

    /// Replaces or unsets [`boolean`](AllTypes::boolean).
    pub fn set_boolean(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, boolean, value)
    }

    /// See [`byte`](AllTypes::byte).
    pub fn byte(self, value: impl rt::IntoMember<i8>) -> Self {
        rt::set!(self, byte, value)
    }

    /// Replaces or unsets [`byte`](AllTypes::byte).
    pub fn set_byte(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i8>>,
    ) -> Self {
        rt::replace!(self, byte, value)
    }

    /// See [`short`](AllTypes::short).
    pub fn short(self, value: impl rt::IntoMember<i16>) -> Self {
        rt::set!(self, short, value)
    }

    /// Replaces or unsets [`short`](AllTypes::short).
    pub fn set_short(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i16>>,
    ) -> Self {
        rt::replace!(self, short, value)
    }

    /// See [`integer`](AllTypes::integer).
    pub fn integer(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, integer, value)
    }

    /// Replaces or unsets [`integer`](AllTypes::integer).
    pub fn set_integer(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, integer, value)
    }

    /// See [`long`](AllTypes::long).
    pub fn long(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, long, value)
    }

    /// Replaces or unsets [`long`](AllTypes::long).
    pub fn set_long(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, long, value)
    }

    /// See [`float`](AllTypes::float).
    pub fn float(self, value: impl rt::IntoMember<f32>) -> Self {
        rt::set!(self, float, value)
    }

    /// Replaces or unsets [`float`](AllTypes::float).
    pub fn set_float(
        self,
        value: ::std::option::Option<impl rt::IntoMember<f32>>,
    ) -> Self {
        rt::replace!(self, float, value)
    }

    /// See [`double`](AllTypes::double).
    pub fn double(self, value: impl rt::IntoMember<f64>) -> Self {
        rt::set!(self, double, value)
    }

    /// Replaces or unsets [`double`](AllTypes::double).
    pub fn set_double(
        self,
        value: ::std::option::Option<impl rt::IntoMember<f64>>,
    ) -> Self {
        rt::replace!(self, double, value)
    }

    /// See [`big_integer`](AllTypes::big_integer).
    pub fn big_integer(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::BigInteger>,
    ) -> Self {
        rt::set!(self, big_integer, value)
    }

    /// Replaces or unsets [`big_integer`](AllTypes::big_integer).
    pub fn set_big_integer(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::BigInteger>,
        >,
    ) -> Self {
        rt::replace!(self, big_integer, value)
    }

    /// See [`big_decimal`](AllTypes::big_decimal).
    pub fn big_decimal(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::BigDecimal>,
    ) -> Self {
        rt::set!(self, big_decimal, value)
    }

    /// Replaces or unsets [`big_decimal`](AllTypes::big_decimal).
    pub fn set_big_decimal(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::BigDecimal>,
        >,
    ) -> Self {
        rt::replace!(self, big_decimal, value)
    }

    /// See [`string`](AllTypes::string).
    pub fn string(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, string, value)
    }

    /// Replaces or unsets [`string`](AllTypes::string).
    pub fn set_string(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, string, value)
    }

    /// See [`blob`](AllTypes::blob).
    pub fn blob(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
    ) -> Self {
        rt::set!(self, blob, value)
    }

    /// Replaces or unsets [`blob`](AllTypes::blob).
    pub fn set_blob(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
        >,
    ) -> Self {
        rt::replace!(self, blob, value)
    }

    /// See [`timestamp`](AllTypes::timestamp).
    pub fn timestamp(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, timestamp, value)
    }

    /// Replaces or unsets [`timestamp`](AllTypes::timestamp).
    pub fn set_timestamp(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, timestamp, value)
    }

    /// See [`date_time`](AllTypes::date_time).
    pub fn date_time(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, date_time, value)
    }

    /// Replaces or unsets [`date_time`](AllTypes::date_time).
    pub fn set_date_time(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, date_time, value)
    }

    /// See [`http_date`](AllTypes::http_date).
    pub fn http_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, http_date, value)
    }

    /// Replaces or unsets [`http_date`](AllTypes::http_date).
    pub fn set_http_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, http_date, value)
    }

    /// See [`document`](AllTypes::document).
    pub fn document(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Document>,
    ) -> Self {
        rt::set!(self, document, value)
    }

    /// Replaces or unsets [`document`](AllTypes::document).
    pub fn set_document(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Document>,
        >,
    ) -> Self {
        rt::replace!(self, document, value)
    }

    /// See [`colour`](AllTypes::colour).
    pub fn colour(self, value: impl rt::IntoMember<Colour>) -> Self {
        rt::set!(self, colour, value)
    }

    /// Replaces or unsets [`colour`](AllTypes::colour).
    pub fn set_colour(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Colour>>,
    ) -> Self {
        rt::replace!(self, colour, value)
    }

    /// See [`level`](AllTypes::level).
    pub fn level(self, value: impl rt::IntoMember<Level>) -> Self {
        rt::set!(self, level, value)
    }

    /// Replaces or unsets [`level`](AllTypes::level).
    pub fn set_level(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Level>>,
    ) -> Self {
        rt::replace!(self, level, value)
    }

    /// Adds an element to [`strings`](AllTypes::strings).
    pub fn strings(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, strings, element)
    }

    /// Replaces or unsets [`strings`](AllTypes::strings).
    pub fn set_strings(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, strings, value)
    }

    /// Adds an element to [`sparse`](AllTypes::sparse).
    pub fn sparse(
        self,
        element: impl rt::IntoMember<::std::option::Option<::std::string::String>>,
    ) -> Self {
        rt::append!(self, sparse, element)
    }

    /// Replaces or unsets [`sparse`](AllTypes::sparse).
    pub fn set_sparse(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<
                ::std::vec::Vec<::std::option::Option<::std::string::String>>,
            >,
        >,
    ) -> Self {
        rt::replace!(self, sparse, value)
    }

    /// Adds an entry to [`numbers`](AllTypes::numbers).
    pub fn numbers(
        self,
        key: impl rt::IntoMember<::std::string::String>,
        value: impl rt::IntoMember<i32>,
    ) -> Self {
        rt::insert!(self, numbers, key, value)
    }

    /// Replaces or unsets [`numbers`](AllTypes::numbers).
    pub fn set_numbers(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::collections::BTreeMap<::std::string::String, i32>>,
        >,
    ) -> Self {
        rt::replace!(self, numbers, value)
    }

    /// Adds an entry to [`sparse_numbers`](AllTypes::sparse_numbers).
    pub fn sparse_numbers(
        self,
        key: impl rt::IntoMember<Colour>,
        value: impl rt::IntoMember<::std::option::Option<i32>>,
    ) -> Self {
        rt::insert!(self, sparse_numbers, key, value)
    }

    /// Replaces or unsets [`sparse_numbers`](AllTypes::sparse_numbers).
    pub fn set_sparse_numbers(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<
                ::std::collections::BTreeMap<Colour, ::std::option::Option<i32>>,
            >,
        >,
    ) -> Self {
        rt::replace!(self, sparse_numbers, value)
    }

    /// Adds an element to [`nested`](AllTypes::nested).
    pub fn nested(
        self,
        element: impl rt::IntoMember<
            ::std::collections::BTreeMap<::std::string::String, i32>,
        >,
    ) -> Self {
        rt::append!(self, nested, element)
    }

    /// Replaces or unsets [`nested`](AllTypes::nested).
    pub fn set_nested(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<
                ::std::vec::Vec<::std::collections::BTreeMap<::std::string::String, i32>>,
            >,
        >,
    ) -> Self {
        rt::replace!(self, nested, value)
    }

    /// See [`choice`](AllTypes::choice).
    pub fn choice(self, value: impl rt::IntoMember<Choice>) -> Self {
        rt::set!(self, choice, value)
    }

    /// Replaces or unsets [`choice`](AllTypes::choice).
    pub fn set_choice(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Choice>>,
    ) -> Self {
        rt::replace!(self, choice, value)
    }

    /// See [`tree`](AllTypes::tree).
    pub fn tree(self, value: impl rt::IntoMember<Tree>) -> Self {
        rt::set!(self, tree, value)
    }

    /// Replaces or unsets [`tree`](AllTypes::tree).
    pub fn set_tree(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Tree>>,
    ) -> Self {
        rt::replace!(self, tree, value)
    }

    /// See [`renamed`](AllTypes::renamed).
    pub fn renamed(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, renamed, value)
    }

    /// Replaces or unsets [`renamed`](AllTypes::renamed).
    pub fn set_renamed(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, renamed, value)
    }
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

/// Builder of [`Busy`].
#[must_use]
pub struct BusyBuilder<C = ()>(pub(super) rt::Builder<Busy, C>);

rt::builder!(BusyBuilder, Busy);

impl<C> BusyBuilder<C> {
    /// See [`message`](Busy::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](Busy::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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
        rt::builder::initial()
    }
}

rt::structure! {
    DefaultsInput, super::schema::DEFAULTS_INPUT, boolean = 0, integer = 1, float = 2,
    string = 3, colour = 4, level = 5, strings = 6, numbers = 7, document = 8, timestamp
    = 9, limited = 10, none = 11, zero = 12
}

/// Builder of [`DefaultsInput`].
#[must_use]
pub struct DefaultsInputBuilder<C = ()>(pub(super) rt::Builder<DefaultsInput, C>);

rt::builder!(DefaultsInputBuilder, DefaultsInput);

impl<C> DefaultsInputBuilder<C> {
    /// See [`boolean`](DefaultsInput::boolean).
    pub fn boolean(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, boolean, value)
    }

    /// Replaces or unsets [`boolean`](DefaultsInput::boolean).
    pub fn set_boolean(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, boolean, value)
    }

    /// See [`integer`](DefaultsInput::integer).
    pub fn integer(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, integer, value)
    }

    /// Replaces or unsets [`integer`](DefaultsInput::integer).
    pub fn set_integer(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, integer, value)
    }

    /// See [`float`](DefaultsInput::float).
    pub fn float(self, value: impl rt::IntoMember<f64>) -> Self {
        rt::set!(self, float, value)
    }

    /// Replaces or unsets [`float`](DefaultsInput::float).
    pub fn set_float(
        self,
        value: ::std::option::Option<impl rt::IntoMember<f64>>,
    ) -> Self {
        rt::replace!(self, float, value)
    }

    /// See [`string`](DefaultsInput::string).
    pub fn string(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, string, value)
    }

    /// Replaces or unsets [`string`](DefaultsInput::string).
    pub fn set_string(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, string, value)
    }

    /// See [`colour`](DefaultsInput::colour).
    pub fn colour(self, value: impl rt::IntoMember<Colour>) -> Self {
        rt::set!(self, colour, value)
    }

    /// Replaces or unsets [`colour`](DefaultsInput::colour).
    pub fn set_colour(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Colour>>,
    ) -> Self {
        rt::replace!(self, colour, value)
    }

    /// See [`level`](DefaultsInput::level).
    pub fn level(self, value: impl rt::IntoMember<Level>) -> Self {
        rt::set!(self, level, value)
    }

    /// Replaces or unsets [`level`](DefaultsInput::level).
    pub fn set_level(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Level>>,
    ) -> Self {
        rt::replace!(self, level, value)
    }

    /// Adds an element to [`strings`](DefaultsInput::strings).
    pub fn strings(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, strings, element)
    }

    /// Replaces or unsets [`strings`](DefaultsInput::strings).
    pub fn set_strings(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, strings, value)
    }

    /// Adds an entry to [`numbers`](DefaultsInput::numbers).
    pub fn numbers(
        self,
        key: impl rt::IntoMember<::std::string::String>,
        value: impl rt::IntoMember<i32>,
    ) -> Self {
        rt::insert!(self, numbers, key, value)
    }

    /// Replaces or unsets [`numbers`](DefaultsInput::numbers).
    pub fn set_numbers(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::collections::BTreeMap<::std::string::String, i32>>,
        >,
    ) -> Self {
        rt::replace!(self, numbers, value)
    }

    /// See [`document`](DefaultsInput::document).
    pub fn document(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Document>,
    ) -> Self {
        rt::set!(self, document, value)
    }

    /// Replaces or unsets [`document`](DefaultsInput::document).
    pub fn set_document(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Document>,
        >,
    ) -> Self {
        rt::replace!(self, document, value)
    }

    /// See [`timestamp`](DefaultsInput::timestamp).
    pub fn timestamp(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, timestamp, value)
    }

    /// Replaces or unsets [`timestamp`](DefaultsInput::timestamp).
    pub fn set_timestamp(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, timestamp, value)
    }

    /// See [`limited`](DefaultsInput::limited).
    pub fn limited(self, value: impl rt::IntoMember<Limited>) -> Self {
        rt::set!(self, limited, value)
    }

    /// Replaces or unsets [`limited`](DefaultsInput::limited).
    pub fn set_limited(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Limited>>,
    ) -> Self {
        rt::replace!(self, limited, value)
    }

    /// See [`none`](DefaultsInput::none).
    pub fn none(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, none, value)
    }

    /// Replaces or unsets [`none`](DefaultsInput::none).
    pub fn set_none(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, none, value)
    }

    /// See [`zero`](DefaultsInput::zero).
    pub fn zero(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, zero, value)
    }

    /// Replaces or unsets [`zero`](DefaultsInput::zero).
    pub fn set_zero(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, zero, value)
    }
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
        rt::builder::initial()
    }
}

rt::structure! {
    DefaultsOutput, super::schema::DEFAULTS_OUTPUT, boolean = 0, integer = 1, float = 2,
    string = 3, colour = 4, level = 5, strings = 6, numbers = 7, document = 8, timestamp
    = 9, limited = 10, none = 11, zero = 12
}

/// Builder of [`DefaultsOutput`].
#[must_use]
pub struct DefaultsOutputBuilder<C = ()>(pub(super) rt::Builder<DefaultsOutput, C>);

rt::builder!(DefaultsOutputBuilder, DefaultsOutput);

impl<C> DefaultsOutputBuilder<C> {
    /// See [`boolean`](DefaultsOutput::boolean).
    pub fn boolean(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, boolean, value)
    }

    /// Replaces or unsets [`boolean`](DefaultsOutput::boolean).
    pub fn set_boolean(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, boolean, value)
    }

    /// See [`integer`](DefaultsOutput::integer).
    pub fn integer(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, integer, value)
    }

    /// Replaces or unsets [`integer`](DefaultsOutput::integer).
    pub fn set_integer(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, integer, value)
    }

    /// See [`float`](DefaultsOutput::float).
    pub fn float(self, value: impl rt::IntoMember<f64>) -> Self {
        rt::set!(self, float, value)
    }

    /// Replaces or unsets [`float`](DefaultsOutput::float).
    pub fn set_float(
        self,
        value: ::std::option::Option<impl rt::IntoMember<f64>>,
    ) -> Self {
        rt::replace!(self, float, value)
    }

    /// See [`string`](DefaultsOutput::string).
    pub fn string(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, string, value)
    }

    /// Replaces or unsets [`string`](DefaultsOutput::string).
    pub fn set_string(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, string, value)
    }

    /// See [`colour`](DefaultsOutput::colour).
    pub fn colour(self, value: impl rt::IntoMember<Colour>) -> Self {
        rt::set!(self, colour, value)
    }

    /// Replaces or unsets [`colour`](DefaultsOutput::colour).
    pub fn set_colour(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Colour>>,
    ) -> Self {
        rt::replace!(self, colour, value)
    }

    /// See [`level`](DefaultsOutput::level).
    pub fn level(self, value: impl rt::IntoMember<Level>) -> Self {
        rt::set!(self, level, value)
    }

    /// Replaces or unsets [`level`](DefaultsOutput::level).
    pub fn set_level(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Level>>,
    ) -> Self {
        rt::replace!(self, level, value)
    }

    /// Adds an element to [`strings`](DefaultsOutput::strings).
    pub fn strings(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, strings, element)
    }

    /// Replaces or unsets [`strings`](DefaultsOutput::strings).
    pub fn set_strings(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, strings, value)
    }

    /// Adds an entry to [`numbers`](DefaultsOutput::numbers).
    pub fn numbers(
        self,
        key: impl rt::IntoMember<::std::string::String>,
        value: impl rt::IntoMember<i32>,
    ) -> Self {
        rt::insert!(self, numbers, key, value)
    }

    /// Replaces or unsets [`numbers`](DefaultsOutput::numbers).
    pub fn set_numbers(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::collections::BTreeMap<::std::string::String, i32>>,
        >,
    ) -> Self {
        rt::replace!(self, numbers, value)
    }

    /// See [`document`](DefaultsOutput::document).
    pub fn document(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Document>,
    ) -> Self {
        rt::set!(self, document, value)
    }

    /// Replaces or unsets [`document`](DefaultsOutput::document).
    pub fn set_document(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Document>,
        >,
    ) -> Self {
        rt::replace!(self, document, value)
    }

    /// See [`timestamp`](DefaultsOutput::timestamp).
    pub fn timestamp(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, timestamp, value)
    }

    /// Replaces or unsets [`timestamp`](DefaultsOutput::timestamp).
    pub fn set_timestamp(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, timestamp, value)
    }

    /// See [`limited`](DefaultsOutput::limited).
    pub fn limited(self, value: impl rt::IntoMember<Limited>) -> Self {
        rt::set!(self, limited, value)
    }

    /// Replaces or unsets [`limited`](DefaultsOutput::limited).
    pub fn set_limited(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Limited>>,
    ) -> Self {
        rt::replace!(self, limited, value)
    }

    /// See [`none`](DefaultsOutput::none).
    pub fn none(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, none, value)
    }

    /// Replaces or unsets [`none`](DefaultsOutput::none).
    pub fn set_none(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, none, value)
    }

    /// See [`zero`](DefaultsOutput::zero).
    pub fn zero(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, zero, value)
    }

    /// Replaces or unsets [`zero`](DefaultsOutput::zero).
    pub fn set_zero(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, zero, value)
    }
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

rt::structure! {
    EchoBindingsInput, super::schema::ECHO_BINDINGS_INPUT, label = 0, path = 1, number =
    2, list = 3, params = 4, header = 5, headers = 6, when = 7, dates = 8, prefixed = 9,
    media = 10, body = 11, token = 12
}

/// Builder of [`EchoBindingsInput`].
#[must_use]
pub struct EchoBindingsInputBuilder<C = ()>(
    pub(super) rt::Builder<EchoBindingsInput, C>,
);

rt::builder!(EchoBindingsInputBuilder, EchoBindingsInput);

impl<C> EchoBindingsInputBuilder<C> {
    /// See [`label`](EchoBindingsInput::label).
    pub fn label(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, label, value)
    }

    /// Replaces or unsets [`label`](EchoBindingsInput::label).
    pub fn set_label(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, label, value)
    }

    /// See [`path`](EchoBindingsInput::path).
    pub fn path(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, path, value)
    }

    /// Replaces or unsets [`path`](EchoBindingsInput::path).
    pub fn set_path(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, path, value)
    }

    /// See [`number`](EchoBindingsInput::number).
    pub fn number(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, number, value)
    }

    /// Replaces or unsets [`number`](EchoBindingsInput::number).
    pub fn set_number(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, number, value)
    }

    /// Adds an element to [`list`](EchoBindingsInput::list).
    pub fn list(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, list, element)
    }

    /// Replaces or unsets [`list`](EchoBindingsInput::list).
    pub fn set_list(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, list, value)
    }

    /// Adds an entry to [`params`](EchoBindingsInput::params).
    pub fn params(
        self,
        key: impl rt::IntoMember<::std::string::String>,
        value: impl rt::IntoMember<::std::string::String>,
    ) -> Self {
        rt::insert!(self, params, key, value)
    }

    /// Replaces or unsets [`params`](EchoBindingsInput::params).
    pub fn set_params(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
            >,
        >,
    ) -> Self {
        rt::replace!(self, params, value)
    }

    /// See [`header`](EchoBindingsInput::header).
    pub fn header(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, header, value)
    }

    /// Replaces or unsets [`header`](EchoBindingsInput::header).
    pub fn set_header(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, header, value)
    }

    /// Adds an element to [`headers`](EchoBindingsInput::headers).
    pub fn headers(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, headers, element)
    }

    /// Replaces or unsets [`headers`](EchoBindingsInput::headers).
    pub fn set_headers(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, headers, value)
    }

    /// See [`when`](EchoBindingsInput::when).
    pub fn when(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, when, value)
    }

    /// Replaces or unsets [`when`](EchoBindingsInput::when).
    pub fn set_when(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, when, value)
    }

    /// Adds an element to [`dates`](EchoBindingsInput::dates).
    pub fn dates(
        self,
        element: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::append!(self, dates, element)
    }

    /// Replaces or unsets [`dates`](EchoBindingsInput::dates).
    pub fn set_dates(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::whitesmith_runtime::types::Timestamp>>,
        >,
    ) -> Self {
        rt::replace!(self, dates, value)
    }

    /// Adds an entry to [`prefixed`](EchoBindingsInput::prefixed).
    pub fn prefixed(
        self,
        key: impl rt::IntoMember<::std::string::String>,
        value: impl rt::IntoMember<::std::string::String>,
    ) -> Self {
        rt::insert!(self, prefixed, key, value)
    }

    /// Replaces or unsets [`prefixed`](EchoBindingsInput::prefixed).
    pub fn set_prefixed(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
            >,
        >,
    ) -> Self {
        rt::replace!(self, prefixed, value)
    }

    /// See [`media`](EchoBindingsInput::media).
    pub fn media(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, media, value)
    }

    /// Replaces or unsets [`media`](EchoBindingsInput::media).
    pub fn set_media(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, media, value)
    }

    /// See [`body`](EchoBindingsInput::body).
    pub fn body(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, body, value)
    }

    /// Replaces or unsets [`body`](EchoBindingsInput::body).
    pub fn set_body(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, body, value)
    }

    /// See [`token`](EchoBindingsInput::token).
    pub fn token(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, token, value)
    }

    /// Replaces or unsets [`token`](EchoBindingsInput::token).
    pub fn set_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, token, value)
    }
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

/// Builder of [`EchoBindingsOutput`].
#[must_use]
pub struct EchoBindingsOutputBuilder<C = ()>(
    pub(super) rt::Builder<EchoBindingsOutput, C>,
);

rt::builder!(EchoBindingsOutputBuilder, EchoBindingsOutput);

impl<C> EchoBindingsOutputBuilder<C> {
    /// See [`status`](EchoBindingsOutput::status).
    pub fn status(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, status, value)
    }

    /// Replaces or unsets [`status`](EchoBindingsOutput::status).
    pub fn set_status(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, status, value)
    }

    /// See [`header`](EchoBindingsOutput::header).
    pub fn header(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, header, value)
    }

    /// Replaces or unsets [`header`](EchoBindingsOutput::header).
    pub fn set_header(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, header, value)
    }

    /// Adds an element to [`headers`](EchoBindingsOutput::headers).
    pub fn headers(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, headers, element)
    }

    /// Replaces or unsets [`headers`](EchoBindingsOutput::headers).
    pub fn set_headers(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, headers, value)
    }

    /// See [`when`](EchoBindingsOutput::when).
    pub fn when(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, when, value)
    }

    /// Replaces or unsets [`when`](EchoBindingsOutput::when).
    pub fn set_when(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, when, value)
    }

    /// Adds an entry to [`prefixed`](EchoBindingsOutput::prefixed).
    pub fn prefixed(
        self,
        key: impl rt::IntoMember<::std::string::String>,
        value: impl rt::IntoMember<::std::string::String>,
    ) -> Self {
        rt::insert!(self, prefixed, key, value)
    }

    /// Replaces or unsets [`prefixed`](EchoBindingsOutput::prefixed).
    pub fn set_prefixed(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
            >,
        >,
    ) -> Self {
        rt::replace!(self, prefixed, value)
    }

    /// See [`label`](EchoBindingsOutput::label).
    pub fn label(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, label, value)
    }

    /// Replaces or unsets [`label`](EchoBindingsOutput::label).
    pub fn set_label(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, label, value)
    }

    /// See [`path`](EchoBindingsOutput::path).
    pub fn path(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, path, value)
    }

    /// Replaces or unsets [`path`](EchoBindingsOutput::path).
    pub fn set_path(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, path, value)
    }

    /// See [`number`](EchoBindingsOutput::number).
    pub fn number(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, number, value)
    }

    /// Replaces or unsets [`number`](EchoBindingsOutput::number).
    pub fn set_number(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, number, value)
    }

    /// Adds an element to [`list`](EchoBindingsOutput::list).
    pub fn list(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, list, element)
    }

    /// Replaces or unsets [`list`](EchoBindingsOutput::list).
    pub fn set_list(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, list, value)
    }

    /// Adds an entry to [`params`](EchoBindingsOutput::params).
    pub fn params(
        self,
        key: impl rt::IntoMember<::std::string::String>,
        value: impl rt::IntoMember<::std::string::String>,
    ) -> Self {
        rt::insert!(self, params, key, value)
    }

    /// Replaces or unsets [`params`](EchoBindingsOutput::params).
    pub fn set_params(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
            >,
        >,
    ) -> Self {
        rt::replace!(self, params, value)
    }

    /// Adds an element to [`dates`](EchoBindingsOutput::dates).
    pub fn dates(
        self,
        element: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::append!(self, dates, element)
    }

    /// Replaces or unsets [`dates`](EchoBindingsOutput::dates).
    pub fn set_dates(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::whitesmith_runtime::types::Timestamp>>,
        >,
    ) -> Self {
        rt::replace!(self, dates, value)
    }

    /// See [`media`](EchoBindingsOutput::media).
    pub fn media(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, media, value)
    }

    /// Replaces or unsets [`media`](EchoBindingsOutput::media).
    pub fn set_media(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, media, value)
    }

    /// See [`body`](EchoBindingsOutput::body).
    pub fn body(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, body, value)
    }

    /// Replaces or unsets [`body`](EchoBindingsOutput::body).
    pub fn set_body(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, body, value)
    }

    /// See [`token`](EchoBindingsOutput::token).
    pub fn token(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, token, value)
    }

    /// Replaces or unsets [`token`](EchoBindingsOutput::token).
    pub fn set_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, token, value)
    }
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

/// Builder of [`EchoBlobPayloadInput`].
#[must_use]
pub struct EchoBlobPayloadInputBuilder<C = ()>(
    pub(super) rt::Builder<EchoBlobPayloadInput, C>,
);

rt::builder!(EchoBlobPayloadInputBuilder, EchoBlobPayloadInput);

impl<C> EchoBlobPayloadInputBuilder<C> {
    /// See [`payload`](EchoBlobPayloadInput::payload).
    pub fn payload(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
    ) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoBlobPayloadInput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
        >,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`EchoBlobPayloadOutput`].
#[must_use]
pub struct EchoBlobPayloadOutputBuilder<C = ()>(
    pub(super) rt::Builder<EchoBlobPayloadOutput, C>,
);

rt::builder!(EchoBlobPayloadOutputBuilder, EchoBlobPayloadOutput);

impl<C> EchoBlobPayloadOutputBuilder<C> {
    /// See [`payload`](EchoBlobPayloadOutput::payload).
    pub fn payload(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
    ) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoBlobPayloadOutput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
        >,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`EchoDocumentPayloadInput`].
#[must_use]
pub struct EchoDocumentPayloadInputBuilder<C = ()>(
    pub(super) rt::Builder<EchoDocumentPayloadInput, C>,
);

rt::builder!(EchoDocumentPayloadInputBuilder, EchoDocumentPayloadInput);

impl<C> EchoDocumentPayloadInputBuilder<C> {
    /// See [`payload`](EchoDocumentPayloadInput::payload).
    pub fn payload(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Document>,
    ) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoDocumentPayloadInput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Document>,
        >,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`EchoDocumentPayloadOutput`].
#[must_use]
pub struct EchoDocumentPayloadOutputBuilder<C = ()>(
    pub(super) rt::Builder<EchoDocumentPayloadOutput, C>,
);

rt::builder!(EchoDocumentPayloadOutputBuilder, EchoDocumentPayloadOutput);

impl<C> EchoDocumentPayloadOutputBuilder<C> {
    /// See [`payload`](EchoDocumentPayloadOutput::payload).
    pub fn payload(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Document>,
    ) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoDocumentPayloadOutput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Document>,
        >,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`EchoEnumPayloadInput`].
#[must_use]
pub struct EchoEnumPayloadInputBuilder<C = ()>(
    pub(super) rt::Builder<EchoEnumPayloadInput, C>,
);

rt::builder!(EchoEnumPayloadInputBuilder, EchoEnumPayloadInput);

impl<C> EchoEnumPayloadInputBuilder<C> {
    /// See [`payload`](EchoEnumPayloadInput::payload).
    pub fn payload(self, value: impl rt::IntoMember<Colour>) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoEnumPayloadInput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Colour>>,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`EchoEnumPayloadOutput`].
#[must_use]
pub struct EchoEnumPayloadOutputBuilder<C = ()>(
    pub(super) rt::Builder<EchoEnumPayloadOutput, C>,
);

rt::builder!(EchoEnumPayloadOutputBuilder, EchoEnumPayloadOutput);

impl<C> EchoEnumPayloadOutputBuilder<C> {
    /// See [`payload`](EchoEnumPayloadOutput::payload).
    pub fn payload(self, value: impl rt::IntoMember<Colour>) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoEnumPayloadOutput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Colour>>,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`EchoStringPayloadInput`].
#[must_use]
pub struct EchoStringPayloadInputBuilder<C = ()>(
    pub(super) rt::Builder<EchoStringPayloadInput, C>,
);

rt::builder!(EchoStringPayloadInputBuilder, EchoStringPayloadInput);

impl<C> EchoStringPayloadInputBuilder<C> {
    /// See [`payload`](EchoStringPayloadInput::payload).
    pub fn payload(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoStringPayloadInput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`EchoStringPayloadOutput`].
#[must_use]
pub struct EchoStringPayloadOutputBuilder<C = ()>(
    pub(super) rt::Builder<EchoStringPayloadOutput, C>,
);

rt::builder!(EchoStringPayloadOutputBuilder, EchoStringPayloadOutput);

impl<C> EchoStringPayloadOutputBuilder<C> {
    /// See [`payload`](EchoStringPayloadOutput::payload).
    pub fn payload(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoStringPayloadOutput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`EchoStructurePayloadInput`].
#[must_use]
pub struct EchoStructurePayloadInputBuilder<C = ()>(
    pub(super) rt::Builder<EchoStructurePayloadInput, C>,
);

rt::builder!(EchoStructurePayloadInputBuilder, EchoStructurePayloadInput);

impl<C> EchoStructurePayloadInputBuilder<C> {
    /// See [`payload`](EchoStructurePayloadInput::payload).
    pub fn payload(self, value: impl rt::IntoMember<Tree>) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoStructurePayloadInput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Tree>>,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`EchoStructurePayloadOutput`].
#[must_use]
pub struct EchoStructurePayloadOutputBuilder<C = ()>(
    pub(super) rt::Builder<EchoStructurePayloadOutput, C>,
);

rt::builder!(EchoStructurePayloadOutputBuilder, EchoStructurePayloadOutput);

impl<C> EchoStructurePayloadOutputBuilder<C> {
    /// See [`payload`](EchoStructurePayloadOutput::payload).
    pub fn payload(self, value: impl rt::IntoMember<Tree>) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoStructurePayloadOutput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Tree>>,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`EchoTypesInput`].
#[must_use]
pub struct EchoTypesInputBuilder<C = ()>(pub(super) rt::Builder<EchoTypesInput, C>);

rt::builder!(EchoTypesInputBuilder, EchoTypesInput);

impl<C> EchoTypesInputBuilder<C> {
    /// See [`all`](EchoTypesInput::all).
    pub fn all(self, value: impl rt::IntoMember<AllTypes>) -> Self {
        rt::set!(self, all, value)
    }

    /// Replaces or unsets [`all`](EchoTypesInput::all).
    pub fn set_all(
        self,
        value: ::std::option::Option<impl rt::IntoMember<AllTypes>>,
    ) -> Self {
        rt::replace!(self, all, value)
    }
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

/// Builder of [`EchoTypesOutput`].
#[must_use]
pub struct EchoTypesOutputBuilder<C = ()>(pub(super) rt::Builder<EchoTypesOutput, C>);

rt::builder!(EchoTypesOutputBuilder, EchoTypesOutput);

impl<C> EchoTypesOutputBuilder<C> {
    /// See [`all`](EchoTypesOutput::all).
    pub fn all(self, value: impl rt::IntoMember<AllTypes>) -> Self {
        rt::set!(self, all, value)
    }

    /// Replaces or unsets [`all`](EchoTypesOutput::all).
    pub fn set_all(
        self,
        value: ::std::option::Option<impl rt::IntoMember<AllTypes>>,
    ) -> Self {
        rt::replace!(self, all, value)
    }
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

/// Builder of [`EchoUnionPayloadInput`].
#[must_use]
pub struct EchoUnionPayloadInputBuilder<C = ()>(
    pub(super) rt::Builder<EchoUnionPayloadInput, C>,
);

rt::builder!(EchoUnionPayloadInputBuilder, EchoUnionPayloadInput);

impl<C> EchoUnionPayloadInputBuilder<C> {
    /// See [`payload`](EchoUnionPayloadInput::payload).
    pub fn payload(self, value: impl rt::IntoMember<Choice>) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoUnionPayloadInput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Choice>>,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`EchoUnionPayloadOutput`].
#[must_use]
pub struct EchoUnionPayloadOutputBuilder<C = ()>(
    pub(super) rt::Builder<EchoUnionPayloadOutput, C>,
);

rt::builder!(EchoUnionPayloadOutputBuilder, EchoUnionPayloadOutput);

impl<C> EchoUnionPayloadOutputBuilder<C> {
    /// See [`payload`](EchoUnionPayloadOutput::payload).
    pub fn payload(self, value: impl rt::IntoMember<Choice>) -> Self {
        rt::set!(self, payload, value)
    }

    /// Replaces or unsets [`payload`](EchoUnionPayloadOutput::payload).
    pub fn set_payload(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Choice>>,
    ) -> Self {
        rt::replace!(self, payload, value)
    }
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

/// Builder of [`ListItemsInput`].
#[must_use]
pub struct ListItemsInputBuilder<C = ()>(pub(super) rt::Builder<ListItemsInput, C>);

rt::builder!(ListItemsInputBuilder, ListItemsInput);

impl<C> ListItemsInputBuilder<C> {
    /// See [`next`](ListItemsInput::next).
    pub fn next(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, next, value)
    }

    /// Replaces or unsets [`next`](ListItemsInput::next).
    pub fn set_next(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, next, value)
    }

    /// See [`size`](ListItemsInput::size).
    pub fn size(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, size, value)
    }

    /// Replaces or unsets [`size`](ListItemsInput::size).
    pub fn set_size(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, size, value)
    }
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

/// Builder of [`ListItemsOutput`].
#[must_use]
pub struct ListItemsOutputBuilder<C = ()>(pub(super) rt::Builder<ListItemsOutput, C>);

rt::builder!(ListItemsOutputBuilder, ListItemsOutput);

impl<C> ListItemsOutputBuilder<C> {
    /// See [`page`](ListItemsOutput::page).
    pub fn page(self, value: impl rt::IntoMember<Page>) -> Self {
        rt::set!(self, page, value)
    }

    /// Replaces or unsets [`page`](ListItemsOutput::page).
    pub fn set_page(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Page>>,
    ) -> Self {
        rt::replace!(self, page, value)
    }
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

/// Builder of [`Page`].
#[must_use]
pub struct PageBuilder<C = ()>(pub(super) rt::Builder<Page, C>);

rt::builder!(PageBuilder, Page);

impl<C> PageBuilder<C> {
    /// Adds an element to [`items`](Page::items).
    pub fn items(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, items, element)
    }

    /// Replaces or unsets [`items`](Page::items).
    pub fn set_items(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, items, value)
    }

    /// See [`next`](Page::next).
    pub fn next(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, next, value)
    }

    /// Replaces or unsets [`next`](Page::next).
    pub fn set_next(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, next, value)
    }
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

rt::structure! {
    SecretsInput, super::schema::SECRETS_INPUT, password = 0, passwords = 1, note = 2,
    plain = 3
}

/// Builder of [`SecretsInput`].
#[must_use]
pub struct SecretsInputBuilder<C = ()>(pub(super) rt::Builder<SecretsInput, C>);

rt::builder!(SecretsInputBuilder, SecretsInput);

impl<C> SecretsInputBuilder<C> {
    /// See [`password`](SecretsInput::password).
    pub fn password(self, value: impl rt::IntoMember<Password>) -> Self {
        rt::set!(self, password, value)
    }

    /// Replaces or unsets [`password`](SecretsInput::password).
    pub fn set_password(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Password>>,
    ) -> Self {
        rt::replace!(self, password, value)
    }

    /// Adds an element to [`passwords`](SecretsInput::passwords).
    pub fn passwords(self, element: impl rt::IntoMember<Password>) -> Self {
        rt::append!(self, passwords, element)
    }

    /// Replaces or unsets [`passwords`](SecretsInput::passwords).
    pub fn set_passwords(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::vec::Vec<Password>>>,
    ) -> Self {
        rt::replace!(self, passwords, value)
    }

    /// See [`note`](SecretsInput::note).
    pub fn note(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, note, value)
    }

    /// Replaces or unsets [`note`](SecretsInput::note).
    pub fn set_note(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, note, value)
    }

    /// See [`plain`](SecretsInput::plain).
    pub fn plain(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, plain, value)
    }

    /// Replaces or unsets [`plain`](SecretsInput::plain).
    pub fn set_plain(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, plain, value)
    }
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

/// Builder of [`SecretsOutput`].
#[must_use]
pub struct SecretsOutputBuilder<C = ()>(pub(super) rt::Builder<SecretsOutput, C>);

rt::builder!(SecretsOutputBuilder, SecretsOutput);

impl<C> SecretsOutputBuilder<C> {
    /// See [`password`](SecretsOutput::password).
    pub fn password(self, value: impl rt::IntoMember<Password>) -> Self {
        rt::set!(self, password, value)
    }

    /// Replaces or unsets [`password`](SecretsOutput::password).
    pub fn set_password(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Password>>,
    ) -> Self {
        rt::replace!(self, password, value)
    }
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

/// Builder of [`Teapot`].
#[must_use]
pub struct TeapotBuilder<C = ()>(pub(super) rt::Builder<Teapot, C>);

rt::builder!(TeapotBuilder, Teapot);

impl<C> TeapotBuilder<C> {
    /// See [`message`](Teapot::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](Teapot::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }

    /// See [`spout`](Teapot::spout).
    pub fn spout(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, spout, value)
    }

    /// Replaces or unsets [`spout`](Teapot::spout).
    pub fn set_spout(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, spout, value)
    }
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

/// Builder of [`Tree`].
#[must_use]
pub struct TreeBuilder<C = ()>(pub(super) rt::Builder<Tree, C>);

rt::builder!(TreeBuilder, Tree);

impl<C> TreeBuilder<C> {
    /// See [`value`](Tree::value).
    pub fn value(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, value, value)
    }

    /// Replaces or unsets [`value`](Tree::value).
    pub fn set_value(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, value, value)
    }

    /// See [`left`](Tree::left).
    pub fn left(self, value: impl rt::IntoMember<::std::boxed::Box<Tree>>) -> Self {
        rt::set!(self, left, value)
    }

    /// Replaces or unsets [`left`](Tree::left).
    pub fn set_left(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::boxed::Box<Tree>>>,
    ) -> Self {
        rt::replace!(self, left, value)
    }

    /// See [`right`](Tree::right).
    pub fn right(self, value: impl rt::IntoMember<::std::boxed::Box<Tree>>) -> Self {
        rt::set!(self, right, value)
    }

    /// Replaces or unsets [`right`](Tree::right).
    pub fn set_right(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::boxed::Box<Tree>>>,
    ) -> Self {
        rt::replace!(self, right, value)
    }

    /// Adds an element to [`forest`](Tree::forest).
    pub fn forest(self, element: impl rt::IntoMember<Tree>) -> Self {
        rt::append!(self, forest, element)
    }

    /// Replaces or unsets [`forest`](Tree::forest).
    pub fn set_forest(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::vec::Vec<Tree>>>,
    ) -> Self {
        rt::replace!(self, forest, value)
    }
}

/// The input of `Nothing`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct NothingInput {}

rt::structure! {
    NothingInput, rt::schema::prelude::UNIT,
}

/// Builder of [`NothingInput`].
#[must_use]
pub struct NothingInputBuilder<C = ()>(pub(super) rt::Builder<NothingInput, C>);

rt::builder!(NothingInputBuilder, NothingInput);

/// The output of `Nothing`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct NothingOutput {}

rt::structure! {
    NothingOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`NothingOutput`].
#[must_use]
pub struct NothingOutputBuilder<C = ()>(pub(super) rt::Builder<NothingOutput, C>);

rt::builder!(NothingOutputBuilder, NothingOutput);
