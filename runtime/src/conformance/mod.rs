//! Runs the cases of protocol test traits (spec: "HTTP protocol compliance tests") with generated clients and servers.
//!
//! `whitesmith conformance` generates a program that calls [`main`] with a table of services. Values are created and
//! compared by reflection, so that cases need no generated code. [`calls`] has the same for calls of other servers.

mod body;
pub mod calls;
mod cases;
mod compare;
mod damage;
mod endpoint_cases;
mod endpoints;
mod event_cases;
mod events;
mod failure;
mod params;
mod run;
mod subject;

pub use endpoints::{EndpointProblem, endpoint};
pub(crate) use failure::Failure;
pub use run::{Suite, main};
pub use subject::{Subject, operation};
