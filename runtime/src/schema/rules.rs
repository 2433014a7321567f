//! Endpoint rules of services, and the parameters that operations supply.

#[cfg(all(feature = "client-core", feature = "rules"))]
use std::sync::OnceLock;

#[cfg(all(feature = "client-core", feature = "rules"))]
use crate::endpoint_rules::{MalformedRules, Program};
use crate::expression::Expression;

/// Endpoint rules of a service (`@endpointRuleSet` or `@endpointBdd`): a text with a parameter, rule, condition, result
/// or node a line. Clients read it once, when the first request is sent.
///
/// ```text
/// parameter Region string from AWS::Region
/// isSet(Region) and p = aws.partition(Region):
///   stringEquals(getAttr(p, "name"), "aws-cn") => "https://maps.{Region}.{p#dnsSuffix}"
///   else => error "there are no maps here"
/// ```
#[derive(Debug)]
pub struct EndpointRules {
    #[cfg_attr(
        not(all(feature = "client-core", feature = "rules")),
        expect(dead_code, reason = "only clients evaluate rules")
    )]
    text: &'static str,
    #[cfg(all(feature = "client-core", feature = "rules"))]
    program: OnceLock<Result<Program, MalformedRules>>,
}

impl EndpointRules {
    /// Creates rules. Generated code calls it.
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            #[cfg(all(feature = "client-core", feature = "rules"))]
            program: OnceLock::new(),
        }
    }

    /// Returns the program, which is read from the text when this is first called.
    #[cfg(all(feature = "client-core", feature = "rules"))]
    pub(crate) fn program(&self) -> Result<&Program, MalformedRules> {
        self.program.get_or_init(|| Program::parse(self.text)).as_ref().map_err(|error| *error)
    }
}

/// Value of a parameter of endpoint rules that an operation supplies: name and source.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(
    not(all(feature = "client-core", feature = "rules")),
    expect(dead_code, reason = "only clients evaluate rules")
)]
pub struct EndpointParameter {
    pub(crate) name: &'static str,
    pub(crate) source: ParameterSource,
}

/// Source of a parameter.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(
    not(all(feature = "client-core", feature = "rules")),
    expect(dead_code, reason = "only clients evaluate rules")
)]
pub(crate) enum ParameterSource {
    Boolean(bool),
    Text(&'static str),
    Texts(&'static [&'static str]),
    /// Input member.
    Member(&'static str),
    /// Values in the input.
    Path(&'static Expression),
}

impl EndpointParameter {
    /// Creates a boolean of `@staticContextParams`.
    pub const fn boolean(name: &'static str, value: bool) -> Self {
        Self { name, source: ParameterSource::Boolean(value) }
    }

    /// Creates a string of `@staticContextParams`.
    pub const fn text(name: &'static str, value: &'static str) -> Self {
        Self { name, source: ParameterSource::Text(value) }
    }

    /// Creates a list of strings of `@staticContextParams`.
    pub const fn texts(name: &'static str, values: &'static [&'static str]) -> Self {
        Self { name, source: ParameterSource::Texts(values) }
    }

    /// Creates a parameter of `@contextParam`: the value of an input member.
    pub const fn member(name: &'static str, member: &'static str) -> Self {
        Self { name, source: ParameterSource::Member(member) }
    }

    /// Creates a parameter of `@operationContextParams`: values in the input.
    pub const fn path(name: &'static str, path: &'static Expression) -> Self {
        Self { name, source: ParameterSource::Path(path) }
    }
}
