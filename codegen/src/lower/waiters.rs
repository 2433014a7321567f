//! Waiters (spec: "Waiters"): what each looks for, and how its expressions are evaluated.

use super::{Lowering, docs, names};
use crate::diagnostic::{Diagnostic, Severity};
use crate::ir::{self, Acceptor, Expected, Matcher, State, Waiter};
use crate::jmespath::{parse, plan};
use crate::model::{Model, Node, Operation, Shape, ShapeId, Trait};
use crate::source::Span;
use crate::traits::{Streaming, Waitable};

const WAITABLE: &str = Waitable::ID;

/// The statics of a module's waiters: the names given so far, and the paths, each once.
#[derive(Clone, Default)]
pub(super) struct Statics {
    scope: names::Scope,
    pub(super) paths: Vec<ir::Path>,
}

/// Why a waiter is left out, and where.
struct LeftOut(String, Span);

impl<'m> Lowering<'m> {
    /// The waiters of an operation. One that cannot be had is left out, and named in a warning.
    pub(super) fn waiters(&mut self, shape: &'m Shape, body: &Operation, statics: &mut Statics) -> Vec<Waiter> {
        let waiters = shape.trait_value(WAITABLE).and_then(Node::as_object);
        let mut lowered = Vec::new();
        for (name, (_, waiter)) in waiters.into_iter().flatten() {
            let before = statics.clone();
            match statics.waiter(self.model, body, name, waiter) {
                Ok(waiter) => lowered.push(waiter),
                Err(LeftOut(reason, span)) => {
                    *statics = before;
                    let message = format!("Waiter `{name}` is left out: {reason}");
                    self.diagnostics.push(
                        Diagnostic::new(Severity::Warning, "codegen.WaiterLeftOut", message, span)
                            .with_shape(&shape.id),
                    );
                }
            }
        }
        lowered
    }
}

/// The member of an operation's input or output that is a stream.
fn stream<'m>(model: &'m Model, end: &ShapeId) -> Option<&'m str> {
    let is_stream = |id| model.shape(id).is_some_and(super::super::model::Shape::has::<Streaming>);
    let member = model.shape(end)?.members.values().find(|member| is_stream(&member.target))?;
    Some(member.name())
}

impl Statics {
    fn waiter(&mut self, model: &Model, body: &Operation, name: &str, waiter: &Node) -> Result<Waiter, LeftOut> {
        if let Some(name) = stream(model, &body.input) {
            return Err(LeftOut(format!("the stream `{name}` of its input can be sent only once"), waiter.span));
        }
        let seconds = |key: &str| waiter.get(key)?.as_number()?.as_i128()?.try_into().ok();
        let (min, max): (u32, u32) = (seconds("minDelay").unwrap_or(MIN), seconds("maxDelay").unwrap_or(MAX));
        let (stream, target) = (stream(model, &body.output), self.scope.claim(names::shouty(name)));
        let acceptors = waiter.get("acceptors").and_then(Node::as_array).unwrap_or_default();
        Ok(Waiter {
            method: format!("wait_until_{}", names::snake(name)),
            target,
            wire_name: name.to_owned(),
            docs: documentation(name, waiter, (min, max)),
            delays: ((min, max) != (MIN, MAX)).then_some((min, max)),
            acceptors: acceptors.iter().map(|node| self.acceptor(node, stream)).collect::<Result<_, _>>()?,
        })
    }

    fn acceptor(&mut self, node: &Node, stream: Option<&str>) -> Result<Acceptor, LeftOut> {
        let malformed = || LeftOut("an acceptor is not what its definition says".to_owned(), node.span);
        let state = match node.get("state").and_then(Node::as_str) {
            Some("success") => State::Success,
            Some("failure") => State::Failure,
            Some("retry") => State::Retry,
            _ => return Err(malformed()),
        };
        let matcher = node.get("matcher").and_then(Node::as_object).and_then(|object| object.iter().next());
        let (kind, (_, value)) = matcher.ok_or_else(malformed)?;
        let matcher = match &**kind {
            "success" => Matcher::Success(value.as_bool().ok_or_else(malformed)?),
            "errorType" => {
                let error = value.as_str().ok_or_else(malformed)?;
                // Only the name counts.
                Matcher::Error(error.split_once('#').map_or(error, |(_, name)| name).to_owned())
            }
            _ => Matcher::Path {
                with_input: &**kind == "inputOutput",
                path: self.path(value.get("path").ok_or_else(malformed)?, stream)?,
                expected: expected(value).ok_or_else(malformed)?,
            },
        };
        let message = node.get("message").map(|node| self.path(node, stream)).transpose()?;
        Ok(Acceptor { state, matcher, message })
    }

    /// The static of a path.
    fn path(&mut self, node: &Node, stream: Option<&str>) -> Result<String, LeftOut> {
        let text = node.as_str().unwrap_or_default();
        let left_out =
            |reason: String| LeftOut(format!("its expression `{text}` cannot be evaluated: {reason}"), node.span);
        let expression = parse(text).map_err(|error| left_out(error.to_string()))?;
        if let Some(name) = stream.filter(|name| expression.has_field(name)) {
            return Err(left_out(format!("`{name}` is a stream, which has no value")));
        }
        if let Some(known) = self.paths.iter().find(|known| known.text == text) {
            return Ok(known.name.clone());
        }
        let plan = plan(&expression).map_err(|error| left_out(error.to_string()))?;
        let name = self.scope.claim(path_name(text));
        self.paths.push(ir::Path { name: name.clone(), text: text.to_owned(), plan });
        Ok(name)
    }
}

fn expected(matcher: &Node) -> Option<Expected> {
    let wanted = matcher.get("expected").and_then(Node::as_str)?;
    Some(match matcher.get("comparator").and_then(Node::as_str)? {
        "booleanEquals" => Expected::Bool(wanted == "true"),
        "stringEquals" => Expected::String(wanted.to_owned()),
        "allStringEquals" => Expected::All(wanted.to_owned()),
        "anyStringEquals" => Expected::Any(wanted.to_owned()),
        _ => return None,
    })
}

/// Delays when a waiter gives none, in seconds.
const MIN: u32 = 2;
const MAX: u32 = 120;

/// When waiting fails.
const ERRORS: &str = "If the state is not reached within `max_wait`, cannot be reached any more, or a call fails.";

/// The first words of a path.
fn path_name(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    names::shouty(&words.take(4).collect::<Vec<_>>().join("_"))
}

fn documentation(name: &str, waiter: &Node, (min, max): (u32, u32)) -> ir::Docs {
    let text = waiter.get("documentation").and_then(Node::as_str).unwrap_or_default();
    let mut docs = docs::text(text, &format!("Waits for `{name}`."));
    let pauses = if min == max { format!("{min} seconds") } else { format!("{min} to {max} seconds") };
    docs::add(&mut docs, &format!("Polls every {pauses}, for at most `max_wait`."));
    let tags: Vec<&str> =
        waiter.get("tags").and_then(Node::as_array).into_iter().flatten().filter_map(Node::as_str).collect();
    if !tags.is_empty() {
        docs.lines.push(String::new());
        docs.lines.extend(docs::text(&format!("Tags: {}.", tags.join(", ")), "").lines);
    }
    docs.lines.extend(["", "# Errors", ERRORS].map(str::to_owned));
    let is_deprecated = waiter.get("deprecated").and_then(Node::as_bool) == Some(true);
    docs.deprecated = is_deprecated.then(ir::Deprecation::default);
    docs
}
