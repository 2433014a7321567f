//! Names, modules of other namespaces, types, and attributes, as set by calls in a build script.

use super::call::Calls;
use super::{Added, Build};
use crate::config::{Entry, Overrides};
use crate::diagnostic::Diagnostic;
use crate::source::SourceMap;

/// Checks the arguments of all calls.
pub(super) fn from_calls(
    build: &Build,
    calls: &mut Calls,
    sources: &mut SourceMap,
) -> Result<Overrides, Vec<Diagnostic>> {
    let mut overrides = Overrides::default();
    let mut errors = Vec::new();
    for argument in &build.renames {
        let (id, name) = &argument.value;
        let span = calls.span(argument, sources);
        errors.extend(overrides.rename(id, Entry { value: name.clone(), key_span: span, span }).err());
    }
    for argument in &build.externs {
        let (namespace, module) = &argument.value;
        let span = calls.span(argument, sources);
        errors.extend(overrides.map_namespace(namespace, Entry { value: module.clone(), key_span: span, span }).err());
    }
    for argument in &build.types {
        let (id, path) = &argument.value;
        let span = calls.span(argument, sources);
        errors.extend(overrides.replace_type(id, Entry { value: path.clone(), key_span: span, span }).err());
    }
    for argument in &build.attributes {
        let span = calls.span(argument, sources);
        let placed = |texts: &[String]| texts.iter().map(|text| (text.clone(), span)).collect();
        let (selector, derive, attributes) = match &argument.value {
            Added::Derive(selector, derive) => (selector, placed(derive), Vec::new()),
            Added::Attributes(selector, attributes) => (selector, Vec::new(), placed(attributes)),
        };
        errors.extend(overrides.add_attributes((selector, span), derive, attributes));
    }
    if errors.is_empty() { Ok(overrides) } else { Err(errors) }
}
