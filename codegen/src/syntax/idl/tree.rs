//! The syntax tree of an IDL file: statements in the order written, with spans. Documentation comments are `documentation`
//! traits already; other comments are not kept.

use std::collections::HashSet;

use crate::model::{Node, Object, ShapeType};
use crate::source::Span;

/// One file.
#[derive(Debug, Default)]
pub struct Tree {
    /// The language version that the file is written in.
    pub version: Version,
    /// Control statements other than `$version`.
    pub controls: Vec<Entry>,
    /// Metadata statements.
    pub metadata: Vec<Entry>,
    /// The namespace; none where the file defines nothing.
    pub namespace: Option<Name>,
    /// `use` statements.
    pub uses: Vec<Name>,
    /// Shapes and `apply` statements.
    pub statements: Vec<Statement>,
    /// Shapes whose definitions could not be read to their end, or lack traits that could not be read: others may name them.
    pub broken: Vec<(Name, ShapeType)>,
    /// Offsets of the string nodes that were written without quotes: shape ids that are to be made absolute.
    pub references: HashSet<u32>,
}

/// A version of the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// 1.0, which is also meant where a file does not say.
    #[default]
    V1,
    /// 2.0
    V2,
}

impl Version {
    /// The version that the text of a model file names.
    pub fn from_text(text: &str) -> Option<Self> {
        match text {
            "1" | "1.0" => Some(Self::V1),
            "2" | "2.0" => Some(Self::V2),
            _ => None,
        }
    }

    /// The whole version number.
    pub fn name(self) -> &'static str {
        match self {
            Self::V1 => "1.0",
            Self::V2 => "2.0",
        }
    }
}

/// A key with a value.
#[derive(Debug)]
pub struct Entry {
    /// The key.
    pub key: Name,
    /// The value.
    pub value: Node,
}

/// An identifier or shape id as it was written.
#[derive(Clone, Debug)]
pub struct Name {
    /// The text.
    pub text: Box<str>,
    /// Its place.
    pub span: Span,
}

/// What stands in the shape section.
#[derive(Debug)]
pub enum Statement {
    /// A shape definition.
    Shape(ShapeStatement),
    /// Traits for a shape that is defined elsewhere.
    Apply(Apply),
}

/// `apply Target @trait` or `apply Target { @trait … }`
#[derive(Debug)]
pub struct Apply {
    /// The shape or member.
    pub target: Name,
    /// The traits.
    pub traits: Vec<TraitUse>,
}

/// A trait and its value.
#[derive(Debug)]
pub struct TraitUse {
    /// The trait.
    pub id: Name,
    /// The value; none for `@id` and `@id()`.
    pub value: Option<Node>,
    /// Whether it was written as a documentation comment.
    pub is_comment: bool,
}

/// A shape definition.
#[derive(Debug)]
pub struct ShapeStatement {
    /// The shape's type. `set`, of version 1.0, is a list with `@uniqueItems`.
    pub kind: ShapeType,
    /// The keyword that named the type.
    pub spelling: Spelling,
    /// The shape's name.
    pub name: Name,
    /// Documentation and traits.
    pub traits: Vec<TraitUse>,
    /// `for Resource`
    pub resource: Option<Name>,
    /// `with [ … ]`
    pub mixins: Vec<Name>,
    /// What stands in braces.
    pub body: Body,
}

/// How the source names the type of a shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spelling {
    /// By the name of the type.
    #[default]
    Type,
    /// As `set`, which version 1.0 has for lists with `@uniqueItems`.
    Set,
}

/// The body of a shape.
#[derive(Debug)]
pub enum Body {
    /// There are no braces.
    None,
    /// Members.
    Members(Vec<MemberStatement>),
    /// Properties of a service or resource.
    Properties(Object),
    /// Properties of an operation.
    Operation(OperationBody),
}

/// A member.
#[derive(Debug)]
pub struct MemberStatement {
    /// Its name.
    pub name: Name,
    /// Documentation and traits.
    pub traits: Vec<TraitUse>,
    /// The target; none for `$name` and for members of enums.
    pub target: Option<Name>,
    /// Whether it was written as `$name`.
    pub elided: bool,
    /// The value after `=`: a default, or an enum value.
    pub value: Option<Node>,
}

/// Properties of an operation.
#[derive(Debug, Default)]
pub struct OperationBody {
    /// Input.
    pub input: Option<Io>,
    /// Output.
    pub output: Option<Io>,
    /// Errors.
    pub errors: Vec<Name>,
}

/// Input or output of an operation.
#[derive(Debug)]
pub enum Io {
    /// `input: Shape`
    Target(Name),
    /// `input := { … }`; the name is that of the property, and gives way to one made of the operation's.
    Inline(Box<ShapeStatement>),
}
