//! Model to IR: selects the shapes of a service, and determines their Rust names and types.

mod bodies;
mod bounds;
mod builders;
mod closure;
mod collisions;
mod custom;
mod docs;
mod endpoint_parameters;
mod endpoints;
mod enum_trait;
mod examples;
mod held;
mod members;
mod messages;
mod names;
mod naming;
mod nesting;
mod operations;
mod overrides;
mod shape_closure;
mod shapes;
mod streams;
mod structures;
mod summary;
#[cfg(test)]
mod tests;
mod waiters;
mod without_effect;

pub use closure::operations;

use messages::{Direction, Messages};
use overrides::Name;

use crate::config::{Gates, Nullability, ServiceConfig, Sides, Style};
use crate::diagnostic::{Details, Diagnostic, GenerationFacts, HelpFacts, List, Severity, Unknown};
use crate::hash::{HashMap, HashSet, IndexMap};
use crate::ir::{Attributes, Callers, Docs, Literal, Module, Names, Openness, Presence, Routing, Setting};
use crate::model::{Model, Shape, ShapeId, Valid, prelude};
use crate::nearest::nearest;
use crate::rule::{Event, event};
use crate::source::Span;
use crate::text::slashed;
use crate::traits;
use crate::traits::{Http, Mixin, On, Protocol, Title};

/// Diagnostics of lowering.
pub(crate) const EVENTS: &[Event] = &[
    event!("codegen.Config"),
    event!("codegen.EmptyRange"),
    event!("codegen.EndpointRules"),
    event!("codegen.HttpMissing"),
    event!("codegen.MemberConstraint"),
    event!("codegen.NameCollision"),
    event!("codegen.NestedTooDeep"),
    event!("codegen.NoProtocol"),
    event!("codegen.StreamNotSupported"),
    event!("codegen.TraitWithoutEffect"),
    event!("codegen.UnknownError"),
    event!("codegen.UnknownOperation"),
    event!("codegen.UnknownService"),
    event!("codegen.UnknownTrait"),
    event!("codegen.UnsupportedAuth"),
    event!("codegen.WaiterLeftOut"),
    event!("codegen.WeakerPattern"),
];

/// Lowers one service.
///
/// # Errors
/// Errors that prevent generation, and all other diagnostics.
pub fn lower(model: &Valid<Model>, config: &ServiceConfig) -> Result<(Module, Vec<Diagnostic>), Vec<Diagnostic>> {
    lower_service(model, config, Purpose::Generation)
}

/// Lowers one service for a comparison of versions, which needs neither a protocol that can be generated nor endpoints.
/// Of the rules, only those of `check_core` are known to hold.
pub(crate) fn lower_to_compare(model: &Model, config: &ServiceConfig) -> Result<Module, Vec<Diagnostic>> {
    lower_service(model, config, Purpose::Comparison).map(|(module, _)| module)
}

/// Purposes of lowering a service.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// Code that calls it, or is called: this must be possible.
    Generation,
    /// Its types are compared with those of another version.
    Comparison,
}

/// The part of a model that is lowered.
struct Selection<'m> {
    /// The service, or the shape closure in its place.
    service: &'m Shape,
    operations: Vec<&'m Shape>,
    closure: Vec<&'m Shape>,
    sides: Sides,
    diagnostics: Vec<Diagnostic>,
}

/// Selects the shapes of the service, or of the shape closure that the configuration names in its place.
fn select<'m>(
    model: &'m Model,
    named_closure: Option<&'m Shape>,
    config: &ServiceConfig,
    purpose: Purpose,
) -> Result<Selection<'m>, Vec<Diagnostic>> {
    let (service, sides) = match named_closure {
        Some(closure) => (closure, Sides::Types),
        None => (find_service(model, config).map_err(|error| vec![error])?, config.sides),
    };
    let all = closure::all_operations(model, service);
    // Another version of the model may lack the operations of `max-body`.
    if purpose == Purpose::Generation {
        closure::limited_operations(service, config, &all)?;
    }
    let operations = closure::selected_operations(service, config, all)?;
    let is_called = sides != Sides::Types && purpose == Purpose::Generation;
    closure::custom_traits(model, config).map_err(|error| vec![error])?;
    let mut diagnostics = if is_called { uncallable(model, service, &operations) } else { Vec::new() };
    let closure = if named_closure.is_some() {
        let shapes = shape_closure::shapes(model, &config.id);
        diagnostics.extend(shapes.is_empty().then(|| shape_closure::selects_nothing(service, config)));
        shapes
    } else {
        closure::shapes(model, service, &operations, config).map_err(|error| vec![error])?
    };
    if purpose == Purpose::Generation {
        diagnostics.extend(without_effect::warnings(model, &closure));
    }
    Ok(Selection { service, operations, closure, sides, diagnostics })
}

fn lower_service(
    model: &Model,
    config: &ServiceConfig,
    purpose: Purpose,
) -> Result<(Module, Vec<Diagnostic>), Vec<Diagnostic>> {
    let read = model;
    let model = &*enum_trait::to_shapes(model);
    let named_closure = shape_closure::find(model, &config.id);
    let selection = select(model, named_closure.as_ref(), config, purpose)?;
    let Selection { service, operations, closure, sides, mut diagnostics } = selection;
    if purpose == Purpose::Generation {
        diagnostics.extend(collisions::warnings(read, &closure, config));
    }
    let too_deep = nesting::too_deep(model, &closure);
    if !too_deep.is_empty() {
        return Err(too_deep);
    }
    let recursion_limit = nesting::recursion_limit(model, &closure);
    let mut lowering = Lowering::new(model, service, config, closure, &operations);
    let mut endpoints =
        if sides.has_client() { lowering.endpoints(&operations) } else { endpoints::Endpoints::default() };
    let mut definitions = lowering.definitions();
    lowering.define_builders(&operations, &mut definitions);
    held::mark(&mut definitions);
    lowering.name_patterns(&mut definitions);
    let is_authenticated = traits::is_authenticated(model, service, &operations);
    let (mut operations, paths) = lowering.operations(&operations, &definitions);
    for operation in &mut operations {
        let parameters = endpoints.parameters.iter_mut().find(|(id, _)| id.as_str() == operation.id);
        operation.endpoint_parameters = parameters.map(|(_, found)| std::mem::take(found)).unwrap_or_default();
    }
    let module = Module {
        endpoints: endpoints.rows,
        client_parameters: if endpoints.rules.is_some() { lowering.client_parameters() } else { Vec::new() },
        rules: endpoints.rules,
        callers: if is_authenticated { Callers::Authenticated } else { Callers::Any },
        definitions,
        operations,
        paths,
        recursion_limit,
        ..lowering.without_shapes(sides)
    };
    diagnostics.append(&mut lowering.diagnostics);
    diagnostics.extend(collisions::of_types(model, &lowering.type_names));
    if diagnostics.iter().any(|diagnostic| diagnostic.severity >= Severity::Danger) {
        Err(diagnostics)
    } else {
        Ok((module, diagnostics))
    }
}

/// Diagnostics about operations that users cannot call.
fn uncallable(model: &Model, service: &Shape, operations: &[&Shape]) -> Vec<Diagnostic> {
    let found = no_protocol(service).into_iter().chain(no_auth(model, service)).chain(no_http(service, operations));
    found.chain(streams::unsendable(model, service, operations)).collect()
}

/// A service without a protocol cannot be called.
fn no_protocol(service: &Shape) -> Option<Diagnostic> {
    let known: Vec<&'static str> = Protocol::ALL.into_iter().map(Protocol::shape_id).collect();
    service.traits.keys().all(|id| !known.contains(&id.as_str())).then(|| {
        let message = GenerationFacts::NoProtocol { service: service.id.clone() };
        Diagnostic::of(Severity::Error, "codegen.NoProtocol", message, service.span)
            .with_shape(&service.id)
            .with_help(HelpFacts::ApplyProtocol { protocols: List(known) })
    })
}

/// Without `@http`, protocols with HTTP bindings have no route to an operation: clients send it to `/`, and servers
/// never find it.
fn no_http(service: &Shape, operations: &[&Shape]) -> Option<Diagnostic> {
    let needs_http = |protocol: &Protocol| protocol.routing() == Routing::Http;
    let protocols = Protocol::ALL.into_iter().filter(needs_http).map(Protocol::shape_id);
    let protocol = protocols.into_iter().find(|id| service.traits.keys().any(|known| known.as_str() == *id))?;
    let lacking = operations.iter().filter(|operation| operation.get::<Http>().is_none());
    let names: Vec<String> = lacking.map(|operation| operation.id.name().to_owned()).collect();
    (!names.is_empty()).then(|| {
        let message = GenerationFacts::MissingHttp { protocol, operations: List(names) };
        Diagnostic::of(Severity::Warning, "codegen.HttpMissing", message, service.span)
            .with_shape(&service.id)
            .with_help("apply `@http(method: \"POST\", uri: \"/…\")` to each")
    })
}

/// Without a supported scheme, clients call the service unauthenticated.
fn no_auth(model: &Model, service: &Shape) -> Option<Diagnostic> {
    let schemes = traits::schemes(model, service, None);
    let known: Vec<&str> = traits::known_schemes().collect();
    let is_lost = !schemes.is_empty() && schemes.iter().all(|id| !known.contains(id));
    is_lost.then(|| {
        let schemes = List(schemes.into_iter().map(str::to_owned).collect());
        let message = GenerationFacts::UnsupportedAuth { service: service.id.clone(), schemes };
        Diagnostic::of(Severity::Warning, "codegen.UnsupportedAuth", message, service.span)
            .with_shape(&service.id)
            .with_help(HelpFacts::ApplyScheme { schemes: List(known.into_iter().map(str::to_owned).collect()) })
    })
}

/// The services of a model. Mixins are parts of services, and none themselves.
pub fn services(model: &Model) -> impl Iterator<Item = &Shape> {
    model.iter().filter(|shape| shape.as_service().is_some() && !shape.has::<Mixin>())
}

/// Help if the models have no service.
pub const ADD_SERVICE: &str = "add a service to the model, or name the files that define it, too";

/// The ID of the service with this ID, or with this name if there is only one. Another name is returned as it is.
pub fn named_service(model: &Valid<Model>, name: &str) -> String {
    let mut named = services(model).filter(|shape| shape.id.name() == name);
    match (named.next(), named.next()) {
        (Some(only), None) => only.id.to_string(),
        _ => name.to_owned(),
    }
}

/// The ID of the only service of a model, or of the only shape closure of a model without services.
///
/// # Errors
/// The model has no service, or several; `how` says how to choose one.
pub fn only_service(model: &Valid<Model>, how: &'static str) -> Result<String, Diagnostic> {
    let services: Vec<&Shape> = services(model).collect();
    match services.as_slice() {
        [only] => Ok(only.id.to_string()),
        [] => match crate::model::shape_closure::entries(model).collect::<Vec<_>>().as_slice() {
            [(only, _)] => Ok((*only).to_owned()),
            closures => {
                let services: Vec<String> = closures.iter().map(|(id, _)| (*id).to_owned()).collect();
                let error = Diagnostic::error("codegen.UnknownService", "The models have no service", Span::NONE);
                if services.is_empty() {
                    return Err(error);
                }
                Err(error.with_help(HelpFacts::ChooseService { how, services: List(services) }))
            }
        },
        [first, ..] => {
            let ids = services.iter().map(|service| service.id.to_string()).collect();
            let help = HelpFacts::ChooseService { how, services: List(ids) };
            let message = "The models have several services";
            Err(Diagnostic::error("codegen.UnknownService", message, first.span).with_help(help))
        }
    }
}

fn find_service<'m>(model: &'m Model, config: &ServiceConfig) -> Result<&'m Shape, Diagnostic> {
    let id = config.id.as_str();
    if let Some(shape) = model.shape_named(id)
        && shape.as_service().is_some()
    {
        return Ok(shape);
    }
    // A configuration may name a shape closure in place of a service.
    let closures = crate::model::shape_closure::entries(model).map(|(id, _)| id);
    let services: Vec<&str> = services(model).map(|shape| shape.id.as_str()).chain(closures).collect();
    let by_name = services.iter().copied().find(|service| service.rsplit('#').next() == Some(id));
    let near = by_name.or_else(|| nearest(id, services.iter().copied()));
    let details = Details::unknown(Unknown::Service, id, "", near);
    let mut error = Diagnostic::of(Severity::Error, "codegen.UnknownService", details, config.places.id);
    if services.is_empty() {
        error = error.with_help("the models have no service: correct `models`, or the transforms of the projection");
    } else if error.help.is_none() {
        let services = List(services.into_iter().map(str::to_owned).collect());
        error = error.with_help(HelpFacts::Services { services });
    }
    Err(error)
}

/// Shared state of lowering.
struct Lowering<'m> {
    model: &'m Model,
    service: &'m Shape,
    config: &'m ServiceConfig,
    /// Shapes to generate, in the order of their IDs.
    closure: Vec<&'m Shape>,
    /// Structures and unions that contain themselves, by the number of their cycle.
    cycles: HashMap<&'m ShapeId, usize>,
    /// Inputs and outputs, the only structures that may have streams, with the operations that use them.
    messages: Messages<'m>,
    /// Rust type names of the shapes with their own type.
    types: HashMap<&'m ShapeId, String>,
    /// Names of the schema statics of shapes.
    schemas: HashMap<&'m ShapeId, String>,
    /// Type and schema of list and map elements with their own constraints, by member.
    elements: HashMap<&'m ShapeId, (Option<String>, String)>,
    /// Rust names of operations, which are those of their markers.
    operation_names: HashMap<&'m ShapeId, String>,
    /// Names so far.
    type_names: naming::Owned,
    schema_scope: names::Scope,
    /// Configured attributes of shapes and members.
    attributes: HashMap<&'m str, Attributes>,
    /// Structures, unions, lists and maps whose values may contain values of user's types.
    holders: HashSet<&'m ShapeId>,
    /// Input and output types of operations that target `Unit`.
    units: IndexMap<(&'m ShapeId, Direction), String>,
    diagnostics: Vec<Diagnostic>,
}

impl<'m> Lowering<'m> {
    fn new(
        model: &'m Model,
        service: &'m Shape,
        config: &'m ServiceConfig,
        closure: Vec<&'m Shape>,
        operations: &[&'m Shape],
    ) -> Self {
        let mut lowering = Self {
            model,
            service,
            config,
            cycles: nesting::cycles(model, &closure),
            closure,
            messages: messages::of(operations),
            types: HashMap::default(),
            schemas: HashMap::default(),
            elements: HashMap::default(),
            operation_names: HashMap::default(),
            type_names: naming::Owned::default(),
            schema_scope: names::Scope::with_taken(&["SERVICE", "SERVICE_ENDPOINTS"]),
            attributes: HashMap::default(),
            holders: HashSet::default(),
            units: IndexMap::default(),
            diagnostics: Vec::new(),
        };
        lowering.select_attributes();
        lowering.check_types();
        lowering.find_holders();
        lowering.reserve_names(operations);
        lowering.name_operations(operations);
        lowering.name_types(operations);
        lowering.name_schemas();
        lowering.name_elements();
        lowering
    }

    /// A module for the service, without shapes and operations.
    fn without_shapes(&self, sides: Sides) -> Module {
        let Self { service, config, .. } = self;
        let mut server_scope = names::Scope::default();
        let name =
            server_scope.claim(config.name.clone().unwrap_or_else(|| names::upper(service.id.name(), config.style)));
        let presence = match config.gates {
            Gates::Features => Presence::Gated,
            Gates::None => Presence::Always,
        };
        Module {
            name: config.module.clone(),
            dispatch: server_scope.claim("Dispatch".to_owned()),
            service: name,
            id: service.id.to_string(),
            version: service.as_service().map(|body| body.version.clone()).unwrap_or_default(),
            docs: self.service_docs(),
            sources: config.models.iter().map(|path| slashed(path)).collect(),
            settings: self.service_settings(),
            endpoints: Vec::new(),
            client_parameters: Vec::new(),
            rules: None,
            client: if sides.has_client() { presence } else { Presence::Absent },
            server: if sides.has_server() { presence } else { Presence::Absent },
            callers: Callers::Any,
            authentication: self.service_auth(),
            definitions: Vec::new(),
            operations: Vec::new(),
            openness: if config.exhaustive { Openness::Exhaustive } else { Openness::NonExhaustive },
            names: match config.style {
                Style::Plain => Names::Own,
                Style::AwsSdk => Names::AwsSdk,
            },
            paths: Vec::new(),
            recursion_limit: None,
        }
    }

    fn is_careful(&self) -> bool {
        self.config.nullability == Nullability::ClientCareful
    }

    fn service_docs(&self) -> Docs {
        let title = self.service.get::<Title>().map(Title::as_str);
        docs::docs(
            &self.service.traits,
            &title.map_or_else(|| format!("Service `{}`.", self.service.id.name()), str::to_owned),
        )
    }

    fn service_settings(&self) -> Vec<Setting> {
        let protocols = Protocol::of(&self.service.traits).map(|one| Literal::Runtime(one.variant())).collect();
        let mut settings = vec![Setting::new("protocols", [Literal::Slice(protocols)])];
        settings.extend(traits::settings(On::Service, &self.service.traits));
        settings.extend(traits::service_auth(self.model, self.service));
        if let Some(id) = &self.config.validation_error
            && let Some((id, _)) = self.model.shapes.get_key_value(id.as_str())
            && let Some(schema) = self.schemas.get(id)
        {
            settings.push(Setting::new("validation_error", [Literal::Static(schema.clone())]));
        }
        settings.extend(self.custom_traits(self.service));
        settings
    }

    /// Values of the configured traits that the shape has.
    fn custom_traits(&self, shape: &Shape) -> Option<Setting> {
        let value = |id: &String| Some(Literal::Pair(id.clone(), shape.traits.node_of(id)?.to_json()));
        let values: Vec<Literal> = self.config.traits.iter().filter_map(value).collect();
        (!values.is_empty()).then(|| Setting::new("custom_traits", [Literal::Slice(values)]))
    }
}

/// The empty structure for `Unit`.
const UNIT: &str = prelude::UNIT;
