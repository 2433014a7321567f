//! HTTP bindings (spec: "HTTP bindings"): members in path, query, headers and status.

#[cfg(feature = "client")]
pub(crate) mod client;
mod error;
mod read;
#[cfg(feature = "server")]
pub(crate) mod server;
mod text;
mod uri;
mod write;

pub(crate) use error::{InvalidBinding, InvalidMember};
#[cfg(feature = "server")]
pub(crate) use uri::{Segment, Template};
