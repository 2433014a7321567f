//! `operations.rs`: a marker type for each operation, which connects its schema and its types.

use super::code::{Code, Lines};
use super::names::Names;
use super::tokens::{field, has_custom, type_name};
use crate::format::Parameter;
use crate::ir::{Items, Module, Operation};

pub(super) fn emit(module: &Module) -> Code {
    let markers = module.operations.iter().map(|operation| type_name(&operation.name).to_owned());
    let mut code = Code::defining(markers.collect());
    for operation in &module.operations {
        self::operation(operation, &mut code);
    }
    code
}

fn operation(operation: &Operation, code: &mut Code) {
    let (marker, schema) = (type_name(&operation.name), type_name(&operation.schema));
    let [input, output, error] = [&operation.input, &operation.output, &operation.error].map(|ty| type_name(ty));
    code.names.import_all(&["rt", "errors", "schema", "types"]);
    let mut lines = Lines::default();
    lines.head(&["pub struct ", marker, ";"]);
    let entries = [format!("types::{input}"), format!("types::{output}"), format!("errors::{error}")];
    lines.block("rt::operation!", &[marker, ": schema::", schema], entries.into_iter());
    code.add_lines(&lines);
    if let Some(items) = operation.pages.as_ref().and_then(|pages| pages.items.as_ref()) {
        self::items(marker, output, items, code);
    }
}

/// Takes the items out of an output.
///
/// ```text
/// impl rt::operation::Items for ListQueues {
///     type Item = String;
///     fn items(output: types::ListQueuesOutput) -> Vec<String> { … }
/// }
/// ```
fn items(marker: &str, output: &str, items: &Items, code: &mut Code) {
    let names = &mut code.names;
    let [implemented, vec] = ["rt::operation::Items", "::std::vec::Vec"].map(|path| names.path(path));
    let mut item = String::new();
    names.outer_type(&items.ty, &mut item);
    let mut lines = Lines::default();
    lines.is_wide |= has_custom(&items.ty);
    lines.head(&["impl ", implemented, " for ", marker, " {"]);
    lines.alias(4, "type Item =", &item);
    let parameter = Parameter::typed("output", format!("types::{output}"));
    lines.signature("fn items(", &[parameter], &format!("{vec}<{item}>"), " {");
    lines.tail(8, &taken(items, names));
    lines.free(4, &["}"]);
    lines.free(0, &["}"]);
    code.add_lines(&lines);
}

/// The items of `output`.
fn taken(items: &Items, names: &mut Names) -> String {
    let mut value = String::from("output");
    let mut is_option = false;
    for step in &items.path {
        let name = field(&step.field);
        // Null is the same as absent here.
        let (without_null, is_next_option) = match (step.optional, step.nullable) {
            (_, false) => (String::new(), step.optional),
            (true, true) => (format!(".and_then({}::value)", names.path("rt::types::Nullable")), true),
            (false, true) => (".value()".to_owned(), true),
        };
        value = match (is_option, is_next_option) {
            (false, _) => format!("{value}.{name}{without_null}"),
            (true, true) => format!("{value}.and_then(|value| value.{name}{without_null})"),
            (true, false) => format!("{value}.map(|value| value.{name})"),
        };
        is_option |= is_next_option;
    }
    if is_option && items.is_newtype {
        let vec = names.path("::std::vec::Vec");
        value + &format!(".map_or_else({vec}::new, |items| items.into_inner())")
    } else if is_option {
        value + ".unwrap_or_default()"
    } else if items.is_newtype {
        value + ".into_inner()"
    } else {
        value
    }
}
