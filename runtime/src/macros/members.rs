//! Arguments of builder setters for members of generated types.

/// Implements conversions of setter arguments to a generated type.
#[doc(hidden)]
#[macro_export]
macro_rules! member_type {
    // Constrained simple types. For setters, constraints are checked when the structure is built.
    (simple $name:ident($inner:ty)) => {
        impl<__V: $crate::builder::IntoPlain<$inner>> $crate::builder::TryFromValue<__V> for $name {
            #[inline]
            fn try_from_value(value: __V) -> ::std::result::Result<Self, $crate::constraint::Violations> {
                $crate::newtype::converted(value)
            }

            #[inline]
            fn from_unchecked(
                value: __V,
                fill: $crate::reflect::Fill,
            ) -> ::std::result::Result<Self, $crate::constraint::Violations> {
                $crate::newtype::plain(value, fill)
            }
        }

        impl $crate::builder::TryFromValue<$name> for $name {
            #[inline]
            fn try_from_value(value: $name) -> ::std::result::Result<Self, $crate::constraint::Violations> {
                ::std::result::Result::Ok(value)
            }
        }
    };
    (list $name:ident($element:ty)) => {
        $crate::member_type! { @collection $name(::std::vec::Vec<$element>) }
    };
    (map $name:ident($key:ty, $value:ty)) => {
        $crate::member_type! { @collection $name(::std::collections::BTreeMap<$key, $value>) }
    };
    (@collection $name:ident($inner:ty)) => {
        impl<__V> $crate::builder::TryFromValue<__V> for $name
        where
            $inner: $crate::builder::TryFromValue<__V>,
        {
            #[inline]
            fn try_from_value(value: __V) -> ::std::result::Result<Self, $crate::constraint::Violations> {
                $crate::newtype::converted(value)
            }

            #[inline]
            fn from_unchecked(
                value: __V,
                fill: $crate::reflect::Fill,
            ) -> ::std::result::Result<Self, $crate::constraint::Violations> {
                ::std::result::Result::map($crate::builder::TryFromValue::from_unchecked(value, fill), Self)
            }
        }
    };
    // Enums, structures and unions.
    ($name:ident) => {
        impl $crate::builder::MemberType for $name {
            type Field = ();
        }
    };
}
