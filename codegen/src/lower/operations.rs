//! Operations: their types, errors, calls and pages.

use std::sync::Arc;

use super::bodies::Sizes;
use super::members::{field_of, has_newtype};
use super::structures::Structures;
use super::{Direction, Lowering, UNIT, docs, names, waiters};
use crate::config::Constraints;
use crate::ir::{Definition, ErrorVariant, Items, ItemsStep, Literal, Operation, Pages, Path, Setting, Type};
use crate::model::{self, Shape, ShapeId, ShapeType};
use crate::traits;
use crate::traits::{On, Paginated, Sparse, is_nullable};

/// Functions that clients have anyway, and those that take any value before a method that takes a reference to it.
const RESERVED: [&str; 7] = ["clone", "config", "from_conf", "from_env", "into", "new", "try_into"];

impl<'m> Lowering<'m> {
    /// The operations, in name order, and the paths of their waiters.
    pub(super) fn operations(
        &mut self,
        operations: &[&'m Shape],
        definitions: &[Definition],
    ) -> (Vec<Operation>, Vec<Path>) {
        let structures = Structures::new(definitions);
        let mut statics = waiters::Statics::default();
        let sizes = Sizes::new(self.model, &self.closure);
        let mut lowered = Vec::new();
        for shape in operations {
            let Some(body) = shape.as_operation() else { continue };
            let waiters = self.waiters(shape, body, &mut statics);
            let errors = self.errors(body);
            let mut operation = Operation { errors, waiters, ..self.operation(shape, body, &structures) };
            operation.settings.extend(self.max_body(shape, body, &sizes));
            self.document_call(shape, &mut operation);
            lowered.push(operation);
        }
        lowered.sort_by(|a, b| a.name.cmp(&b.name));
        let mut methods = names::Scope::default();
        // A method is called like the operation before others that differ from it in underscores only.
        let style = self.config.style;
        let is_converted = |operation: &Operation| names::upper(&operation.wire_name, style) != operation.wire_name;
        let mut ordered: Vec<&mut Operation> = lowered.iter_mut().collect();
        ordered.sort_by_key(|operation| is_converted(operation));
        for operation in ordered {
            let method = methods.claim(std::mem::take(&mut operation.method));
            // No method ends with an underscore otherwise.
            let end = if RESERVED.contains(&method.as_str()) { "_" } else { "" };
            operation.client_method = format!("{method}{end}");
            operation.method = method;
        }
        (lowered, statics.paths)
    }

    fn operation(&self, shape: &'m Shape, body: &'m model::Operation, structures: &Structures<'_>) -> Operation {
        let name = self.operation_names.get(&shape.id).cloned().unwrap_or_default();
        let [input, output] = Direction::ALL.map(|direction| self.message(shape, body, direction));
        let mut settings = traits::settings(On::Operation, &shape.traits);
        settings.extend(traits::operation_auth(self.model, self.service, shape));
        settings.extend(self.custom_traits(shape));
        let pages = self.pages(shape, body, &mut settings);
        Operation {
            id: shape.id.to_string(),
            client_method: String::new(),
            method: names::snake(self.name_of(shape).as_str(), self.config.style),
            schema: self.schemas.get(&shape.id).cloned().unwrap_or_default(),
            docs: docs::docs(&shape.traits, ""),
            error: format!("{name}Error"),
            call: format!("{name}Call"),
            builder: structures.builder(&input).unwrap_or_default().to_owned(),
            name,
            wire_name: shape.id.name().to_owned(),
            input,
            output,
            schemas: (self.schema_ref(&body.input), self.schema_ref(&body.output)),
            errors: Vec::new(),
            settings,
            endpoint_parameters: Vec::new(),
            pages,
            examples: self.examples(shape, &body.input, structures),
            waiters: Vec::new(),
        }
    }

    /// Type name of the input or output of an operation.
    pub(super) fn message(&self, operation: &'m Shape, body: &model::Operation, direction: Direction) -> String {
        let id = direction.of(body);
        let unit = || self.units.get(&(&operation.id, direction));
        let name = if id.as_str() == UNIT { unit() } else { self.types.get(id) };
        name.cloned().unwrap_or_default()
    }

    fn errors(&mut self, body: &'m model::Operation) -> Vec<ErrorVariant> {
        let common = self.service.as_service().map(|service| service.errors.as_slice()).unwrap_or_default();
        let mut ids: Vec<&'m ShapeId> = body.errors.iter().chain(common).collect();
        ids.sort();
        ids.dedup();
        let variants = self.error_variants(&ids);
        let variant = |id: &ShapeId| {
            let (name, ty) = (variants.get(id)?.clone(), self.types.get(id)?.clone());
            Some(ErrorVariant { name, ty, schema: self.schemas.get(id)?.clone() })
        };
        ids.into_iter().filter_map(variant).collect()
    }

    /// `@paginated` of the operation, with the defaults of the service (spec: "Pagination").
    fn pages(&self, shape: &Shape, body: &model::Operation, settings: &mut Vec<Setting>) -> Option<Pages> {
        let own = shape.get::<Paginated>()?;
        let common = self.service.get::<Paginated>();
        let pick = |part: fn(&Paginated) -> &Option<Arc<str>>| {
            part(own).as_deref().or_else(|| common.and_then(|common| part(common).as_deref()))
        };
        let path = |text: &str| Literal::Slice(text.split('.').map(|name| Literal::Str(name.to_owned())).collect());
        settings.push(Setting::new(
            "paginated",
            [Literal::Str(pick(|pages| &pages.input_token)?.to_owned()), path(pick(|pages| &pages.output_token)?)],
        ));
        Some(Pages {
            items: pick(|pages| &pages.items).and_then(|items| self.items(&body.output, items)),
            size: pick(|pages| &pages.page_size).map(str::to_owned),
        })
    }

    fn items(&self, output: &ShapeId, path: &str) -> Option<Items> {
        let mut shape = self.model.shape(output)?;
        let (mut fields, mut has_own_type) = (Vec::new(), false);
        for name in path.split('.') {
            let member = shape.members.get(name)?;
            fields.push(ItemsStep {
                field: field_of(self.config, shape, name)?,
                optional: self.is_optional(shape, member),
                nullable: is_nullable(shape.kind, member, self.model.shape(&member.target)),
            });
            // A user's type need not have the parts.
            shape = self.model.shape(&member.target).filter(|target| self.custom_path(target).is_none())?;
            has_own_type = self.config.constraints == Constraints::Types && has_newtype(member, shape);
        }
        if shape.kind != ShapeType::List {
            return None;
        }
        let ty = self.element_type(shape, "member");
        let ty = if shape.has::<Sparse>() { Type::Option(Box::new(ty)) } else { ty };
        Some(Items { path: fields, ty, is_newtype: has_own_type || self.types.contains_key(&shape.id) })
    }
}
