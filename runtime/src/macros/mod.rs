//! Macros that implement traits for generated types.

mod builder;
mod call;
mod client;
mod collections;
mod constrained;
mod enums;
mod from_env;
mod members;
mod operation;
mod shapes;

/// Includes a module that a build script generated, as a `pub mod` with its name.
///
/// ```ignore
/// whitesmith_runtime::include_service!("warehouse");
///
/// use warehouse::types::Item;
/// ```
///
/// The build script is `whitesmith_codegen::build().model("model/").service("example#Warehouse").compile()`.
#[macro_export]
macro_rules! include_service {
    ($module:literal) => {
        ::std::include!(::std::concat!(::std::env!("OUT_DIR"), "/", $module, ".rs"));
    };
}

/// Implements `Shape` for a generated type.
#[doc(hidden)]
#[macro_export]
macro_rules! shape_impl {
    ($name:ident, $schema:path $(, [$($member:ident)*])?) => {
        impl $crate::reflect::Shape for $name {
            #[inline]
            fn shape() -> $crate::reflect::Description {
                $crate::reflect::Description { schema: &$schema, names: ::std::stringify!($($($member)*)?) }
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
