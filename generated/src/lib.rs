// Written by whitesmith from codegen.toml. Edits are lost: change that file, and generate again.

//! Clients and servers generated from `models/`: a module for each service, behind a feature of its name.

#![no_implicit_prelude]

#[cfg(feature = "customer_profiles")]
pub mod customer_profiles;

#[cfg(feature = "imagebuilder")]
pub mod imagebuilder;

#[cfg(feature = "sfn")]
pub mod sfn;

/// Types of the runtime that clients and servers use.
pub use ::whitesmith_runtime as runtime;
