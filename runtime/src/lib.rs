//! Runtime of the code that Whitesmith generates.
//!
//! A generated structure is a plain struct, a static [`schema::Schema`] and a small implementation of
//! [`reflect::Reflect`]. Codecs, HTTP bindings, validation and `Debug` are implemented once, over schemas and
//! reflection. `Debug` does not show sensitive values.

// docs.rs marks what needs a feature.
#![cfg_attr(docsrs, feature(doc_cfg))]

// Code that is generated into the runtime names it as other crates do.
#[cfg(feature = "aws")]
extern crate self as whitesmith_runtime;

#[cfg(feature = "aws")]
pub mod aws;
#[cfg(feature = "client-core")]
pub mod aws_sdk;
pub mod builder;
mod calendar;
#[cfg(all(feature = "checksums", any(feature = "client-core", feature = "server")))]
mod checksum;
#[cfg(feature = "client-core")]
pub mod client;
pub mod codec;
mod collections;
mod compatibility;
#[cfg(feature = "conformance")]
#[doc(hidden)]
pub mod conformance;
pub mod constraint;
#[doc(hidden)]
pub mod convert;
#[cfg(any(feature = "client", feature = "serve-tls"))]
mod cryptography;
mod custom;
#[doc(hidden)]
pub mod debug;
#[cfg(all(feature = "client-core", feature = "rules"))]
mod endpoint_rules;
#[doc(hidden)]
pub mod equal;
#[cfg(any(feature = "client-core", feature = "server"))]
mod event_stream;
mod expression;
mod feature;
#[cfg(any(feature = "client-core", feature = "server"))]
mod http_binding;
#[cfg_attr(not(feature = "client-core"), allow(dead_code, reason = "only clients evaluate expressions"))]
pub mod jmespath;
mod macros;
mod memory;
#[doc(hidden)]
pub mod newtype;
pub mod operation;
pub mod pattern;
#[cfg(any(feature = "client-core", feature = "server"))]
pub(crate) mod protocol;
#[cfg(feature = "serde")]
pub mod received;
pub mod reflect;
pub mod schema;
#[cfg(feature = "server")]
pub mod server;
#[cfg(any(feature = "client-core", feature = "server"))]
#[cfg_attr(
    not(all(feature = "client-core", feature = "checksums", feature = "sigv4")),
    allow(dead_code, reason = "each uses a part")
)]
mod signature_terms;
#[cfg(all(
    feature = "sigv4",
    any(feature = "client", all(feature = "client-core", feature = "sha2"), feature = "server")
))]
mod sigv4;
#[cfg(any(feature = "client-core", feature = "server"))]
pub(crate) mod streaming;
#[cfg(feature = "client-core")]
mod time;
pub mod types;
#[cfg(any(feature = "client-core", feature = "server"))]
mod uri;
#[cfg(any(feature = "client-core", feature = "server"))]
mod uuid;
mod value;

pub use builder::{BuildError, Builder, IntoMember};
#[doc(hidden)]
pub use compatibility::generated_with;
pub use constraint::validate;
pub use custom::{Custom, CustomType, Wire};
pub use memory::{MemoryLimit, Reading};
#[cfg(feature = "serde")]
pub use received::Received;
#[cfg(feature = "serde")]
#[doc(hidden)]
pub mod with_serde;
