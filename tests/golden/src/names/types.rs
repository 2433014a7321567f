// Written by whitesmith from cases/names.json. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `Service`.

use ::whitesmith_runtime as rt;

/// The model's `Box`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Box {
    /// The member `box`.
    pub r#box: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Box, super::schema::BOX, r#box = 0
}

/// Builder of [`Box`].
#[must_use]
pub struct BoxBuilder<C = ()>(pub(super) rt::Builder<Box, C>);

rt::builder!(BoxBuilder, Box);

impl<C> BoxBuilder<C> {
    /// See [`box`](Box::box).
    pub fn r#box(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#box, value)
    }

    /// Replaces or unsets [`box`](Box::box).
    pub fn set_box(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#box, value)
    }
}

/// The model's `Cases`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Cases {
    /// The member `fooBar`.
    pub foo_bar: ::std::option::Option<::std::string::String>,
    /// The member `foo_bar`.
    pub foo_bar2: ::std::option::Option<::std::string::String>,
    /// The member `foobar`.
    pub foobar: ::std::option::Option<::std::string::String>,
    /// The member `get`.
    pub get: ::std::option::Option<::std::string::String>,
    /// The member `slot`.
    pub slot: ::std::option::Option<::std::string::String>,
    /// The member `schema`.
    pub schema: ::std::option::Option<::std::string::String>,
    /// The member `blank`.
    pub blank: ::std::option::Option<::std::string::String>,
    /// The member `new`.
    pub new: ::std::option::Option<::std::string::String>,
    /// The member `send`.
    pub send: ::std::option::Option<::std::string::String>,
    /// The member `paginate`.
    pub paginate: ::std::option::Option<::std::string::String>,
    /// The member `value`.
    pub value: ::std::option::Option<::std::string::String>,
    /// The member `input`.
    pub input: ::std::option::Option<::std::string::String>,
    /// The member `output`.
    pub output: ::std::option::Option<::std::string::String>,
    /// The member `_1`.
    pub v1: ::std::option::Option<::std::string::String>,
    /// The member `_under`.
    pub under: ::std::option::Option<::std::string::String>,
    /// The member `a1`.
    pub a1: ::std::option::Option<::std::string::String>,
    /// The member `A1`.
    pub a1_2: ::std::option::Option<::std::string::String>,
    /// The member `http2Server`.
    pub http2_server: ::std::option::Option<::std::string::String>,
    /// The member `IPv4Address`.
    pub i_pv4_address: ::std::option::Option<::std::string::String>,
    /// The member `input2`.
    pub input2: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Cases, super::schema::CASES, foo_bar = 0, foo_bar2 = 1, foobar = 2, get = 3, slot =
    4, schema = 5, blank = 6, new = 7, send = 8, paginate = 9, value = 10, input = 11,
    output = 12, v1 = 13, under = 14, a1 = 15, a1_2 = 16, http2_server = 17,
    i_pv4_address = 18, input2 = 19
}

/// Builder of [`Cases`].
#[must_use]
pub struct CasesBuilder<C = ()>(pub(super) rt::Builder<Cases, C>);

rt::builder!(CasesBuilder, Cases);

impl<C> CasesBuilder<C> {
    /// See [`foo_bar`](Cases::foo_bar).
    pub fn foo_bar(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, foo_bar, value)
    }

    /// Replaces or unsets [`foo_bar`](Cases::foo_bar).
    pub fn set_foo_bar(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, foo_bar, value)
    }

    /// See [`foo_bar2`](Cases::foo_bar2).
    pub fn foo_bar2(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, foo_bar2, value)
    }

    /// Replaces or unsets [`foo_bar2`](Cases::foo_bar2).
    pub fn set_foo_bar2(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, foo_bar2, value)
    }

    /// See [`foobar`](Cases::foobar).
    pub fn foobar(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, foobar, value)
    }

    /// Replaces or unsets [`foobar`](Cases::foobar).
    pub fn set_foobar(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, foobar, value)
    }

    /// See [`get`](Cases::get).
    pub fn get(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, get, value)
    }

    /// Replaces or unsets [`get`](Cases::get).
    pub fn set_get(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, get, value)
    }

    /// See [`slot`](Cases::slot).
    pub fn slot(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, slot, value)
    }

    /// Replaces or unsets [`slot`](Cases::slot).
    pub fn set_slot(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, slot, value)
    }

    /// See [`schema`](Cases::schema).
    pub fn schema(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, schema, value)
    }

    /// Replaces or unsets [`schema`](Cases::schema).
    pub fn set_schema(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, schema, value)
    }

    /// See [`blank`](Cases::blank).
    pub fn blank(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, blank, value)
    }

    /// Replaces or unsets [`blank`](Cases::blank).
    pub fn set_blank(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, blank, value)
    }

    /// See [`new`](Cases::new).
    pub fn new(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, new, value)
    }

    /// Replaces or unsets [`new`](Cases::new).
    pub fn set_new(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, new, value)
    }

    /// See [`send`](Cases::send).
    pub fn send_(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, send, value)
    }

    /// Replaces or unsets [`send`](Cases::send).
    pub fn set_send(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, send, value)
    }

    /// See [`paginate`](Cases::paginate).
    pub fn paginate_(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, paginate, value)
    }

    /// Replaces or unsets [`paginate`](Cases::paginate).
    pub fn set_paginate(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, paginate, value)
    }

    /// See [`value`](Cases::value).
    pub fn value(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, value, value)
    }

    /// Replaces or unsets [`value`](Cases::value).
    pub fn set_value(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, value, value)
    }

    /// See [`input`](Cases::input).
    pub fn input(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, input, value)
    }

    /// Replaces or unsets [`input`](Cases::input).
    pub fn set_input(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, input, value)
    }

    /// See [`output`](Cases::output).
    pub fn output(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, output, value)
    }

    /// Replaces or unsets [`output`](Cases::output).
    pub fn set_output(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, output, value)
    }

    /// See [`v1`](Cases::v1).
    pub fn v1(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, v1, value)
    }

    /// Replaces or unsets [`v1`](Cases::v1).
    pub fn set_v1(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, v1, value)
    }

    /// See [`under`](Cases::under).
    pub fn under(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, under, value)
    }

    /// Replaces or unsets [`under`](Cases::under).
    pub fn set_under(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, under, value)
    }

    /// See [`a1`](Cases::a1).
    pub fn a1(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, a1, value)
    }

    /// Replaces or unsets [`a1`](Cases::a1).
    pub fn set_a1(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, a1, value)
    }

    /// See [`a1_2`](Cases::a1_2).
    pub fn a1_2(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, a1_2, value)
    }

    /// Replaces or unsets [`a1_2`](Cases::a1_2).
    pub fn set_a1_2(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, a1_2, value)
    }

    /// See [`http2_server`](Cases::http2_server).
    pub fn http2_server(
        self,
        value: impl rt::IntoMember<::std::string::String>,
    ) -> Self {
        rt::set!(self, http2_server, value)
    }

    /// Replaces or unsets [`http2_server`](Cases::http2_server).
    pub fn set_http2_server(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, http2_server, value)
    }

    /// See [`i_pv4_address`](Cases::i_pv4_address).
    pub fn i_pv4_address(
        self,
        value: impl rt::IntoMember<::std::string::String>,
    ) -> Self {
        rt::set!(self, i_pv4_address, value)
    }

    /// Replaces or unsets [`i_pv4_address`](Cases::i_pv4_address).
    pub fn set_i_pv4_address(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, i_pv4_address, value)
    }

    /// See [`input2`](Cases::input2).
    pub fn input2(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, input2, value)
    }

    /// Replaces or unsets [`input2`](Cases::input2).
    pub fn set_input2(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, input2, value)
    }
}

/// The model's `Client`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Client {
    /// The member `client`.
    pub client: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Client, super::schema::CLIENT, client = 0
}

/// Builder of [`Client`].
#[must_use]
pub struct ClientBuilder<C = ()>(pub(super) rt::Builder<Client, C>);

rt::builder!(ClientBuilder, Client);

impl<C> ClientBuilder<C> {
    /// See [`client`](Client::client).
    pub fn client(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, client, value)
    }

    /// Replaces or unsets [`client`](Client::client).
    pub fn set_client(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, client, value)
    }
}

/// The model's `Clone`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Clone {
    /// The member `clone`.
    pub clone: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Clone, super::schema::CLONE, clone = 0
}

/// Builder of [`Clone`].
#[must_use]
pub struct CloneBuilder<C = ()>(pub(super) rt::Builder<Clone, C>);

rt::builder!(CloneBuilder, Clone);

impl<C> CloneBuilder<C> {
    /// See [`clone`](Clone::clone).
    pub fn clone(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, clone, value)
    }

    /// Replaces or unsets [`clone`](Clone::clone).
    pub fn set_clone(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, clone, value)
    }
}

/// The model's `Debug`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Debug {
    /// The member `debug`.
    pub debug: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Debug, super::schema::DEBUG, debug = 0
}

/// Builder of [`Debug`].
#[must_use]
pub struct DebugBuilder<C = ()>(pub(super) rt::Builder<Debug, C>);

rt::builder!(DebugBuilder, Debug);

impl<C> DebugBuilder<C> {
    /// See [`debug`](Debug::debug).
    pub fn debug(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, debug, value)
    }

    /// Replaces or unsets [`debug`](Debug::debug).
    pub fn set_debug(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, debug, value)
    }
}

/// The model's `Default`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Default {
    /// The member `default`.
    pub default: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Default, super::schema::DEFAULT, default = 0
}

/// Builder of [`Default`].
#[must_use]
pub struct DefaultBuilder<C = ()>(pub(super) rt::Builder<Default, C>);

rt::builder!(DefaultBuilder, Default);

impl<C> DefaultBuilder<C> {
    /// See [`default`](Default::default).
    pub fn default(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, default, value)
    }

    /// Replaces or unsets [`default`](Default::default).
    pub fn set_default(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, default, value)
    }
}

/// The model's `Err`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Err {
    /// The member `err`.
    pub err: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Err, super::schema::ERR, err = 0
}

/// Builder of [`Err`].
#[must_use]
pub struct ErrBuilder<C = ()>(pub(super) rt::Builder<Err, C>);

rt::builder!(ErrBuilder, Err);

impl<C> ErrBuilder<C> {
    /// See [`err`](Err::err).
    pub fn err(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, err, value)
    }

    /// Replaces or unsets [`err`](Err::err).
    pub fn set_err(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, err, value)
    }
}

/// The model's `Error`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Error {
    /// The member `error`.
    pub error: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Error, super::schema::ERROR, error = 0
}

/// Builder of [`Error`].
#[must_use]
pub struct ErrorBuilder<C = ()>(pub(super) rt::Builder<Error, C>);

rt::builder!(ErrorBuilder, Error);

impl<C> ErrorBuilder<C> {
    /// See [`error`](Error::error).
    pub fn error(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](Error::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }
}

/// The model's `Exception`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Exception {}

rt::structure! {
    Exception, super::schema::EXCEPTION,
}

rt::error! {
    Exception
}

/// Builder of [`Exception`].
#[must_use]
pub struct ExceptionBuilder<C = ()>(pub(super) rt::Builder<Exception, C>);

rt::builder!(ExceptionBuilder, Exception);

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// The model's `FOOBar`.
pub enum FooBar {
    /// `1`
    FooBar,
    /// `2`
    FooBar2,
    /// `3`
    V1,
    /// `4`
    V2x,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    FooBar, super::schema::FOO_BAR, FooBar = "1", FooBar2 = "2", V1 = "3", V2x = "4"
}

/// The model's `Foo_Bar`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct FooBar2 {}

rt::structure! {
    FooBar2, super::schema::FOO_BAR2,
}

/// Builder of [`FooBar2`].
#[must_use]
pub struct FooBar2Builder<C = ()>(pub(super) rt::Builder<FooBar2, C>);

rt::builder!(FooBar2Builder, FooBar2);

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// The model's `KeywordEnum`.
pub enum KeywordEnum {
    /// `as`
    As,
    /// `async`
    Async,
    /// `await`
    Await,
    /// `box`
    Box,
    /// `break`
    Break,
    /// `const`
    Const,
    /// `continue`
    Continue,
    /// `crate`
    Crate,
    /// `dyn`
    Dyn,
    /// `else`
    Else,
    /// `enum`
    Enum,
    /// `extern`
    Extern,
    /// `false`
    False,
    /// `fn`
    Fn,
    /// `for`
    For,
    /// `gen`
    Gen,
    /// `if`
    If,
    /// `impl`
    Impl,
    /// `in`
    In,
    /// `let`
    Let,
    /// `loop`
    Loop,
    /// `match`
    Match,
    /// `mod`
    Mod,
    /// `move`
    Move,
    /// `mut`
    Mut,
    /// `pub`
    Pub,
    /// `ref`
    Ref,
    /// `return`
    Return,
    /// `Self`
    Self_,
    /// `static`
    Static,
    /// `struct`
    Struct,
    /// `super`
    Super,
    /// `trait`
    Trait,
    /// `true`
    True,
    /// `try`
    Try,
    /// `type`
    Type,
    /// `typeof`
    Typeof,
    /// `union`
    Union,
    /// `unsafe`
    Unsafe,
    /// `use`
    Use,
    /// `where`
    Where,
    /// `while`
    While,
    /// `yield`
    Yield,
    /// `abstract`
    Abstract,
    /// `macro`
    Macro,
    /// `override`
    Override,
    /// `priv`
    Priv,
    /// `virtual`
    Virtual,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    KeywordEnum, super::schema::KEYWORD_ENUM, As = "as", Async = "async", Await =
    "await", Box = "box", Break = "break", Const = "const", Continue = "continue", Crate
    = "crate", Dyn = "dyn", Else = "else", Enum = "enum", Extern = "extern", False =
    "false", Fn = "fn", For = "for", Gen = "gen", If = "if", Impl = "impl", In = "in",
    Let = "let", Loop = "loop", Match = "match", Mod = "mod", Move = "move", Mut = "mut",
    Pub = "pub", Ref = "ref", Return = "return", Self_ = "Self", Static = "static",
    Struct = "struct", Super = "super", Trait = "trait", True = "true", Try = "try", Type
    = "type", Typeof = "typeof", Union = "union", Unsafe = "unsafe", Use = "use", Where =
    "where", While = "while", Yield = "yield", Abstract = "abstract", Macro = "macro",
    Override = "override", Priv = "priv", Virtual = "virtual"
}

/// The model's `KeywordUnion`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub enum KeywordUnion {
    /// The member `as`.
    As(::std::string::String),
    /// The member `async`.
    Async(::std::string::String),
    /// The member `await`.
    Await(::std::string::String),
    /// The member `box`.
    Box(::std::string::String),
    /// The member `break`.
    Break(::std::string::String),
    /// The member `const`.
    Const(::std::string::String),
    /// The member `continue`.
    Continue(::std::string::String),
    /// The member `crate`.
    Crate(::std::string::String),
    /// The member `dyn`.
    Dyn(::std::string::String),
    /// The member `else`.
    Else(::std::string::String),
    /// The member `enum`.
    Enum(::std::string::String),
    /// The member `extern`.
    Extern(::std::string::String),
    /// The member `false`.
    False(::std::string::String),
    /// The member `fn`.
    Fn(::std::string::String),
    /// The member `for`.
    For(::std::string::String),
    /// The member `gen`.
    Gen(::std::string::String),
    /// The member `if`.
    If(::std::string::String),
    /// The member `impl`.
    Impl(::std::string::String),
    /// The member `in`.
    In(::std::string::String),
    /// The member `let`.
    Let(::std::string::String),
    /// The member `loop`.
    Loop(::std::string::String),
    /// The member `match`.
    Match(::std::string::String),
    /// The member `mod`.
    Mod(::std::string::String),
    /// The member `move`.
    Move(::std::string::String),
    /// The member `mut`.
    Mut(::std::string::String),
    /// The member `pub`.
    Pub(::std::string::String),
    /// The member `ref`.
    Ref(::std::string::String),
    /// The member `return`.
    Return(::std::string::String),
    /// The member `Self`.
    Self_(::std::string::String),
    /// The member `static`.
    Static(::std::string::String),
    /// The member `struct`.
    Struct(::std::string::String),
    /// The member `super`.
    Super(::std::string::String),
    /// The member `trait`.
    Trait(::std::string::String),
    /// The member `true`.
    True(::std::string::String),
    /// The member `try`.
    Try(::std::string::String),
    /// The member `type`.
    Type(::std::string::String),
    /// The member `typeof`.
    Typeof(::std::string::String),
    /// The member `union`.
    Union(::std::string::String),
    /// The member `unsafe`.
    Unsafe(::std::string::String),
    /// The member `use`.
    Use(::std::string::String),
    /// The member `where`.
    Where(::std::string::String),
    /// The member `while`.
    While(::std::string::String),
    /// The member `yield`.
    Yield(::std::string::String),
    /// The member `abstract`.
    Abstract(::std::string::String),
    /// The member `macro`.
    Macro(::std::string::String),
    /// The member `override`.
    Override(::std::string::String),
    /// The member `priv`.
    Priv(::std::string::String),
    /// The member `virtual`.
    Virtual(::std::string::String),
    /// A variant that the model does not list. Only a message can hold it.
    Unknown(rt::types::UnknownVariant),
}

rt::union! {
    KeywordUnion, super::schema::KEYWORD_UNION, As = 0, Async = 1, Await = 2, Box = 3,
    Break = 4, Const = 5, Continue = 6, Crate = 7, Dyn = 8, Else = 9, Enum = 10, Extern =
    11, False = 12, Fn = 13, For = 14, Gen = 15, If = 16, Impl = 17, In = 18, Let = 19,
    Loop = 20, Match = 21, Mod = 22, Move = 23, Mut = 24, Pub = 25, Ref = 26, Return =
    27, Self_ = 28, Static = 29, Struct = 30, Super = 31, Trait = 32, True = 33, Try =
    34, Type = 35, Typeof = 36, Union = 37, Unsafe = 38, Use = 39, Where = 40, While =
    41, Yield = 42, Abstract = 43, Macro = 44, Override = 45, Priv = 46, Virtual = 47
}

/// The model's `Keywords`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Keywords {
    /// The member `as`.
    pub r#as: ::std::option::Option<::std::string::String>,
    /// The member `async`.
    pub r#async: ::std::option::Option<::std::string::String>,
    /// The member `await`.
    pub r#await: ::std::option::Option<::std::string::String>,
    /// The member `box`.
    pub r#box: ::std::option::Option<::std::string::String>,
    /// The member `break`.
    pub r#break: ::std::option::Option<::std::string::String>,
    /// The member `const`.
    pub r#const: ::std::option::Option<::std::string::String>,
    /// The member `continue`.
    pub r#continue: ::std::option::Option<::std::string::String>,
    /// The member `crate`.
    pub crate_: ::std::option::Option<::std::string::String>,
    /// The member `dyn`.
    pub r#dyn: ::std::option::Option<::std::string::String>,
    /// The member `else`.
    pub r#else: ::std::option::Option<::std::string::String>,
    /// The member `enum`.
    pub r#enum: ::std::option::Option<::std::string::String>,
    /// The member `extern`.
    pub r#extern: ::std::option::Option<::std::string::String>,
    /// The member `false`.
    pub r#false: ::std::option::Option<::std::string::String>,
    /// The member `fn`.
    pub r#fn: ::std::option::Option<::std::string::String>,
    /// The member `for`.
    pub r#for: ::std::option::Option<::std::string::String>,
    /// The member `gen`.
    pub r#gen: ::std::option::Option<::std::string::String>,
    /// The member `if`.
    pub r#if: ::std::option::Option<::std::string::String>,
    /// The member `impl`.
    pub r#impl: ::std::option::Option<::std::string::String>,
    /// The member `in`.
    pub r#in: ::std::option::Option<::std::string::String>,
    /// The member `let`.
    pub r#let: ::std::option::Option<::std::string::String>,
    /// The member `loop`.
    pub r#loop: ::std::option::Option<::std::string::String>,
    /// The member `match`.
    pub r#match: ::std::option::Option<::std::string::String>,
    /// The member `mod`.
    pub r#mod: ::std::option::Option<::std::string::String>,
    /// The member `move`.
    pub r#move: ::std::option::Option<::std::string::String>,
    /// The member `mut`.
    pub r#mut: ::std::option::Option<::std::string::String>,
    /// The member `pub`.
    pub r#pub: ::std::option::Option<::std::string::String>,
    /// The member `ref`.
    pub r#ref: ::std::option::Option<::std::string::String>,
    /// The member `return`.
    pub r#return: ::std::option::Option<::std::string::String>,
    /// The member `self`.
    pub self_: ::std::option::Option<::std::string::String>,
    /// The member `static`.
    pub r#static: ::std::option::Option<::std::string::String>,
    /// The member `struct`.
    pub r#struct: ::std::option::Option<::std::string::String>,
    /// The member `super`.
    pub super_: ::std::option::Option<::std::string::String>,
    /// The member `trait`.
    pub r#trait: ::std::option::Option<::std::string::String>,
    /// The member `true`.
    pub r#true: ::std::option::Option<::std::string::String>,
    /// The member `try`.
    pub r#try: ::std::option::Option<::std::string::String>,
    /// The member `type`.
    pub r#type: ::std::option::Option<::std::string::String>,
    /// The member `typeof`.
    pub r#typeof: ::std::option::Option<::std::string::String>,
    /// The member `union`.
    pub union: ::std::option::Option<::std::string::String>,
    /// The member `unsafe`.
    pub r#unsafe: ::std::option::Option<::std::string::String>,
    /// The member `use`.
    pub r#use: ::std::option::Option<::std::string::String>,
    /// The member `where`.
    pub r#where: ::std::option::Option<::std::string::String>,
    /// The member `while`.
    pub r#while: ::std::option::Option<::std::string::String>,
    /// The member `yield`.
    pub r#yield: ::std::option::Option<::std::string::String>,
    /// The member `abstract`.
    pub r#abstract: ::std::option::Option<::std::string::String>,
    /// The member `macro`.
    pub r#macro: ::std::option::Option<::std::string::String>,
    /// The member `override`.
    pub r#override: ::std::option::Option<::std::string::String>,
    /// The member `priv`.
    pub r#priv: ::std::option::Option<::std::string::String>,
    /// The member `virtual`.
    pub r#virtual: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Keywords, super::schema::KEYWORDS, r#as = 0, r#async = 1, r#await = 2, r#box = 3,
    r#break = 4, r#const = 5, r#continue = 6, crate_ = 7, r#dyn = 8, r#else = 9, r#enum =
    10, r#extern = 11, r#false = 12, r#fn = 13, r#for = 14, r#gen = 15, r#if = 16, r#impl
    = 17, r#in = 18, r#let = 19, r#loop = 20, r#match = 21, r#mod = 22, r#move = 23,
    r#mut = 24, r#pub = 25, r#ref = 26, r#return = 27, self_ = 28, r#static = 29,
    r#struct = 30, super_ = 31, r#trait = 32, r#true = 33, r#try = 34, r#type = 35,
    r#typeof = 36, union = 37, r#unsafe = 38, r#use = 39, r#where = 40, r#while = 41,
    r#yield = 42, r#abstract = 43, r#macro = 44, r#override = 45, r#priv = 46, r#virtual
    = 47
}

/// Builder of [`Keywords`].
#[must_use]
pub struct KeywordsBuilder<C = ()>(pub(super) rt::Builder<Keywords, C>);

rt::builder!(KeywordsBuilder, Keywords);

impl<C> KeywordsBuilder<C> {
    /// See [`as`](Keywords::as).
    pub fn r#as(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#as, value)
    }

    /// Replaces or unsets [`as`](Keywords::as).
    pub fn set_as(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#as, value)
    }

    /// See [`async`](Keywords::async).
    pub fn r#async(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#async, value)
    }

    /// Replaces or unsets [`async`](Keywords::async).
    pub fn set_async(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#async, value)
    }

    /// See [`await`](Keywords::await).
    pub fn r#await(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#await, value)
    }

    /// Replaces or unsets [`await`](Keywords::await).
    pub fn set_await(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#await, value)
    }

    /// See [`box`](Keywords::box).
    pub fn r#box(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#box, value)
    }

    /// Replaces or unsets [`box`](Keywords::box).
    pub fn set_box(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#box, value)
    }

    /// See [`break`](Keywords::break).
    pub fn r#break(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#break, value)
    }

    /// Replaces or unsets [`break`](Keywords::break).
    pub fn set_break(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#break, value)
    }

    /// See [`const`](Keywords::const).
    pub fn r#const(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#const, value)
    }

    /// Replaces or unsets [`const`](Keywords::const).
    pub fn set_const(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#const, value)
    }

    /// See [`continue`](Keywords::continue).
    pub fn r#continue(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#continue, value)
    }

    /// Replaces or unsets [`continue`](Keywords::continue).
    pub fn set_continue(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#continue, value)
    }

    /// See [`crate`](Keywords::crate).
    pub fn crate_(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, crate_, value)
    }

    /// Replaces or unsets [`crate`](Keywords::crate).
    pub fn set_crate(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, crate_, value)
    }

    /// See [`dyn`](Keywords::dyn).
    pub fn r#dyn(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#dyn, value)
    }

    /// Replaces or unsets [`dyn`](Keywords::dyn).
    pub fn set_dyn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#dyn, value)
    }

    /// See [`else`](Keywords::else).
    pub fn r#else(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#else, value)
    }

    /// Replaces or unsets [`else`](Keywords::else).
    pub fn set_else(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#else, value)
    }

    /// See [`enum`](Keywords::enum).
    pub fn r#enum(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#enum, value)
    }

    /// Replaces or unsets [`enum`](Keywords::enum).
    pub fn set_enum(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#enum, value)
    }

    /// See [`extern`](Keywords::extern).
    pub fn r#extern(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#extern, value)
    }

    /// Replaces or unsets [`extern`](Keywords::extern).
    pub fn set_extern(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#extern, value)
    }

    /// See [`false`](Keywords::false).
    pub fn r#false(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#false, value)
    }

    /// Replaces or unsets [`false`](Keywords::false).
    pub fn set_false(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#false, value)
    }

    /// See [`fn`](Keywords::fn).
    pub fn r#fn(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#fn, value)
    }

    /// Replaces or unsets [`fn`](Keywords::fn).
    pub fn set_fn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#fn, value)
    }

    /// See [`for`](Keywords::for).
    pub fn r#for(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#for, value)
    }

    /// Replaces or unsets [`for`](Keywords::for).
    pub fn set_for(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#for, value)
    }

    /// See [`gen`](Keywords::gen).
    pub fn r#gen(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#gen, value)
    }

    /// Replaces or unsets [`gen`](Keywords::gen).
    pub fn set_gen(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#gen, value)
    }

    /// See [`if`](Keywords::if).
    pub fn r#if(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#if, value)
    }

    /// Replaces or unsets [`if`](Keywords::if).
    pub fn set_if(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#if, value)
    }

    /// See [`impl`](Keywords::impl).
    pub fn r#impl(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#impl, value)
    }

    /// Replaces or unsets [`impl`](Keywords::impl).
    pub fn set_impl(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#impl, value)
    }

    /// See [`in`](Keywords::in).
    pub fn r#in(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#in, value)
    }

    /// Replaces or unsets [`in`](Keywords::in).
    pub fn set_in(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#in, value)
    }

    /// See [`let`](Keywords::let).
    pub fn r#let(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#let, value)
    }

    /// Replaces or unsets [`let`](Keywords::let).
    pub fn set_let(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#let, value)
    }

    /// See [`loop`](Keywords::loop).
    pub fn r#loop(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#loop, value)
    }

    /// Replaces or unsets [`loop`](Keywords::loop).
    pub fn set_loop(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#loop, value)
    }

    /// See [`match`](Keywords::match).
    pub fn r#match(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#match, value)
    }

    /// Replaces or unsets [`match`](Keywords::match).
    pub fn set_match(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#match, value)
    }

    /// See [`mod`](Keywords::mod).
    pub fn r#mod(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#mod, value)
    }

    /// Replaces or unsets [`mod`](Keywords::mod).
    pub fn set_mod(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#mod, value)
    }

    /// See [`move`](Keywords::move).
    pub fn r#move(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#move, value)
    }

    /// Replaces or unsets [`move`](Keywords::move).
    pub fn set_move(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#move, value)
    }

    /// See [`mut`](Keywords::mut).
    pub fn r#mut(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#mut, value)
    }

    /// Replaces or unsets [`mut`](Keywords::mut).
    pub fn set_mut(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#mut, value)
    }

    /// See [`pub`](Keywords::pub).
    pub fn r#pub(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#pub, value)
    }

    /// Replaces or unsets [`pub`](Keywords::pub).
    pub fn set_pub(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#pub, value)
    }

    /// See [`ref`](Keywords::ref).
    pub fn r#ref(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#ref, value)
    }

    /// Replaces or unsets [`ref`](Keywords::ref).
    pub fn set_ref(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#ref, value)
    }

    /// See [`return`](Keywords::return).
    pub fn r#return(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#return, value)
    }

    /// Replaces or unsets [`return`](Keywords::return).
    pub fn set_return(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#return, value)
    }

    /// See [`self`](Keywords::self).
    pub fn self_(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, self_, value)
    }

    /// Replaces or unsets [`self`](Keywords::self).
    pub fn set_self(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, self_, value)
    }

    /// See [`static`](Keywords::static).
    pub fn r#static(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#static, value)
    }

    /// Replaces or unsets [`static`](Keywords::static).
    pub fn set_static(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#static, value)
    }

    /// See [`struct`](Keywords::struct).
    pub fn r#struct(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#struct, value)
    }

    /// Replaces or unsets [`struct`](Keywords::struct).
    pub fn set_struct(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#struct, value)
    }

    /// See [`super`](Keywords::super).
    pub fn super_(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, super_, value)
    }

    /// Replaces or unsets [`super`](Keywords::super).
    pub fn set_super(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, super_, value)
    }

    /// See [`trait`](Keywords::trait).
    pub fn r#trait(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#trait, value)
    }

    /// Replaces or unsets [`trait`](Keywords::trait).
    pub fn set_trait(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#trait, value)
    }

    /// See [`true`](Keywords::true).
    pub fn r#true(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#true, value)
    }

    /// Replaces or unsets [`true`](Keywords::true).
    pub fn set_true(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#true, value)
    }

    /// See [`try`](Keywords::try).
    pub fn r#try(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#try, value)
    }

    /// Replaces or unsets [`try`](Keywords::try).
    pub fn set_try(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#try, value)
    }

    /// See [`type`](Keywords::type).
    pub fn r#type(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#type, value)
    }

    /// Replaces or unsets [`type`](Keywords::type).
    pub fn set_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#type, value)
    }

    /// See [`typeof`](Keywords::typeof).
    pub fn r#typeof(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#typeof, value)
    }

    /// Replaces or unsets [`typeof`](Keywords::typeof).
    pub fn set_typeof(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#typeof, value)
    }

    /// See [`union`](Keywords::union).
    pub fn union(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, union, value)
    }

    /// Replaces or unsets [`union`](Keywords::union).
    pub fn set_union(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, union, value)
    }

    /// See [`unsafe`](Keywords::unsafe).
    pub fn r#unsafe(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#unsafe, value)
    }

    /// Replaces or unsets [`unsafe`](Keywords::unsafe).
    pub fn set_unsafe(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#unsafe, value)
    }

    /// See [`use`](Keywords::use).
    pub fn r#use(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#use, value)
    }

    /// Replaces or unsets [`use`](Keywords::use).
    pub fn set_use(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#use, value)
    }

    /// See [`where`](Keywords::where).
    pub fn r#where(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#where, value)
    }

    /// Replaces or unsets [`where`](Keywords::where).
    pub fn set_where(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#where, value)
    }

    /// See [`while`](Keywords::while).
    pub fn r#while(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#while, value)
    }

    /// Replaces or unsets [`while`](Keywords::while).
    pub fn set_while(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#while, value)
    }

    /// See [`yield`](Keywords::yield).
    pub fn r#yield(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#yield, value)
    }

    /// Replaces or unsets [`yield`](Keywords::yield).
    pub fn set_yield(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#yield, value)
    }

    /// See [`abstract`](Keywords::abstract).
    pub fn r#abstract(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#abstract, value)
    }

    /// Replaces or unsets [`abstract`](Keywords::abstract).
    pub fn set_abstract(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#abstract, value)
    }

    /// See [`macro`](Keywords::macro).
    pub fn r#macro(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#macro, value)
    }

    /// Replaces or unsets [`macro`](Keywords::macro).
    pub fn set_macro(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#macro, value)
    }

    /// See [`override`](Keywords::override).
    pub fn r#override(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#override, value)
    }

    /// Replaces or unsets [`override`](Keywords::override).
    pub fn set_override(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#override, value)
    }

    /// See [`priv`](Keywords::priv).
    pub fn r#priv(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#priv, value)
    }

    /// Replaces or unsets [`priv`](Keywords::priv).
    pub fn set_priv(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#priv, value)
    }

    /// See [`virtual`](Keywords::virtual).
    pub fn r#virtual(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#virtual, value)
    }

    /// Replaces or unsets [`virtual`](Keywords::virtual).
    pub fn set_virtual(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#virtual, value)
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
/// The model's `Kinds`.
pub enum Kinds {
    /// `Error`
    Error,
    /// `Err`
    Err,
    /// `Ok`
    Ok,
    /// `Some`
    Some,
    /// `None`
    None,
    /// `Unknown`
    Unknown2,
    /// `Self`
    Self_,
    /// `Values`
    Values,
    /// `known`
    Known,
    /// `as_str`
    AsStr,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    Kinds, super::schema::KINDS, Error = "Error", Err = "Err", Ok = "Ok", Some = "Some",
    None = "None", Unknown2 = "Unknown", Self_ = "Self", Values = "Values", Known =
    "known", AsStr = "as_str"
}

/// The model's `None`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct None {
    /// The member `none`.
    pub none: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    None, super::schema::NONE, none = 0
}

/// Builder of [`None`].
#[must_use]
pub struct NoneBuilder<C = ()>(pub(super) rt::Builder<None, C>);

rt::builder!(NoneBuilder, None);

impl<C> NoneBuilder<C> {
    /// See [`none`](None::none).
    pub fn none(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, none, value)
    }

    /// Replaces or unsets [`none`](None::none).
    pub fn set_none(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, none, value)
    }
}

/// The model's `Ok`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Ok {
    /// The member `ok`.
    pub ok: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Ok, super::schema::OK, ok = 0
}

/// Builder of [`Ok`].
#[must_use]
pub struct OkBuilder<C = ()>(pub(super) rt::Builder<Ok, C>);

rt::builder!(OkBuilder, Ok);

impl<C> OkBuilder<C> {
    /// See [`ok`](Ok::ok).
    pub fn ok(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, ok, value)
    }

    /// Replaces or unsets [`ok`](Ok::ok).
    pub fn set_ok(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, ok, value)
    }
}

/// The model's `Option`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Option {
    /// The member `option`.
    pub option: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Option, super::schema::OPTION, option = 0
}

/// Builder of [`Option`].
#[must_use]
pub struct OptionBuilder<C = ()>(pub(super) rt::Builder<Option, C>);

rt::builder!(OptionBuilder, Option);

impl<C> OptionBuilder<C> {
    /// See [`option`](Option::option).
    pub fn option(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, option, value)
    }

    /// Replaces or unsets [`option`](Option::option).
    pub fn set_option(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, option, value)
    }
}

/// The model's `OtherInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct MatchInput {
    /// The member `cases`.
    pub cases: ::std::option::Option<Cases>,
    /// The member `keywords`.
    pub keywords: ::std::option::Option<Keywords>,
    /// The member `e`.
    pub e: ::std::option::Option<KeywordEnum>,
    /// The member `u`.
    pub u: ::std::option::Option<KeywordUnion>,
    /// The member `kinds`.
    pub kinds: ::std::option::Option<Kinds>,
    /// The member `a`.
    pub a: ::std::option::Option<FooBar3>,
    /// The member `b`.
    pub b: ::std::option::Option<FooBar2>,
    /// The member `c`.
    pub c: ::std::option::Option<FooBar>,
    /// The member `xoption`.
    pub xoption: ::std::option::Option<Option>,
    /// The member `xresult`.
    pub xresult: ::std::option::Option<Result>,
    /// The member `xvec`.
    pub xvec: ::std::option::Option<Vec>,
    /// The member `xbox`.
    pub xbox: ::std::option::Option<Box>,
    /// The member `xsome`.
    pub xsome: ::std::option::Option<Some>,
    /// The member `xnone`.
    pub xnone: ::std::option::Option<None>,
    /// The member `xok`.
    pub xok: ::std::option::Option<Ok>,
    /// The member `xerr`.
    pub xerr: ::std::option::Option<Err>,
    /// The member `xdefault`.
    pub xdefault: ::std::option::Option<Default>,
    /// The member `xdebug`.
    pub xdebug: ::std::option::Option<Debug>,
    /// The member `xclone`.
    pub xclone: ::std::option::Option<Clone>,
    /// The member `xerror`.
    pub xerror: ::std::option::Option<Error>,
    /// The member `xself`.
    pub xself: ::std::option::Option<Self_>,
    /// The member `xunknown`.
    pub xunknown: ::std::option::Option<Unknown>,
    /// The member `xclient`.
    pub xclient: ::std::option::Option<Client>,
    /// The member `xvalue`.
    pub xvalue: ::std::option::Option<Value>,
    /// The member `xref`.
    pub xref: ::std::option::Option<Ref>,
    /// The member `xslot`.
    pub xslot: ::std::option::Option<Slot>,
    /// The member `xi32`.
    pub xi32: ::std::option::Option<I32>,
    /// The member `xstr`.
    pub xstr: ::std::option::Option<Str>,
    /// The member `xs`.
    pub xs: ::std::option::Option<String>,
    /// The member `xu`.
    pub xu: ::std::option::Option<Unit>,
}

rt::structure! {
    MatchInput, super::schema::MATCH_INPUT, cases = 0, keywords = 1, e = 2, u = 3, kinds
    = 4, a = 5, b = 6, c = 7, xoption = 8, xresult = 9, xvec = 10, xbox = 11, xsome = 12,
    xnone = 13, xok = 14, xerr = 15, xdefault = 16, xdebug = 17, xclone = 18, xerror =
    19, xself = 20, xunknown = 21, xclient = 22, xvalue = 23, xref = 24, xslot = 25, xi32
    = 26, xstr = 27, xs = 28, xu = 29
}

/// Builder of [`MatchInput`].
#[must_use]
pub struct MatchInputBuilder<C = ()>(pub(super) rt::Builder<MatchInput, C>);

rt::builder!(MatchInputBuilder, MatchInput);

impl<C> MatchInputBuilder<C> {
    /// See [`cases`](MatchInput::cases).
    pub fn cases(self, value: impl rt::IntoMember<Cases>) -> Self {
        rt::set!(self, cases, value)
    }

    /// Replaces or unsets [`cases`](MatchInput::cases).
    pub fn set_cases(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Cases>>,
    ) -> Self {
        rt::replace!(self, cases, value)
    }

    /// See [`keywords`](MatchInput::keywords).
    pub fn keywords(self, value: impl rt::IntoMember<Keywords>) -> Self {
        rt::set!(self, keywords, value)
    }

    /// Replaces or unsets [`keywords`](MatchInput::keywords).
    pub fn set_keywords(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Keywords>>,
    ) -> Self {
        rt::replace!(self, keywords, value)
    }

    /// See [`e`](MatchInput::e).
    pub fn e(self, value: impl rt::IntoMember<KeywordEnum>) -> Self {
        rt::set!(self, e, value)
    }

    /// Replaces or unsets [`e`](MatchInput::e).
    pub fn set_e(
        self,
        value: ::std::option::Option<impl rt::IntoMember<KeywordEnum>>,
    ) -> Self {
        rt::replace!(self, e, value)
    }

    /// See [`u`](MatchInput::u).
    pub fn u(self, value: impl rt::IntoMember<KeywordUnion>) -> Self {
        rt::set!(self, u, value)
    }

    /// Replaces or unsets [`u`](MatchInput::u).
    pub fn set_u(
        self,
        value: ::std::option::Option<impl rt::IntoMember<KeywordUnion>>,
    ) -> Self {
        rt::replace!(self, u, value)
    }

    /// See [`kinds`](MatchInput::kinds).
    pub fn kinds(self, value: impl rt::IntoMember<Kinds>) -> Self {
        rt::set!(self, kinds, value)
    }

    /// Replaces or unsets [`kinds`](MatchInput::kinds).
    pub fn set_kinds(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Kinds>>,
    ) -> Self {
        rt::replace!(self, kinds, value)
    }

    /// See [`a`](MatchInput::a).
    pub fn a(self, value: impl rt::IntoMember<FooBar3>) -> Self {
        rt::set!(self, a, value)
    }

    /// Replaces or unsets [`a`](MatchInput::a).
    pub fn set_a(
        self,
        value: ::std::option::Option<impl rt::IntoMember<FooBar3>>,
    ) -> Self {
        rt::replace!(self, a, value)
    }

    /// See [`b`](MatchInput::b).
    pub fn b(self, value: impl rt::IntoMember<FooBar2>) -> Self {
        rt::set!(self, b, value)
    }

    /// Replaces or unsets [`b`](MatchInput::b).
    pub fn set_b(
        self,
        value: ::std::option::Option<impl rt::IntoMember<FooBar2>>,
    ) -> Self {
        rt::replace!(self, b, value)
    }

    /// See [`c`](MatchInput::c).
    pub fn c(self, value: impl rt::IntoMember<FooBar>) -> Self {
        rt::set!(self, c, value)
    }

    /// Replaces or unsets [`c`](MatchInput::c).
    pub fn set_c(
        self,
        value: ::std::option::Option<impl rt::IntoMember<FooBar>>,
    ) -> Self {
        rt::replace!(self, c, value)
    }

    /// See [`xoption`](MatchInput::xoption).
    pub fn xoption(self, value: impl rt::IntoMember<Option>) -> Self {
        rt::set!(self, xoption, value)
    }

    /// Replaces or unsets [`xoption`](MatchInput::xoption).
    pub fn set_xoption(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Option>>,
    ) -> Self {
        rt::replace!(self, xoption, value)
    }

    /// See [`xresult`](MatchInput::xresult).
    pub fn xresult(self, value: impl rt::IntoMember<Result>) -> Self {
        rt::set!(self, xresult, value)
    }

    /// Replaces or unsets [`xresult`](MatchInput::xresult).
    pub fn set_xresult(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Result>>,
    ) -> Self {
        rt::replace!(self, xresult, value)
    }

    /// See [`xvec`](MatchInput::xvec).
    pub fn xvec(self, value: impl rt::IntoMember<Vec>) -> Self {
        rt::set!(self, xvec, value)
    }

    /// Replaces or unsets [`xvec`](MatchInput::xvec).
    pub fn set_xvec(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Vec>>,
    ) -> Self {
        rt::replace!(self, xvec, value)
    }

    /// See [`xbox`](MatchInput::xbox).
    pub fn xbox(self, value: impl rt::IntoMember<Box>) -> Self {
        rt::set!(self, xbox, value)
    }

    /// Replaces or unsets [`xbox`](MatchInput::xbox).
    pub fn set_xbox(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Box>>,
    ) -> Self {
        rt::replace!(self, xbox, value)
    }

    /// See [`xsome`](MatchInput::xsome).
    pub fn xsome(self, value: impl rt::IntoMember<Some>) -> Self {
        rt::set!(self, xsome, value)
    }

    /// Replaces or unsets [`xsome`](MatchInput::xsome).
    pub fn set_xsome(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Some>>,
    ) -> Self {
        rt::replace!(self, xsome, value)
    }

    /// See [`xnone`](MatchInput::xnone).
    pub fn xnone(self, value: impl rt::IntoMember<None>) -> Self {
        rt::set!(self, xnone, value)
    }

    /// Replaces or unsets [`xnone`](MatchInput::xnone).
    pub fn set_xnone(
        self,
        value: ::std::option::Option<impl rt::IntoMember<None>>,
    ) -> Self {
        rt::replace!(self, xnone, value)
    }

    /// See [`xok`](MatchInput::xok).
    pub fn xok(self, value: impl rt::IntoMember<Ok>) -> Self {
        rt::set!(self, xok, value)
    }

    /// Replaces or unsets [`xok`](MatchInput::xok).
    pub fn set_xok(self, value: ::std::option::Option<impl rt::IntoMember<Ok>>) -> Self {
        rt::replace!(self, xok, value)
    }

    /// See [`xerr`](MatchInput::xerr).
    pub fn xerr(self, value: impl rt::IntoMember<Err>) -> Self {
        rt::set!(self, xerr, value)
    }

    /// Replaces or unsets [`xerr`](MatchInput::xerr).
    pub fn set_xerr(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Err>>,
    ) -> Self {
        rt::replace!(self, xerr, value)
    }

    /// See [`xdefault`](MatchInput::xdefault).
    pub fn xdefault(self, value: impl rt::IntoMember<Default>) -> Self {
        rt::set!(self, xdefault, value)
    }

    /// Replaces or unsets [`xdefault`](MatchInput::xdefault).
    pub fn set_xdefault(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Default>>,
    ) -> Self {
        rt::replace!(self, xdefault, value)
    }

    /// See [`xdebug`](MatchInput::xdebug).
    pub fn xdebug(self, value: impl rt::IntoMember<Debug>) -> Self {
        rt::set!(self, xdebug, value)
    }

    /// Replaces or unsets [`xdebug`](MatchInput::xdebug).
    pub fn set_xdebug(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Debug>>,
    ) -> Self {
        rt::replace!(self, xdebug, value)
    }

    /// See [`xclone`](MatchInput::xclone).
    pub fn xclone(self, value: impl rt::IntoMember<Clone>) -> Self {
        rt::set!(self, xclone, value)
    }

    /// Replaces or unsets [`xclone`](MatchInput::xclone).
    pub fn set_xclone(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Clone>>,
    ) -> Self {
        rt::replace!(self, xclone, value)
    }

    /// See [`xerror`](MatchInput::xerror).
    pub fn xerror(self, value: impl rt::IntoMember<Error>) -> Self {
        rt::set!(self, xerror, value)
    }

    /// Replaces or unsets [`xerror`](MatchInput::xerror).
    pub fn set_xerror(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Error>>,
    ) -> Self {
        rt::replace!(self, xerror, value)
    }

    /// See [`xself`](MatchInput::xself).
    pub fn xself(self, value: impl rt::IntoMember<Self_>) -> Self {
        rt::set!(self, xself, value)
    }

    /// Replaces or unsets [`xself`](MatchInput::xself).
    pub fn set_xself(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Self_>>,
    ) -> Self {
        rt::replace!(self, xself, value)
    }

    /// See [`xunknown`](MatchInput::xunknown).
    pub fn xunknown(self, value: impl rt::IntoMember<Unknown>) -> Self {
        rt::set!(self, xunknown, value)
    }

    /// Replaces or unsets [`xunknown`](MatchInput::xunknown).
    pub fn set_xunknown(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Unknown>>,
    ) -> Self {
        rt::replace!(self, xunknown, value)
    }

    /// See [`xclient`](MatchInput::xclient).
    pub fn xclient(self, value: impl rt::IntoMember<Client>) -> Self {
        rt::set!(self, xclient, value)
    }

    /// Replaces or unsets [`xclient`](MatchInput::xclient).
    pub fn set_xclient(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Client>>,
    ) -> Self {
        rt::replace!(self, xclient, value)
    }

    /// See [`xvalue`](MatchInput::xvalue).
    pub fn xvalue(self, value: impl rt::IntoMember<Value>) -> Self {
        rt::set!(self, xvalue, value)
    }

    /// Replaces or unsets [`xvalue`](MatchInput::xvalue).
    pub fn set_xvalue(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Value>>,
    ) -> Self {
        rt::replace!(self, xvalue, value)
    }

    /// See [`xref`](MatchInput::xref).
    pub fn xref(self, value: impl rt::IntoMember<Ref>) -> Self {
        rt::set!(self, xref, value)
    }

    /// Replaces or unsets [`xref`](MatchInput::xref).
    pub fn set_xref(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Ref>>,
    ) -> Self {
        rt::replace!(self, xref, value)
    }

    /// See [`xslot`](MatchInput::xslot).
    pub fn xslot(self, value: impl rt::IntoMember<Slot>) -> Self {
        rt::set!(self, xslot, value)
    }

    /// Replaces or unsets [`xslot`](MatchInput::xslot).
    pub fn set_xslot(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Slot>>,
    ) -> Self {
        rt::replace!(self, xslot, value)
    }

    /// See [`xi32`](MatchInput::xi32).
    pub fn xi32(self, value: impl rt::IntoMember<I32>) -> Self {
        rt::set!(self, xi32, value)
    }

    /// Replaces or unsets [`xi32`](MatchInput::xi32).
    pub fn set_xi32(
        self,
        value: ::std::option::Option<impl rt::IntoMember<I32>>,
    ) -> Self {
        rt::replace!(self, xi32, value)
    }

    /// See [`xstr`](MatchInput::xstr).
    pub fn xstr(self, value: impl rt::IntoMember<Str>) -> Self {
        rt::set!(self, xstr, value)
    }

    /// Replaces or unsets [`xstr`](MatchInput::xstr).
    pub fn set_xstr(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Str>>,
    ) -> Self {
        rt::replace!(self, xstr, value)
    }

    /// See [`xs`](MatchInput::xs).
    pub fn xs(self, value: impl rt::IntoMember<String>) -> Self {
        rt::set!(self, xs, value)
    }

    /// Replaces or unsets [`xs`](MatchInput::xs).
    pub fn set_xs(
        self,
        value: ::std::option::Option<impl rt::IntoMember<String>>,
    ) -> Self {
        rt::replace!(self, xs, value)
    }

    /// See [`xu`](MatchInput::xu).
    pub fn xu(self, value: impl rt::IntoMember<Unit>) -> Self {
        rt::set!(self, xu, value)
    }

    /// Replaces or unsets [`xu`](MatchInput::xu).
    pub fn set_xu(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Unit>>,
    ) -> Self {
        rt::replace!(self, xu, value)
    }
}

/// The model's `Ref`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Ref {
    /// The member `ref`.
    pub r#ref: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Ref, super::schema::REF, r#ref = 0
}

/// Builder of [`Ref`].
#[must_use]
pub struct RefBuilder<C = ()>(pub(super) rt::Builder<Ref, C>);

rt::builder!(RefBuilder, Ref);

impl<C> RefBuilder<C> {
    /// See [`ref`](Ref::ref).
    pub fn r#ref(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, r#ref, value)
    }

    /// Replaces or unsets [`ref`](Ref::ref).
    pub fn set_ref(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, r#ref, value)
    }
}

/// The model's `Result`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Result {
    /// The member `result`.
    pub result: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Result, super::schema::RESULT, result = 0
}

/// Builder of [`Result`].
#[must_use]
pub struct ResultBuilder<C = ()>(pub(super) rt::Builder<Result, C>);

rt::builder!(ResultBuilder, Result);

impl<C> ResultBuilder<C> {
    /// See [`result`](Result::result).
    pub fn result(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, result, value)
    }

    /// Replaces or unsets [`result`](Result::result).
    pub fn set_result(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, result, value)
    }
}

/// The model's `Self`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Self_ {
    /// The member `self`.
    pub self_: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Self_, super::schema::SELF, self_ = 0
}

/// Builder of [`Self_`].
#[must_use]
pub struct SelfBuilder<C = ()>(pub(super) rt::Builder<Self_, C>);

rt::builder!(SelfBuilder, Self_);

impl<C> SelfBuilder<C> {
    /// See [`self`](Self_::self).
    pub fn self_(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, self_, value)
    }

    /// Replaces or unsets [`self`](Self_::self).
    pub fn set_self(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, self_, value)
    }
}

/// The model's `SendError`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SendError {
    /// The member `message`.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    SendError, super::schema::SEND_ERROR, message = 0
}

rt::error! {
    SendError
}

/// Builder of [`SendError`].
#[must_use]
pub struct SendErrorBuilder<C = ()>(pub(super) rt::Builder<SendError, C>);

rt::builder!(SendErrorBuilder, SendError);

impl<C> SendErrorBuilder<C> {
    /// See [`message`](SendError::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](SendError::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
}

/// The model's `SendException`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SendException {
    /// The member `MESSAGE`.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    SendException, super::schema::SEND_EXCEPTION, message = 0
}

rt::error! {
    SendException
}

/// Builder of [`SendException`].
#[must_use]
pub struct SendExceptionBuilder<C = ()>(pub(super) rt::Builder<SendException, C>);

rt::builder!(SendExceptionBuilder, SendException);

impl<C> SendExceptionBuilder<C> {
    /// See [`message`](SendException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](SendException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
}

/// The model's `SendInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SendInput {
    /// The member `send`.
    pub send: ::std::option::Option<::std::string::String>,
    /// The member `paginate`.
    pub paginate: ::std::option::Option<::std::string::String>,
    /// The member `self`.
    pub self_: ::std::option::Option<::std::string::String>,
    /// The member `type`.
    pub r#type: ::std::option::Option<Type>,
}

rt::structure! {
    SendInput, super::schema::SEND_INPUT, send = 0, paginate = 1, self_ = 2, r#type = 3
}

/// Builder of [`SendInput`].
#[must_use]
pub struct SendInputBuilder<C = ()>(pub(super) rt::Builder<SendInput, C>);

rt::builder!(SendInputBuilder, SendInput);

impl<C> SendInputBuilder<C> {
    /// See [`send`](SendInput::send).
    pub fn send_(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, send, value)
    }

    /// Replaces or unsets [`send`](SendInput::send).
    pub fn set_send(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, send, value)
    }

    /// See [`paginate`](SendInput::paginate).
    pub fn paginate_(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, paginate, value)
    }

    /// Replaces or unsets [`paginate`](SendInput::paginate).
    pub fn set_paginate(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, paginate, value)
    }

    /// See [`self`](SendInput::self).
    pub fn self_(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, self_, value)
    }

    /// Replaces or unsets [`self`](SendInput::self).
    pub fn set_self(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, self_, value)
    }

    /// See [`type`](SendInput::type).
    pub fn r#type(self, value: impl rt::IntoMember<Type>) -> Self {
        rt::set!(self, r#type, value)
    }

    /// Replaces or unsets [`type`](SendInput::type).
    pub fn set_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Type>>,
    ) -> Self {
        rt::replace!(self, r#type, value)
    }
}

/// The model's `Slot`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Slot {
    /// The member `slot`.
    pub slot: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Slot, super::schema::SLOT, slot = 0
}

/// Builder of [`Slot`].
#[must_use]
pub struct SlotBuilder<C = ()>(pub(super) rt::Builder<Slot, C>);

rt::builder!(SlotBuilder, Slot);

impl<C> SlotBuilder<C> {
    /// See [`slot`](Slot::slot).
    pub fn slot(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, slot, value)
    }

    /// Replaces or unsets [`slot`](Slot::slot).
    pub fn set_slot(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, slot, value)
    }
}

/// The model's `Some`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Some {
    /// The member `some`.
    pub some: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Some, super::schema::SOME, some = 0
}

/// Builder of [`Some`].
#[must_use]
pub struct SomeBuilder<C = ()>(pub(super) rt::Builder<Some, C>);

rt::builder!(SomeBuilder, Some);

impl<C> SomeBuilder<C> {
    /// See [`some`](Some::some).
    pub fn some(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, some, value)
    }

    /// Replaces or unsets [`some`](Some::some).
    pub fn set_some(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, some, value)
    }
}

/// The model's `String`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct String {
    /// The member `string`.
    pub string: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    String, super::schema::STRING, string = 0
}

/// Builder of [`String`].
#[must_use]
pub struct StringBuilder<C = ()>(pub(super) rt::Builder<String, C>);

rt::builder!(StringBuilder, String);

impl<C> StringBuilder<C> {
    /// See [`string`](String::string).
    pub fn string(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, string, value)
    }

    /// Replaces or unsets [`string`](String::string).
    pub fn set_string(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, string, value)
    }
}

/// The model's `Type`.
///
/// Length: at least 1
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Type(::std::string::String);

impl Type {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;
}

rt::constrained! {
    Type(::std::string::String), super::schema::TYPE
}

/// The model's `Unhandled`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Unhandled {}

rt::structure! {
    Unhandled, super::schema::UNHANDLED,
}

rt::error! {
    Unhandled
}

/// Builder of [`Unhandled`].
#[must_use]
pub struct UnhandledBuilder<C = ()>(pub(super) rt::Builder<Unhandled, C>);

rt::builder!(UnhandledBuilder, Unhandled);

/// The model's `Unit`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Unit {
    /// The member `unit`.
    pub unit: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Unit, super::schema::UNIT, unit = 0
}

/// Builder of [`Unit`].
#[must_use]
pub struct UnitBuilder<C = ()>(pub(super) rt::Builder<Unit, C>);

rt::builder!(UnitBuilder, Unit);

impl<C> UnitBuilder<C> {
    /// See [`unit`](Unit::unit).
    pub fn unit(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, unit, value)
    }

    /// Replaces or unsets [`unit`](Unit::unit).
    pub fn set_unit(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, unit, value)
    }
}

/// The model's `Unknown`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Unknown {
    /// The member `unknown`.
    pub unknown: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Unknown, super::schema::UNKNOWN, unknown = 0
}

/// Builder of [`Unknown`].
#[must_use]
pub struct UnknownBuilder<C = ()>(pub(super) rt::Builder<Unknown, C>);

rt::builder!(UnknownBuilder, Unknown);

impl<C> UnknownBuilder<C> {
    /// See [`unknown`](Unknown::unknown).
    pub fn unknown(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, unknown, value)
    }

    /// Replaces or unsets [`unknown`](Unknown::unknown).
    pub fn set_unknown(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, unknown, value)
    }
}

/// The model's `Value`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Value {
    /// The member `value`.
    pub value: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Value, super::schema::VALUE, value = 0
}

/// Builder of [`Value`].
#[must_use]
pub struct ValueBuilder<C = ()>(pub(super) rt::Builder<Value, C>);

rt::builder!(ValueBuilder, Value);

impl<C> ValueBuilder<C> {
    /// See [`value`](Value::value).
    pub fn value(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, value, value)
    }

    /// Replaces or unsets [`value`](Value::value).
    pub fn set_value(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, value, value)
    }
}

/// The model's `Vec`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Vec {
    /// The member `vec`.
    pub vec: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Vec, super::schema::VEC, vec = 0
}

/// Builder of [`Vec`].
#[must_use]
pub struct VecBuilder<C = ()>(pub(super) rt::Builder<Vec, C>);

rt::builder!(VecBuilder, Vec);

impl<C> VecBuilder<C> {
    /// See [`vec`](Vec::vec).
    pub fn vec(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, vec, value)
    }

    /// Replaces or unsets [`vec`](Vec::vec).
    pub fn set_vec(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, vec, value)
    }
}

/// The model's `fooBar`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct FooBar3 {}

rt::structure! {
    FooBar3, super::schema::FOO_BAR3,
}

/// Builder of [`FooBar3`].
#[must_use]
pub struct FooBar3Builder<C = ()>(pub(super) rt::Builder<FooBar3, C>);

rt::builder!(FooBar3Builder, FooBar3);

/// The model's `i32`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct I32 {
    /// The member `i32`.
    pub i32: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    I32, super::schema::I32, i32 = 0
}

/// Builder of [`I32`].
#[must_use]
pub struct I32Builder<C = ()>(pub(super) rt::Builder<I32, C>);

rt::builder!(I32Builder, I32);

impl<C> I32Builder<C> {
    /// See [`i32`](I32::i32).
    pub fn i32(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, i32, value)
    }

    /// Replaces or unsets [`i32`](I32::i32).
    pub fn set_i32(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, i32, value)
    }
}

/// The model's `str`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Str {
    /// The member `str`.
    pub str: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Str, super::schema::STR, str = 0
}

/// Builder of [`Str`].
#[must_use]
pub struct StrBuilder<C = ()>(pub(super) rt::Builder<Str, C>);

rt::builder!(StrBuilder, Str);

impl<C> StrBuilder<C> {
    /// See [`str`](Str::str).
    pub fn str(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, str, value)
    }

    /// Replaces or unsets [`str`](Str::str).
    pub fn set_str(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, str, value)
    }
}

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

/// The output of `Match`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct MatchOutput {}

rt::structure! {
    MatchOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`MatchOutput`].
#[must_use]
pub struct MatchOutputBuilder<C = ()>(pub(super) rt::Builder<MatchOutput, C>);

rt::builder!(MatchOutputBuilder, MatchOutput);

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

/// The output of `Send`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SendOutput {}

rt::structure! {
    SendOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`SendOutput`].
#[must_use]
pub struct SendOutputBuilder<C = ()>(pub(super) rt::Builder<SendOutput, C>);

rt::builder!(SendOutputBuilder, SendOutput);
