//! Runs the cases of protocol test traits (spec: "HTTP protocol compliance tests") against generated types, on both sides.
//!
//! `whitesmith conformance` writes a program that calls [`main`] with a table of generated
//! services. Values come in
//! and out by reflection, so that no case needs code of its own.

mod body;
mod cases;
mod compare;
mod damage;
mod event_cases;
mod events;
mod params;
mod run;
mod subject;

pub use run::{Suite, main};
pub use subject::{Subject, operation};
