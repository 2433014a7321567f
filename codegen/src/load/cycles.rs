//! Shapes that need each other to be built: mixins of each other.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::build::needs;
use super::merge::Pending;
use crate::diagnostic::Diagnostic;
use crate::model::ShapeId;

/// Of a larger cycle, only one shape is reported: a list of all for each would be long beyond use.
const MAX_LISTED: usize = 20;

/// Reports the cycles among `stuck` shapes. Shapes that only use a shape of a cycle are left out.
pub(super) fn report(shapes: &IndexMap<ShapeId, Pending>, stuck: &[ShapeId], diagnostics: &mut Vec<Diagnostic>) {
    for cycle in Components::find(shapes, stuck) {
        let reported = if cycle.len() > MAX_LISTED { 1 } else { cycle.len() };
        for id in cycle.iter().take(reported) {
            let Some(pending) = shapes.get(*id) else { continue };
            let others = cycle.iter().filter(|other| *other != id).map(|other| other.as_str());
            let mut list: Vec<&str> = others.take(MAX_LISTED).collect();
            if cycle.len() > MAX_LISTED {
                list.push("…");
            }
            let message =
                format!("Unable to resolve mixins; cycles detected between this shape and [{}]", list.join(", "));
            let span = pending.definition.shape.span;
            diagnostics.push(Diagnostic::error("Model", message, span).with_shape(id));
        }
    }
}

/// Tarjan's strongly connected components, without recursion: a chain may be as long as a file.
struct Components<'s> {
    shapes: &'s IndexMap<ShapeId, Pending>,
    /// When each shape was first seen, and the earliest shape it leads back to.
    seen: HashMap<&'s ShapeId, (usize, usize)>,
    /// Shapes whose component is not complete.
    open: Vec<&'s ShapeId>,
    cycles: Vec<Vec<&'s ShapeId>>,
}

impl<'s> Components<'s> {
    fn find(shapes: &'s IndexMap<ShapeId, Pending>, stuck: &'s [ShapeId]) -> Vec<Vec<&'s ShapeId>> {
        let mut components = Self { shapes, seen: HashMap::new(), open: Vec::new(), cycles: Vec::new() };
        for id in stuck {
            if !components.seen.contains_key(id) {
                components.walk(id);
            }
        }
        components.cycles
    }

    fn walk(&mut self, start: &'s ShapeId) {
        let mut path: Vec<(&ShapeId, Vec<&ShapeId>)> = Vec::new();
        path.extend(self.enter(start));
        while let Some((id, waiting)) = path.last_mut() {
            let id = *id;
            match waiting.pop() {
                Some(next) if !self.seen.contains_key(next) => path.extend(self.enter(next)),
                Some(next) => self.lead_back(id, next),
                None => {
                    path.pop();
                    self.leave(id);
                    if let Some((user, _)) = path.last() {
                        self.lead_back(user, id);
                    }
                }
            }
        }
    }

    fn enter(&mut self, id: &'s ShapeId) -> Option<(&'s ShapeId, Vec<&'s ShapeId>)> {
        let pending = self.shapes.get(id)?;
        let at = self.seen.len();
        self.seen.insert(id, (at, at));
        self.open.push(id);
        let mut waiting: Vec<&ShapeId> = needs(&pending.definition).collect();
        waiting.reverse();
        Some((id, waiting))
    }

    /// The shape leads as far back as one that it needs, while that one's component is open.
    fn lead_back(&mut self, id: &'s ShapeId, to: &'s ShapeId) {
        let Some(&(_, back)) = self.seen.get(to) else { return };
        if let Some((_, own)) = self.seen.get_mut(id) {
            *own = (*own).min(back);
        }
    }

    fn leave(&mut self, id: &'s ShapeId) {
        let Some(&(at, back)) = self.seen.get(id) else { return };
        if at != back {
            return;
        }
        let start = self.open.iter().rposition(|open| *open == id).unwrap_or(0);
        let component = self.open.split_off(start);
        for id in &component {
            // Complete: nothing leads back to it any more.
            if let Some(seen) = self.seen.get_mut(*id) {
                seen.1 = usize::MAX;
            }
        }
        let own = |id: &ShapeId| {
            self.shapes.get(id).is_some_and(|pending| needs(&pending.definition).any(|other| other == id))
        };
        if component.len() > 1 || component.iter().any(|id| own(id)) {
            self.cycles.push(component);
        }
    }
}
