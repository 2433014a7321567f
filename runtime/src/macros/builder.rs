//! Builders of structures, and their setters.

/// Implements a builder: a generic newtype `$builder<C>` of `Builder<$name, C>`.
#[macro_export]
macro_rules! builder {
    ($builder:ident: $name:ident) => {
        impl $name {
            /// Returns a builder without any member set.
            pub fn builder() -> $builder {
                $builder($crate::builder::Builder::new(()))
            }
        }

        impl $builder {
            /// Returns the structure.
            ///
            /// # Errors
            /// All required members that are not set, and all violated constraints.
            pub fn build(self) -> ::std::result::Result<$name, $crate::builder::BuildError> {
                self.0.build()
            }
        }

        impl<C> $crate::builder::StructureBuilder for $builder<C> {
            type Structure = $name;
        }

        impl<C> ::std::fmt::Debug for $builder<C> {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::builder::debug(::std::stringify!($builder), &self.0, f)
            }
        }
    };
}

/// The field of the structure that `Self` builds.
#[doc(hidden)]
#[macro_export]
macro_rules! field {
    ($field:ident) => {
        $crate::builder::Field::new(
            const {
                $crate::builder::index_of(
                    <Self as $crate::builder::StructureBuilder>::FIELDS,
                    ::std::stringify!($field),
                )
            },
            |structure| &mut structure.$field,
        )
    };
}

/// The body of a setter: sets a member.
#[macro_export]
macro_rules! set {
    ($builder:ident, $field:ident, $value:ident) => {
        Self($builder.0.set($crate::field!($field), $value))
    };
}

/// The body of a setter: replaces a member, or unsets it.
#[macro_export]
macro_rules! replace {
    ($builder:ident, $field:ident, $value:ident) => {
        Self($builder.0.replace($crate::field!($field), $value))
    };
}

/// The body of a setter: appends an element to a list.
#[macro_export]
macro_rules! append {
    ($builder:ident, $field:ident, $value:ident) => {
        Self($builder.0.append($crate::field!($field), $value))
    };
}

/// The body of a setter: inserts an entry into a map.
#[macro_export]
macro_rules! insert {
    ($builder:ident, $field:ident, $key:ident, $value:ident) => {
        Self($builder.0.insert($crate::field!($field), $key, $value))
    };
}
