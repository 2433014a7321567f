//! Enums of strings and of integers.

/// Conversions and reflection of a string enum: its schema, then each variant with its value.
#[macro_export]
macro_rules! string_enum {
    ($name:ident: $schema:path { $($variant:ident = $value:literal),* $(,)? }) => {
        $crate::shape_impl! { $name, $schema }
        $crate::serde_impls! { $name, $schema }
        $crate::member_type! { $name }

        impl $name {
            /// The values that the model lists.
            pub const VALUES: &'static [&'static str] = &[$($value),*];

            /// The names of the variants, in the order of `VALUES`: `Debug` prints them.
            #[doc(hidden)]
            pub const NAMES: &'static [&'static str] = &[$(::std::stringify!($variant)),*];

            /// The value as it is written.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }

            /// The value of this text; [`Unknown`](Self::Unknown) where the model does not list it. Clients send such values
            /// where `Config::unlisted_enum_values` says so; servers refuse them.
            pub fn or_unknown(value: &str) -> Self {
                $crate::reflect::enum_of(value)
            }

            fn known(value: &str) -> ::std::option::Option<Self> {
                match value {
                    $($value => ::std::option::Option::Some(Self::$variant),)*
                    _ => ::std::option::Option::None,
                }
            }
        }

        impl $crate::reflect::EnumSlot for $name {
            fn set(&mut self, value: &str, fill: $crate::reflect::Fill) {
                *self = Self::known(value)
                    .unwrap_or_else(|| Self::Unknown($crate::types::UnknownValue::filled(value, fill)));
            }
        }

        impl $crate::reflect::Value for $name {
            fn get(&self) -> $crate::reflect::Ref<'_> {
                $crate::reflect::Ref::Str(self.as_str())
            }

            fn slot(&mut self, _: $crate::reflect::Fill) -> $crate::reflect::Slot<'_> {
                $crate::reflect::Slot::Enum(self)
            }

            fn blank(fill: $crate::reflect::Fill) -> Self {
                Self::Unknown($crate::types::UnknownValue::filled("", fill))
            }
        }

        impl $crate::reflect::Key for $name {
            fn as_key(&self) -> &str {
                self.as_str()
            }

            fn from_key(key: &str, fill: $crate::reflect::Fill) -> Self {
                Self::known(key).unwrap_or_else(|| Self::Unknown($crate::types::UnknownValue::filled(key, fill)))
            }
        }

        impl ::std::convert::TryFrom<&str> for $name {
            type Error = $crate::constraint::Violation;

            fn try_from(value: &str) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                Self::known(value).ok_or($crate::constraint::Violation::new($crate::constraint::Constraint::Enum(
                    Self::VALUES,
                )))
            }
        }

        impl ::std::convert::TryFrom<::std::string::String> for $name {
            type Error = $crate::constraint::Violation;

            fn try_from(value: ::std::string::String) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                ::std::convert::TryFrom::try_from(value.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::constraint::Violation;

            fn from_str(value: &str) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                ::std::convert::TryFrom::try_from(value)
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::text(&$schema, self.as_str(), f)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::value(&$schema, $crate::reflect::Value::get(self), f)
            }
        }
    };
}

/// Conversions and reflection of an integer enum: its schema, then each variant with its value.
#[macro_export]
macro_rules! int_enum {
    ($name:ident: $schema:path { $($variant:ident = $value:literal),* $(,)? }) => {
        $crate::shape_impl! { $name, $schema }
        $crate::serde_impls! { $name, $schema }
        $crate::member_type! { $name }

        impl $name {
            /// The values that the model lists.
            pub const VALUES: &'static [i32] = &[$($value),*];

            /// The names of the variants, in the order of `VALUES`: `Debug` prints them.
            #[doc(hidden)]
            pub const NAMES: &'static [&'static str] = &[$(::std::stringify!($variant)),*];

            /// The number as it is written.
            pub fn get(self) -> i32 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.get(),
                }
            }

            /// The value of this number; [`Unknown`](Self::Unknown) where the model does not list it. Clients send such values
            /// where `Config::unlisted_enum_values` says so; servers refuse them.
            pub fn or_unknown(value: i32) -> Self {
                $crate::reflect::int_enum_of(value)
            }

            fn known(value: i32) -> ::std::option::Option<Self> {
                match value {
                    $($value => ::std::option::Option::Some(Self::$variant),)*
                    _ => ::std::option::Option::None,
                }
            }
        }

        impl $crate::reflect::IntEnumSlot for $name {
            fn set(&mut self, value: i32, fill: $crate::reflect::Fill) {
                *self = Self::known(value)
                    .unwrap_or_else(|| Self::Unknown($crate::types::UnknownNumber::filled(value, fill)));
            }
        }

        impl $crate::reflect::Value for $name {
            fn get(&self) -> $crate::reflect::Ref<'_> {
                $crate::reflect::Ref::Int(Self::get(*self))
            }

            fn slot(&mut self, _: $crate::reflect::Fill) -> $crate::reflect::Slot<'_> {
                $crate::reflect::Slot::IntEnum(self)
            }

            fn blank(fill: $crate::reflect::Fill) -> Self {
                Self::Unknown($crate::types::UnknownNumber::filled(0, fill))
            }
        }

        impl ::std::convert::TryFrom<i32> for $name {
            type Error = $crate::constraint::Violation;

            fn try_from(value: i32) -> ::std::result::Result<Self, $crate::constraint::Violation> {
                Self::known(value).ok_or($crate::constraint::Violation::new(
                    $crate::constraint::Constraint::IntEnum(Self::VALUES),
                ))
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::value(&$schema, $crate::reflect::Value::get(self), f)
            }
        }
    };
}
