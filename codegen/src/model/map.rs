//! A map in insertion order. Models contain millions of maps, most of them with few entries. Small maps are lists,
//! which need half the memory of hash tables and are faster to search.

use std::borrow::Borrow;
use std::fmt;
use std::hash::Hash;

use crate::hash::IndexMap;

/// Maximum number of entries without a hash table.
const SMALL: usize = 16;

/// A map in insertion order. Equality ignores the order.
#[derive(Clone)]
pub struct OrderedMap<K, V>(Entries<K, V>);

#[derive(Clone)]
enum Entries<K, V> {
    Few(Vec<(K, V)>),
    Many(Box<IndexMap<K, V>>),
}

impl<K, V> OrderedMap<K, V> {
    /// An empty map. Does not allocate.
    pub const fn new() -> Self {
        Self(Entries::Few(Vec::new()))
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        match &self.0 {
            Entries::Few(entries) => entries.len(),
            Entries::Many(map) => map.len(),
        }
    }

    /// Whether the map is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Entries in insertion order.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter(match &self.0 {
            Entries::Few(entries) => Either::Few(entries.iter()),
            Entries::Many(map) => Either::Many(map.iter()),
        })
    }

    /// Keys in insertion order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// Values in insertion order.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// Values in insertion order.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        let (few, many) = match &mut self.0 {
            Entries::Few(entries) => (Some(entries.iter_mut()), None),
            Entries::Many(map) => (None, Some(map.values_mut())),
        };
        few.into_iter().flatten().map(|(_, value)| value).chain(many.into_iter().flatten())
    }

    /// The first entry.
    pub fn first(&self) -> Option<(&K, &V)> {
        self.iter().next()
    }
}

impl<K: Hash + Eq, V> OrderedMap<K, V> {
    /// The map of these entries, whose keys differ.
    pub(crate) fn of_distinct(entries: impl ExactSizeIterator<Item = (K, V)>) -> Self {
        Self(if entries.len() <= SMALL {
            Entries::Few(entries.collect())
        } else {
            Entries::Many(Box::new(entries.collect()))
        })
    }

    /// The value of a key.
    pub fn get<Q: ?Sized + Hash + Eq>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.get_key_value(key).map(|(_, value)| value)
    }

    /// The value of a key, with the stored key.
    pub fn get_key_value<Q: ?Sized + Hash + Eq>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
    {
        match &self.0 {
            Entries::Few(entries) => {
                entries.iter().find(|(known, _)| known.borrow() == key).map(|(key, value)| (key, value))
            }
            Entries::Many(map) => map.get_key_value(key),
        }
    }

    /// The value of a key, mutable.
    pub fn get_mut<Q: ?Sized + Hash + Eq>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        match &mut self.0 {
            Entries::Few(entries) => {
                entries.iter_mut().find(|(known, _)| known.borrow() == key).map(|(_, value)| value)
            }
            Entries::Many(map) => map.get_mut(key),
        }
    }

    /// The index of a key in insertion order.
    pub fn get_index_of<Q: ?Sized + Hash + Eq>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        match &self.0 {
            Entries::Few(entries) => entries.iter().position(|(known, _)| known.borrow() == key),
            Entries::Many(map) => map.get_index_of(key),
        }
    }

    /// Whether the map contains the key.
    pub fn contains_key<Q: ?Sized + Hash + Eq>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get_key_value(key).is_some()
    }

    /// Sets the value of a key, and returns the old value. A new key is added to the end; an existing one keeps its
    /// position.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match &mut self.0 {
            Entries::Few(entries) => {
                if let Some((_, known)) = entries.iter_mut().find(|(known, _)| *known == key) {
                    return Some(std::mem::replace(known, value));
                }
                if entries.len() < SMALL {
                    entries.push((key, value));
                    return None;
                }
                let mut map: IndexMap<K, V> = std::mem::take(entries).into_iter().collect();
                map.insert(key, value);
                self.0 = Entries::Many(Box::new(map));
                None
            }
            Entries::Many(map) => map.insert(key, value),
        }
    }

    /// Removes an entry, and keeps the order of the others.
    pub fn remove<Q: ?Sized + Hash + Eq>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        match &mut self.0 {
            Entries::Few(entries) => {
                let at = entries.iter().position(|(known, _)| known.borrow() == key)?;
                Some(entries.remove(at).1)
            }
            Entries::Many(map) => map.shift_remove(key),
        }
    }

    /// Keeps the entries for which the function returns true.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        match &mut self.0 {
            Entries::Few(entries) => entries.retain_mut(|(key, value)| keep(key, value)),
            Entries::Many(map) => map.retain(keep),
        }
    }

    /// Makes room for exactly this number of further entries.
    pub fn reserve_exact(&mut self, more: usize) {
        match &mut self.0 {
            Entries::Few(entries) if entries.len() + more <= SMALL => entries.reserve_exact(more),
            Entries::Few(entries) => {
                let mut map = IndexMap::default();
                map.reserve_exact(entries.len() + more);
                map.extend(std::mem::take(entries));
                self.0 = Entries::Many(Box::new(map));
            }
            Entries::Many(map) => map.reserve_exact(more),
        }
    }

    /// Releases unused capacity.
    pub fn shrink_to_fit(&mut self) {
        match &mut self.0 {
            Entries::Few(entries) => entries.shrink_to_fit(),
            Entries::Many(map) => map.shrink_to_fit(),
        }
    }
}

impl<K, V> Default for OrderedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Hash + Eq, V: PartialEq> PartialEq for OrderedMap<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(key, value)| other.get(key) == Some(value))
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for OrderedMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Hash + Eq, V> Extend<(K, V)> for OrderedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Hash + Eq, V> FromIterator<(K, V)> for OrderedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K, V> IntoIterator for OrderedMap<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    fn into_iter(self) -> Self::IntoIter {
        IntoIter(match self.0 {
            Entries::Few(entries) => Either::Few(entries.into_iter()),
            Entries::Many(map) => Either::Many(map.into_iter()),
        })
    }
}

impl<'m, K, V> IntoIterator for &'m OrderedMap<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = Iter<'m, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[derive(Clone)]
enum Either<F, M> {
    Few(F),
    Many(M),
}

/// Borrowed entries, in insertion order.
pub struct Iter<'m, K, V>(Either<std::slice::Iter<'m, (K, V)>, indexmap::map::Iter<'m, K, V>>);

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Self(match &self.0 {
            Either::Few(few) => Either::Few(few.clone()),
            Either::Many(many) => Either::Many(many.clone()),
        })
    }
}

impl<'m, K, V> Iterator for Iter<'m, K, V> {
    type Item = (&'m K, &'m V);

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Either::Few(few) => few.next().map(|(key, value)| (key, value)),
            Either::Many(many) => many.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.0 {
            Either::Few(few) => few.size_hint(),
            Either::Many(many) => many.size_hint(),
        }
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Either::Few(few) => few.next_back().map(|(key, value)| (key, value)),
            Either::Many(many) => many.next_back(),
        }
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}

/// Owned entries, in insertion order.
pub struct IntoIter<K, V>(Either<std::vec::IntoIter<(K, V)>, indexmap::map::IntoIter<K, V>>);

impl<K, V> Iterator for IntoIter<K, V> {
    type Item = (K, V);

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Either::Few(few) => few.next(),
            Either::Many(many) => many.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.0 {
            Either::Few(few) => few.size_hint(),
            Either::Many(many) => many.size_hint(),
        }
    }
}

impl<Q: ?Sized + Hash + Eq, K: Hash + Eq + Borrow<Q>, V> std::ops::Index<&Q> for OrderedMap<K, V> {
    type Output = V;

    /// # Panics
    /// If the map does not contain the key. For tests.
    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("the map has this key")
    }
}

#[cfg(test)]
mod tests {
    use super::OrderedMap;

    #[test]
    fn order_and_values_survive_growing_and_shrinking() {
        let mut map: OrderedMap<String, usize> = (0..40).map(|at| (format!("k{}", 40 - at), at)).collect();
        assert_eq!(map.len(), 40);
        assert_eq!(map.insert("k40".to_owned(), 100), Some(0));
        assert_eq!(map.remove("k39"), Some(1));
        assert_eq!(map.keys().take(3).map(String::as_str).collect::<Vec<_>>(), ["k40", "k38", "k37"]);
        map.retain(|_, value| *value % 2 == 0);
        assert_eq!(map.get("k38"), Some(&2));
        assert_eq!(map.get("k37"), None);
        assert_eq!(map.clone().into_iter().count(), map.iter().rev().count());
    }

    #[test]
    fn equality_ignores_the_order() {
        let forth: OrderedMap<&str, u8> = [("a", 1), ("b", 2)].into_iter().collect();
        let back: OrderedMap<&str, u8> = [("b", 2), ("a", 1)].into_iter().collect();
        assert_eq!(forth, back);
        assert_ne!(forth, [("a", 1)].into_iter().collect());
    }
}
