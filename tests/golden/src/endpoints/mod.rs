// Written by whitesmith from cases/endpoints.smithy. Edits are lost: change the model, and generate again.

//! A service whose endpoints are not where those of most services are: one for each of the larger
//! partitions, and one for tests.

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
