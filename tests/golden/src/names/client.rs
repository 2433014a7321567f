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
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::FromEnvInput) -> Self {
        Self(self.0.with_input(input))
    }

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
    pub fn cases(self, value: impl rt::Given<types::Cases>) -> Self {
        Self(self.0.set("cases", value, |input| &mut input.cases))
    }

    /// See [`types::MatchInput::keywords`].
    pub fn keywords(self, value: impl rt::Given<types::Keywords>) -> Self {
        Self(self.0.set("keywords", value, |input| &mut input.keywords))
    }

    /// See [`types::MatchInput::e`].
    pub fn e(self, value: impl rt::Given<types::KeywordEnum>) -> Self {
        Self(self.0.set("e", value, |input| &mut input.e))
    }

    /// See [`types::MatchInput::u`].
    pub fn u(self, value: impl rt::Given<types::KeywordUnion>) -> Self {
        Self(self.0.set("u", value, |input| &mut input.u))
    }

    /// See [`types::MatchInput::kinds`].
    pub fn kinds(self, value: impl rt::Given<types::Kinds>) -> Self {
        Self(self.0.set("kinds", value, |input| &mut input.kinds))
    }

    /// See [`types::MatchInput::a`].
    pub fn a(self, value: impl rt::Given<types::FooBar3>) -> Self {
        Self(self.0.set("a", value, |input| &mut input.a))
    }

    /// See [`types::MatchInput::b`].
    pub fn b(self, value: impl rt::Given<types::FooBar2>) -> Self {
        Self(self.0.set("b", value, |input| &mut input.b))
    }

    /// See [`types::MatchInput::c`].
    pub fn c(self, value: impl rt::Given<types::FooBar>) -> Self {
        Self(self.0.set("c", value, |input| &mut input.c))
    }

    /// See [`types::MatchInput::xoption`].
    pub fn xoption(self, value: impl rt::Given<types::Option>) -> Self {
        Self(self.0.set("xoption", value, |input| &mut input.xoption))
    }

    /// See [`types::MatchInput::xresult`].
    pub fn xresult(self, value: impl rt::Given<types::Result>) -> Self {
        Self(self.0.set("xresult", value, |input| &mut input.xresult))
    }

    /// See [`types::MatchInput::xvec`].
    pub fn xvec(self, value: impl rt::Given<types::Vec>) -> Self {
        Self(self.0.set("xvec", value, |input| &mut input.xvec))
    }

    /// See [`types::MatchInput::xbox`].
    pub fn xbox(self, value: impl rt::Given<types::Box>) -> Self {
        Self(self.0.set("xbox", value, |input| &mut input.xbox))
    }

    /// See [`types::MatchInput::xsome`].
    pub fn xsome(self, value: impl rt::Given<types::Some>) -> Self {
        Self(self.0.set("xsome", value, |input| &mut input.xsome))
    }

    /// See [`types::MatchInput::xnone`].
    pub fn xnone(self, value: impl rt::Given<types::None>) -> Self {
        Self(self.0.set("xnone", value, |input| &mut input.xnone))
    }

    /// See [`types::MatchInput::xok`].
    pub fn xok(self, value: impl rt::Given<types::Ok>) -> Self {
        Self(self.0.set("xok", value, |input| &mut input.xok))
    }

    /// See [`types::MatchInput::xerr`].
    pub fn xerr(self, value: impl rt::Given<types::Err>) -> Self {
        Self(self.0.set("xerr", value, |input| &mut input.xerr))
    }

    /// See [`types::MatchInput::xdefault`].
    pub fn xdefault(self, value: impl rt::Given<types::Default>) -> Self {
        Self(self.0.set("xdefault", value, |input| &mut input.xdefault))
    }

    /// See [`types::MatchInput::xdebug`].
    pub fn xdebug(self, value: impl rt::Given<types::Debug>) -> Self {
        Self(self.0.set("xdebug", value, |input| &mut input.xdebug))
    }

    /// See [`types::MatchInput::xclone`].
    pub fn xclone(self, value: impl rt::Given<types::Clone>) -> Self {
        Self(self.0.set("xclone", value, |input| &mut input.xclone))
    }

    /// See [`types::MatchInput::xerror`].
    pub fn xerror(self, value: impl rt::Given<types::Error>) -> Self {
        Self(self.0.set("xerror", value, |input| &mut input.xerror))
    }

    /// See [`types::MatchInput::xself`].
    pub fn xself(self, value: impl rt::Given<types::Self_>) -> Self {
        Self(self.0.set("xself", value, |input| &mut input.xself))
    }

    /// See [`types::MatchInput::xunknown`].
    pub fn xunknown(self, value: impl rt::Given<types::Unknown>) -> Self {
        Self(self.0.set("xunknown", value, |input| &mut input.xunknown))
    }

    /// See [`types::MatchInput::xclient`].
    pub fn xclient(self, value: impl rt::Given<types::Client>) -> Self {
        Self(self.0.set("xclient", value, |input| &mut input.xclient))
    }

    /// See [`types::MatchInput::xvalue`].
    pub fn xvalue(self, value: impl rt::Given<types::Value>) -> Self {
        Self(self.0.set("xvalue", value, |input| &mut input.xvalue))
    }

    /// See [`types::MatchInput::xref`].
    pub fn xref(self, value: impl rt::Given<types::Ref>) -> Self {
        Self(self.0.set("xref", value, |input| &mut input.xref))
    }

    /// See [`types::MatchInput::xslot`].
    pub fn xslot(self, value: impl rt::Given<types::Slot>) -> Self {
        Self(self.0.set("xslot", value, |input| &mut input.xslot))
    }

    /// See [`types::MatchInput::xi32`].
    pub fn xi32(self, value: impl rt::Given<types::I32>) -> Self {
        Self(self.0.set("xi32", value, |input| &mut input.xi32))
    }

    /// See [`types::MatchInput::xstr`].
    pub fn xstr(self, value: impl rt::Given<types::Str>) -> Self {
        Self(self.0.set("xstr", value, |input| &mut input.xstr))
    }

    /// See [`types::MatchInput::xs`].
    pub fn xs(self, value: impl rt::Given<types::String>) -> Self {
        Self(self.0.set("xs", value, |input| &mut input.xs))
    }

    /// See [`types::MatchInput::xu`].
    pub fn xu(self, value: impl rt::Given<types::Unit>) -> Self {
        Self(self.0.set("xu", value, |input| &mut input.xu))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::MatchInput) -> Self {
        Self(self.0.with_input(input))
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
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::NewInput) -> Self {
        Self(self.0.with_input(input))
    }

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
    pub fn send_(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("send", value, |input| &mut input.send))
    }

    /// See [`types::SendInput::paginate`].
    pub fn paginate_(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("paginate", value, |input| &mut input.paginate))
    }

    /// See [`types::SendInput::self_`].
    pub fn self_(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("self", value, |input| &mut input.self_))
    }

    /// See [`types::SendInput::type`].
    pub fn r#type(self, value: impl rt::Given<types::Type>) -> Self {
        Self(self.0.set("type", value, |input| &mut input.r#type))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::SendInput) -> Self {
        Self(self.0.with_input(input))
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
