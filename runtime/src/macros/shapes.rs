//! Structures, unions and error structures.

/// Implements reflection, `PartialEq` and `Debug` of a structure, from its schema and its fields in the order of the
/// schema's members. Fields that are streams are marked with `stream`.
///
/// The macro counts the fields itself, so that a new field changes one line of generated code. Compile time matters:
/// there are more structures than anything else, so each implementation, attribute and nested macro costs.
#[macro_export]
macro_rules! structure {
    ($name:ident: $schema:path { $($field:ident),* $(,)? }) => {
        $crate::serde_impls! { $name, $schema }
        $crate::structure! { @impls $name, $schema, [$($field)*] }

        impl ::std::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::equal::shapes(self, other)
            }
        }
    };
    // A structure with a stream cannot be serialized or compared; its fields are processed one by one.
    ($name:ident: $schema:path { $($fields:tt)* }) => {
        $crate::structure! { @sort $name, $schema, [], $($fields)* }
    };
    (@sort $name:ident, $schema:path, [$($field:ident)*], stream $stream:ident $(, $($rest:tt)*)?) => {
        $crate::structure! { @sort $name, $schema, [$($field)* $stream], $($($rest)*)? }
    };
    (@sort $name:ident, $schema:path, [$($field:ident)*], $next:ident $(, $($rest:tt)*)?) => {
        $crate::structure! { @sort $name, $schema, [$($field)* $next], $($($rest)*)? }
    };
    (@sort $name:ident, $schema:path, [$($field:ident)*],) => {
        $crate::structure! { @impls $name, $schema, [$($field)*] }
    };
    (@impls $name:ident, $schema:path, [$($field:ident)*]) => {
        impl $crate::reflect::Shape for $name {
            #[inline]
            fn shape() -> $crate::reflect::Description {
                $crate::reflect::Description { schema: &$schema, names: ::std::stringify!($($field)*) }
            }
        }

        const _: () = {
            #[allow(non_camel_case_types, unreachable_pub)]
            pub enum __Field {
                $($field),*
            }

            impl $crate::builder::MemberType for $name {
                type Field = __Field;
            }

            impl $crate::reflect::Reflect for $name {
                #[inline]
                fn fields<'a>(&'a self, _visitor: &mut $crate::reflect::Visitor<'_, 'a>) -> bool {
                    true $(&& $crate::reflect::visit(&self.$field, _visitor))*
                }

                #[allow(unreachable_code)]
                #[inline]
                fn field(
                    &mut self,
                    _member: usize,
                    _: $crate::reflect::Fill,
                ) -> ::std::option::Option<&mut dyn $crate::reflect::Field> {
                    ::std::option::Option::Some(match _member {
                        $(_ if _member == __Field::$field as usize => &mut self.$field,)*
                        _ => return ::std::option::Option::None,
                    })
                }
            }
        };

        impl $crate::reflect::Value for $name {
            type Access = $crate::reflect::AsShape;

            #[inline]
            fn blank(_fill: $crate::reflect::Fill) -> Self {
                Self { $($field: $crate::reflect::Value::blank(_fill)),* }
            }
        }

        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::structure(::std::stringify!($name), self, f)
            }
        }
    };
}

/// Implements reflection, `PartialEq` and `Debug` of a union, from its schema and its variants in the order of the
/// schema's members.
#[macro_export]
macro_rules! union {
    ($name:ident: $schema:path { $($variant:ident),* $(,)? }) => {
        $crate::shape_impl! { $name, $schema, [$($variant)*] }
        $crate::serde_impls! { $name, $schema }
        $crate::member_type! { $name }

        impl ::std::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::equal::shapes(self, other)
            }
        }

        impl $crate::reflect::Reflect for $name {
            #[inline]
            fn fields<'a>(&'a self, visitor: &mut $crate::reflect::Visitor<'_, 'a>) -> bool {
                #[allow(dead_code)]
                enum Variant {
                    $($variant),*
                }
                let (index, value) = match self {
                    $(Self::$variant(value) => (Variant::$variant as usize, $crate::reflect::Value::get(value)),)*
                    Self::Unknown(variant) => return visitor.unknown(variant),
                };
                visitor.member(index, value)
            }

            #[inline]
            fn field(
                &mut self,
                member: usize,
                fill: $crate::reflect::Fill,
            ) -> ::std::option::Option<&mut dyn $crate::reflect::Field> {
                #[allow(dead_code)]
                enum Variant {
                    $($variant),*
                }
                $(
                    if member == Variant::$variant as usize {
                        // A flattened list is filled one element at a time, so an existing value of the variant is
                        // kept.
                        if !::std::matches!(self, Self::$variant(_)) {
                            *self = Self::$variant($crate::reflect::Value::blank(fill));
                        }
                        return match self {
                            Self::$variant(value) => ::std::option::Option::Some(value),
                            _ => ::std::option::Option::None,
                        };
                    }
                )*
                *self = $crate::reflect::Value::blank(fill);
                match self {
                    Self::Unknown(variant) => ::std::option::Option::Some(variant),
                    _ => ::std::option::Option::None,
                }
            }
        }

        impl $crate::reflect::Value for $name {
            type Access = $crate::reflect::AsShape;

            #[inline]
            fn blank(fill: $crate::reflect::Fill) -> Self {
                Self::Unknown($crate::types::UnknownVariant::filled("", fill))
            }
        }

        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::structure(::std::stringify!($name), self, f)
            }
        }
    };
}

/// Implements conversions to a union from the types of its variants, boxed or not.
#[macro_export]
macro_rules! union_from {
    ($name:ident { $($variant:ident($type:ty)),* $(,)? }) => {
        $(
            impl ::std::convert::From<$type> for $name {
                #[inline]
                fn from(value: $type) -> Self {
                    Self::$variant(::std::convert::From::from(value))
                }
            }
        )*
    };
}

/// Implements `std::error::Error` and `Display` of an error structure.
#[macro_export]
macro_rules! error {
    ($name:ident) => {
        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::error(self, f)
            }
        }

        impl ::std::error::Error for $name {}
    };
}
