//! Bodies of setters. They take field and state instead of the builder, so that generated setters need no closure.

use super::state::State;
use super::{Append, FILL, Insert, IntoMember};
use crate::reflect::{Key, Value};

/// Sets a member.
pub fn set<P: From<M>, M>(place: &mut P, state: &mut State, member: usize, value: impl IntoMember<M>) {
    state.set.insert(member);
    match value.into_member() {
        Ok(value) => {
            state.forget(member);
            *place = value.into();
        }
        Err(violations) => state.refuse(member, violations),
    }
}

/// Replaces or removes the value of a member.
pub fn replace<P: From<M> + Value, M>(
    place: &mut P,
    state: &mut State,
    member: usize,
    value: Option<impl IntoMember<M>>,
) {
    match value {
        Some(value) => set(place, state, member, value),
        None => unset(place, state, member),
    }
}

fn unset<P: Value>(place: &mut P, state: &mut State, member: usize) {
    *place = P::blank(FILL);
    state.unset(place, member);
}

/// Appends an element to a list.
pub fn append<P: Append<E> + Value, E>(place: &mut P, state: &mut State, member: usize, element: impl IntoMember<E>) {
    state.set.insert(member);
    match element.into_member() {
        Ok(element) => place.append(element, FILL),
        Err(violations) => state.refuse_element(member, place.get(), violations),
    }
}

/// Inserts an entry into a map. Replaces an entry with the same key.
pub fn insert<P: Insert<K, V>, K: Key, V>(
    place: &mut P,
    state: &mut State,
    member: usize,
    key: impl IntoMember<K>,
    value: impl IntoMember<V>,
) {
    state.set.insert(member);
    match (key.into_member(), value.into_member()) {
        (Ok(key), Ok(value)) => place.insert(key, value, FILL),
        (Ok(key), Err(violations)) => state.refuse_entry(member, key.as_key(), violations),
        (Err(violations), _) => state.refuse(member, violations),
    }
}
