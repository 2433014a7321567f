//! Builders of structures, and their setters.
//!
//! rustfmt does not break lines of `set!(self, Order.name: value)`, because the arguments are not expressions.

/// Implements a builder: a generic newtype `$builder<C>` of `Builder<$name, C>`.
#[macro_export]
macro_rules! builder {
    ($builder:ident: $name:ident) => {
        impl $builder {
            /// Builds the structure.
            ///
            /// # Errors
            /// All missing required members and all violated constraints.
            #[inline]
            pub fn build(self) -> ::std::result::Result<$name, $crate::builder::BuildError> {
                $crate::Builder::build(self.0)
            }
        }

        $crate::builder! { @further $builder: $name }
    };
    // Without required members, and with setters that cannot fail.
    ($builder:ident: $name:ident, infallible) => {
        impl $builder {
            /// Builds the structure without checking constraints. Clients check it when it is sent; servers only with
            /// `ServiceSettings::check_outputs`.
            #[inline]
            pub fn build(self) -> $name {
                $crate::Builder::build_unchecked(self.0)
            }
        }

        $crate::builder! { @further $builder: $name }
    };
    (@further $builder:ident: $name:ident) => {
        impl $name {
            /// Returns a builder without values.
            #[inline]
            pub fn builder() -> $builder {
                $builder($crate::builder::Builder::new(()))
            }
        }

        impl ::std::default::Default for $builder {
            #[inline]
            fn default() -> Self {
                $builder($crate::builder::Builder::new(()))
            }
        }

        // The bound has a parameter, so that it may be false: structures with streams are not `Clone`.
        impl<__C> ::std::clone::Clone for $builder<__C>
        where
            $crate::builder::Builder<$name, __C>: ::std::clone::Clone,
        {
            fn clone(&self) -> Self {
                Self(::std::clone::Clone::clone(&self.0))
            }
        }

        impl<C> ::std::fmt::Debug for $builder<C> {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::builder::debug(::std::stringify!($builder), &self.0, f)
            }
        }
    };
}

/// Body of a setter: sets a member. The type is written if the argument has it.
#[macro_export]
macro_rules! set {
    ($builder:ident, $structure:ident.$field:ident: $value:ident $(as $type:ty)?) => {
        Self($crate::builder::set$(::<_, _, $type>)?(
            $builder.0,
            <$structure as $crate::builder::MemberType>::Field::$field as usize,
            $value,
        ))
    };
}

/// Body of a setter: sets a member of type `Nullable` to a value.
#[macro_export]
macro_rules! set_nullable {
    ($builder:ident, $structure:ident.$field:ident: $value:ident $(as $type:ty)?) => {
        Self($crate::builder::set_nullable$(::<_, _, $type>)?(
            $builder.0,
            <$structure as $crate::builder::MemberType>::Field::$field as usize,
            $value,
        ))
    };
}

/// Body of a setter: replaces or removes the value of a member.
#[macro_export]
macro_rules! replace {
    ($builder:ident, $structure:ident.$field:ident: $value:ident $(as $type:ty)?) => {
        Self($crate::builder::replace$(::<_, _, $type>)?(
            $builder.0,
            <$structure as $crate::builder::MemberType>::Field::$field as usize,
            $value,
        ))
    };
}

/// Body of a setter: appends an element to a list.
#[macro_export]
macro_rules! append {
    ($builder:ident, $structure:ident.$field:ident: $value:ident $(as $type:ty)?) => {
        Self($crate::builder::append$(::<_, _, $type>)?(
            $builder.0,
            <$structure as $crate::builder::MemberType>::Field::$field as usize,
            $value,
        ))
    };
}

/// Body of a setter: inserts an entry into a map.
#[macro_export]
macro_rules! insert {
    ($builder:ident, $structure:ident.$field:ident: $key:ident, $value:ident $(as $types:ty, $type:ty)?) => {
        Self($crate::builder::insert$(::<_, _, $types, $type>)?(
            $builder.0,
            <$structure as $crate::builder::MemberType>::Field::$field as usize,
            $key,
            $value,
        ))
    };
}
