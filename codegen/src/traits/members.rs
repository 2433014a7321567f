//! Whether values may be absent, and what structures are for (spec: "Type refinement traits").

use std::sync::Arc;

use super::http::HttpError;
use super::read::{FromNode, optional, syntax};
use super::{Lower, On};
use crate::ir::{Literal, Setting};
use crate::model::{Invalid, Node, Trait, Traits};

/// `@mixin`: its members and traits are copied into the shapes that use it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixin {
    /// Traits that it keeps to itself. Ids of the prelude may be relative.
    pub local_traits: Vec<Arc<str>>,
}

impl Trait for Mixin {
    const ID: &'static str = "smithy.api#mixin";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { local_traits: optional(node, "localTraits")?.unwrap_or_default() })
    }
}

/// `@error`: whose fault it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The client's.
    Client,
    /// The server's.
    Server,
}

impl Trait for Fault {
    const ID: &'static str = "smithy.api#error";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let text: Arc<str> = FromNode::from_node(node)?;
        match &*text {
            "client" => Ok(Self::Client),
            "server" => Ok(Self::Server),
            other => {
                let problem = format!("error trait must be set to client or server, found `{other}`");
                Err(syntax(node.span, problem))
            }
        }
    }
}

impl Lower for Fault {
    const ON: &'static [On] = &[On::Shape];

    /// With the status of `@httpError`.
    fn settings(&self, traits: &Traits) -> Vec<Setting> {
        let (fault, usual) = match self {
            Self::Client => ("schema::Fault::Client", 400),
            Self::Server => ("schema::Fault::Server", 500),
        };
        let status = traits.get::<HttpError>().map_or(usual, |error| error.0);
        vec![Setting::new("error", [Literal::Runtime(fault), Literal::Integer(status)])]
    }
}

/// `@default`: the value of a member that is absent. It is a document: see the node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultValue {
    /// There is none in spite of what the target says.
    Null,
    /// There is one.
    Value,
}

impl Trait for DefaultValue {
    const ID: &'static str = "smithy.api#default";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(if node.is_null() { Self::Null } else { Self::Value })
    }
}

super::markers! {
    /// `@required`: never absent.
    Required = "smithy.api#required"
    /// `@addedDefault`: the default came after the first release.
    AddedDefault = "smithy.api#addedDefault"
    /// `@clientOptional`: may be absent, as far as clients know.
    ClientOptional = "smithy.api#clientOptional"
    /// `@box`: has no default value, as Smithy 1.0 says it.
    Boxed = "smithy.api#box"
    /// `@sparse`: elements or values may be absent.
    Sparse = "smithy.api#sparse" => Shape: "sparse"
    /// `@input`: the input of one operation.
    Input = "smithy.api#input"
    /// `@output`: the output of one operation.
    Output = "smithy.api#output"
}
