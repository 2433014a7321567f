//! Macros that write the impls of generated types, so that each type in generated code is followed by one short block.

mod builder;
mod collections;
mod constrained;
mod enums;
mod members;
mod operation;
mod shapes;

/// Says which shape a generated type stands for.
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

/// `Serialize` and `Deserialize`, with the feature `serde`.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! serde_impls {
    ($name:ident, $schema:path) => {};
}
