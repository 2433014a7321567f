// Written by whitesmith from cases/awkward.smithy. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `S`.

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

/// Builder of [`ClientInput`].
#[must_use]
pub struct ClientInputBuilder<C = ()>(pub(super) rt::Builder<ClientInput, C>);

rt::builder!(ClientInputBuilder, ClientInput);

impl<C> ClientInputBuilder<C> {
    /// See [`client`](ClientInput::client).
    pub fn client(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, client, value)
    }

    /// Replaces or unsets [`client`](ClientInput::client).
    pub fn set_client(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, client, value)
    }

    /// See [`send`](ClientInput::send).
    pub fn send_(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, send, value)
    }

    /// Replaces or unsets [`send`](ClientInput::send).
    pub fn set_send(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, send, value)
    }

    /// See [`paginate`](ClientInput::paginate).
    pub fn paginate_(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, paginate, value)
    }

    /// Replaces or unsets [`paginate`](ClientInput::paginate).
    pub fn set_paginate(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, paginate, value)
    }

    /// See [`new`](ClientInput::new).
    pub fn new(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, new, value)
    }

    /// Replaces or unsets [`new`](ClientInput::new).
    pub fn set_new(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, new, value)
    }

    /// See [`lines`](ClientInput::lines).
    pub fn lines(self, value: impl rt::IntoMember<Lines>) -> Self {
        rt::set!(self, lines, value)
    }

    /// Replaces or unsets [`lines`](ClientInput::lines).
    pub fn set_lines(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Lines>>,
    ) -> Self {
        rt::replace!(self, lines, value)
    }
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
        rt::builder::initial()
    }
}

rt::structure! {
    DefaultsOutput, super::schema::DEFAULTS_OUTPUT, decimal = 0, integer = 1, small = 2,
    none = 3, least = 4, most = 5, precise = 6, when = 7, then = 8
}

/// Builder of [`DefaultsOutput`].
#[must_use]
pub struct DefaultsOutputBuilder<C = ()>(pub(super) rt::Builder<DefaultsOutput, C>);

rt::builder!(DefaultsOutputBuilder, DefaultsOutput);

impl<C> DefaultsOutputBuilder<C> {
    /// See [`decimal`](DefaultsOutput::decimal).
    pub fn decimal(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::BigDecimal>,
    ) -> Self {
        rt::set!(self, decimal, value)
    }

    /// Replaces or unsets [`decimal`](DefaultsOutput::decimal).
    pub fn set_decimal(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::BigDecimal>,
        >,
    ) -> Self {
        rt::replace!(self, decimal, value)
    }

    /// See [`integer`](DefaultsOutput::integer).
    pub fn integer(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::BigInteger>,
    ) -> Self {
        rt::set!(self, integer, value)
    }

    /// Replaces or unsets [`integer`](DefaultsOutput::integer).
    pub fn set_integer(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::BigInteger>,
        >,
    ) -> Self {
        rt::replace!(self, integer, value)
    }

    /// See [`small`](DefaultsOutput::small).
    pub fn small(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::BigInteger>,
    ) -> Self {
        rt::set!(self, small, value)
    }

    /// Replaces or unsets [`small`](DefaultsOutput::small).
    pub fn set_small(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::BigInteger>,
        >,
    ) -> Self {
        rt::replace!(self, small, value)
    }

    /// See [`none`](DefaultsOutput::none).
    pub fn none(self, value: impl rt::IntoMember<f64>) -> Self {
        rt::set!(self, none, value)
    }

    /// Replaces or unsets [`none`](DefaultsOutput::none).
    pub fn set_none(
        self,
        value: ::std::option::Option<impl rt::IntoMember<f64>>,
    ) -> Self {
        rt::replace!(self, none, value)
    }

    /// See [`least`](DefaultsOutput::least).
    pub fn least(self, value: impl rt::IntoMember<f32>) -> Self {
        rt::set!(self, least, value)
    }

    /// Replaces or unsets [`least`](DefaultsOutput::least).
    pub fn set_least(
        self,
        value: ::std::option::Option<impl rt::IntoMember<f32>>,
    ) -> Self {
        rt::replace!(self, least, value)
    }

    /// See [`most`](DefaultsOutput::most).
    pub fn most(self, value: impl rt::IntoMember<Bounded>) -> Self {
        rt::set!(self, most, value)
    }

    /// Replaces or unsets [`most`](DefaultsOutput::most).
    pub fn set_most(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Bounded>>,
    ) -> Self {
        rt::replace!(self, most, value)
    }

    /// See [`precise`](DefaultsOutput::precise).
    pub fn precise(self, value: impl rt::IntoMember<Precise>) -> Self {
        rt::set!(self, precise, value)
    }

    /// Replaces or unsets [`precise`](DefaultsOutput::precise).
    pub fn set_precise(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Precise>>,
    ) -> Self {
        rt::replace!(self, precise, value)
    }

    /// See [`when`](DefaultsOutput::when).
    pub fn when(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, when, value)
    }

    /// Replaces or unsets [`when`](DefaultsOutput::when).
    pub fn set_when(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, when, value)
    }

    /// See [`then`](DefaultsOutput::then).
    pub fn then(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, then, value)
    }

    /// Replaces or unsets [`then`](DefaultsOutput::then).
    pub fn set_then(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, then, value)
    }
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

/// Builder of [`Error`].
#[must_use]
pub struct ErrorBuilder<C = ()>(pub(super) rt::Builder<Error, C>);

rt::builder!(ErrorBuilder, Error);

impl<C> ErrorBuilder<C> {
    /// See [`code`](Error::code).
    pub fn code(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, code, value)
    }

    /// Replaces or unsets [`code`](Error::code).
    pub fn set_code(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, code, value)
    }
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

/// Builder of [`ListInput`].
#[must_use]
pub struct ListInputBuilder<C = ()>(pub(super) rt::Builder<ListInput, C>);

rt::builder!(ListInputBuilder, ListInput);

impl<C> ListInputBuilder<C> {
    /// See [`next`](ListInput::next).
    pub fn next(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, next, value)
    }

    /// Replaces or unsets [`next`](ListInput::next).
    pub fn set_next(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, next, value)
    }
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

/// Builder of [`ListOutput`].
#[must_use]
pub struct ListOutputBuilder<C = ()>(pub(super) rt::Builder<ListOutput, C>);

rt::builder!(ListOutputBuilder, ListOutput);

impl<C> ListOutputBuilder<C> {
    /// See [`next`](ListOutput::next).
    pub fn next(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, next, value)
    }

    /// Replaces or unsets [`next`](ListOutput::next).
    pub fn set_next(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, next, value)
    }

    /// See [`page`](ListOutput::page).
    pub fn page(self, value: impl rt::IntoMember<Page>) -> Self {
        rt::set!(self, page, value)
    }

    /// Replaces or unsets [`page`](ListOutput::page).
    pub fn set_page(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Page>>,
    ) -> Self {
        rt::replace!(self, page, value)
    }
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

/// Builder of [`Page`].
#[must_use]
pub struct PageBuilder<C = ()>(pub(super) rt::Builder<Page, C>);

rt::builder!(PageBuilder, Page);

impl<C> PageBuilder<C> {
    /// Adds an element to [`item_list`](Page::item_list).
    pub fn item_list(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, item_list, element)
    }

    /// Replaces or unsets [`item_list`](Page::item_list).
    pub fn set_item_list(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, item_list, value)
    }

    /// Adds an element to [`item_list2`](Page::item_list2).
    pub fn item_list2(
        self,
        element: impl rt::IntoMember<::std::string::String>,
    ) -> Self {
        rt::append!(self, item_list2, element)
    }

    /// Replaces or unsets [`item_list2`](Page::item_list2).
    pub fn set_item_list2(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageItemList>>,
    ) -> Self {
        rt::replace!(self, item_list2, value)
    }
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

/// Builder of [`Unhandled`].
#[must_use]
pub struct UnhandledBuilder<C = ()>(pub(super) rt::Builder<Unhandled, C>);

rt::builder!(UnhandledBuilder, Unhandled);

impl<C> UnhandledBuilder<C> {
    /// See [`message`](Unhandled::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](Unhandled::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
}

/// The output of `Client`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ClientOutput {}

rt::structure! {
    ClientOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`ClientOutput`].
#[must_use]
pub struct ClientOutputBuilder<C = ()>(pub(super) rt::Builder<ClientOutput, C>);

rt::builder!(ClientOutputBuilder, ClientOutput);

/// The input of `Clone`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CloneInput {}

rt::structure! {
    CloneInput, rt::schema::prelude::UNIT,
}

/// Builder of [`CloneInput`].
#[must_use]
pub struct CloneInputBuilder<C = ()>(pub(super) rt::Builder<CloneInput, C>);

rt::builder!(CloneInputBuilder, CloneInput);

/// The output of `Clone`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CloneOutput {}

rt::structure! {
    CloneOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`CloneOutput`].
#[must_use]
pub struct CloneOutputBuilder<C = ()>(pub(super) rt::Builder<CloneOutput, C>);

rt::builder!(CloneOutputBuilder, CloneOutput);

/// The input of `Defaults`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DefaultsInput {}

rt::structure! {
    DefaultsInput, rt::schema::prelude::UNIT,
}

/// Builder of [`DefaultsInput`].
#[must_use]
pub struct DefaultsInputBuilder<C = ()>(pub(super) rt::Builder<DefaultsInput, C>);

rt::builder!(DefaultsInputBuilder, DefaultsInput);

/// The input of `Dispatch`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DispatchInput {}

rt::structure! {
    DispatchInput, rt::schema::prelude::UNIT,
}

/// Builder of [`DispatchInput`].
#[must_use]
pub struct DispatchInputBuilder<C = ()>(pub(super) rt::Builder<DispatchInput, C>);

rt::builder!(DispatchInputBuilder, DispatchInput);

/// The output of `Dispatch`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DispatchOutput {}

rt::structure! {
    DispatchOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`DispatchOutput`].
#[must_use]
pub struct DispatchOutputBuilder<C = ()>(pub(super) rt::Builder<DispatchOutput, C>);

rt::builder!(DispatchOutputBuilder, DispatchOutput);

/// The input of `FromEnv`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct FromEnvInput {}

rt::structure! {
    FromEnvInput, rt::schema::prelude::UNIT,
}

/// Builder of [`FromEnvInput`].
#[must_use]
pub struct FromEnvInputBuilder<C = ()>(pub(super) rt::Builder<FromEnvInput, C>);

rt::builder!(FromEnvInputBuilder, FromEnvInput);

/// The output of `FromEnv`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct FromEnvOutput {}

rt::structure! {
    FromEnvOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`FromEnvOutput`].
#[must_use]
pub struct FromEnvOutputBuilder<C = ()>(pub(super) rt::Builder<FromEnvOutput, C>);

rt::builder!(FromEnvOutputBuilder, FromEnvOutput);

/// The input of `New`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct NewInput {}

rt::structure! {
    NewInput, rt::schema::prelude::UNIT,
}

/// Builder of [`NewInput`].
#[must_use]
pub struct NewInputBuilder<C = ()>(pub(super) rt::Builder<NewInput, C>);

rt::builder!(NewInputBuilder, NewInput);

/// The output of `New`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct NewOutput {}

rt::structure! {
    NewOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`NewOutput`].
#[must_use]
pub struct NewOutputBuilder<C = ()>(pub(super) rt::Builder<NewOutput, C>);

rt::builder!(NewOutputBuilder, NewOutput);

/// The input of `Self`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SelfInput {}

rt::structure! {
    SelfInput, rt::schema::prelude::UNIT,
}

/// Builder of [`SelfInput`].
#[must_use]
pub struct SelfInputBuilder<C = ()>(pub(super) rt::Builder<SelfInput, C>);

rt::builder!(SelfInputBuilder, SelfInput);

/// The output of `Self`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SelfOutput {}

rt::structure! {
    SelfOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`SelfOutput`].
#[must_use]
pub struct SelfOutputBuilder<C = ()>(pub(super) rt::Builder<SelfOutput, C>);

rt::builder!(SelfOutputBuilder, SelfOutput);

/// The input of `Service`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceInput {}

rt::structure! {
    ServiceInput, rt::schema::prelude::UNIT,
}

/// Builder of [`ServiceInput`].
#[must_use]
pub struct ServiceInputBuilder<C = ()>(pub(super) rt::Builder<ServiceInput, C>);

rt::builder!(ServiceInputBuilder, ServiceInput);

/// The output of `Service`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceOutput {}

rt::structure! {
    ServiceOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`ServiceOutput`].
#[must_use]
pub struct ServiceOutputBuilder<C = ()>(pub(super) rt::Builder<ServiceOutput, C>);

rt::builder!(ServiceOutputBuilder, ServiceOutput);
