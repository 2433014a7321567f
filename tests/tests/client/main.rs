//! Generated clients against handwritten servers, over sockets.

mod agent;
mod aws_names;
mod aws_settings;
mod call_settings;
mod checksums;
mod connections;
mod credential_servers;
mod credentials;
mod customizations;
mod customized;
mod errors;
mod expect_continue;
mod headers;
mod identity;
mod layers;
mod observability;
mod presign;
mod proxies;
mod retries;
mod s3_endpoints;
mod sans_io;
mod sdk_config;
mod stalls;
mod support;
mod test_doubles;
