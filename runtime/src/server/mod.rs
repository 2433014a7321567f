//! Servers: a `tower::Service` made of an implementation of a generated trait.

mod answer;
mod body;
mod encoding;
mod s3;
mod service;
mod validation;

pub use answer::{Answer, Call, Dispatch, RequestContext};
pub use body::Body;
pub use service::{Service, Settings};
