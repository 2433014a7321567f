//! Optionality of members, and kinds of structures (spec: "Type refinement traits").

use std::sync::Arc;

use super::compare::{Break, Change, Compare};
use super::http::HttpError;
use super::read::{FromNode, optional, syntax};
use super::{Lower, On};
use crate::diagnostic::{DiffFacts, Json, Message, Severity};
use crate::ir::{Literal, Setting};
use crate::model::{Invalid, Node, Number, Shape, ShapeId, ShapeType, Trait, TraitProblem, Traits, Value, prelude};
use crate::rule::{Event, event};

/// `@mixin`: members and traits are copied into the shapes that use the shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixin {
    /// Traits that are not copied. IDs of the prelude may be relative.
    pub local_traits: Vec<Arc<str>>,
}

impl Mixin {
    /// Whether a trait is copied into shapes that use the mixin.
    pub fn copies(&self, id: &ShapeId) -> bool {
        id.as_str() != Self::ID && !self.local_traits.iter().any(|local| *prelude::absolute(local) == *id.as_str())
    }
}

impl Trait for Mixin {
    const ID: &'static str = "smithy.api#mixin";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { local_traits: optional(node, "localTraits")?.unwrap_or_default() })
    }
}

/// `@error`: who caused the error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The client.
    Client,
    /// The server.
    Server,
}

impl Trait for Fault {
    const ID: &'static str = "smithy.api#error";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let text: Arc<str> = FromNode::from_node(node)?;
        match &*text {
            "client" => Ok(Self::Client),
            "server" => Ok(Self::Server),
            other => Err(syntax(node.span, TraitProblem::Fault { found: other.to_owned() })),
        }
    }
}

impl Lower for Fault {
    const ON: &'static [On] = &[On::Shape];

    /// With the status of `@httpError`.
    fn settings(&self, traits: &Traits) -> Vec<Setting> {
        let (fault, default) = match self {
            Self::Client => ("schema::Fault::Client", 400),
            Self::Server => ("schema::Fault::Server", 500),
        };
        let status = traits.get::<HttpError>().map_or(default, |error| error.0);
        vec![Setting::new("error", [Literal::Runtime(fault), Literal::Integer(status)])]
    }
}

/// `@default`: value of an absent member, as a document. `null` removes the default of the target.
#[derive(Clone, Debug, PartialEq)]
pub struct DefaultValue(pub Node);

impl DefaultValue {
    /// The value, or `None` for `null`.
    pub fn value(&self) -> Option<&Node> {
        Some(&self.0).filter(|node| !node.is_null())
    }
}

impl DefaultValue {
    /// The default of a type in Smithy 1.0.
    pub fn zero(kind: ShapeType) -> Option<Value> {
        use ShapeType as T;
        match kind {
            T::Boolean => Some(Value::Bool(false)),
            T::Byte | T::Short | T::Integer | T::IntEnum | T::Long | T::Float | T::Double => {
                Some(Value::Number(Number::from(0)))
            }
            _ => None,
        }
    }
}

impl Compare for DefaultValue {
    const EVENTS: &'static [Event] = &[event!("ChangedDefault", Prefix)];

    fn compare(change: &Change<'_, Self>) -> Vec<Break> {
        let member = change.element.as_member();
        let target = member.and_then(|member| change.model.shape(&member.target));
        let json = |value: &Self| Json::of(&value.0);
        let target_has_none = || target.and_then(Shape::get::<Self>).and_then(Self::value).is_none();
        let (severity, message): (Severity, Message) = match (change.old, change.new, member) {
            (Some(old), None, Some(_)) if old.value().is_none() && target_has_none() => return Vec::new(),
            (Some(_), None, _) => {
                (Severity::Error, "@default trait was removed. This will break previously generated code.".into())
            }
            (None, Some(new), None) => (Severity::Error, DiffFacts::AddedRootDefault { new: json(new) }.into()),
            (None, Some(new), Some(member)) if new.value().is_some() && !member.has::<AddedDefault>() => {
                (Severity::Error, DiffFacts::AddedMemberDefault { new: json(new) }.into())
            }
            (Some(old), Some(new), None) => {
                (Severity::Error, DiffFacts::ChangedRootDefault { old: json(old), new: json(new) }.into())
            }
            (Some(old), Some(new), Some(_)) => {
                let zero = target.and_then(|shape| Self::zero(shape.kind));
                let is_zero = |value: &Self| zero.as_ref().is_some_and(|zero| value.0.value == *zero);
                let values = (json(old), json(new));
                match (is_zero(old), is_zero(new), values) {
                    (true, false, (old, new)) => (Severity::Error, DiffFacts::DefaultFromZero { old, new }.into()),
                    (false, true, (old, new)) => (Severity::Error, DiffFacts::DefaultToZero { old, new }.into()),
                    (_, _, (old, new)) => (Severity::Danger, DiffFacts::ChangedMemberDefault { old, new }.into()),
                }
            }
            (None, ..) => return Vec::new(),
        };
        vec![Break { severity, id: "ChangedDefault", message }]
    }
}

impl Trait for DefaultValue {
    const ID: &'static str = "smithy.api#default";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self(node.clone()))
    }
}

super::markers! {
    /// `@required`
    Required = "smithy.api#required"
    /// `@addedDefault`: the default was added later.
    AddedDefault = "smithy.api#addedDefault"
    /// `@clientOptional`: clients treat the member as optional.
    ClientOptional = "smithy.api#clientOptional"
    /// `@box`: no default value, in Smithy 1.0.
    Boxed = "smithy.api#box"
    /// `@sparse`: elements or values may be null.
    Sparse = "smithy.api#sparse" => Shape: "sparse"
    /// `@input`: the input of one operation.
    Input = "smithy.api#input"
    /// `@output`: the output of one operation.
    Output = "smithy.api#output"
}

#[cfg(test)]
mod tests {
    use super::{DefaultValue, Fault, Input, Mixin};
    use crate::ir::Setting;
    use crate::model::{Breaks, Node, ShapeId, Trait, Traits};
    use crate::traits::Lower;
    use crate::traits::http::HttpError;
    use crate::traits::testing::{node, problem};

    #[test]
    fn a_mixin_keeps_itself_and_its_local_traits() {
        let mixin = Mixin::read(&node(r#"{"localTraits": ["private", "a#b"]}"#)).expect("valid");
        let copies = |id| mixin.copies(&ShapeId::parse(id).expect("an id"));
        assert!(!copies(Mixin::ID) && !copies("smithy.api#private") && !copies("a#b"));
        assert!(copies("smithy.api#deprecated") && copies("b#private"));
        assert_eq!(problem::<Mixin>(r#"{"localTraits": "a#b"}"#), "Expected array, but found string.");
    }

    #[test]
    fn an_error_is_the_fault_of_client_or_server() {
        let error = Fault::read(&node(r#""network""#)).expect_err("neither");
        assert_eq!(error.breaks, Breaks::Syntax);
        assert_eq!(error.problem.to_string(), "error trait must be set to client or server, found `network`");
    }

    #[test]
    fn the_status_of_an_error_is_that_of_its_trait_or_a_default() {
        let status = |traits: &Traits| Fault::Server.settings(traits);
        let mut traits = Traits::new();
        assert_eq!(status(&traits), [Setting::new("error", [fault(), crate::ir::Literal::Integer(500)])]);
        traits.put::<HttpError>(node("503"));
        assert_eq!(status(&traits), [Setting::new("error", [fault(), crate::ir::Literal::Integer(503)])]);
    }

    fn fault() -> crate::ir::Literal {
        crate::ir::Literal::Runtime("schema::Fault::Server")
    }

    #[test]
    fn a_default_of_null_is_none() {
        let value = |text| DefaultValue::read(&node(text)).expect("valid").value().map(Node::to_json);
        assert_eq!((value("null"), value("0").as_deref()), (None, Some("0")));
    }

    #[test]
    fn traits_without_members_are_objects() {
        assert!(Input::read(&node("{}")).is_ok());
        assert_eq!(problem::<Input>("true"), "Expected object, but found boolean.");
    }
}
