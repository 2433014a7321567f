//! `server.rs`: the trait that a server implements, and the function that creates a `tower::Service` from an
//! implementation.
//!
//! ```text
//! pub trait Queues: Send + Sync + 'static {
//!     fn list_queues(&self, input: types::ListQueuesInput, context: …) -> impl rt::server::Reply<…>;
//! }
//! rt::dispatch! { Dispatch: Queues { operations::ListQueues => list_queues } }
//! ```

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::code::{Code, Lines};
use super::names::Names;
use super::tokens::{doc, field, name, type_name};
use crate::format::Parameter;
use crate::ir::{Callers, Module, Operation};

pub(super) fn emit(module: &Module) -> Code {
    let mut code = Code::defining(BTreeSet::from([type_name(&module.service).to_owned()]));
    let lines = service(module, &mut code.names);
    code.add_lines(&lines);
    code.add(constructors(module));
    let (dispatch, service) = (type_name(&module.dispatch), type_name(&module.service));
    let arms = module
        .operations
        .iter()
        .map(|operation| format!("operations::{} => {}", type_name(&operation.name), field(&operation.method)));
    let mut lines = Lines::default();
    code.names.import("rt");
    if !module.operations.is_empty() {
        code.names.import("operations");
    }
    lines.block("rt::dispatch!", &[dispatch, ": ", service], arms);
    code.add_lines(&lines);
    code
}

/// The trait.
fn service(module: &Module, names: &mut Names) -> Lines {
    let mut lines = Lines::default();
    let mut docs = module.docs.clone();
    docs.lines.extend(module.authentication.iter().flat_map(|text| [String::new(), text.clone()]));
    lines.docs(0, &docs);
    // Names of operations come from the model.
    let conventional = ["as_", "from_", "into_", "is_", "to_"];
    let is_conventional = |operation: &Operation| {
        operation.method == "new" || conventional.iter().any(|start| operation.method.starts_with(start))
    };
    if module.operations.iter().any(is_conventional) {
        lines.free(0, &["#[allow(clippy::wrong_self_convention)]"]);
    }
    if module.operations.iter().any(|operation| operation.method == "new") {
        lines.free(0, &["#[allow(clippy::new_ret_no_self)]"]);
    }
    let [send, sync] = ["::std::marker::Send", "::std::marker::Sync"].map(|path| names.path(path));
    let bounds = [": ", send, " + ", sync, " + 'static {"].concat();
    if module.operations.is_empty() {
        lines.head(&["pub trait ", type_name(&module.service), &bounds, "}"]);
        return lines;
    }
    lines.head(&["pub trait ", type_name(&module.service), &bounds]);
    for operation in &module.operations {
        method(operation, names, &mut lines);
    }
    lines.free(0, &["}"]);
    lines
}

fn method(operation: &Operation, names: &mut Names, lines: &mut Lines) {
    let [input, output, error] = [&operation.input, &operation.output, &operation.error].map(|ty| type_name(ty));
    names.import_all(&["errors", "types"]);
    let mut docs = operation.docs.clone();
    docs.lines.extend(super::client::errors(operation));
    lines.docs(4, &docs);
    lines.signature(
        &format!("fn {}(", field(&operation.method)),
        &[
            Parameter::receiver("&self"),
            Parameter::typed("input", format!("types::{input}")),
            Parameter::typed("context", names.path("rt::server::RequestContext")),
        ],
        &format!("impl {}<types::{output}, errors::{error}>", names.path("rt::server::Reply")),
        ";",
    );
}

/// The functions that create services.
fn constructors(module: &Module) -> TokenStream {
    let (service, dispatch) = (name(&module.service), name(&module.dispatch));
    let implementation = name(if module.service == "S" { "T" } else { "S" });
    let (kind, partial, what, next) = match module.callers {
        Callers::Any => (quote!(rt::server::Service), quote!(rt::server::PartialService), "`tower::Service`", None),
        Callers::Authenticated => {
            let partial = quote!(rt::server::PartialUnauthenticated);
            (quote!(rt::server::Unauthenticated), partial, "service", Some(authentication()))
        }
    };
    let make = doc(&format!("Creates a {what} from an implementation of [`{}`].", module.service));
    let shared = doc(&format!("Creates a {what} from a shared implementation of [`{}`].", module.service));
    quote! {
        #make
        #next
        pub fn service<#implementation: #service>(
            implementation: #implementation,
        ) -> #kind<#dispatch<#implementation>> {
            shared(::std::sync::Arc::new(implementation))
        }

        #shared
        #next
        pub fn shared<#implementation: #service>(
            implementation: ::std::sync::Arc<#implementation>,
        ) -> #kind<#dispatch<#implementation>> {
            #kind::new(&schema::SERVICE, #dispatch(implementation))
        }

        /// Implements some or all operations by functions with a shared state.
        ///
        /// `operation` adds a function. `otherwise` or `exhaustive` makes a service of them.
        pub fn partial<State: ::std::marker::Send + ::std::marker::Sync + 'static>(state: State) -> #partial<State> {
            #partial::new(&schema::SERVICE, state)
        }
    }
}

/// Documentation of a service whose callers have to be authenticated.
fn authentication() -> TokenStream {
    let lines = [
        "",
        "It becomes a `tower::Service` with `authenticate`, which verifies callers, or `without_authentication`, which",
        "accepts all callers.",
    ];
    lines.into_iter().map(doc).collect()
}
