//! `client.rs`: a method for each operation, and the methods of calls.
//!
//! ```text
//! impl Client { pub fn get_order(&self) -> GetOrderCall { … } }
//! rt::client!(Client);
//! pub type Error = rt::client::AnyError;
//! pub type GetOrderCall = types::GetOrderInputBuilder<rt::client::Call<operations::GetOrder>>;
//! rt::call! { GetOrderCall: operations::GetOrder { types::GetOrderInput, types::GetOrderOutput, … } }
//! ```
//!
//! Methods are `#[inline]`, so that crates compile those of the operations that they call.

use super::code::{Code, Lines};
use super::names::Names;
use super::tokens::{field, type_name};
use crate::format::Parameter;
use crate::ir::{Docs, Module, Operation, Waiter};

pub(super) fn emit(module: &Module) -> Code {
    let is_of_sdk = super::has_names_of_sdk(module);
    let calls = module.operations.iter().map(|operation| type_name(&operation.call).to_owned());
    let mut code = Code::defining(["Client", "Error"].map(str::to_owned).into_iter().chain(calls).collect());
    client(module, &mut code);
    for operation in &module.operations {
        call(operation, is_of_sdk, &mut code);
    }
    if is_of_sdk {
        code.add(module.operations.iter().filter_map(|one| super::aws_sdk::page_size(one, module)).collect());
    }
    code
}

/// Facts about the service that clients need. Through its operations, programs would contain all schemas.
pub(super) const SERVICE: &str = "let service = const { &schema::SERVICE.without_operations() };";

fn client(module: &Module, code: &mut Code) {
    let names = &mut code.names;
    let mut lines = Lines::default();
    names.import_all(&["rt", "schema"]);
    lines.docs(0, &client_docs(module));
    lines.deprecated(0, &module.docs);
    let is_of_sdk = super::has_names_of_sdk(module);
    let fields = if is_of_sdk { super::aws_sdk::client_fields(names) } else { "rt::client::Client".to_owned() };
    lines.free(0, &["#[derive(Clone, Debug)]"]);
    if is_of_sdk && module.operations.is_empty() {
        // Only operations read the first field.
        lines.free(0, &["#[allow(dead_code)]"]);
    }
    lines.free(0, &["pub struct Client(", &fields, ");"]);
    lines.free(0, &["impl Client {"]);
    lines.doc(4, "Creates a client with this configuration.");
    if is_of_sdk {
        super::aws_sdk::constructor(names, &mut lines);
    } else {
        constructor(names, &mut lines);
    }
    for operation in &module.operations {
        method(operation, names, &mut lines);
    }
    lines.free(0, &["}"]);
    lines.free(0, &[if is_of_sdk { "rt::aws_sdk_client!(Client);" } else { "rt::client!(Client);" }]);
    lines.doc(0, "Error of any call of this client.");
    lines.free(0, &["pub type Error = rt::client::AnyError;"]);
    code.add_lines(&lines);
}

fn constructor(names: &mut Names, lines: &mut Lines) {
    lines.free(4, &["pub fn new(config: ", names.path("rt::client::Config"), ") -> Self {"]);
    lines.free(8, &[SERVICE]);
    lines.free(8, &["Self(rt::client::Client::new(service, config))"]);
    lines.free(4, &["}"]);
}

fn client_docs(module: &Module) -> Docs {
    let mut docs = Docs::default();
    docs.lines.push(format!("Client of `{}`. Cheap to clone.", module.service));
    docs.lines.extend(module.authentication.iter().flat_map(|text| [String::new(), text.clone()]));
    if !module.client_parameters.is_empty() {
        let heading = "Parameters for [`Config::endpoint_parameter`](rt::client::Config::endpoint_parameter):";
        docs.lines.extend(["", heading, ""].map(str::to_owned));
        docs.lines.extend(module.client_parameters.iter().cloned());
    }
    docs
}

fn method(operation: &Operation, names: &mut Names, lines: &mut Lines) {
    let (method, builder) = (field(&operation.client_method), type_name(&operation.builder));
    names.import("types");
    lines.docs(4, &method_docs(operation));
    lines.free(4, &["#[inline]"]);
    let head = format!("pub fn {method}(");
    lines.signature(&head, &[Parameter::receiver("&self")], type_name(&operation.call), " {");
    lines.tail(8, &format!("types::{builder}({}::call(&self.0))", names.path("rt::Builder")));
    lines.free(4, &["}"]);
}

/// A link to the errors of an operation, with a heading. Empty if the model has none.
pub(super) fn errors(operation: &Operation) -> Vec<String> {
    if operation.errors.is_empty() {
        return Vec::new();
    }
    let error = type_name(&operation.error);
    vec![String::new(), "# Errors".to_owned(), String::new(), format!("[`{error}`](errors::{error})")]
}

/// The documentation of a method, with a link to the errors of the operation, and examples.
fn method_docs(operation: &Operation) -> Docs {
    let mut docs = operation.docs.clone();
    docs.lines.extend(errors(operation));
    docs.lines.extend(super::examples::section(operation));
    docs
}

/// The type of a call, and its methods in addition to the setters of its builder.
fn call(operation: &Operation, is_of_sdk: bool, code: &mut Code) {
    let [call, marker, builder] = [&operation.call, &operation.name, &operation.builder].map(|ty| type_name(ty));
    let [input, output, error] = [&operation.input, &operation.output, &operation.error].map(|ty| type_name(ty));
    let names = &mut code.names;
    names.import_all(&["rt", "errors", "operations", "types"]);
    let mut lines = Lines::default();
    let method = field(&operation.client_method).to_string();
    lines.doc(0, &format!("A call to [`{}`](Client::{}).", operation.wire_name, method.trim_start_matches("r#")));
    let generic = names.path("rt::client::Call");
    lines.alias(0, &format!("pub type {call} ="), &format!("types::{builder}<{generic}<operations::{marker}>>"));
    let entries = [format!("types::{input}"), format!("types::{output}"), format!("errors::{error}")];
    let entries = entries.into_iter().chain(operation.pages.as_ref().map(|_| "paginate".to_owned()));
    let style = if is_of_sdk { "aws_sdk " } else { "" };
    lines.block("rt::call!", &[style, call, ": operations::", marker], entries);
    code.add_lines(&lines);
    if !operation.waiters.is_empty() {
        let mut lines = Lines::default();
        lines.head(&["impl ", call, " {"]);
        for waiter in &operation.waiters {
            self::waiter(operation, waiter, &mut code.names, &mut lines);
        }
        lines.free(0, &["}"]);
        code.add_lines(&lines);
    }
}

fn waiter(operation: &Operation, waiter: &Waiter, names: &mut Names, lines: &mut Lines) {
    let (method, target, call) = (field(&waiter.method), type_name(&waiter.target), type_name(&operation.name));
    names.import_all(&["operations", "waiters"]);
    let settings = format!("impl {}<{}>", names.path("::std::convert::Into"), names.path("rt::client::WaitSettings"));
    let output = format!("{}<operations::{call}>", names.path("rt::client::Waited"));
    lines.docs(4, &waiter.docs);
    lines.free(4, &["#[inline]"]);
    lines.signature(
        &format!("pub fn {method}("),
        &[Parameter::receiver("self"), Parameter::typed("max_wait", settings)],
        &format!("impl {}<Output = {output}>", names.path("::std::future::Future")),
        " {",
    );
    lines.tail(8, &format!("self.0.wait(&waiters::{target}, max_wait)"));
    lines.free(4, &["}"]);
}
