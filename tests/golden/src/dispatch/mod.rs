// Written by whitesmith from cases/awkward.smithy. Edits are lost: change the model, and generate again.

//! A service whose name is a type parameter's.
//!
//! # Reading on
//!
//! 1. See [the site](https://example.com/a_b).
//! 2. Then this:
//!
//! ```text
//! let not = a(test);
//! ```

#[cfg(feature = "client")]
pub mod client;
pub mod errors;
pub mod operations;
pub mod schema;

#[cfg(feature = "server")]
pub mod server;
pub mod types;

#[cfg(feature = "client")]
pub use client::Client;
const _: () = ::whitesmith_runtime::generated_with(1);
