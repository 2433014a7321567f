// Written by whitesmith from cases/constraints.json. Edits are lost: change the model, and generate again.

//! Constraints

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
