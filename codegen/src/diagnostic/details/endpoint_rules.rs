//! Facts of diagnostics about endpoint rules, and their messages.

use super::EndpointTestProblem;
use super::facts;
use super::parts::{List, Quoted};
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about endpoint rules.
    EndpointRuleFacts

    SchemesType { found: &'static str }
        "Expected `authSchemes` to be a list, found: `{found}`",
    SchemeType { found: &'static str }
        "Expected `authSchemes` to be a list of objects, but found: `{found}`",
    SchemeWithoutName { keys: List<String> }
        "Expected `authSchemes` to have a `name` key with a string value but it did not: `[{keys}]`",
    DuplicateScheme { name: String }
        "Found duplicate `name` of `{name}` in the `authSchemes` list",
    UnknownScheme { name: String }
        "Did not find a validator for the `{name}` auth scheme",
    UnknownSchemeKey { name: String, known: List<String> }
        "Unexpected key: `{name}` (valid keys: [{known}])",
    MissingSchemeProperty { name: String, expected: &'static str }
        "Expected auth property `{name}` of {expected} type but didn't find one",
    SchemePropertyType { name: String, found: &'static str, expected: &'static str }
        "Unexpected type for auth property `{name}`, found `{found}` but expected {expected} value",
    StaticValue { operation: ShapeId, trait_id: &'static str, key: String, value_type: &'static str }
        "The operation `{operation}` is marked with `{trait_id}` which contains a key `{key}` with an unsupported \
         document type value `{value_type}`.",
    InvalidContextPath { operation: ShapeId, trait_id: &'static str, key: String, path: String, error: String }
        "The operation `{operation}` is marked with `{trait_id}` which contains a key `{key}` with an unparseable \
         JMESPath path `{path}`: {error}.",
    ContextPathProblems { operation: ShapeId, trait_id: &'static str, key: String, path: String, problems: Quoted }
        "The operation `{operation}` is marked with `{trait_id}` which contains a path `{key}` with an invalid \
         JMESPath path `{path}`: {problems}.",
    UnsupportedSteps { operation: ShapeId, trait_id: &'static str, key: String, path: String, steps: Quoted }
        "The operation `{operation}` is marked with `{trait_id}` which contains a key `{key}` with a JMESPath path \
         `{path}` with unsupported expressions: {steps}.",
    InconsistentParameter { name: String }
        "Inconsistent type for `{name}` parameter",
    UnsupportedParameter { shape_type: &'static str, target: ShapeId, name: String }
        "Unsupported type `({shape_type}: `{target}`)` for `{name}` parameter",
    ParameterNotInModel { name: String, known: List<String> }
        "Parameter `{name}` exists in ruleset but not in service model, existing params: {known}",
    TestParameterType { name: String, expected: String }
        "Type mismatch for parameter `{name}`, `{expected}` expected",
    ParameterType { name: String }
        "Type mismatch for parameter `{name}`",
    ParameterNotInRules { name: String, known: List<String> }
        "Parameter `{name}` exists in service model but not in ruleset, existing params: [{known}]",
    UnboundParameter { name: String, operation: String }
        "Required parameter `{name}` is not bound by operation `{operation}`",
    UnusedParameter { name: String }
        "Parameter `{name}` is never used in an `EndpointTests` test case",
    ParameterNotInTests { name: String }
        "Required parameter `{name}` is missing in at least one test case",
    UndefinedParameter { name: String }
        "Test parameter `{name}` is not defined in ruleset",
    OptionalBuiltIn { name: String }
        "The `{name}` built-in used requires additional consideration of the rules that use it.",
    UndocumentedParameter { name: String }
        "Parameter `{name}` does not have documentation",
    UriScheme { found: String }
        "URI should start with `http://` or `https://` but the URI started with {found}",
    FunctionVersion { function: String, since: String, version: String }
        "{function} requires rules engine version >= {since}, but ruleset declares version {version}",
    InconsistentTest { value: String, built_in: String }
        "Inconsistent testcase parameters: {value} and {built_in}",
    TestWithoutValue { value: String, name: String, built_in: String }
        "Test case does not supply the `{value}` value for the `{name}` parameter's `{built_in}` built-in.",
    TestWithoutDefault { built_in: String, name: String }
        "Operation input does not supply a value for the `{built_in}` built-in parameter and the `{name}` parameter \
         does not set a default.",
    TestFailed { name: String, problem: EndpointTestProblem }
        "while executing test case {name}: {problem}",
    Problem { problem: String }
        "{problem}",
}
