//! Names, modules of other namespaces, types, and attributes, as set by calls in a build script.

use super::call::Calls;
use super::{Added, Build};
use crate::config::{Entry, Fitting};
use crate::diagnostic::Diagnostic;
use crate::source::SourceMap;

/// Checks the arguments of all calls.
pub(super) fn fitting(build: &Build, calls: &mut Calls, sources: &mut SourceMap) -> Result<Fitting, Vec<Diagnostic>> {
    let mut fitting = Fitting::default();
    let mut errors = Vec::new();
    for argument in &build.renames {
        let (id, name) = &argument.value;
        let span = calls.span(argument, sources);
        errors.extend(fitting.rename(id, Entry { value: name.clone(), key_span: span, span }).err());
    }
    for argument in &build.externs {
        let (namespace, module) = &argument.value;
        let span = calls.span(argument, sources);
        errors.extend(fitting.map_namespace(namespace, Entry { value: module.clone(), key_span: span, span }).err());
    }
    for argument in &build.types {
        let (id, path) = &argument.value;
        let span = calls.span(argument, sources);
        errors.extend(fitting.replace_type(id, Entry { value: path.clone(), key_span: span, span }).err());
    }
    for argument in &build.attributes {
        let span = calls.span(argument, sources);
        let placed = |texts: &[String]| texts.iter().map(|text| (text.clone(), span)).collect();
        let (selector, derive, attributes) = match &argument.value {
            Added::Derive(selector, derive) => (selector, placed(derive), Vec::new()),
            Added::Attributes(selector, attributes) => (selector, Vec::new(), placed(attributes)),
        };
        errors.extend(fitting.add_attributes((selector, span), derive, attributes));
    }
    if errors.is_empty() { Ok(fitting) } else { Err(errors) }
}
