//! Generates Rust code from Smithy models: types, clients and servers.
//!
//! # Pipeline
//!
//! 1. [`syntax`] parses a file to a tree with spans.
//! 2. [`load`] merges the trees of all files to one [`model::Model`]: names, `apply`, mixins, upgrade from Smithy 1.0.
//! 3. [`validate`] checks the model and returns a [`model::Valid`] one, which cannot be changed.
//! 4. [`lower`] selects the shapes of a service and names their Rust types. The result is [`ir`], which is independent
//!    of Smithy.
//! 5. [`emit`] turns it into tokens, and [`mod@format`] into text.
//!
//! [`pipeline`] connects these steps. CONTRIBUTING.md describes how to add a trait, a rule, a protocol or an output
//! file.

// `println!` and `eprintln!` panic if the pipe is closed.
#![warn(clippy::print_stderr, clippy::print_stdout)]

pub mod api;
pub mod build;
mod components;
pub mod config;
pub mod diagnostic;
pub mod diff;
pub mod emit;
pub mod endpoint_rules;
pub mod export;
pub mod format;
pub mod hash;
pub mod ir;
pub mod jmespath;
pub mod load;
pub mod lower;
pub mod model;
pub mod nearest;
pub mod output;
pub mod pages;
mod parallel;
pub mod pattern;
pub mod pipeline;
pub mod rule;
pub mod runtime;
pub mod selector;
pub mod source;
pub mod syntax;
mod text;
pub mod traits;
pub(crate) mod transform;
pub mod validate;

pub use build::build;
