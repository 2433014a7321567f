//! Macros that write the impls of generated types, so that each type in generated code is followed by one short block.

mod collections;
mod constrained;
mod enums;
mod operation;
mod shapes;

/// Nothing, as the feature `serde` is off.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! serde_impls {
    ($name:ident, $schema:path) => {};
}
