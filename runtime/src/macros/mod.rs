//! Macros that implement traits for generated types.

mod builder;
mod collections;
mod constrained;
mod enums;
mod members;
mod operation;
mod shapes;

/// Implements `Shape` for a generated type.
#[doc(hidden)]
#[macro_export]
macro_rules! shape_impl {
    ($name:ident, $schema:path $(, [$($member:ident)*])?) => {
        impl $crate::reflect::Shape for $name {
            $(const NAMES: &'static [&'static str] = &[$(::std::stringify!($member)),*];)?

            fn shape() -> &'static $crate::schema::Schema {
                &$schema
            }
        }
    };
}

/// Implements `Serialize` and `Deserialize` with the feature `serde`.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! serde_impls {
    ($name:ident, $schema:path) => {};
}
