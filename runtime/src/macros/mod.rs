//! Macros that write the impls of generated types, so that each type in generated code is followed by one short block.

mod constrained;
mod enums;
mod operation;
mod shapes;
