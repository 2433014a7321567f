// Written by whitesmith from cases/names.json. Edits are lost: change the model, and generate again.

//! The client of `Service`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Calls `Service`. Cheap to clone.
#[derive(::std::clone::Clone, ::std::fmt::Debug)]
pub struct Client(rt::client::Client);

impl Client {
    /// A client with region, credentials and endpoint from the environment.
    ///
    /// # Errors
    /// When the environment does not say enough.
    pub async fn from_env() -> ::std::result::Result<Self, rt::client::ConfigError> {
        ::std::result::Result::Ok(Self::new(rt::client::Config::from_env().await?))
    }

    /// A client with the given configuration.
    pub fn new(config: rt::client::Config) -> Self {
        Self(rt::client::Client::new(&schema::SERVICE, config))
    }

    /// Calls `FromEnv`.
    pub fn from_env2(&self) -> FromEnv {
        FromEnv(rt::client::Call::new(&self.0))
    }

    /// Calls `Match`.
    pub fn r#match(&self) -> Match {
        Match(rt::client::Call::new(&self.0))
    }

    /// Calls `New`.
    pub fn new2(&self) -> New {
        New(rt::client::Call::new(&self.0))
    }

    /// Calls `Send`.
    pub fn send(&self) -> Send {
        Send(rt::client::Call::new(&self.0))
    }
}

/// A call of `FromEnv` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct FromEnv(rt::client::Call<operations::FromEnv>);

impl FromEnv {
    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::FromEnvOutput,
        rt::client::Error<errors::FromEnvError>,
    > {
        self.0.send().await
    }
}

/// A call of `Match` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Match(rt::client::Call<operations::Match>);

impl Match {
    /// See [`types::MatchInput::cases`].
    pub fn cases(
        self,
        value: impl ::std::convert::TryInto<
            types::Cases,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.cases = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::keywords`].
    pub fn keywords(
        self,
        value: impl ::std::convert::TryInto<
            types::Keywords,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    1,
                    value,
                    |input, value| input.keywords = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::e`].
    pub fn e(
        self,
        value: impl ::std::convert::TryInto<
            types::KeywordEnum,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    2,
                    value,
                    |input, value| input.e = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::u`].
    pub fn u(
        self,
        value: impl ::std::convert::TryInto<
            types::KeywordUnion,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    3,
                    value,
                    |input, value| input.u = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::kinds`].
    pub fn kinds(
        self,
        value: impl ::std::convert::TryInto<
            types::Kinds,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    4,
                    value,
                    |input, value| input.kinds = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::a`].
    pub fn a(
        self,
        value: impl ::std::convert::TryInto<
            types::FooBar3,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    5,
                    value,
                    |input, value| input.a = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::b`].
    pub fn b(
        self,
        value: impl ::std::convert::TryInto<
            types::FooBar2,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    6,
                    value,
                    |input, value| input.b = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::c`].
    pub fn c(
        self,
        value: impl ::std::convert::TryInto<
            types::FooBar,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    7,
                    value,
                    |input, value| input.c = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xoption`].
    pub fn xoption(
        self,
        value: impl ::std::convert::TryInto<
            types::Option,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    8,
                    value,
                    |input, value| input.xoption = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xresult`].
    pub fn xresult(
        self,
        value: impl ::std::convert::TryInto<
            types::Result,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    9,
                    value,
                    |input, value| input.xresult = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xvec`].
    pub fn xvec(
        self,
        value: impl ::std::convert::TryInto<
            types::Vec,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    10,
                    value,
                    |input, value| input.xvec = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xbox`].
    pub fn xbox(
        self,
        value: impl ::std::convert::TryInto<
            types::Box,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    11,
                    value,
                    |input, value| input.xbox = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xsome`].
    pub fn xsome(
        self,
        value: impl ::std::convert::TryInto<
            types::Some,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    12,
                    value,
                    |input, value| input.xsome = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xnone`].
    pub fn xnone(
        self,
        value: impl ::std::convert::TryInto<
            types::None,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    13,
                    value,
                    |input, value| input.xnone = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xok`].
    pub fn xok(
        self,
        value: impl ::std::convert::TryInto<
            types::Ok,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    14,
                    value,
                    |input, value| input.xok = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xerr`].
    pub fn xerr(
        self,
        value: impl ::std::convert::TryInto<
            types::Err,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    15,
                    value,
                    |input, value| input.xerr = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xdefault`].
    pub fn xdefault(
        self,
        value: impl ::std::convert::TryInto<
            types::Default,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    16,
                    value,
                    |input, value| input.xdefault = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xdebug`].
    pub fn xdebug(
        self,
        value: impl ::std::convert::TryInto<
            types::Debug,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    17,
                    value,
                    |input, value| input.xdebug = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xclone`].
    pub fn xclone(
        self,
        value: impl ::std::convert::TryInto<
            types::Clone,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    18,
                    value,
                    |input, value| input.xclone = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xerror`].
    pub fn xerror(
        self,
        value: impl ::std::convert::TryInto<
            types::Error,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    19,
                    value,
                    |input, value| input.xerror = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xself`].
    pub fn xself(
        self,
        value: impl ::std::convert::TryInto<
            types::Self_,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    20,
                    value,
                    |input, value| input.xself = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xunknown`].
    pub fn xunknown(
        self,
        value: impl ::std::convert::TryInto<
            types::Unknown,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    21,
                    value,
                    |input, value| input.xunknown = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xclient`].
    pub fn xclient(
        self,
        value: impl ::std::convert::TryInto<
            types::Client,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    22,
                    value,
                    |input, value| input.xclient = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xvalue`].
    pub fn xvalue(
        self,
        value: impl ::std::convert::TryInto<
            types::Value,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    23,
                    value,
                    |input, value| input.xvalue = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xref`].
    pub fn xref(
        self,
        value: impl ::std::convert::TryInto<
            types::Ref,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    24,
                    value,
                    |input, value| input.xref = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xslot`].
    pub fn xslot(
        self,
        value: impl ::std::convert::TryInto<
            types::Slot,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    25,
                    value,
                    |input, value| input.xslot = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xi32`].
    pub fn xi32(
        self,
        value: impl ::std::convert::TryInto<
            types::I32,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    26,
                    value,
                    |input, value| input.xi32 = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xstr`].
    pub fn xstr(
        self,
        value: impl ::std::convert::TryInto<
            types::Str,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    27,
                    value,
                    |input, value| input.xstr = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xs`].
    pub fn xs(
        self,
        value: impl ::std::convert::TryInto<
            types::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    28,
                    value,
                    |input, value| input.xs = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::MatchInput::xu`].
    pub fn xu(
        self,
        value: impl ::std::convert::TryInto<
            types::Unit,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    29,
                    value,
                    |input, value| input.xu = ::std::option::Option::Some(value),
                ),
        )
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::MatchOutput,
        rt::client::Error<errors::MatchError>,
    > {
        self.0.send().await
    }
}

/// A call of `New` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct New(rt::client::Call<operations::New>);

impl New {
    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::NewOutput, rt::client::Error<errors::NewError>> {
        self.0.send().await
    }
}

/// A call of `Send` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Send(rt::client::Call<operations::Send>);

impl Send {
    /// See [`types::SendInput::send`].
    pub fn send_(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.send = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::SendInput::paginate`].
    pub fn paginate_(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    1,
                    value,
                    |input, value| input.paginate = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::SendInput::self_`].
    pub fn self_(
        self,
        value: impl ::std::convert::TryInto<
            ::std::string::String,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    2,
                    value,
                    |input, value| input.self_ = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::SendInput::type`].
    pub fn r#type(
        self,
        value: impl ::std::convert::TryInto<
            types::Type,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    3,
                    value,
                    |input, value| input.r#type = ::std::option::Option::Some(value),
                ),
        )
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::SendOutput, rt::client::Error<errors::SendError>> {
        self.0.send().await
    }
}
