// Written by whitesmith from cases/streams.json. Edits are lost: change the model, and generate again.

//! Streams of bytes and of events, both ways.

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
