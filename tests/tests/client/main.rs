//! Generated clients against servers that are written by hand, over sockets.

mod customizations;
mod headers;
mod identity;
mod support;
