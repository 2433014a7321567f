// Written by whitesmith from cases/waiters.smithy. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `Orders`.

use ::whitesmith_runtime as rt;

/// The model's `GetOrderInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct GetOrderInput {
    /// The member `id`.
    pub id: ::std::string::String,
    /// The member `parts`.
    pub parts: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Has the name of a waiter's method.
    pub wait_until_order_shipped: ::std::option::Option<bool>,
}

rt::structure! {
    GetOrderInput, super::schema::GET_ORDER_INPUT, id = 0, parts = 1,
    wait_until_order_shipped = 2
}

/// Builder of [`GetOrderInput`].
#[must_use]
pub struct GetOrderInputBuilder<C = ()>(pub(super) rt::Builder<GetOrderInput, C>);

rt::builder!(GetOrderInputBuilder, GetOrderInput);

impl<C> GetOrderInputBuilder<C> {
    /// See [`id`](GetOrderInput::id).
    pub fn id(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, id, value)
    }

    /// Replaces or unsets [`id`](GetOrderInput::id).
    pub fn set_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, id, value)
    }

    /// Adds an element to [`parts`](GetOrderInput::parts).
    pub fn parts(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, parts, element)
    }

    /// Replaces or unsets [`parts`](GetOrderInput::parts).
    pub fn set_parts(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, parts, value)
    }

    /// See [`wait_until_order_shipped`](GetOrderInput::wait_until_order_shipped).
    pub fn wait_until_order_shipped_(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, wait_until_order_shipped, value)
    }

    /// Replaces or unsets [`wait_until_order_shipped`](GetOrderInput::wait_until_order_shipped).
    pub fn set_wait_until_order_shipped(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, wait_until_order_shipped, value)
    }
}

/// The model's `GetOrderOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct GetOrderOutput {
    /// The member `state`.
    pub state: ::std::option::Option<State>,
    /// The member `reason`.
    pub reason: ::std::option::Option<::std::string::String>,
    /// The member `parts`.
    pub parts: ::std::option::Option<::std::vec::Vec<Part>>,
    /// The member `counts`.
    pub counts: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, i32>,
    >,
    /// The member `at`.
    pub at: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
}

rt::structure! {
    GetOrderOutput, super::schema::GET_ORDER_OUTPUT, state = 0, reason = 1, parts = 2,
    counts = 3, at = 4
}

/// Builder of [`GetOrderOutput`].
#[must_use]
pub struct GetOrderOutputBuilder<C = ()>(pub(super) rt::Builder<GetOrderOutput, C>);

rt::builder!(GetOrderOutputBuilder, GetOrderOutput);

impl<C> GetOrderOutputBuilder<C> {
    /// See [`state`](GetOrderOutput::state).
    pub fn state(self, value: impl rt::IntoMember<State>) -> Self {
        rt::set!(self, state, value)
    }

    /// Replaces or unsets [`state`](GetOrderOutput::state).
    pub fn set_state(
        self,
        value: ::std::option::Option<impl rt::IntoMember<State>>,
    ) -> Self {
        rt::replace!(self, state, value)
    }

    /// See [`reason`](GetOrderOutput::reason).
    pub fn reason(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, reason, value)
    }

    /// Replaces or unsets [`reason`](GetOrderOutput::reason).
    pub fn set_reason(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, reason, value)
    }

    /// Adds an element to [`parts`](GetOrderOutput::parts).
    pub fn parts(self, element: impl rt::IntoMember<Part>) -> Self {
        rt::append!(self, parts, element)
    }

    /// Replaces or unsets [`parts`](GetOrderOutput::parts).
    pub fn set_parts(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::vec::Vec<Part>>>,
    ) -> Self {
        rt::replace!(self, parts, value)
    }

    /// Adds an entry to [`counts`](GetOrderOutput::counts).
    pub fn counts(
        self,
        key: impl rt::IntoMember<::std::string::String>,
        value: impl rt::IntoMember<i32>,
    ) -> Self {
        rt::insert!(self, counts, key, value)
    }

    /// Replaces or unsets [`counts`](GetOrderOutput::counts).
    pub fn set_counts(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::collections::BTreeMap<::std::string::String, i32>>,
        >,
    ) -> Self {
        rt::replace!(self, counts, value)
    }

    /// See [`at`](GetOrderOutput::at).
    pub fn at(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, at, value)
    }

    /// Replaces or unsets [`at`](GetOrderOutput::at).
    pub fn set_at(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, at, value)
    }
}

/// The model's `GetReceiptInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct GetReceiptInput {
    /// The member `id`.
    pub id: ::std::string::String,
}

rt::structure! {
    GetReceiptInput, super::schema::GET_RECEIPT_INPUT, id = 0
}

/// Builder of [`GetReceiptInput`].
#[must_use]
pub struct GetReceiptInputBuilder<C = ()>(pub(super) rt::Builder<GetReceiptInput, C>);

rt::builder!(GetReceiptInputBuilder, GetReceiptInput);

impl<C> GetReceiptInputBuilder<C> {
    /// See [`id`](GetReceiptInput::id).
    pub fn id(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, id, value)
    }

    /// Replaces or unsets [`id`](GetReceiptInput::id).
    pub fn set_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, id, value)
    }
}

/// The model's `GetReceiptOutput`.
pub struct GetReceiptOutput {
    /// The member `signed`.
    pub signed: ::std::option::Option<bool>,
    /// The member `scan`.
    pub scan: ::whitesmith_runtime::types::ByteStream,
}

rt::structure! {
    GetReceiptOutput, super::schema::GET_RECEIPT_OUTPUT, signed = 0, scan = 1; stream =
    scan
}

/// Builder of [`GetReceiptOutput`].
#[must_use]
pub struct GetReceiptOutputBuilder<C = ()>(pub(super) rt::Builder<GetReceiptOutput, C>);

rt::builder!(GetReceiptOutputBuilder, GetReceiptOutput);

impl<C> GetReceiptOutputBuilder<C> {
    /// See [`signed`](GetReceiptOutput::signed).
    pub fn signed(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, signed, value)
    }

    /// Replaces or unsets [`signed`](GetReceiptOutput::signed).
    pub fn set_signed(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, signed, value)
    }

    /// See [`scan`](GetReceiptOutput::scan).
    pub fn scan(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        rt::set!(self, scan, value)
    }

    /// Replaces or unsets [`scan`](GetReceiptOutput::scan).
    pub fn set_scan(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::ByteStream>,
        >,
    ) -> Self {
        rt::replace!(self, scan, value)
    }
}

/// The model's `OrderExpired`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct OrderExpired {}

rt::structure! {
    OrderExpired, super::schema::ORDER_EXPIRED,
}

rt::error! {
    OrderExpired
}

/// Builder of [`OrderExpired`].
#[must_use]
pub struct OrderExpiredBuilder<C = ()>(pub(super) rt::Builder<OrderExpired, C>);

rt::builder!(OrderExpiredBuilder, OrderExpired);

/// The model's `OrderLocked`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct OrderLocked {
    /// The member `message`.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    OrderLocked, super::schema::ORDER_LOCKED, message = 0
}

rt::error! {
    OrderLocked
}

/// Builder of [`OrderLocked`].
#[must_use]
pub struct OrderLockedBuilder<C = ()>(pub(super) rt::Builder<OrderLocked, C>);

rt::builder!(OrderLockedBuilder, OrderLocked);

impl<C> OrderLockedBuilder<C> {
    /// See [`message`](OrderLocked::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](OrderLocked::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
}

/// The model's `OrderNotFound`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct OrderNotFound {
    /// The member `message`.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    OrderNotFound, super::schema::ORDER_NOT_FOUND, message = 0
}

rt::error! {
    OrderNotFound
}

/// Builder of [`OrderNotFound`].
#[must_use]
pub struct OrderNotFoundBuilder<C = ()>(pub(super) rt::Builder<OrderNotFound, C>);

rt::builder!(OrderNotFoundBuilder, OrderNotFound);

impl<C> OrderNotFoundBuilder<C> {
    /// See [`message`](OrderNotFound::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](OrderNotFound::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
}

/// The model's `Part`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Part {
    /// The member `state`.
    pub state: ::std::option::Option<::std::string::String>,
    /// The member `note`.
    pub note: ::std::option::Option<::std::string::String>,
    /// The member `secrets`.
    pub secrets: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}

rt::structure! {
    Part, super::schema::PART, state = 0, note = 1, secrets = 2
}

/// Builder of [`Part`].
#[must_use]
pub struct PartBuilder<C = ()>(pub(super) rt::Builder<Part, C>);

rt::builder!(PartBuilder, Part);

impl<C> PartBuilder<C> {
    /// See [`state`](Part::state).
    pub fn state(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, state, value)
    }

    /// Replaces or unsets [`state`](Part::state).
    pub fn set_state(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, state, value)
    }

    /// See [`note`](Part::note).
    pub fn note(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, note, value)
    }

    /// Replaces or unsets [`note`](Part::note).
    pub fn set_note(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, note, value)
    }

    /// Adds an element to [`secrets`](Part::secrets).
    pub fn secrets(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, secrets, element)
    }

    /// Replaces or unsets [`secrets`](Part::secrets).
    pub fn set_secrets(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, secrets, value)
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
/// The model's `State`.
pub enum State {
    /// `NEW`
    New,
    /// `SHIPPED`
    Shipped,
    /// `LOST`
    Lost,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    State, super::schema::STATE, New = "NEW", Shipped = "SHIPPED", Lost = "LOST"
}
