//! Endpoint rules (spec: "Smithy rules engine"). `parse` reads the text of generated code into a [`Program`], once for
//! each service; `evaluate` evaluates it for the parameters of a request. Both take a bounded number of steps. Knows
//! neither configurations nor requests.

mod evaluate;
mod functions;
mod parse;
mod program;
mod value;

pub(crate) use evaluate::{NoEndpoint, Outcome};
pub(crate) use parse::MalformedRules;
pub(crate) use program::Program;
pub(crate) use program::{Kind, Parameter};
pub(crate) use value::Value;

use crate::schema::EndpointRules;

impl EndpointRules {
    /// Returns the program, which is read from the text when this is first called.
    pub(crate) fn program(&self) -> Result<&Program, MalformedRules> {
        self.program.get_or_init(|| Program::parse(self.text)).as_ref().map_err(|error| *error)
    }
}

#[cfg(test)]
mod tests;
