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

/// The model's `Client`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Client {
    /// The member `client`.
    pub client: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Client, super::schema::CLIENT, client = 0
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

/// The model's `Debug`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Debug {
    /// The member `debug`.
    pub debug: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Debug, super::schema::DEBUG, debug = 0
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

/// The model's `Err`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Err {
    /// The member `err`.
    pub err: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Err, super::schema::ERR, err = 0
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

/// The model's `Exception`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Exception {}

rt::structure! {
    Exception, super::schema::EXCEPTION,
}

rt::error! {
    Exception
}

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

/// The model's `Ok`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Ok {
    /// The member `ok`.
    pub ok: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Ok, super::schema::OK, ok = 0
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

/// The model's `Ref`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Ref {
    /// The member `ref`.
    pub r#ref: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Ref, super::schema::REF, r#ref = 0
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

/// The model's `Self`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Self_ {
    /// The member `self`.
    pub self_: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Self_, super::schema::SELF, self_ = 0
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

/// The model's `Slot`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Slot {
    /// The member `slot`.
    pub slot: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Slot, super::schema::SLOT, slot = 0
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

/// The model's `String`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct String {
    /// The member `string`.
    pub string: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    String, super::schema::STRING, string = 0
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

/// The model's `Unit`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Unit {
    /// The member `unit`.
    pub unit: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Unit, super::schema::UNIT, unit = 0
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

/// The model's `Value`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Value {
    /// The member `value`.
    pub value: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Value, super::schema::VALUE, value = 0
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

/// The model's `fooBar`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct FooBar3 {}

rt::structure! {
    FooBar3, super::schema::FOO_BAR3,
}

/// The model's `i32`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct I32 {
    /// The member `i32`.
    pub i32: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    I32, super::schema::I32, i32 = 0
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

/// The output of `Match`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct MatchOutput {}

rt::structure! {
    MatchOutput, rt::schema::prelude::UNIT,
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

/// The output of `Send`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SendOutput {}

rt::structure! {
    SendOutput, rt::schema::prelude::UNIT,
}
