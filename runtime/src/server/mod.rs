//! Servers: a `tower::Service` that calls an implementation of a generated trait.

mod answer;
mod auth;
mod aws_style;
mod body;
mod chunks;
mod collect;
mod configure;
mod context;
mod cors;
mod customizations;
mod encoding;
mod exchange;
mod extract;
mod fault;
mod handler;
mod host;
mod idempotency;
mod integrity;
#[cfg(feature = "serve")]
mod late;
mod layered;
mod layers;
mod limits;
mod missing;
mod observe;
mod outcome;
mod pages;
mod partial;
mod prefix;
mod probes;
mod receive;
mod recognition;
mod reply;
mod s3;
#[cfg(feature = "serve")]
mod serve;
mod service;
mod services;
mod tasks;
mod unauthenticated;
mod validation;

pub use answer::{Answer, Call, Dispatch};
pub use auth::{
    AccessKey, AccessRequest, Authentication, Authorize, CredentialScope, Decision, DecisionFuture, Identity,
    SecretKey, SigV4Verifier, SignatureUse, UnsignedPayload,
};
pub use body::Body;
pub use context::RequestContext;
pub use extract::{Extension, FromContext, State};
pub use fault::Fault;
pub use handler::{Handler, IntoOutput};
pub use idempotency::{Claim, IdempotencyKey, IdempotencyStore, MemoryStore, StoreFuture, StoredResponse};
pub use layers::{ReadRequest, RoutedRequest};
pub use limits::ServiceSettings;
pub use missing::Missing;
pub use outcome::Outcome;
pub use pages::page;
pub use partial::{Assembled, Functions, Incomplete, IntoReply, Partial, PartialService, PartialUnauthenticated};
pub use prefix::{PathPrefix, Prefixed};
pub use probes::{Probed, Probes};
pub use reply::Reply;
#[cfg(feature = "serve")]
pub use serve::{PeerAddress, RequestBody, Serve, ServeLimits, serve, stop_signal};
#[cfg(feature = "serve-tls")]
pub use serve::{PeerCertificates, TlsError, tls_from_pem};
pub use service::Service;
pub use services::{AmbiguousServices, Conflict, ServiceRouter, Services};
pub use unauthenticated::Unauthenticated;
