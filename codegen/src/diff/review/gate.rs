//! Findings that the reference implementation does not have: changes that break users although it reports less than a
//! danger, and changes of the API that no finding explains.

use super::Edit;
use super::keys::Models;
use crate::api::{Audience, Change, ChangeKind, Level, Levels};
use crate::diagnostic::{ApiFacts, Audiences, BreakingEffect, Diagnostic, DiffFacts, Severity};
use crate::diff::{Finding, Side};
use crate::model::ShapeId;
use crate::rule::{Event, event};
use crate::source::Span;
use crate::validate::suppress::Decisions;

/// The events of this module.
pub(in crate::diff) const EVENTS: &[Event] = &[
    event!("BreaksClients"),
    event!("BreaksServers"),
    event!("BreaksStoredData"),
    event!("BreaksTypes"),
    event!("ChangedRustApi"),
];

/// Adds a finding to each edit that breaks an audience at run time without a finding that says so.
/// The model may suppress those below ERROR.
pub(super) fn judge(decisions: &Decisions<'_>, edits: &mut [Edit]) {
    for edit in edits.iter_mut().filter(|edit| worst(edit) < Severity::Danger) {
        let breaking = edit.changes.iter().filter(|change| is_silent(change));
        let Some(change) = breaking.min_by_key(|change| std::cmp::Reverse(severity(change))).cloned() else { continue };
        let Some(lead) = edit.findings.first().cloned() else { continue };
        let mut audiences: Vec<Audience> = broken(&change.levels).collect();
        audiences.sort_unstable();
        let Some(first) = audiences.first() else { continue };
        let names = audiences.iter().map(|audience| audience.name()).collect();
        let (audiences, effect) = (Audiences(names), effect(&change));
        let facts = DiffFacts::Breaks { audiences, effect, change: change.facts.clone() };
        let mut diagnostic = Diagnostic::of(severity(&change), id(*first), facts, Span::NONE);
        diagnostic.labels = lead.diagnostic.labels;
        diagnostic.shape = lead.diagnostic.shape;
        decisions.apply([&mut diagnostic]);
        edit.findings.push(Finding { diagnostic, side: lead.side });
    }
}

fn worst(edit: &Edit) -> Severity {
    edit.findings.iter().map(|finding| finding.diagnostic.severity).max().unwrap_or(Severity::Note)
}

/// Whether the compiler does not find what breaks.
fn is_silent(change: &Change) -> bool {
    change.kind != ChangeKind::Api && broken(&change.levels).next().is_some()
}

fn broken(levels: &Levels) -> impl Iterator<Item = Audience> + '_ {
    levels.iter().filter(|(_, level)| *level == Level::Major).map(|(audience, _)| audience)
}

/// A peer that no longer supports the protocol is broken; one that sends other values is not.
fn severity(change: &Change) -> Severity {
    match change.kind {
        ChangeKind::Wire | ChangeKind::Protocol | ChangeKind::Auth => Severity::Error,
        ChangeKind::Constraint | ChangeKind::Default | ChangeKind::Stored | ChangeKind::Api | ChangeKind::Behavior => {
            Severity::Danger
        }
    }
}

fn id(audience: Audience) -> &'static str {
    match audience {
        Audience::Client => "BreaksClients",
        Audience::Server => "BreaksServers",
        Audience::Types => "BreaksTypes",
        Audience::Stored => "BreaksStoredData",
    }
}

fn effect(change: &Change) -> BreakingEffect {
    match change.kind {
        ChangeKind::Constraint if matches!(change.facts, ApiFacts::ChangedPattern { .. }) => BreakingEffect::Pattern,
        ChangeKind::Constraint => BreakingEffect::Constraint,
        ChangeKind::Default => BreakingEffect::Default,
        ChangeKind::Stored => BreakingEffect::Stored,
        ChangeKind::Wire if matches!(change.facts, ApiFacts::RemovedOperation { .. }) => BreakingEffect::Operation,
        ChangeKind::Wire => BreakingEffect::Wire,
        ChangeKind::Protocol if matches!(change.facts, ApiFacts::PreferredProtocol { .. }) => {
            BreakingEffect::Preference
        }
        ChangeKind::Protocol => BreakingEffect::Protocol,
        ChangeKind::Auth => BreakingEffect::Auth,
        ChangeKind::Api => BreakingEffect::Api,
        ChangeKind::Behavior => BreakingEffect::Behavior,
    }
}

/// An edit for a change that no finding explains, such as a name that another shape has taken.
pub(super) fn unexplained(models: Models<'_>, decisions: &Decisions<'_>, change: &Change) -> Edit {
    let level = change.levels.worst().unwrap_or(Level::Patch);
    let severity = if level == Level::Major { Severity::Warning } else { Severity::Note };
    let (element, side) = match models.in_new(&change.origin) {
        Some(element) => (Some(element), Side::New),
        None => (models.in_old(&change.origin), Side::Old),
    };
    let span = element.map_or(Span::NONE, crate::model::graph::Element::span);
    let facts = DiffFacts::ChangedGeneratedCode { change: change.facts.clone() };
    let mut diagnostic = Diagnostic::of(severity, "ChangedRustApi", facts, span);
    diagnostic.shape = ShapeId::parse(&change.origin).ok();
    decisions.apply([&mut diagnostic]);
    let findings = vec![Finding { diagnostic, side }];
    Edit { title: None, findings, changes: Vec::new(), levels: Levels::default() }
}
