//! Clients of the services that are asked for credentials. `cargo xtask codegen` writes them, from models in
//! `models/credentials`.

// Generated code has items that the runtime does not use, and the layout of rustfmt's default configuration.
#[allow(clippy::pedantic, dead_code, unreachable_pub)]
#[rustfmt::skip]
pub(super) mod sso;
#[allow(clippy::pedantic, dead_code, unreachable_pub)]
#[rustfmt::skip]
pub(super) mod sso_oidc;
#[allow(clippy::pedantic, dead_code, unreachable_pub)]
#[rustfmt::skip]
pub(super) mod sts;
