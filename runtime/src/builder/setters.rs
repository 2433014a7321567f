//! Bodies of setters. They set members by index, and know fields without their static types, so that generated setters
//! are a single call: there are two for each member, and each takes time to compile.

use std::any::Any;
use std::collections::BTreeMap;

use super::state::State;
use super::{Builder, Content, FILL, IntoMember};
use crate::constraint::{Constraint, Violation, Violations};
use crate::reflect::{Key, Reflect, Slot, Value};
use crate::types::Nullable;

/// Incomplete structure of a builder, without its static type.
struct Incomplete<'a> {
    value: &'a mut dyn Reflect,
    state: &'a mut State,
}

impl<'a> Incomplete<'a> {
    fn of<T: Reflect, C>(builder: &'a mut Builder<T, C>) -> Self {
        let Content { value, state } = &mut *builder.content;
        Self { value, state }
    }

    fn set<M: 'static>(self, member: usize, value: Result<M, Violations>) {
        let Self { value: structure, state } = self;
        state.set.insert(member);
        let value = match value {
            Ok(value) => value,
            Err(violations) => return state.refuse(member, violations),
        };
        state.forget(member);
        let mut field = field(structure, member);
        // Most members are optional.
        if let Some(place) = field.as_mut().and_then(|field| field.downcast_mut::<Option<M>>()) {
            *place = Some(value);
        } else if let Some(place) = field.and_then(|field| field.downcast_mut::<M>()) {
            *place = value;
        } else {
            state.refuse(member, other_type());
        }
    }

    /// Takes the initial value of a member that cannot be absent from a structure that `blank` returns.
    fn unset<M: 'static>(self, member: usize, blank: fn() -> Box<dyn Reflect>) {
        let Self { value: structure, state } = self;
        let mut place = field(structure, member);
        if let Some(place) = place.as_mut().and_then(|place| place.downcast_mut::<Option<M>>()) {
            *place = None;
        } else if let Some(place) = place.and_then(|place| place.downcast_mut::<M>())
            && let Some(initial) = field(&mut *blank(), member).and_then(|initial| initial.downcast_mut::<M>())
        {
            std::mem::swap(place, initial);
        } else {
            state.set.insert(member);
            return state.refuse(member, other_type());
        }
        state.unset(structure, member);
    }

    fn append<E: Value>(self, member: usize, element: Result<E, Violations>) {
        let Self { value: structure, state } = self;
        state.set.insert(member);
        match element {
            Ok(element) => {
                if let Slot::List(list) = structure.slot(member, FILL)
                    && let Some(list) = (list as &mut dyn Any).downcast_mut::<Vec<E>>()
                {
                    list.push(element);
                } else {
                    state.refuse(member, other_type());
                }
            }
            Err(violations) => state.refuse_element(member, structure.get(member), violations),
        }
    }

    fn insert<K: Key, V: Value>(self, member: usize, key: Result<K, Violations>, value: Result<V, Violations>) {
        let Self { value: structure, state } = self;
        state.set.insert(member);
        match (key, value) {
            (Ok(key), Ok(value)) => {
                if let Slot::Map(map) = structure.slot(member, FILL)
                    && let Some(map) = (map as &mut dyn Any).downcast_mut::<BTreeMap<K, V>>()
                {
                    map.insert(key, value);
                } else {
                    state.refuse(member, other_type());
                }
            }
            (Ok(key), Err(violations)) => state.refuse_entry(member, key.as_key(), violations),
            (Err(violations), _) => state.refuse(member, violations),
        }
    }
}

/// Returns a field with its static type.
fn field(structure: &mut dyn Reflect, member: usize) -> Option<&mut dyn Any> {
    structure.field(member, FILL).map(|field| field as _)
}

/// Violation of a setter whose type is not that of its member. Generated setters do not have it.
#[cold]
fn other_type() -> Violations {
    Violation::new(Constraint::Malformed("a value of the member's type")).into()
}

/// Sets a member.
pub fn set<T: Reflect, C, M: 'static>(
    mut builder: Builder<T, C>,
    member: usize,
    value: impl IntoMember<M>,
) -> Builder<T, C> {
    Incomplete::of(&mut builder).set(member, value.into_unchecked(FILL));
    builder
}

/// Sets a member of type [`Nullable`] to a value.
pub fn set_nullable<T: Reflect, C, M: 'static>(
    mut builder: Builder<T, C>,
    member: usize,
    value: impl IntoMember<M>,
) -> Builder<T, C> {
    Incomplete::of(&mut builder).set(member, value.into_unchecked(FILL).map(Nullable::Value));
    builder
}

/// Replaces or removes the value of a member.
pub fn replace<T: Value + Reflect, C, M: 'static>(
    mut builder: Builder<T, C>,
    member: usize,
    value: Option<impl IntoMember<M>>,
) -> Builder<T, C> {
    match value {
        Some(value) => Incomplete::of(&mut builder).set(member, value.into_unchecked(FILL)),
        None => Incomplete::of(&mut builder).unset::<M>(member, || Box::new(T::blank(FILL))),
    }
    builder
}

/// Appends an element to a list.
pub fn append<T: Reflect, C, E: Value>(
    mut builder: Builder<T, C>,
    member: usize,
    element: impl IntoMember<E>,
) -> Builder<T, C> {
    Incomplete::of(&mut builder).append(member, element.into_unchecked(FILL));
    builder
}

/// Inserts an entry into a map. Replaces an entry with the same key.
pub fn insert<T: Reflect, C, K: Key, V: Value>(
    mut builder: Builder<T, C>,
    member: usize,
    key: impl IntoMember<K>,
    value: impl IntoMember<V>,
) -> Builder<T, C> {
    Incomplete::of(&mut builder).insert(member, key.into_unchecked(FILL), value.into_unchecked(FILL));
    builder
}
