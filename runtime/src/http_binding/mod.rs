//! HTTP bindings (spec: "HTTP bindings"): members in path, query, headers and status, on both sides.

mod read;
mod text;
mod uri;
mod write;

pub(crate) use read::{InvalidBinding, read_request, read_response};
#[cfg(feature = "server")]
pub(crate) use uri::{Segment, Template};
pub(crate) use write::{Bound, InvalidInput, bind_request, bind_response};
