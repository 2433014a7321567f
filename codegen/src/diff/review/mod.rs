//! Review of a change of models: one entry for each edit, with all findings that it causes, and what it means for users
//! of the generated code.
//!
//! [`super::compare`] reports as the reference implementation does: a renamed value of an enum is four findings there.
//! `groups` combines findings that belong together, `renames` finds renamed elements, `effects` adds the changes of the
//! generated modules, and `gate` reports breaking changes that the reference does not report.

mod effects;
mod gate;
mod groups;
mod keys;
mod renames;
mod usage;

pub(super) use gate::EVENTS;
pub use renames::Title;

use super::{Finding, Side, compare};
use crate::api::{self, Change, Level, Levels};
use crate::config::{ServiceConfig, module_name};
use crate::diagnostic::{Diagnostic, Severity};
use crate::ir::Module;
use crate::lower::{lower_to_compare, services};
use crate::model::{Model, shape_closure};
use crate::validate::check_core;
use crate::validate::suppress::Decisions;
use keys::Models;

/// All edits between two models.
#[derive(Clone, Debug)]
pub struct Review {
    /// The edits, most severe first.
    pub edits: Vec<Edit>,
    /// Consequences for users of the generated modules.
    pub semver: Semver,
}

/// An edit of a model, and everything that it causes.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The rename, if it is one.
    pub title: Option<Title>,
    /// The findings, most severe first. There is at least one.
    pub findings: Vec<Finding>,
    /// Changes of generated modules.
    pub changes: Vec<Change>,
    /// Verdicts of these changes.
    pub levels: Levels,
}

/// The verdict of all edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Semver {
    /// For each audience of the generated modules.
    Known(Levels),
    /// The models have no service and no shape closure.
    NothingGenerated,
    /// A model cannot be lowered.
    Unknown {
        /// The model.
        side: Side,
        /// The message of the first error.
        reason: String,
    },
}

impl Review {
    /// Compares two models, and the modules that are generated for them. Services without a configuration have the
    /// default one.
    pub fn new(old: Model, new: Model, services: &[ServiceConfig]) -> Self {
        let findings = compare(&old, &new);
        let mut edits = groups::group(&old, &new, findings);
        let semver = match (modules(old, services), modules(new, services)) {
            (Ok((old, old_modules)), Ok((new, new_modules))) if !(old_modules.is_empty() && new_modules.is_empty()) => {
                let (changes, levels) = api::compare(&old_modules, &new_modules);
                let decisions = Decisions::read(&new).0;
                effects::assign(Models { old: &old, new: &new }, &decisions, &mut edits, changes, levels);
                gate::judge(&decisions, &mut edits);
                Semver::Known(levels)
            }
            (Ok(_), Ok(_)) => Semver::NothingGenerated,
            (Err(found), _) => unknown(Side::Old, &found),
            (_, Err(found)) => unknown(Side::New, &found),
        };
        for edit in &mut edits {
            // Sorting is stable: findings of the reference stay in their order.
            edit.findings.sort_by_key(|finding| std::cmp::Reverse(finding.diagnostic.severity));
        }
        edits.sort_by(|a, b| {
            let order = |edit: &Edit| {
                let lead = edit.lead().map(|finding| &finding.diagnostic);
                lead.map(|found| (std::cmp::Reverse(found.severity), found.shape.clone(), found.id.clone()))
            };
            order(a).cmp(&order(b))
        });
        Self { edits, semver }
    }
}

impl Edit {
    /// The most severe finding.
    pub fn lead(&self) -> Option<&Finding> {
        self.findings.first()
    }

    /// The severity of the most severe finding.
    pub fn severity(&self) -> Severity {
        self.lead().map_or(Severity::Note, |finding| finding.diagnostic.severity)
    }

    /// The highest verdict; `None` if nothing is generated.
    pub fn level(&self) -> Option<Level> {
        self.levels.worst()
    }
}

/// There is no verdict, because of the first of these errors.
fn unknown(side: Side, found: &[Diagnostic]) -> Semver {
    Semver::Unknown { side, reason: found.first().map(|found| found.message.clone()).unwrap_or_default() }
}

/// A model, and the modules that are generated for its services.
type Lowered = (Model, Vec<Module>);

/// Lowers all services of a model.
fn modules(model: Model, services: &[ServiceConfig]) -> Result<Lowered, Vec<Diagnostic>> {
    check_core(&model)?;
    let mut configs: Vec<ServiceConfig> = Vec::new();
    for id in generated_ids(&model) {
        let known = services.iter().filter(|service| service.id == id);
        let mut own: Vec<ServiceConfig> = known.map(|service| existing(&model, service)).collect();
        if own.is_empty() {
            own.push(unconfigured(&id, &configs));
        }
        configs.append(&mut own);
    }
    let modules: Result<Vec<Module>, _> = configs.iter().map(|config| lower_to_compare(&model, config)).collect();
    let modules = modules?;
    Ok((model, modules))
}

/// IDs of services, or of shape closures if there is no service.
fn generated_ids(model: &Model) -> Vec<String> {
    let own = services(model).filter(|shape| !shape.is_builtin());
    let services: Vec<String> = own.map(|shape| shape.id.to_string()).collect();
    if services.is_empty() { shape_closure::entries(model).map(|(id, _)| id.to_owned()).collect() } else { services }
}

/// The configuration without the operations that this version of the model does not have.
fn existing(model: &Model, service: &ServiceConfig) -> ServiceConfig {
    let mut service = service.clone();
    if let Some(operations) = &mut service.operations {
        operations.retain(|name| {
            model.iter().any(|shape| shape.as_operation().is_some() && shape.id.name() == name.as_str())
        });
    }
    if service.validation_error.as_ref().is_some_and(|id| model.shape_named(id).is_none()) {
        service.validation_error = None;
    }
    service
}

/// The default configuration of a service. Its module has a name of its own.
fn unconfigured(id: &str, others: &[ServiceConfig]) -> ServiceConfig {
    let name = module_name(id.rsplit('#').next().unwrap_or(id));
    let is_taken = others.iter().any(|other| other.module == name);
    let module = if is_taken { module_name(&id.replace(['.', '#'], "_")) } else { name };
    ServiceConfig { module, id: id.to_owned(), ..ServiceConfig::default() }
}

#[cfg(test)]
mod tests;
