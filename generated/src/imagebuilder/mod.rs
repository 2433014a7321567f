// Written by whitesmith from models/imagebuilder.json. Edits are lost: change the model, and generate again.

//! EC2 Image Builder, as far as the runs of image workflows are concerned: which workflows ran for
//! an image, and what each of their steps did.

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
