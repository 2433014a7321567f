//! Text to trees with spans. Knows no shapes.

pub mod idl;
pub mod json;
