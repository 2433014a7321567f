//! Generates Rust code from Smithy models: types, clients and servers.
//!
//! # Pipeline
//!
//! 1. `syntax` parses a file to a tree with spans.
//! 2. `load` merges the trees of all files to one [`model::Model`]: names, `apply`, mixins, upgrade from Smithy 1.0.
//! 3. `validate` checks the model and returns a [`model::Valid`] one, which cannot be changed.
//! 4. `lower` selects the shapes of a service and names their Rust types. The result is `ir`, which is independent
//!    of Smithy.
//! 5. `emit` writes it as Rust code, most of it as lines of text, the rest as tokens. `format` gives it the layout of
//!    rustfmt.
//!
//! [`pipeline`] connects these steps, and [`mod@build`] runs them in build scripts. The modules of the steps are
//! internal, and not documented here. CONTRIBUTING.md describes how to add a trait, a rule, a protocol or an output
//! file.

// `println!` and `eprintln!` panic if the pipe is closed.
#![warn(clippy::print_stderr, clippy::print_stdout)]

pub mod api;
pub mod build;
mod case;
mod components;
pub mod config;
pub mod diagnostic;
pub mod diff;
#[doc(hidden)]
pub mod emit;
#[doc(hidden)]
pub mod endpoint_rules;
#[doc(hidden)]
pub mod export;
#[doc(hidden)]
pub mod format;
#[doc(hidden)]
pub mod hash;
#[doc(hidden)]
pub mod ir;
#[doc(hidden)]
pub mod jmespath;
#[doc(hidden)]
pub mod load;
#[doc(hidden)]
pub mod lower;
pub mod model;
#[doc(hidden)]
pub mod nearest;
#[doc(hidden)]
pub mod output;
#[doc(hidden)]
pub mod pages;
#[doc(hidden)]
pub mod parallel;
#[doc(hidden)]
pub mod pattern;
pub mod pipeline;
#[doc(hidden)]
pub mod rule;
#[doc(hidden)]
pub mod runtime;
#[doc(hidden)]
pub mod selector;
pub mod source;
#[doc(hidden)]
pub mod syntax;
#[doc(hidden)]
pub mod text;
#[doc(hidden)]
pub mod traits;
pub(crate) mod transform;
#[doc(hidden)]
pub mod validate;

pub use build::build;
