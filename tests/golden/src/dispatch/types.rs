// Written by whitesmith from cases/awkward.smithy. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `DispatchService`.

use ::whitesmith_runtime as rt;

/// The model's `Bounded`.
///
/// Range: at most 10.5
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::PartialOrd
)]
pub struct Bounded(f64);

impl Bounded {
    /// The greatest value.
    pub const MAX: f64 = 10.5;
}

rt::constrained! {
    Bounded(f64), super::schema::BOUNDED
}

/// The model's `ClientInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ClientInput {
    /// The member `client`.
    pub client: ::std::option::Option<::std::string::String>,
    /// The member `send`.
    pub send: ::std::option::Option<::std::string::String>,
    /// The member `paginate`.
    pub paginate: ::std::option::Option<::std::string::String>,
    /// The member `new`.
    pub new: ::std::option::Option<::std::string::String>,
    /// a b */ c
    pub lines: ::std::option::Option<Lines>,
}

rt::structure! {
    ClientInput, super::schema::CLIENT_INPUT, client = 0, send = 1, paginate = 2, new =
    3, lines = 4
}

/// The model's `DefaultsOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DefaultsOutput {
    /// The member `decimal`.
    pub decimal: ::whitesmith_runtime::types::BigDecimal,
    /// The member `integer`.
    pub integer: ::whitesmith_runtime::types::BigInteger,
    /// The member `small`.
    pub small: ::whitesmith_runtime::types::BigInteger,
    /// The member `none`.
    pub none: f64,
    /// The member `least`.
    pub least: f32,
    /// The member `most`.
    pub most: Bounded,
    /// The member `precise`.
    pub precise: ::std::option::Option<Precise>,
    /// The member `when`.
    pub when: ::whitesmith_runtime::types::Timestamp,
    /// The member `then`.
    pub then: ::whitesmith_runtime::types::Timestamp,
}

impl ::std::default::Default for DefaultsOutput {
    fn default() -> Self {
        Self {
            decimal: ::std::str::FromStr::from_str("1.5").unwrap_or_default(),
            integer: ::std::str::FromStr::from_str("99999999999999999999")
                .unwrap_or_default(),
            small: ::std::convert::Into::into(-7i64),
            none: f64::NAN,
            least: f32::NEG_INFINITY,
            most: Bounded(2.0),
            precise: ::std::option::Option::None,
            when: rt::types::Timestamp::from_unix(482_196_050, 520_000_000)
                .unwrap_or_default(),
            then: rt::types::Timestamp::from_unix(-1, 750_000_000).unwrap_or_default(),
        }
    }
}

rt::structure! {
    DefaultsOutput, super::schema::DEFAULTS_OUTPUT, decimal = 0, integer = 1, small = 2,
    none = 3, least = 4, most = 5, precise = 6, when = 7, then = 8
}

/// The model's `Error`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Error {
    /// The member `code`.
    pub code: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Error, super::schema::ERROR, code = 0
}

rt::error! {
    Error
}

/// a b */ c
///
/// ```text
/// d
/// e
/// ```
///
/// f g
///
/// Pattern: `^[ -~\n\t\r]*(\n\*/|\u{85})?$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Lines(::std::string::String);

impl Lines {
    /// What every value matches.
    pub const PATTERN: &'static str = "^[ -~\n\t\r]*(\n\\*/|\u{85})?$";
}

rt::constrained! {
    Lines(::std::string::String), super::schema::LINES
}

/// The model's `ListInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ListInput {
    /// The member `next`.
    pub next: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ListInput, super::schema::LIST_INPUT, next = 0
}

/// The model's `ListOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ListOutput {
    /// The member `next`.
    pub next: ::std::option::Option<::std::string::String>,
    /// The member `page`.
    pub page: ::std::option::Option<Page>,
}

rt::structure! {
    ListOutput, super::schema::LIST_OUTPUT, next = 0, page = 1
}

/// The member `item_list` of `Page`.
///
/// Length: at most 9
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct PageItemList(::std::vec::Vec<::std::string::String>);

impl PageItemList {
    /// The greatest length.
    pub const MAX_LENGTH: usize = 9;
}

rt::constrained! {
    PageItemList(::std::vec::Vec < ::std::string::String >),
    super::schema::PAGE_ITEM_LIST
}

/// The model's `Page`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Page {
    /// The member `itemList`.
    pub item_list: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The member `item_list`.
    pub item_list2: ::std::option::Option<PageItemList>,
}

rt::structure! {
    Page, super::schema::PAGE, item_list = 0, item_list2 = 1
}

/// The model's `Precise`.
///
/// Range: at most 0.30000000000000000000001
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Precise(::whitesmith_runtime::types::BigDecimal);

impl Precise {
    /// The greatest value.
    pub const MAX: f64 = 0.3;
}

rt::constrained! {
    Precise(::whitesmith_runtime::types::BigDecimal), super::schema::PRECISE
}

/// The model's `Unhandled`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Unhandled {
    /// The member `message`.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Unhandled, super::schema::UNHANDLED, message = 0
}

rt::error! {
    Unhandled
}

/// The output of `Client`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ClientOutput {}

rt::structure! {
    ClientOutput, rt::schema::prelude::UNIT,
}

/// The input of `Clone`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CloneInput {}

rt::structure! {
    CloneInput, rt::schema::prelude::UNIT,
}

/// The output of `Clone`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CloneOutput {}

rt::structure! {
    CloneOutput, rt::schema::prelude::UNIT,
}

/// The input of `Defaults`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DefaultsInput {}

rt::structure! {
    DefaultsInput, rt::schema::prelude::UNIT,
}

/// The input of `Dispatch`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DispatchInput {}

rt::structure! {
    DispatchInput, rt::schema::prelude::UNIT,
}

/// The output of `Dispatch`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DispatchOutput {}

rt::structure! {
    DispatchOutput, rt::schema::prelude::UNIT,
}

/// The input of `FromEnv`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct FromEnvInput {}

rt::structure! {
    FromEnvInput, rt::schema::prelude::UNIT,
}

/// The output of `FromEnv`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct FromEnvOutput {}

rt::structure! {
    FromEnvOutput, rt::schema::prelude::UNIT,
}

/// The input of `New`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct NewInput {}

rt::structure! {
    NewInput, rt::schema::prelude::UNIT,
}

/// The output of `New`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct NewOutput {}

rt::structure! {
    NewOutput, rt::schema::prelude::UNIT,
}

/// The input of `Self`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SelfInput {}

rt::structure! {
    SelfInput, rt::schema::prelude::UNIT,
}

/// The output of `Self`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SelfOutput {}

rt::structure! {
    SelfOutput, rt::schema::prelude::UNIT,
}

/// The input of `Service`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceInput {}

rt::structure! {
    ServiceInput, rt::schema::prelude::UNIT,
}

/// The output of `Service`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceOutput {}

rt::structure! {
    ServiceOutput, rt::schema::prelude::UNIT,
}
