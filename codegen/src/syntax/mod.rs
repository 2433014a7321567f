//! Text to trees with spans. Independent of shapes.

pub mod idl;
pub mod json;
