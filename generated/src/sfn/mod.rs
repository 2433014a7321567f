// Written by whitesmith from models/sfn.json. Edits are lost: change the model, and generate again.

//! AWS Step Functions: state machines, their versions and aliases, and executions with their
//! history.

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
