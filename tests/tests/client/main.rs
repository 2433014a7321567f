//! Generated clients against servers that are written by hand, over sockets.

mod identity;
mod support;
