//! String enums and integer enums.

/// Implements conversions and reflection of a string enum, from its schema, and its variants with their values.
#[macro_export]
macro_rules! string_enum {
    ($name:ident: $schema:path { $($variant:ident = $value:literal),* $(,)? }) => {
        $crate::shape_impl! { $name, $schema }
        $crate::serde_impls! { $name, $schema }
        $crate::member_type! { $name }

        impl $name {
            /// All values in the model.
            pub const VALUES: &'static [&'static str] = &[$($value),*];

            /// Names of the variants in the order of `VALUES`, for `Debug`.
            #[doc(hidden)]
            pub const NAMES: &'static [&'static str] = &[$(::std::stringify!($variant)),*];

            /// Returns the value as text.
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }

            /// Returns the variant of this text, or [`Unknown`](Self::Unknown) if it is not in the model. Clients send
            /// unknown values only if `Config::unlisted_enum_values` allows it; servers reject them.
            #[inline]
            pub fn or_unknown(value: &str) -> Self {
                $crate::reflect::enum_of(value)
            }
        }

        impl $crate::reflect::Value for $name {
            type Access = $crate::reflect::AsEnum;

            #[inline]
            fn blank(fill: $crate::reflect::Fill) -> Self {
                Self::Unknown($crate::types::UnknownValue::filled("", fill))
            }
        }

        impl $crate::reflect::StringEnum for $name {
            #[inline]
            fn variant(
                text: &str,
                unknown: ::std::option::Option<$crate::reflect::Fill>,
            ) -> ::std::option::Option<Self> {
                ::std::option::Option::Some(match text {
                    $($value => Self::$variant,)*
                    _ => Self::Unknown($crate::types::UnknownValue::filled(text, unknown?)),
                })
            }
        }

        impl ::std::convert::TryFrom<&str> for $name {
            type Error = $crate::constraint::Violation;

            #[inline]
            fn try_from(value: &str) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                $crate::reflect::listed(value)
            }
        }

        impl ::std::convert::TryFrom<::std::string::String> for $name {
            type Error = $crate::constraint::Violation;

            #[inline]
            fn try_from(value: ::std::string::String) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                ::std::convert::TryFrom::try_from(value.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::constraint::Violation;

            #[inline]
            fn from_str(value: &str) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                ::std::convert::TryFrom::try_from(value)
            }
        }

        // One implementation for all texts: each takes time to compile, in each enum.
        impl<__T: $crate::convert::Text + ?::std::marker::Sized> ::std::cmp::PartialEq<__T> for $name {
            #[inline]
            fn eq(&self, other: &__T) -> bool {
                self.as_str() == other.as_text()
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::key(self, f)
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

/// Implements conversions and reflection of an integer enum, from its schema, and its variants with their values.
#[macro_export]
macro_rules! int_enum {
    ($name:ident: $schema:path { $($variant:ident = $value:literal),* $(,)? }) => {
        $crate::shape_impl! { $name, $schema }
        $crate::serde_impls! { $name, $schema }
        $crate::member_type! { $name }

        impl $name {
            /// All values in the model.
            pub const VALUES: &'static [i32] = &[$($value),*];

            /// Names of the variants in the order of `VALUES`, for `Debug`.
            #[doc(hidden)]
            pub const NAMES: &'static [&'static str] = &[$(::std::stringify!($variant)),*];

            /// Returns the value as a number.
            #[inline]
            pub fn get(self) -> i32 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.get(),
                }
            }

            /// Returns the variant of this number, or [`Unknown`](Self::Unknown) if it is not in the model. Clients
            /// send unknown values only if `Config::unlisted_enum_values` allows it; servers reject them.
            #[inline]
            pub fn or_unknown(value: i32) -> Self {
                $crate::reflect::int_enum_of(value)
            }

            #[inline]
            fn known(value: i32) -> ::std::option::Option<Self> {
                match value {
                    $($value => ::std::option::Option::Some(Self::$variant),)*
                    _ => ::std::option::Option::None,
                }
            }
        }

        impl $crate::reflect::IntEnumSlot for $name {
            #[inline]
            fn set(&mut self, value: i32, fill: $crate::reflect::Fill) {
                *self = Self::known(value)
                    .unwrap_or_else(|| Self::Unknown($crate::types::UnknownNumber::filled(value, fill)));
            }
        }

        impl $crate::reflect::Value for $name {
            type Access = $crate::reflect::Absent;

            #[inline]
            fn get(&self) -> $crate::reflect::Ref<'_> {
                $crate::reflect::Ref::Int(Self::get(*self))
            }

            #[inline]
            fn slot(&mut self, _: $crate::reflect::Fill) -> $crate::reflect::Slot<'_> {
                $crate::reflect::Slot::IntEnum(self)
            }

            #[inline]
            fn blank(fill: $crate::reflect::Fill) -> Self {
                Self::Unknown($crate::types::UnknownNumber::filled(0, fill))
            }
        }

        impl ::std::convert::TryFrom<i32> for $name {
            type Error = $crate::constraint::Violation;

            #[inline]
            fn try_from(value: i32) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                Self::known(value).ok_or($crate::constraint::Violation::new(
                    $crate::constraint::Constraint::IntEnum(Self::VALUES),
                ))
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::constraint::Violation;

            #[inline]
            fn from_str(text: &str) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                ::std::convert::TryFrom::<i32>::try_from($crate::convert::number(text)?)
            }
        }

        impl ::std::convert::From<$name> for i32 {
            #[inline]
            fn from(value: $name) -> i32 {
                $name::get(value)
            }
        }

        impl ::std::cmp::PartialEq<i32> for $name {
            #[inline]
            fn eq(&self, other: &i32) -> bool {
                Self::get(*self) == *other
            }
        }

        // The number, as that of a string enum is its text.
        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::number(self, Self::get(*self), f)
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
