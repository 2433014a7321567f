//! Streams, both ways: the generated client of the case model `streams` talks over a socket to a server made of the same
//! model, and each of them to a peer that breaks the rules.

mod blobs;
mod broken;
mod broken_events;
mod changed;
mod events;
mod frames;
mod head;
mod heard;
mod initial;
mod service;
mod support;
mod tls;
