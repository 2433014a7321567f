//! Items of `operations`, `errors`, `client` and `server`.

use super::super::Audience;
use super::{Growth, Surface, gate, type_text};
use crate::ir::{Callers, Module, Operation, Presence};

impl Surface {
    /// Adds the items of operations, and those of each side.
    pub(super) fn sides(&mut self, module: &Module) {
        if module.has_types_only() {
            return;
        }
        for operation in &module.operations {
            self.operation(operation);
            if module.client != Presence::Absent {
                self.call(operation);
            }
            if module.server != Presence::Absent {
                self.handler(&module.service, operation);
            }
        }
        if module.client != Presence::Absent {
            let gate = gate(module.client, "client");
            let item = self.add("client::Client".to_owned(), "structure", gate, &module.id);
            item.for_only(Audience::Client).deprecated(&module.docs);
        }
        if module.server != Presence::Absent {
            let gate = gate(module.server, "server");
            let made = match module.callers {
                Callers::Any => "Service",
                Callers::Authenticated => "Unauthenticated",
            };
            let function = format!("-> {made}<{}>{gate}", module.dispatch);
            for (name, what, signature) in [
                (module.service.as_str(), "trait", gate.clone()),
                ("service", "function", function),
                (&module.dispatch, "structure", gate),
            ] {
                self.add(format!("server::{name}"), what, signature, &module.id).for_only(Audience::Server);
            }
        }
    }

    /// The marker of an operation, and its errors.
    fn operation(&mut self, operation: &Operation) {
        let Operation { id, name, input, output, error, .. } = operation;
        if !operation.schema.is_empty() {
            self.add(format!("schema::{}", operation.schema), "static", "OperationSchema", id).standing_for(id);
        }
        let signature = format!("{input} -> Result<{output}, {error}>");
        self.add(format!("operations::{name}"), "structure", signature, id).standing_for(id);
        if let Some(items) = operation.pages.as_ref().and_then(|pages| pages.items.as_ref()) {
            let item = type_text(&items.ty);
            self.add(format!("operations::{name}: Items"), "implementation", item, id);
        }
        let (path, growth) = (format!("errors::{error}"), self.growth());
        self.add(path.clone(), "enum", self.open(), id).standing_for(id);
        for variant in &operation.errors {
            let item = self.add(format!("{path}::{}", variant.name), "variant", variant.ty.clone(), id);
            item.growing(growth);
            self.add(format!("{path}: From<{}>", variant.ty), "implementation", "", id);
        }
    }

    fn open(&self) -> &'static str {
        if self.growth() == Growth::Breaking { "" } else { "#[non_exhaustive]" }
    }

    fn call(&mut self, operation: &Operation) {
        let Operation { id, client_method, call, builder, output, error, name, .. } = operation;
        let path = format!("client::Client::{client_method}");
        let item = self.add(path, "method", call.clone(), id);
        item.standing_for(id).for_only(Audience::Client).deprecated(&operation.docs);
        let alias = format!("{builder}, send: Result<{output}, {error}>");
        self.add(format!("client::{call}"), "type", alias, id).standing_for(id).for_only(Audience::Client);
        if operation.pages.is_some() {
            let path = format!("client::{call}::paginate");
            self.add(path, "method", name.clone(), id).for_only(Audience::Client);
        }
        for waiter in &operation.waiters {
            let path = format!("client::{call}::{}", waiter.method);
            self.add(path, "method", name.clone(), id).for_only(Audience::Client).deprecated(&waiter.docs);
        }
    }

    fn handler(&mut self, service: &str, operation: &Operation) {
        let Operation { id, method, input, output, error, .. } = operation;
        let signature = format!("{input} -> Result<{output}, {error}>");
        let path = format!("server::{service}::{method}");
        let item = self.add(path, "required method", signature, id);
        item.standing_for(id).for_only(Audience::Server).growing(Growth::Breaking).deprecated(&operation.docs);
    }
}
