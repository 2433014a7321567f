//! Newtypes of constrained shapes: constructors, comparisons, conversions and reflection.
//!
//! Generated code passes the newtype with the type of its field, and the schema. The field's type determines the
//! implemented traits. Lists and maps are in `collections.rs`; conversions call functions of the module `convert`.

/// Implements a newtype of a constrained string, number, blob, list or map.
///
/// The field's type is written as in the definition: `String`, `Vec<T>` and `BTreeMap<K, V>` by their short names, or
/// by their full paths if the module defines types of these names.
#[macro_export]
macro_rules! constrained {
    ($name:ident(String), $schema:path) => {
        $crate::constrained! { $name(::std::string::String), $schema }
    };
    ($name:ident(::std::string::String), $schema:path) => {
        $crate::constrained! { @common $name, ::std::string::String, $schema }
        $crate::constrained! { @text $name }
        $crate::member_type! { simple $name(::std::string::String) }
        $crate::constrained! { @from $name, ::std::string::String }

        // One implementation for all texts: each takes time to compile, in each newtype.
        impl<__T: $crate::convert::Text + ?::std::marker::Sized> ::std::cmp::PartialEq<__T> for $name {
            #[inline]
            fn eq(&self, other: &__T) -> bool {
                self.0 == other.as_text()
            }
        }
    };
    ($name:ident(Vec<$element:ty>), $schema:path) => {
        $crate::constrained! { @common $name, ::std::vec::Vec<$element>, $schema }
        $crate::constrained_list! { $name, $element }
        $crate::member_type! { list $name($element) }
    };
    ($name:ident(::std::vec::Vec<$element:ty>), $schema:path) => {
        $crate::constrained! { $name(Vec<$element>), $schema }
    };
    ($name:ident(BTreeMap<$key:ty, $value:ty>), $schema:path) => {
        $crate::constrained! { @common $name, ::std::collections::BTreeMap<$key, $value>, $schema }
        $crate::constrained_map! { $name, $key, $value, $schema }
        $crate::member_type! { map $name($key, $value) }
    };
    ($name:ident(::std::collections::BTreeMap<$key:ty, $value:ty>), $schema:path) => {
        $crate::constrained! { $name(BTreeMap<$key, $value>), $schema }
    };
    ($name:ident(i8), $schema:path) => { $crate::constrained! { @number $name, i8, $schema } };
    ($name:ident(i16), $schema:path) => { $crate::constrained! { @number $name, i16, $schema } };
    ($name:ident(i32), $schema:path) => { $crate::constrained! { @number $name, i32, $schema } };
    ($name:ident(i64), $schema:path) => { $crate::constrained! { @number $name, i64, $schema } };
    ($name:ident(f32), $schema:path) => { $crate::constrained! { @number $name, f32, $schema } };
    ($name:ident(f64), $schema:path) => { $crate::constrained! { @number $name, f64, $schema } };
    ($name:ident(Blob), $schema:path) => { $crate::constrained! { @blob $name, $schema } };
    ($name:ident(rt::types::Blob), $schema:path) => { $crate::constrained! { @blob $name, $schema } };
    (@blob $name:ident, $schema:path) => {
        $crate::constrained! { $name($crate::types::Blob), $schema }

        impl $name {
            /// Returns the bytes.
            #[inline]
            pub fn as_bytes(&self) -> &[u8] {
                self.0.as_bytes()
            }
        }

        impl ::std::convert::AsRef<[u8]> for $name {
            #[inline]
            fn as_ref(&self) -> &[u8] {
                self.0.as_bytes()
            }
        }
    };
    // Blobs and big numbers.
    ($name:ident($inner:ty), $schema:path) => {
        $crate::constrained! { @common $name, $inner, $schema }
        $crate::constrained! { @from $name, $inner }
        $crate::member_type! { simple $name($inner) }

        impl $name {
            /// Returns the value.
            #[inline]
            pub fn as_inner(&self) -> &$inner {
                &self.0
            }
        }

        impl ::std::convert::AsRef<$inner> for $name {
            #[inline]
            fn as_ref(&self) -> &$inner {
                &self.0
            }
        }
    };
    (@number $name:ident, $inner:ty, $schema:path) => {
        $crate::constrained! { @common $name, $inner, $schema }
        $crate::constrained! { @from $name, $inner }
        $crate::member_type! { simple $name($inner) }

        impl $name {
            /// Returns the number.
            #[inline]
            pub fn get(self) -> $inner {
                self.0
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::constraint::Violation;

            #[inline]
            fn from_str(text: &str) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                Self::new($crate::convert::number::<$inner>(text)?)
            }
        }

        impl ::std::cmp::PartialEq<$inner> for $name {
            #[inline]
            fn eq(&self, other: &$inner) -> bool {
                self.0 == *other
            }
        }

        impl ::std::cmp::PartialOrd<$inner> for $name {
            #[inline]
            fn partial_cmp(&self, other: &$inner) -> ::std::option::Option<::std::cmp::Ordering> {
                ::std::cmp::PartialOrd::partial_cmp(&self.0, other)
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::simple(self, f)
            }
        }
    };
    (@text $name:ident) => {
        impl $name {
            /// Returns the text.
            #[inline]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        $crate::constrained! { @from $name, &str, &::std::string::String }

        impl ::std::str::FromStr for $name {
            type Err = $crate::constraint::Violation;

            #[inline]
            fn from_str(value: &str) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                Self::new(value)
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        // `Hash`, `Eq` and `Ord` are derived from a single `String`, so they agree with those of `str`.
        impl ::std::borrow::Borrow<str> for $name {
            #[inline]
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::key(self, f)
            }
        }
    };
    (@from $name:ident, $($from:ty),*) => {
        $(
            impl ::std::convert::TryFrom<$from> for $name {
                type Error = $crate::constraint::Violation;

                #[inline]
                fn try_from(value: $from) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                    Self::new(value)
                }
            }
        )*
    };
    (@common $name:ident, $inner:ty, $schema:path) => {
        $crate::shape_impl! { $name, $schema }
        $crate::serde_impls! { $name, $schema }

        impl $name {
            /// Creates a value.
            ///
            /// # Errors
            /// The first violated constraint. `into_member` returns all.
            #[inline]
            pub fn new(
                value: impl ::std::convert::Into<$inner>,
            ) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                $crate::newtype::new(value)
            }

            /// Returns the value, owned.
            #[inline]
            pub fn into_inner(self) -> $inner {
                self.0
            }
        }

        impl $crate::reflect::Value for $name {
            type Access = $crate::newtype::AsNewtype;

            #[inline]
            fn blank(fill: $crate::reflect::Fill) -> Self {
                Self($crate::reflect::Value::blank(fill))
            }
        }

        impl $crate::newtype::Newtype for $name {
            type Inner = $inner;

            #[inline]
            fn inner(&self) -> &$inner {
                &self.0
            }

            #[inline]
            fn inner_mut(&mut self, _: $crate::reflect::Fill) -> &mut $inner {
                &mut self.0
            }
        }

        impl ::std::convert::From<$name> for $inner {
            #[inline]
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::simple(self, f)
            }
        }
    };
}
