//! Validators in trait definitions (spec: "traitValidators trait").

use super::context::{Applied, Context};
use crate::diagnostic::{Diagnostic, ModelFacts, Severity};
use crate::model::Trait;
use crate::model::graph::Element;
use crate::rule::event;
use crate::selector::{Budget, Selector};
use crate::traits::{Placed, TraitValidators};
use crate::validate::Rule;

pub(super) const RULE: Rule = Rule {
    events: &[
        event!("TraitValidators"),
        event!("UnsupportedProtocolDocument"),
        event!("MqttPublishInput.NoEventStreams"),
        event!("MqttSubscribeInput.MissingTopicLabel"),
        event!("MqttSubscribeOutput", Parts, &["MissingEventStream", "EventHeaderNotSupported", "NoInitialEvents"]),
        event!("MqttUnsupportedErrors"),
        event!("rpcv2Cbor.NoDocuments"),
    ],
    check,
    #[cfg(test)]
    cases: cases::RULE,
};

/// Runs the selectors of trait definitions on the shapes that have the traits.
fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let budget = Budget::new(&context.graph);
    for Applied { element, value: TraitValidators(validators), span, .. } in context.with::<TraitValidators>() {
        let Element::Shape(definition) = element else { continue };
        let wrong: Vec<&str> = validators.keys().map(|key| &**key).filter(|key| !is_event_id(key)).collect();
        for key in &wrong {
            let message = ModelFacts::ValidatorKey { trait_id: TraitValidators::ID, key: (*key).to_owned() };
            found.push(Diagnostic::of(Severity::Error, "TraitValidators", message, span).with_shape(&definition.id));
        }
        if !wrong.is_empty() {
            continue;
        }
        for (event, Placed { value: validator, span }) in validators {
            let place = if span.is_some() { *span } else { element.span() };
            let selector = match Selector::parse(&validator.selector) {
                Ok(selector) => selector,
                Err(error) => {
                    let message = ModelFacts::ValidatorSelector { event: event.to_string(), error: error.to_string() };
                    let error = Diagnostic::of(Severity::Error, "TraitValidators", message, place);
                    found.push(error.with_shape(&definition.id));
                    continue;
                }
            };
            let severity = validator.severity.as_deref().and_then(Severity::from_name).unwrap_or(Severity::Error);
            for at in context.graph.with_trait(definition.id.as_str()) {
                let applied = context.graph.element(*at);
                let Ok(selection) = selector.select_from(&context.graph, &[*at], &budget) else {
                    let message = ModelFacts::ExpensiveSelector { selector: selector.to_string() };
                    let error = Diagnostic::of(Severity::Error, "TraitValidators", message, place);
                    return found.push(error.with_shape(&definition.id));
                };
                for at in selection.elements {
                    let element = context.graph.element(at);
                    let (definition, shape) = (definition.id.clone(), applied.id().clone());
                    let message = match &validator.message {
                        None => ModelFacts::Incompatible { definition, shape },
                        Some(message) => {
                            ModelFacts::IncompatibleWithMessage { definition, shape, message: message.to_string() }
                        }
                    };
                    let finding = Diagnostic::of(severity, &**event, message, element.span());
                    found
                        .push(finding.with_shape(element.id()).with_label(applied.span(), "the trait is applied here"));
                }
            }
        }
    }
}

/// Whether a text consists of identifiers separated by dots.
pub(super) fn is_event_id(text: &str) -> bool {
    text.split('.').all(crate::model::is_identifier)
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const RULE: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@trait
@traitValidators("no members": { selector: "structure > member" })
//               ^^^^^^^^^^^^ error: TraitValidators
structure plain {}
"#,
            r#"
@trait
@traitValidators(Broken: { selector: "[[" })
//                       ^^^^^^^^^^^^^^^^^^ error: TraitValidators
structure plain {}
"#,
        ],
        leaves: &[r#"
@trait
@traitValidators(NoMembers: { selector: "structure > member" })
structure plain {}

@plain
structure Book {}
"#],
    };
}
