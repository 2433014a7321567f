// Written by whitesmith from cases/waiters.smithy. Edits are lost: change the model, and generate again.

//! Orders, and what one may wait for.

#[cfg(feature = "client")]
pub mod client;
pub mod errors;
pub mod operations;
pub mod schema;

#[cfg(feature = "server")]
pub mod server;
pub mod types;

#[cfg(feature = "client")]
mod waiters;

#[cfg(feature = "client")]
pub use client::Client;
const _: () = ::whitesmith_runtime::generated_with(1);
