//! The syntax tree of an IDL file: statements in source order, with spans. Documentation comments are `documentation`
//! traits; other comments are dropped.

use std::collections::BTreeMap;

use crate::model::{Node, Object, ShapeType};
use crate::source::Span;

/// One file.
#[derive(Debug, Default)]
pub struct Tree {
    /// The version of the language.
    pub version: Version,
    /// Whether the version that the file declares is invalid, so that it is read as version 1.0.
    pub is_misread: bool,
    /// Whether the text does not follow the grammar. Not set by what is read after another error.
    pub is_malformed: bool,
    /// Control statements except `$version`.
    pub controls: Vec<Entry>,
    /// Metadata statements.
    pub metadata: Vec<Entry>,
    /// The namespace, if the file defines shapes.
    pub namespace: Option<Name>,
    /// `use` statements.
    pub uses: Vec<Name>,
    /// `use` statements after a shape, which are errors.
    pub misplaced_uses: Vec<Name>,
    /// Shapes and `apply` statements.
    pub statements: Vec<Statement>,
    /// Unquoted string nodes by their offset. They are shape IDs to be resolved, also in statements with errors.
    pub references: BTreeMap<u32, Name>,
}

/// A version of the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// 1.0, the default.
    #[default]
    V1,
    /// 2.0
    V2,
}

impl Version {
    /// The version named in a model file.
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

/// An identifier or shape ID as written.
#[derive(Clone, Debug)]
pub struct Name {
    /// The text.
    pub text: Box<str>,
    /// Its span.
    pub span: Span,
}

/// A statement of the shape section.
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
    /// The value, or `None` for `@id` and `@id()`.
    pub value: Option<Node>,
    /// Whether it is a documentation comment.
    pub is_comment: bool,
}

/// A shape definition.
#[derive(Debug)]
pub struct ShapeStatement {
    /// The type of the shape. `set`, of version 1.0, is a list with `@uniqueItems`.
    pub kind: ShapeType,
    /// The keyword of the type.
    pub spelling: Spelling,
    /// The shape's name.
    pub name: Name,
    /// Documentation and traits.
    pub traits: Vec<TraitUse>,
    /// `for Resource`
    pub resource: Option<Name>,
    /// `with [ … ]`
    pub mixins: Vec<Name>,
    /// The body. After a syntax error, what was parsed before it.
    pub body: Body,
    /// Whether the definition was parsed to its end.
    pub state: State,
}

/// Whether a definition was parsed to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The definition has no syntax error.
    Complete,
    /// The definition has a syntax error, so it defines no shape. Traits of complete members, and complete inline
    /// structures, are part of the model.
    Broken,
}

/// The keyword of a type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spelling {
    /// The name of the type.
    #[default]
    Type,
    /// `set`, the keyword of version 1.0 for lists with `@uniqueItems`.
    Set,
}

/// The body of a shape.
#[derive(Debug)]
pub enum Body {
    /// No braces.
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
    /// The target, or `None` for `$name` and members of enums.
    pub target: Option<Name>,
    /// Whether it was written as `$name`.
    pub elided: bool,
    /// The value after `=`: a default or an enum value.
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
    /// `input := { … }`; the name is that of the property, and is replaced by one derived from the operation's.
    Inline(Box<ShapeStatement>),
}
