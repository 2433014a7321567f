//! Streams in both directions: the generated client and server of the case model `streams`, over sockets, and each of
//! them with an invalid peer.

mod blobs;
mod broken;
mod broken_events;
mod changed;
mod decode;
mod events;
mod frames;
mod head;
mod initial;
mod service;
mod signatures;
mod stopping;
mod support;
mod tls;
