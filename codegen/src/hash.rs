//! Hash tables of the generator: those of `std` and `indexmap` with a faster hash function.
//!
//! Most keys are shape IDs and member names. Hashing them with the default function of `std` took a tenth of the time
//! to load and validate a model. Seeds are random, so that models cannot choose keys that collide.

use foldhash::fast::RandomState;

/// A map in no particular order.
pub type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;

/// A set in no particular order.
pub type HashSet<T> = std::collections::HashSet<T, RandomState>;

/// A map in insertion order.
pub type IndexMap<K, V> = indexmap::IndexMap<K, V, RandomState>;

/// A set in insertion order.
pub type IndexSet<T> = indexmap::IndexSet<T, RandomState>;
