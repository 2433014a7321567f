//! Newtypes of constrained shapes.

/// Construction, conversions and reflection of a constrained type over a string, number, blob, list or map.
#[macro_export]
macro_rules! constrained {
    ($name:ident($($inner:ident)::+ ), $schema:path) => {
        $crate::constrained! { @common $name, $($inner)::+, $schema }
        $crate::constrained! { @leaf $($inner)::+, $name, $schema }
    };
    ($name:ident(::std::string::String), $schema:path) => {
        $crate::constrained! { @common $name, ::std::string::String, $schema }

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $crate::reflect::Key for $name {
            fn as_key(&self) -> &str {
                &self.0
            }

            fn from_key(key: &str, _: $crate::reflect::Fill) -> Self {
                Self(::std::convert::Into::into(key))
            }
        }

        impl ::std::convert::TryFrom<&str> for $name {
            type Error = $crate::constraint::Violation;

            fn try_from(value: &str) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                Self::new(value)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::constraint::Violation;

            fn from_str(value: &str) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                Self::new(value)
            }
        }

        impl ::std::cmp::PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.0 == **other
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::text(&$schema, &self.0, f)
            }
        }
    };
    ($name:ident(::std::vec::Vec<$element:ty>), $schema:path) => {
        $crate::constrained! { @whole $name, ::std::vec::Vec<$element>, $schema }

        impl<'a> ::std::iter::IntoIterator for &'a $name {
            type Item = &'a $element;
            type IntoIter = ::std::slice::Iter<'a, $element>;

            #[inline]
            fn into_iter(self) -> ::std::slice::Iter<'a, $element> {
                self.0.iter()
            }
        }
    };
    ($name:ident($inner:ty), $schema:path) => {
        $crate::constrained! { @whole $name, $inner, $schema }
    };
    (@whole $name:ident, $inner:ty, $schema:path) => {
        $crate::constrained! { @common $name, $inner, $schema }

        impl $name {
            /// The value inside.
            pub fn as_inner(&self) -> &$inner {
                &self.0
            }
        }

        impl ::std::convert::AsRef<$inner> for $name {
            fn as_ref(&self) -> &$inner {
                &self.0
            }
        }
    };
    (@leaf $inner:ty, $name:ident, $schema:path) => {
        impl $name {
            /// The number.
            pub fn get(self) -> $inner {
                self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::value(&$schema, $crate::reflect::Value::get(&self.0), f)
            }
        }
    };
    (@common $name:ident, $inner:ty, $schema:path) => {
        $crate::serde_impls! { $name, $schema }

        impl $name {
            /// Checks the value against the model's constraints.
            ///
            /// # Errors
            /// The first constraint that the value violates.
            pub fn new(
                value: impl ::std::convert::Into<$inner>,
            ) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                let value = ::std::convert::Into::into(value);
                $crate::constraint::check_value(&$schema, $crate::reflect::Value::get(&value))?;
                ::std::result::Result::Ok(Self(value))
            }

            /// Gives the value inside.
            pub fn into_inner(self) -> $inner {
                self.0
            }
        }

        impl $crate::reflect::Value for $name {
            fn get(&self) -> $crate::reflect::Ref<'_> {
                $crate::reflect::Value::get(&self.0)
            }

            fn slot(&mut self, fill: $crate::reflect::Fill) -> $crate::reflect::Slot<'_> {
                $crate::reflect::Value::slot(&mut self.0, fill)
            }

            fn blank(fill: $crate::reflect::Fill) -> Self {
                Self($crate::reflect::Value::blank(fill))
            }
        }

        impl ::std::convert::TryFrom<$inner> for $name {
            type Error = $crate::constraint::Violation;

            fn try_from(value: $inner) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                Self::new(value)
            }
        }

        impl ::std::convert::From<$name> for $inner {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::value(&$schema, $crate::reflect::Value::get(&self.0), f)
            }
        }
    };
}
