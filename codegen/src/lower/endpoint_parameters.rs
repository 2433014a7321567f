//! Parameters of endpoint rules that operations supply (`@contextParam`, `@staticContextParams`,
//! `@operationContextParams`), and those that clients configure.

use super::{Lowering, docs};
use crate::diagnostic::{Diagnostic, EndpointCondition, GenerationFacts, List, Severity};
use crate::endpoint_rules::Parameter;
use crate::hash::{HashMap, IndexMap};
use crate::ir::{EndpointParameter, ParameterSource};
use crate::jmespath::plan;
use crate::model::{Node, Shape, ShapeId, Value};
use crate::traits::{ClientContextParams, ContextParam, JmesPath, OperationContextParams, StaticContextParams};

impl<'m> Lowering<'m> {
    /// The parameters that operations supply, in order of precedence. Operations without any are omitted.
    pub(super) fn supplied(
        &mut self,
        parameters: &IndexMap<String, Parameter>,
        operations: &[&'m Shape],
    ) -> HashMap<ShapeId, Vec<EndpointParameter>> {
        let mut supplied = HashMap::default();
        for operation in operations {
            let mut found = self.of_operation(operation);
            found.retain(|parameter| parameters.contains_key(&parameter.name));
            if !found.is_empty() {
                supplied.insert(operation.id.clone(), found);
            }
        }
        supplied
    }

    fn of_operation(&mut self, operation: &'m Shape) -> Vec<EndpointParameter> {
        let mut found = Vec::new();
        let fixed = operation.get::<StaticContextParams>().into_iter().flat_map(|params| params.0.iter());
        found.extend(fixed.filter_map(|(name, entry)| {
            Some(EndpointParameter { name: name.to_string(), source: constant(&entry.value.value)? })
        }));
        let input = operation.as_operation().and_then(|body| self.model.shape(&body.input));
        let members = input.into_iter().flat_map(|input| input.members.values());
        found.extend(members.filter_map(|member| {
            let name = member.get::<ContextParam>()?.name.to_string();
            Some(EndpointParameter { name, source: ParameterSource::Member(member.name().to_owned()) })
        }));
        let paths = operation.get::<OperationContextParams>().into_iter().flat_map(|params| params.0.iter());
        for (name, entry) in paths {
            if let Some(source) = self.path(operation, &entry.value.path) {
                found.push(EndpointParameter { name: name.to_string(), source });
            }
        }
        found
    }

    /// An expression. If it cannot be evaluated, a warning says so.
    fn path(&mut self, operation: &Shape, path: &JmesPath) -> Option<ParameterSource> {
        // Validation has reported expressions that do not parse.
        let expression = path.expression.as_ref().ok()?;
        match plan(expression) {
            Ok(plan) => Some(ParameterSource::Path(plan)),
            Err(error) => {
                let condition = EndpointCondition::Path { path: path.text.to_string(), problem: error.to_string() };
                let service = self.service.id.clone();
                let message = GenerationFacts::UnsupportedEndpoints { service, conditions: List(vec![condition]) };
                let warning = Diagnostic::of(Severity::Warning, "codegen.EndpointRules", message, path.span);
                self.diagnostics.push(warning.with_shape(&operation.id));
                None
            }
        }
    }

    /// Lines of documentation about the parameters that are configured on the client.
    pub(super) fn client_parameters(&self) -> Vec<String> {
        let parameters = self.service.get::<ClientContextParams>().into_iter().flat_map(|params| params.0.iter());
        let lines = parameters.map(|(name, entry)| {
            let kind = match entry.value.kind.name() {
                "stringArray" => "list of strings",
                other => other,
            };
            let text = docs::paragraph(entry.value.documentation.as_deref().unwrap_or_default());
            if text.is_empty() { format!("- `{name}` ({kind})") } else { format!("- `{name}` ({kind}): {text}") }
        });
        lines.flat_map(|item| docs::text("", &item).lines).collect()
    }
}

/// A value of `@staticContextParams`.
fn constant(node: &Node) -> Option<ParameterSource> {
    Some(match &node.value {
        Value::Bool(value) => ParameterSource::Boolean(*value),
        Value::String(text) => ParameterSource::Text(text.to_string()),
        Value::Array(items) => {
            ParameterSource::Texts(items.iter().map(|item| item.as_str().map(str::to_owned)).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}
