//! Turns Smithy models into Rust.
