//! Waiters (spec: "Waiters"): acceptors, and plans of their expressions.

use std::fmt::Display;

use super::{Lowering, docs, names};
use crate::config::Style;
use crate::diagnostic::{Diagnostic, GenerationFacts, Severity, WaiterProblem};
use crate::ir::{self, Expected, Matcher, MatcherData, State};
use crate::jmespath::plan;
use crate::model::{Model, Operation, Shape, ShapeId};
use crate::source::Span;
use crate::traits::{
    Acceptor, AcceptorState, JmesPath, PathComparator, PathMatcher, Streaming, Waitable, Waiter, WaiterMatcher,
};

/// Statics of waiters: names so far, and distinct paths.
#[derive(Clone, Default)]
pub(super) struct Statics {
    scope: names::Scope,
    pub(super) paths: Vec<ir::Path>,
}

/// The reason for omitting a waiter, and its location.
struct Omitted(WaiterProblem, Span);

impl<'m> Lowering<'m> {
    /// The waiters of an operation. Unsupported ones are omitted with a warning.
    pub(super) fn waiters(&mut self, shape: &'m Shape, body: &Operation, statics: &mut Statics) -> Vec<ir::Waiter> {
        let waiters = shape.get::<Waitable>().into_iter().flat_map(|waiters| &waiters.0);
        let mut lowered = Vec::new();
        for (name, waiter) in waiters {
            let before = statics.clone();
            match statics.waiter(self.model, body, name, waiter) {
                Ok(waiter) => lowered.push(waiter),
                Err(Omitted(reason, span)) => {
                    *statics = before;
                    let message = GenerationFacts::OmittedWaiter { waiter: name.to_string(), reason };
                    self.diagnostics.push(
                        Diagnostic::of(Severity::Warning, "codegen.WaiterLeftOut", message, span).with_shape(&shape.id),
                    );
                }
            }
        }
        lowered
    }
}

/// The streaming member of an input or output.
fn stream<'m>(model: &'m Model, structure: &ShapeId) -> Option<&'m str> {
    let is_stream = |id| model.shape(id).is_some_and(super::super::model::Shape::has::<Streaming>);
    let member = model.shape(structure)?.members.values().find(|member| is_stream(&member.target))?;
    Some(member.name())
}

impl Statics {
    fn waiter(&mut self, model: &Model, body: &Operation, name: &str, waiter: &Waiter) -> Result<ir::Waiter, Omitted> {
        if let Some(name) = stream(model, &body.input) {
            return Err(Omitted(WaiterProblem::InputStream { member: name.to_owned() }, waiter.span));
        }
        let (min, max) = waiter.delays();
        let seconds = |delay: i64| u32::try_from(delay.max(0)).unwrap_or(u32::MAX);
        let is_default = (min, max) == (Waiter::MIN_DELAY, Waiter::MAX_DELAY);
        let (min, max) = (seconds(min), seconds(max));
        let (stream, target) = (stream(model, &body.output), self.scope.claim(names::shouty(name)));
        let acceptors = waiter.acceptors.iter();
        Ok(ir::Waiter {
            method: format!("wait_until_{}", names::snake(name, Style::Plain)),
            target,
            wire_name: name.to_owned(),
            docs: documentation(name, waiter, min, max),
            delays: (!is_default).then_some((min, max)),
            acceptors: acceptors.map(|acceptor| self.acceptor(acceptor, stream)).collect::<Result<_, _>>()?,
        })
    }

    fn acceptor(&mut self, acceptor: &Acceptor, stream: Option<&str>) -> Result<ir::Acceptor, Omitted> {
        let state = match acceptor.state {
            AcceptorState::Success => State::Success,
            AcceptorState::Failure => State::Failure,
            AcceptorState::Retry => State::Retry,
        };
        let matcher = match &acceptor.matcher {
            WaiterMatcher::Success(success) => Matcher::Success(*success),
            // Only the name matters.
            WaiterMatcher::ErrorType(error) => {
                Matcher::Error(error.value.split_once('#').map_or(&*error.value, |(_, name)| name).to_owned())
            }
            WaiterMatcher::Output(matcher) => self.path_matcher(MatcherData::Output, matcher, stream)?,
            WaiterMatcher::InputOutput(matcher) => self.path_matcher(MatcherData::InputOutput, matcher, stream)?,
        };
        let message = acceptor.message.as_ref().map(|path| self.path(path, stream)).transpose()?;
        Ok(ir::Acceptor { state, matcher, message })
    }

    fn path_matcher(
        &mut self,
        data: MatcherData,
        matcher: &PathMatcher,
        stream: Option<&str>,
    ) -> Result<Matcher, Omitted> {
        let path = self.path(&matcher.path, stream)?;
        let wanted = matcher.expected.value.as_ref();
        let expected = match matcher.comparator {
            PathComparator::BooleanEquals => Expected::Bool(wanted == "true"),
            PathComparator::StringEquals => Expected::String(wanted.to_owned()),
            PathComparator::AllStringEquals => Expected::All(wanted.to_owned()),
            PathComparator::AnyStringEquals => Expected::Any(wanted.to_owned()),
        };
        Ok(Matcher::Path { data, path, expected })
    }

    /// The static of a path.
    fn path(&mut self, path: &JmesPath, stream: Option<&str>) -> Result<String, Omitted> {
        let text = &*path.text;
        let invalid = |error: &dyn Display| {
            let (expression, error) = (text.to_owned(), error.to_string());
            Omitted(WaiterProblem::Expression { expression, error }, path.span)
        };
        let expression = path.expression.as_ref().map_err(|error| invalid(error))?;
        if let Some(name) = stream.filter(|name| expression.has_field(name)) {
            let (expression, member) = (text.to_owned(), name.to_owned());
            return Err(Omitted(WaiterProblem::StreamInExpression { expression, member }, path.span));
        }
        if let Some(known) = self.paths.iter().find(|known| known.text == text) {
            return Ok(known.name.clone());
        }
        let plan = plan(expression).map_err(|error| invalid(&error))?;
        let name = self.scope.claim(path_name(text));
        self.paths.push(ir::Path { name: name.clone(), text: text.to_owned(), plan });
        Ok(name)
    }
}

/// Description of failures.
const ERRORS: &str = "If the state is not reached within `max_wait`, can no longer be reached, or a call fails.";

/// The start of a path, for documentation.
fn path_name(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    names::shouty(&words.take(4).collect::<Vec<_>>().join("_"))
}

/// The documentation of a waiter that pauses for `min` to `max` seconds.
fn documentation(name: &str, waiter: &Waiter, min: u32, max: u32) -> ir::Docs {
    let text = waiter.documentation.as_deref().unwrap_or_default();
    let mut docs = docs::text(text, &format!("Waits for `{name}`."));
    let pauses = if min == max { format!("{min} seconds") } else { format!("{min} to {max} seconds") };
    docs::add(&mut docs, &format!("Polls every {pauses}, for at most `max_wait`."));
    if !waiter.tags.is_empty() {
        docs.lines.push(String::new());
        docs.lines.extend(docs::text(&format!("Tags: {}.", waiter.tags.join(", ")), "").lines);
    }
    docs.lines.extend(["", "# Errors", ERRORS].map(str::to_owned));
    docs.deprecated = waiter.deprecated.then(ir::Deprecation::default);
    docs
}
