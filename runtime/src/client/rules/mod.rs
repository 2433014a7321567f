//! Evaluation of endpoint rules (spec: "Smithy rules engine") for the parameters of a request. It takes a bounded
//! number of steps. Knows neither configurations nor requests.

mod evaluate;
mod functions;
mod value;

pub(crate) use evaluate::{NoEndpoint, Outcome};
pub(crate) use value::Value;

#[cfg(test)]
mod tests;
