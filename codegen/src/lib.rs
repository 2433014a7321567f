//! Turns Smithy models into Rust.
//!
//! The road of the data: sources → `syntax` (tree + spans) → `load` (merge, apply, mixins) → `validate` →
//! [`model::Valid`] → `lower` → `ir` (Rust words only) → `emit` → `format`.

pub mod diagnostic;
pub mod model;
pub mod source;
