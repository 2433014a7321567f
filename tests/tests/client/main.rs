//! Generated clients against servers that are written by hand, over sockets.

mod headers;
mod identity;
mod support;
