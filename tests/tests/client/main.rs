//! Generated clients against handwritten servers, over sockets.

mod checksums;
mod credential_servers;
mod credentials;
mod customizations;
mod customized;
mod errors;
mod expect_continue;
mod headers;
mod identity;
mod observability;
mod presign;
mod proxies;
mod retries;
mod s3_endpoints;
mod stalls;
mod support;
