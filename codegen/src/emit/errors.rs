//! `errors.rs`: an enum for each operation.

use super::code::{Code, Lines};
use super::tokens::type_name;
use crate::ir::{ErrorVariant, Module, Openness, Operation};

pub(super) fn emit(module: &Module) -> Code {
    let mut code =
        Code::defining(module.operations.iter().map(|operation| type_name(&operation.error).to_owned()).collect());
    for operation in &module.operations {
        error(operation, module.openness, &mut code);
    }
    if super::has_names_of_sdk(module) {
        code.add(module.operations.iter().map(|operation| super::aws_sdk::error(operation, module)).collect());
    }
    code
}

fn error(operation: &Operation, openness: Openness, code: &mut Code) {
    let error_name = type_name(&operation.error);
    code.names.import("rt");
    if !operation.errors.is_empty() {
        code.names.import("types");
    }
    let variant = |error: &ErrorVariant| format!("{}(types::{})", type_name(&error.name), type_name(&error.ty));
    let variants: Vec<String> = operation.errors.iter().map(variant).collect();
    let mut lines = Lines::default();
    lines.doc(0, &format!("Errors of `{}`.", operation.wire_name));
    lines.free(0, &["#[derive(Clone, Debug)]"]);
    lines.open(openness);
    lines.head(&["pub enum ", error_name, " {"]);
    // The types have the documentation, which each operation would repeat.
    for variant in &variants {
        lines.line(4, &[variant, ","]);
    }
    lines.doc(4, "An error that is not in the model, or an error response without a code.");
    lines.free(4, &["Unhandled(", code.names.path("rt::operation::Unhandled"), "),"]);
    lines.free(0, &["}"]);
    lines.block("rt::operation_error!", &[error_name], variants.into_iter());
    code.add_lines(&lines);
}
