//! Generated clients against handwritten servers, over sockets.

mod checksums;
mod customizations;
mod customized;
mod errors;
mod headers;
mod identity;
mod presign;
mod stalls;
mod support;
