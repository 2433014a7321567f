// Written by whitesmith from models/customer-profiles.json. Edits are lost: change the model, and generate again.

//! Amazon Connect Customer Profiles: steps of workflows.

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
