//! Servers: a `tower::Service` made of an implementation of a generated trait.

mod answer;
mod body;
mod encoding;
mod outcome;
mod s3;
mod service;
mod validation;

pub use answer::{Answer, Call, Dispatch, RequestContext};
pub use body::Body;
pub use outcome::Outcome;
pub use service::{Service, Settings};
