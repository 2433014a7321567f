//! Methods of newtypes of lists and maps: access to elements, and conversions of collections.

/// Implements access to a constrained list's elements, and conversions from lists of convertible elements.
#[doc(hidden)]
#[macro_export]
macro_rules! constrained_list {
    ($name:ident, $element:ty) => {
        impl $name {
            /// Collects and validates a list. Elements are converted.
            ///
            /// # Errors
            /// The violation of the first element that cannot be converted, or else the first violation of the
            /// list.
            #[inline]
            pub fn try_from_iter<__I>(elements: __I) -> ::std::result::Result<Self, $crate::constraint::Violation>
            where
                __I: ::std::iter::IntoIterator,
                __I::Item:
                    ::std::convert::TryInto<$element, Error: ::std::convert::Into<$crate::constraint::Violation>>,
            {
                Self::new($crate::convert::list::<$element, __I>(elements)?)
            }

            /// Returns the elements.
            #[inline]
            pub fn as_slice(&self) -> &[$element] {
                &self.0
            }

            /// Returns the number of elements.
            #[inline]
            pub fn len(&self) -> usize {
                self.0.len()
            }

            /// Returns `true` if there are no elements.
            #[inline]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            /// Returns the element at `index`, if there is one.
            #[inline]
            pub fn get(&self, index: usize) -> ::std::option::Option<&$element> {
                self.0.as_slice().get(index)
            }

            /// Returns an iterator over the elements.
            #[inline]
            pub fn iter(&self) -> ::std::slice::Iter<'_, $element> {
                self.0.iter()
            }
        }

        $crate::constrained_list! { @from $name, $element, __V; ::std::vec::Vec<__V> }
        $crate::constrained_list! { @from $name, $element, __V, const N: usize; [__V; N] }

        impl<__V> ::std::convert::TryFrom<&[__V]> for $name
        where
            __V: ::std::clone::Clone
                + ::std::convert::TryInto<$element, Error: ::std::convert::Into<$crate::constraint::Violation>>,
        {
            type Error = $crate::constraint::Violation;

            #[inline]
            fn try_from(elements: &[__V]) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                Self::try_from_iter(::std::iter::Iterator::cloned(elements.iter()))
            }
        }

        impl<__I: ::std::slice::SliceIndex<[$element]>> ::std::ops::Index<__I> for $name {
            type Output = __I::Output;

            #[inline]
            fn index(&self, index: __I) -> &__I::Output {
                &self.0[index]
            }
        }

        impl ::std::convert::AsRef<[$element]> for $name {
            #[inline]
            fn as_ref(&self) -> &[$element] {
                &self.0
            }
        }

        impl ::std::iter::IntoIterator for $name {
            type Item = $element;
            type IntoIter = ::std::vec::IntoIter<$element>;

            #[inline]
            fn into_iter(self) -> ::std::vec::IntoIter<$element> {
                ::std::iter::IntoIterator::into_iter(self.0)
            }
        }

        impl<'a> ::std::iter::IntoIterator for &'a $name {
            type Item = &'a $element;
            type IntoIter = ::std::slice::Iter<'a, $element>;

            #[inline]
            fn into_iter(self) -> ::std::slice::Iter<'a, $element> {
                self.0.iter()
            }
        }
    };
    (@from $name:ident, $element:ty, $variable:ident $(, const $n:ident: usize)?; $from:ty) => {
        impl<$variable $(, const $n: usize)?> ::std::convert::TryFrom<$from> for $name
        where
            $variable: ::std::convert::TryInto<$element, Error: ::std::convert::Into<$crate::constraint::Violation>>,
        {
            type Error = $crate::constraint::Violation;

            #[inline]
            fn try_from(elements: $from) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                Self::try_from_iter(elements)
            }
        }
    };
}

/// Implements access to a constrained map's entries, and conversions from maps and pairs of convertible keys and
/// values.
#[doc(hidden)]
#[macro_export]
macro_rules! constrained_map {
    ($name:ident, $key:ty, $value:ty, $schema:path) => {
        impl $name {
            /// Collects and validates a map. Keys and values are converted. The last of several entries with the same
            /// key is kept.
            ///
            /// # Errors
            /// The violation of the first entry that cannot be converted, or else the first violation of the
            /// map.
            #[inline]
            pub fn try_from_iter<__I, __K, __V>(
                entries: __I,
            ) -> ::std::result::Result<Self, $crate::constraint::Violation>
            where
                __I: ::std::iter::IntoIterator<Item = (__K, __V)>,
                __K: ::std::convert::TryInto<$key, Error: ::std::convert::Into<$crate::constraint::Violation>>,
                __V: ::std::convert::TryInto<$value, Error: ::std::convert::Into<$crate::constraint::Violation>>,
            {
                Self::new($crate::convert::map::<$key, $value, __K, __V>(&$schema, entries)?)
            }

            /// Returns the map.
            #[inline]
            pub fn as_map(&self) -> &::std::collections::BTreeMap<$key, $value> {
                &self.0
            }

            /// Returns the number of entries.
            #[inline]
            pub fn len(&self) -> usize {
                self.0.len()
            }

            /// Returns `true` if there are no entries.
            #[inline]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            /// Returns the value of `key`, if there is one.
            #[inline]
            pub fn get<__Q>(&self, key: &__Q) -> ::std::option::Option<&$value>
            where
                $key: ::std::borrow::Borrow<__Q>,
                __Q: ::std::cmp::Ord + ?::std::marker::Sized,
            {
                ::std::collections::BTreeMap::get(&self.0, key)
            }

            /// Returns `true` if there is an entry with this key.
            #[inline]
            pub fn contains_key<__Q>(&self, key: &__Q) -> bool
            where
                $key: ::std::borrow::Borrow<__Q>,
                __Q: ::std::cmp::Ord + ?::std::marker::Sized,
            {
                self.0.contains_key(key)
            }

            /// Returns an iterator over the entries, in the order of their keys.
            #[inline]
            pub fn iter(&self) -> ::std::collections::btree_map::Iter<'_, $key, $value> {
                self.0.iter()
            }

            /// Returns an iterator over the keys, in order.
            #[inline]
            pub fn keys(&self) -> ::std::collections::btree_map::Keys<'_, $key, $value> {
                self.0.keys()
            }

            /// Returns an iterator over the values, in the order of their keys.
            #[inline]
            pub fn values(&self) -> ::std::collections::btree_map::Values<'_, $key, $value> {
                self.0.values()
            }
        }

        $crate::constrained_map! { @from $name, $key, $value, [__K, __V]; ::std::collections::BTreeMap<__K, __V> }
        $crate::constrained_map! {
            @from $name, $key, $value, [__K, __V, __S]; ::std::collections::HashMap<__K, __V, __S>
        }
        $crate::constrained_map! { @from $name, $key, $value, [__K, __V]; ::std::vec::Vec<(__K, __V)> }
        $crate::constrained_map! { @from $name, $key, $value, [__K, __V, const N: usize]; [(__K, __V); N] }

        impl<__Q> ::std::ops::Index<&__Q> for $name
        where
            $key: ::std::borrow::Borrow<__Q>,
            __Q: ::std::cmp::Ord + ?::std::marker::Sized,
        {
            type Output = $value;

            #[inline]
            fn index(&self, key: &__Q) -> &$value {
                &self.0[key]
            }
        }

        impl ::std::convert::AsRef<::std::collections::BTreeMap<$key, $value>> for $name {
            #[inline]
            fn as_ref(&self) -> &::std::collections::BTreeMap<$key, $value> {
                &self.0
            }
        }

        impl ::std::iter::IntoIterator for $name {
            type Item = ($key, $value);
            type IntoIter = ::std::collections::btree_map::IntoIter<$key, $value>;

            #[inline]
            fn into_iter(self) -> ::std::collections::btree_map::IntoIter<$key, $value> {
                ::std::iter::IntoIterator::into_iter(self.0)
            }
        }

        impl<'a> ::std::iter::IntoIterator for &'a $name {
            type Item = (&'a $key, &'a $value);
            type IntoIter = ::std::collections::btree_map::Iter<'a, $key, $value>;

            #[inline]
            fn into_iter(self) -> ::std::collections::btree_map::Iter<'a, $key, $value> {
                self.0.iter()
            }
        }
    };
    (@from $name:ident, $key:ty, $value:ty, [$($variables:tt)*]; $from:ty) => {
        impl<$($variables)*> ::std::convert::TryFrom<$from> for $name
        where
            __K: ::std::convert::TryInto<$key, Error: ::std::convert::Into<$crate::constraint::Violation>>,
            __V: ::std::convert::TryInto<$value, Error: ::std::convert::Into<$crate::constraint::Violation>>,
        {
            type Error = $crate::constraint::Violation;

            #[inline]
            fn try_from(entries: $from) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                Self::try_from_iter(entries)
            }
        }
    };
}
