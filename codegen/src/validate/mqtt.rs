//! MQTT topics of operations (spec: "MQTT protocol bindings").

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, backticked, joined, place};
use crate::diagnostic::{CloudFacts, Diagnostic, Severity};
use crate::model::graph::Element;
use crate::model::{Operation, Shape, ShapeId, ShapeType};
use crate::rule::event;
use crate::source::Span;
use crate::traits::Streaming;
use crate::traits::ids::mqtt::{PUBLISH, SUBSCRIBE, TOPIC_LABEL};
use crate::validate::Rule;

/// An operation and its topic.
struct Topic<'m> {
    shape: &'m Shape,
    operation: &'m Operation,
    trait_id: &'static str,
    text: &'m str,
    span: Span,
}

impl<'m> Topic<'m> {
    /// All topics, sorted by operation.
    fn all(context: &Context<'m>) -> Vec<Self> {
        let of = |trait_id: &'static str| {
            context.with_trait(trait_id).filter_map(move |(_, element, node)| {
                let Element::Shape(shape) = element else { return None };
                let (operation, text) = (shape.as_operation()?, node.as_str()?);
                Some(Topic { shape, operation, trait_id, text, span: place(node, element) })
            })
        };
        let mut all: Vec<Self> = of(PUBLISH).chain(of(SUBSCRIBE)).collect();
        all.sort_by_key(|topic| &topic.shape.id);
        all
    }

    /// The levels: texts, and `None` for a label. Topics that can be equal have equal levels.
    fn levels(&self) -> Vec<Option<&'m str>> {
        self.text.split('/').map(|level| if label(level).is_some() { None } else { Some(level) }).collect()
    }

    /// The names of its labels.
    ///
    /// # Errors
    /// All labels that are malformed or repeated.
    fn labels(&self) -> Result<BTreeSet<&'m str>, Vec<CloudFacts>> {
        let trait_id = self.trait_id;
        let topic = || self.text.to_owned();
        let mut labels = BTreeSet::new();
        let mut wrong = Vec::new();
        for level in self.text.split('/').filter(|level| level.contains(['{', '}'])) {
            let Some(label) = label(level) else {
                wrong.push(CloudFacts::TopicLevel { trait_id, topic: topic(), level: level.to_owned() });
                continue;
            };
            if label.is_empty() || !label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
                wrong.push(CloudFacts::TopicLabelName { trait_id, topic: topic(), label: label.to_owned() });
            } else if !labels.insert(label) {
                wrong.push(CloudFacts::RepeatedTopicLabel { trait_id, topic: topic(), label: label.to_owned() });
            }
        }
        if wrong.is_empty() { Ok(labels) } else { Err(wrong) }
    }

    /// Messages of the topic: the input, or the events of the output. `None` without events.
    fn payload(&self, context: &Context<'m>) -> Option<&'m ShapeId> {
        if self.trait_id == PUBLISH {
            return Some(&self.operation.input);
        }
        let output = context.shape(&self.operation.output)?;
        let targets = output.members.values().filter_map(|member| context.shape(&member.target));
        let mut streams = targets.filter(|shape| shape.kind == ShapeType::Union && shape.has::<Streaming>());
        streams.next().map(|shape| &shape.id)
    }
}

/// The name of a label, which spans a level.
fn label(level: &str) -> Option<&str> {
    level.strip_prefix('{')?.strip_suffix('}')
}

pub(super) const LABELS: Rule = Rule {
    events: &[event!("MqttTopicLabel")],
    check: labels,
    #[cfg(test)]
    cases: cases::LABELS,
};

fn labels(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for topic in Topic::all(context) {
        let mut labels = match topic.labels() {
            Ok(labels) => labels,
            Err(wrong) => {
                let error = |facts| Diagnostic::error("MqttTopicLabel", facts, topic.span);
                found.extend(wrong.into_iter().map(|facts| error(facts).with_shape(&topic.shape.id)));
                continue;
            }
        };
        let members = context.shape(&topic.operation.input).into_iter().flat_map(|input| input.members.values());
        for member in members {
            let Some(node) = member.trait_value(TOPIC_LABEL) else { continue };
            if !labels.remove(member.name()) {
                let facts =
                    CloudFacts::TopicWithoutLabel { operation: topic.shape.id.clone(), trait_id: topic.trait_id };
                let span = if node.span.is_some() { node.span } else { member.span };
                let error = Diagnostic::error("MqttTopicLabel", facts, span).with_shape(&member.id);
                found.push(error.with_label(topic.span, "the topic is here"));
            }
        }
        if !labels.is_empty() {
            let facts = CloudFacts::TopicLabels { trait_id: topic.trait_id, labels: backticked(labels) };
            found.push(Diagnostic::error("MqttTopicLabel", facts, topic.span).with_shape(&topic.shape.id));
        }
    }
}

pub(super) const CONFLICTS: Rule = Rule {
    events: &[event!("MqttTopicConflict")],
    check: conflicts,
    #[cfg(test)]
    cases: cases::CONFLICTS,
};

/// Maximum number of other operations that a message names.
const MAX_NAMED: usize = 10;

fn conflicts(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut by_levels: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for topic in Topic::all(context) {
        if let Some(payload) = topic.payload(context) {
            by_levels.entry(topic.levels()).or_default().push((topic, payload));
        }
    }
    for topics in by_levels.values() {
        for (topic, payload) in topics {
            let others = topics.iter().filter(|(_, other)| other != payload).take(MAX_NAMED).map(|(other, payload)| {
                format!("`{}` trait payload `{payload}` of `{}`", other.trait_id, other.shape.id)
            });
            let mut others: Vec<String> = others.collect();
            if others.is_empty() {
                continue;
            }
            others.sort();
            let facts = CloudFacts::TopicConflict {
                topic: topic.text.to_owned(),
                operation: topic.shape.id.clone(),
                payload: (*payload).clone(),
                others: joined(others),
            };
            let error = Diagnostic::of(Severity::Error, "MqttTopicConflict", facts, topic.span);
            found.push(error.with_shape(&topic.shape.id));
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const LABELS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@smithy.mqtt#publish("{room}/light")
//                   ^^^^^^^^^^^^^^ error: MqttTopicLabel
operation Switch {
    input := {
        on: Boolean
    }
}

@smithy.mqtt#publish("rooms")
operation Count {
    input := {
        @required
        @smithy.mqtt#topicLabel
//       ^^^^^^^^^^^^^^^^^^^^^^ error: MqttTopicLabel
        room: String
    }
}
"#,
            r#"
@smithy.mqtt#publish("rooms/{room}s")
//                   ^^^^^^^^^^^^^^^ error: MqttTopicLabel
operation A {}

@smithy.mqtt#publish("rooms/room}")
//                   ^^^^^^^^^^^^^ error: MqttTopicLabel
operation B {}

@smithy.mqtt#publish("rooms/{}")
//                   ^^^^^^^^^^ error: MqttTopicLabel
operation C {}

@smithy.mqtt#publish("{the-room}")
//                   ^^^^^^^^^^^^ error: MqttTopicLabel
operation D {}

@smithy.mqtt#publish("{room}/{room}")
//                   ^^^^^^^^^^^^^^^ error: MqttTopicLabel
operation E {
    input := {
        @required
        @smithy.mqtt#topicLabel
        room: String
    }
}

@smithy.mqtt#publish("{the-room}/x{floor}/{door}/{door}")
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: MqttTopicLabel
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: MqttTopicLabel
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: MqttTopicLabel
operation F {}
"#,
        ],
        leaves: &[r#"
@smithy.mqtt#publish("{room}/light")
operation Switch {
    input := {
        @required
        @smithy.mqtt#topicLabel
        room: String

        on: Boolean
    }
}
"#],
    };

    pub(super) const CONFLICTS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@smithy.mqtt#publish("light")
//                   ^^^^^^^ error: MqttTopicConflict
operation Switch {
    input: Light
}

structure Light {
    on: Boolean
}

@smithy.mqtt#publish("light")
//                   ^^^^^^^ error: MqttTopicConflict
operation Count {
    input: Lights
}

structure Lights {
    count: Integer
}
"#],
        leaves: &[r#"
@smithy.mqtt#publish("light/a")
operation Switch {
    input: Light
}

@smithy.mqtt#publish("light/a")
operation Dim {
    input: Light
}

@smithy.mqtt#publish("light")
operation Report {
    input := {
        on: Boolean
    }
}

structure Light {
    on: Boolean
}
"#],
    };
}
