//! The support crate that generated code calls.
