// Written by whitesmith from codegen.toml. Edits are lost: change that file, and generate again.

//! Clients and servers generated from `models/`: a module for each service, behind a feature of its name.

#![no_implicit_prelude]

#[cfg(feature = "awkward")]
pub mod awkward;

#[cfg(feature = "checked")]
pub mod checked;

#[cfg(feature = "constraints")]
pub mod constraints;

#[cfg(feature = "dispatch")]
pub mod dispatch;

#[cfg(feature = "endpoints")]
pub mod endpoints;

#[cfg(feature = "names")]
pub mod names;

#[cfg(feature = "orders")]
pub mod orders;

#[cfg(feature = "overrides")]
pub mod overrides;

#[cfg(feature = "shapes")]
pub mod shapes;

#[cfg(feature = "streams")]
pub mod streams;

/// Types of the runtime that clients and servers use.
pub use ::whitesmith_runtime as runtime;
