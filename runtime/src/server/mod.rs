//! Servers: a `tower::Service` that calls an implementation of a generated trait.

mod answer;
mod auth;
mod body;
mod chunks;
mod collect;
mod customizations;
mod encoding;
mod integrity;
mod outcome;
mod recognition;
mod request_id;
mod s3;
#[cfg(feature = "serve")]
mod serve;
mod service;
mod unauthenticated;
mod validation;

pub use answer::{Answer, Call, Dispatch, RequestContext};
pub use auth::{
    AccessKey, AccessRequest, Authentication, Authorize, CredentialScope, Decision, DecisionFuture, Identity,
    SecretKey, SigV4Verifier, SignatureUse, UnsignedPayload,
};
pub use body::Body;
pub use outcome::Outcome;
#[cfg(feature = "serve")]
pub use serve::{PeerAddress, RequestBody, Serve, ServeLimits, serve, stop_signal};
#[cfg(feature = "serve-tls")]
pub use serve::{TlsError, tls_from_pem};
pub use service::{Service, Settings};
pub use unauthenticated::Unauthenticated;
