//! Linters that a model defines with selectors.

use std::collections::BTreeSet;

use super::Linter;
use super::about;
use super::settings::{Settings, SettingsError};
use crate::diagnostic::{Details, Diagnostic, LinterFacts, Message, Severity};
use crate::model::graph::{Element, ElementId, Graph};
use crate::model::{Node, Value, prelude};
use crate::rule::event;
use crate::selector::{Selector, Template};
use crate::traits::TraitDefinition;

pub(super) const EMIT_EACH: Linter = Linter {
    events: &[event!("EmitEachSelector")],
    check: emit_each,
    #[cfg(test)]
    cases: cases::EMIT_EACH,
};

/// A finding for each shape that matches a selector.
fn emit_each(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    let Some(selector) = settings.selector("selector")? else { return Err(SettingsError::NoSelector) };
    let bound = settings.text("bindToTrait")?.map(prelude::absolute);
    let template = settings.text("messageTemplate")?.map(|text| Template::parse(text).map_err(SettingsError::Template));
    let template = template.transpose()?;
    // `None` if the finding is bound to a trait that the element does not have.
    let place = |element: Element<'_>| match &bound {
        None => Some(element.span()),
        Some(id) => element.trait_value(id).map(|node| node.span),
    };
    let mut report = |id: ElementId, message: &dyn Fn() -> Message| {
        let element = graph.element(id);
        if let Some(span) = place(element).filter(|_| !element.is_builtin()) {
            let danger = Diagnostic::of(Severity::Danger, settings.name, message(), span);
            found.push(danger.with_shape(element.id()));
        }
    };
    match &template {
        None => {
            for id in settings.select("selector", &selector, graph)? {
                report(id, &|| LinterFacts::Selected { selector: selector.to_string() }.into());
            }
        }
        Some(template) => settings.matches("selector", &selector, graph, &mut |id, variables| {
            let message = || Details::Configured { message: template.fill(graph, id, *variables, settings.budget) };
            report(id, &|| message().into());
        })?,
    }
    Ok(())
}

pub(super) const EMIT_NONE: Linter = Linter {
    events: &[event!("EmitNoneSelector")],
    check: emit_none,
    #[cfg(test)]
    cases: cases::EMIT_NONE,
};

/// A finding if no shape matches a selector.
fn emit_none(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    let Some(selector) = settings.selector("selector")? else { return Err(SettingsError::NoSelector) };
    let is_own = |id: &ElementId| !graph.element(*id).is_builtin();
    if !settings.select("selector", &selector, graph)?.iter().any(is_own) {
        let message = LinterFacts::NothingSelected { selector: selector.to_string() };
        found.push(Diagnostic::of(Severity::Danger, settings.name, message, settings.span()));
    }
    Ok(())
}

pub(super) const UNREFERENCED: Linter = Linter {
    events: &[event!("UnreferencedShape")],
    check: unreferenced,
    #[cfg(test)]
    cases: cases::UNREFERENCED,
};

/// Shapes that are not in the closure of a service or another root.
fn unreferenced(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    settings.only(&["rootShapeSelector"])?;
    let text = settings.text("rootShapeSelector")?.unwrap_or("service");
    let roots = Selector::parse(text).map_err(SettingsError::RootSelector)?;
    let mut open = settings.select("rootShapeSelector", &roots, graph)?;
    open.extend_from_slice(graph.with::<TraitDefinition>());
    let mut reached: BTreeSet<ElementId> = open.iter().copied().collect();
    while let Some(id) = open.pop() {
        let mut next: Vec<ElementId> = graph.traits_of(id).collect();
        next.extend(graph.neighbors(id).iter().filter(|edge| edge.relation.is_directed()).map(|edge| edge.to));
        graph.element(id).traits().values().for_each(|node| mentioned(graph, node, &mut next));
        // A reachable member makes its container reachable.
        next.push(graph.container(id));
        open.extend(next.into_iter().filter(|id| reached.insert(*id)));
    }
    for (id, element) in graph.iter() {
        if matches!(element, Element::Shape(_)) && !element.is_builtin() && !reached.contains(&id) {
            let message = LinterFacts::Unreferenced { selector: roots.to_string() };
            found.push(about(element, Severity::Note, settings.name, message));
        }
    }
    Ok(())
}

/// Shapes whose IDs are in the value of a trait.
fn mentioned(graph: &Graph<'_>, node: &Node, into: &mut Vec<ElementId>) {
    match &node.value {
        Value::String(text) if text.contains('#') => into.extend(graph.find(text)),
        Value::Array(nodes) => nodes.iter().for_each(|node| mentioned(graph, node, into)),
        Value::Object(members) => members.values().for_each(|(_, node)| mentioned(graph, node, into)),
        _ => {}
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const EMIT_EACH: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "EmitEachSelector", configuration: { selector: "structure > member [trait|required]" } }]
namespace example
structure Order {
    @required
    id: String
//  ^^ danger: EmitEachSelector
    note: String
}
"#],
        leaves: &[r#"
metadata validators = [{ name: "EmitEachSelector", configuration: { selector: "structure > member [trait|required]" } }]
namespace example
structure Order {
    note: String
}
"#],
    };

    pub(super) const EMIT_NONE: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "EmitNoneSelector", configuration: { selector: "operation [trait|paginated]" } }]
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ danger: EmitNoneSelector
namespace example
operation ListOrders {}
"#],
        leaves: &[r#"
metadata validators = [{ name: "EmitNoneSelector", configuration: { selector: "operation" } }]
namespace example
operation ListOrders {}
"#],
    };

    pub(super) const UNREFERENCED: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "UnreferencedShape" }]
namespace example
service Shop {
    operations: [Buy]
}
operation Buy {
    input := {
        order: Order
    }
}
structure Order {}
list Orders {
//   ^^^^^^ note: UnreferencedShape
    member: Order
}
"#],
        leaves: &[r#"
metadata validators = [{ name: "UnreferencedShape", configuration: { rootShapeSelector: "[trait|internal]" } }]
namespace example
@internal
structure Kept {
    order: Order
}
structure Order {}
"#],
    };
}
