//! Builders of structures: one setter mechanism for values and for calls.
//!
//! A generated builder is a newtype of [`Builder`], and each of its setters one call of a method here. The context `C` says what
//! becomes of the structure: `()` for a value, `client::Call` for the input of a call. Nothing here knows protocols or clients.

mod error;
mod member;
mod set;
mod state;

pub use error::BuildError;
#[doc(hidden)]
pub use member::converted;
pub use member::{Append, Insert, IntoMember, IntoPlain, TryFromValue};
#[cfg(feature = "client")]
pub(crate) use set::MemberSet;
pub(crate) use state::{Enums, State};

use std::fmt;

use crate::reflect::{Fill, Key, Reflect, Value};

const FILL: Fill = Fill(());

/// A structure whose members have names in Rust. `structure!` implements it.
pub trait Structure: Value + Reflect {
    /// Names of the fields, in the order of the schema's members.
    const FIELDS: &'static [&'static str];
}

/// A generated builder. `builder!` implements it.
pub trait StructureBuilder {
    /// What it builds.
    type Structure: Structure;

    /// Names of the structure's fields.
    const FIELDS: &'static [&'static str] = Self::Structure::FIELDS;
}

/// A field of the structure `T` that holds a `P`.
pub struct Field<T, P> {
    index: usize,
    place: fn(&mut T) -> &mut P,
}

impl<T, P> Clone for Field<T, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, P> Copy for Field<T, P> {}

impl<T, P> Field<T, P> {
    /// The field of the member at `index`.
    pub const fn new(index: usize, place: fn(&mut T) -> &mut P) -> Self {
        Self { index, place }
    }
}

impl<T, P> fmt::Debug for Field<T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Field").field("index", &self.index).finish_non_exhaustive()
    }
}

/// The index of a field, at compile time.
///
/// # Panics
/// When there is no field of this name: then the code does not compile.
pub const fn index_of(fields: &[&str], name: &str) -> usize {
    let mut index = 0;
    while index < fields.len() {
        if is_equal(fields[index].as_bytes(), name.as_bytes()) {
            return index;
        }
        index += 1;
    }
    panic!("the structure has no such field")
}

const fn is_equal(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// The structure `T` without required members and with defaults: what `Default` gives.
pub fn initial<T: Structure>() -> T {
    let mut value = T::blank(FILL);
    state::apply_defaults(&mut value);
    value
}

/// A structure `T` that is being built. Generated builders wrap it.
///
/// Setters convert and collect. Whatever is wrong or missing is reported at the end, all at once.
#[must_use = "a builder does nothing by itself"]
pub struct Builder<T, C = ()> {
    pub(crate) value: T,
    pub(crate) state: State,
    #[cfg_attr(not(feature = "client"), expect(dead_code, reason = "only calls look at it"))]
    pub(crate) context: C,
}

impl<T: Structure, C> Builder<T, C> {
    /// A builder of a structure of which no member is set.
    pub fn new(context: C) -> Self {
        Self { value: initial(), state: State::default(), context }
    }

    /// Sets a member.
    pub fn set<P: From<M>, M>(mut self, field: Field<T, P>, value: impl IntoMember<M>) -> Self {
        self.state.set.insert(field.index);
        match value.into_member() {
            Ok(value) => {
                self.state.forget(field.index);
                *(field.place)(&mut self.value) = value.into();
            }
            Err(violations) => self.state.refuse(&self.value, field.index, violations),
        }
        self
    }

    /// Replaces a member, or unsets it.
    pub fn replace<P: From<M> + Value, M>(self, field: Field<T, P>, value: Option<impl IntoMember<M>>) -> Self {
        match value {
            Some(value) => self.set(field, value),
            None => self.unset(field),
        }
    }

    fn unset<P: Value>(mut self, field: Field<T, P>) -> Self {
        *(field.place)(&mut self.value) = P::blank(FILL);
        self.state.unset(&mut self.value, field.index);
        self
    }

    /// Appends an element to a list member.
    pub fn append<P: Append<E>, E>(mut self, field: Field<T, P>, element: impl IntoMember<E>) -> Self {
        self.state.set.insert(field.index);
        match element.into_member() {
            Ok(element) => (field.place)(&mut self.value).append(element, FILL),
            Err(violations) => self.state.refuse_element(&self.value, field.index, violations),
        }
        self
    }

    /// Inserts an entry into a map member, in place of an earlier one with the same key.
    pub fn insert<P: Insert<K, V>, K: Key, V>(
        mut self,
        field: Field<T, P>,
        key: impl IntoMember<K>,
        value: impl IntoMember<V>,
    ) -> Self {
        self.state.set.insert(field.index);
        match (key.into_member(), value.into_member()) {
            (Ok(key), Ok(value)) => (field.place)(&mut self.value).insert(key, value, FILL),
            (Ok(key), Err(violations)) => {
                self.state.refuse_entry(&self.value, field.index, key.as_key(), violations);
            }
            (Err(violations), _) => self.state.refuse(&self.value, field.index, violations),
        }
        self
    }
}

impl<T: Structure> Builder<T> {
    /// The structure, if it is complete and valid.
    ///
    /// # Errors
    /// All missing members and violated constraints.
    pub fn build(self) -> Result<T, BuildError> {
        let violations = self.state.violations(&self.value, Enums::Open);
        if violations.is_empty() { Ok(self.value) } else { Err(BuildError::new(self.value.schema(), violations)) }
    }
}

/// Writes the members that are set, without their values.
///
/// # Errors
/// When the formatter fails.
#[doc(hidden)]
pub fn debug<T: Reflect, C>(name: &str, builder: &Builder<T, C>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let members = builder.value.schema().members.iter().enumerate();
    let set = members.filter(|(index, _)| builder.state.set.contains(*index));
    f.write_str(name)?;
    f.debug_set().entries(set.map(|(_, member)| member.name)).finish()
}

impl<T: Reflect, C> fmt::Debug for Builder<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug("Builder", self, f)
    }
}
