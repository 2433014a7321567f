//! Builders of structures, with setters for values and for calls.
//!
//! A generated builder is a newtype of [`Builder`]. Each of its setters calls a function of `setters`. The context `C`
//! is `()` for a value, and `client::Call` for the input of a call. Independent of protocols and clients.

mod error;
mod member;
mod set;
mod setters;
mod state;

pub use error::BuildError;
pub use member::{IntoMember, IntoPlain, MemberType, TryFromValue};
#[cfg(feature = "client-core")]
pub(crate) use set::MemberSet;
#[doc(hidden)]
pub use setters::{append, insert, replace, set, set_nullable};
#[cfg(feature = "client-core")]
pub(crate) use state::Enums;
use state::State;

use std::fmt;

use crate::reflect::{Fill, Reflect, Value};

const FILL: Fill = Fill::VALUE;

/// Types that have builders: structures.
pub trait Structure: MemberType + Value + Reflect {}

impl<T: MemberType + Value + Reflect> Structure for T {}

/// Returns a `T` whose members with a default have it, for implementations of `Default`. Generated structures without
/// required members implement that trait.
pub fn initial<T: Value + Reflect>() -> T {
    let mut value = T::blank(FILL);
    state::apply_defaults(&mut value);
    state::record_blanks(&value);
    value
}

/// Builder of a structure `T`. Generated builders wrap it.
///
/// Setters convert and collect values. `build` reports missing members, failed conversions and violations together.
#[derive(Clone)]
#[must_use = "a builder does nothing by itself"]
pub struct Builder<T, C = ()> {
    /// In a box, because each setter takes and returns the builder: structures may have hundreds of bytes.
    pub(crate) content: Box<Content<T>>,
    #[cfg_attr(not(feature = "client-core"), expect(dead_code, reason = "only calls use it"))]
    pub(crate) context: C,
}

/// A structure that is not complete yet.
#[derive(Clone)]
pub(crate) struct Content<T> {
    pub(crate) value: T,
    pub(crate) state: State,
}

impl<T: Value + Reflect, C> Builder<T, C> {
    /// Creates a builder in which no member is set.
    pub fn new(context: C) -> Self {
        let mut value = T::blank(FILL);
        let state = State::with_defaults(&mut value);
        Self { content: Box::new(Content { value, state }), context }
    }
}

impl<T: Reflect> Builder<T> {
    /// Returns the structure, if it is complete and valid.
    ///
    /// # Errors
    /// All missing members and violated constraints.
    pub fn build(self) -> Result<T, BuildError> {
        match self.content.state.checked(&self.content.value) {
            Ok(()) => Ok(self.content.value),
            Err(error) => Err(error),
        }
    }
}

impl<T: Reflect> Builder<T> {
    /// Returns the structure without checks, for builders whose setters cannot fail.
    #[doc(hidden)]
    pub fn build_unchecked(self) -> T {
        state::record_constraints(&self.content.value);
        self.content.value
    }
}

/// Writes the members that are set, without their values.
///
/// # Errors
/// If the formatter fails.
#[doc(hidden)]
pub fn debug<T, C>(name: &str, builder: &Builder<T, C>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    builder.content.state.debug(name, f)
}

impl<T, C> fmt::Debug for Builder<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug("Builder", self, f)
    }
}
