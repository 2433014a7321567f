//! Turns Smithy models into Rust.
//!
//! The road of the data: sources → `syntax` (tree + spans) → `load` (merge, apply, mixins) → `validate` →
//! [`model::Valid`] → `lower` → `ir` (Rust words only) → `emit` → `format`.

// These panic where the reader has gone away.
#![warn(clippy::print_stderr, clippy::print_stdout)]

#[cfg(feature = "cli")]
pub mod cli;
mod components;
pub mod config;
pub mod diagnostic;
pub mod diff;
pub mod emit;
pub mod endpoint_rules;
pub mod export;
pub mod format;
pub mod ir;
pub mod jmespath;
pub mod load;
pub mod lower;
pub mod model;
pub mod nearest;
pub mod output;
pub mod pages;
pub mod pattern;
pub mod pipeline;
pub mod rule;
pub mod selector;
pub mod source;
pub mod syntax;
pub mod traits;
pub mod validate;
