//! Facts of syntax errors in models, and their messages.

use std::fmt::{self, Display, Formatter};

use serde::Serialize;

use super::parts::List;
use super::{NumberProblem, TextKind, facts};

facts! {
    /// Facts of syntax errors in models.
    SyntaxFacts

    Syntax { line: usize, column: usize, problem: SyntaxProblem }
        "Syntax error at line {line}, column {column}: {problem}",
    UsedName { name: String, other: String }
        "Cannot use name `{name}` because it conflicts with `{other}`",
    ImportedName { name: String, imported: String }
        "Shape name `{name}` conflicts with imported shape `{imported}`",
    DuplicateKey { key: String }
        "Duplicate member: '{key}'",
    UnknownControl { key: String, value: String }
        "Unknown control statement `{key}` with value `{value}`",
    StrayDocumentation { text: String }
        "Found documentation comments ('///') attached to nothing. Documentation comments must appear on their own \
         lines, directly before shapes and members, and before any traits. The invalid comments were: {text}",
    Json { problem: String }
        "Error parsing JSON: {problem}",
    JsonDepth { limit: usize }
        "Error parsing JSON: nested more than {limit} levels deep",
}

facts! {
    /// Syntax errors of an IDL file.
    SyntaxProblem

    Expected { expected: ExpectedToken, found: FoundToken }
        "Expected {expected} but found {found}",
    ExpectedOneOf { expected: List<ExpectedToken>, found: FoundToken }
        "Expected one of {expected}; but found {found}",
    ExpectedSpace { found: FoundToken }
        "Expected one or more whitespace characters, but found {found}",
    ExpectedLineBreak { found: FoundToken }
        "Expected a line break, but found {found}",
    ExpectedNamespace { found: FoundToken }
        "Expected a namespace definition but found {found}",
    ExpectedComment {}
        "Expected a '/' to follow '/' to form a comment.",
    ExpectedIdentifier { found: FoundCharacter }
        "Expected a valid identifier character, but found '{found}'",
    UnexpectedCharacter { found: FoundCharacter }
        "Unexpected character: '{found}'",
    UnexpectedEnd {}
        "Unexpected end of the file",
    Number { text: String, problem: NumberProblem }
        "Invalid number '{text}': {problem}",
    Text { text: TextKind, problem: StringProblem }
        "Error parsing {text}: {problem}",
    UnclosedText { text: TextKind, line: usize, column: usize }
        "Error parsing {text}: Syntax error at line {line}, column {column}: Expected: '\"', but found '[EOF]'",
    Depth { limit: usize }
        "Values are nested deeper than {limit}",
    DuplicateControl { key: String }
        "Duplicate control statement `{key}`",
    ControlType { key: String, found: String }
        "The ${key} control statement must have a string value, but found {found}",
    SuffixCharacters { key: String, suffix: String }
        "The ${key} control statement makes names of shapes, so `{suffix}` must contain only letters, digits and \
         underscores",
    UnsupportedVersion { version: String }
        "Unsupported Smithy version number: {version}",
    TraitsOnApply {}
        "Traits applied to apply statement",
    UnknownShapeType { name: String }
        "Unknown shape type: {name}",
    DuplicateMember { shape: String, member: String }
        "Duplicate member of `{shape}`: '{member}'",
    DuplicateEnumMember { member: String }
        "Found conflicting member name, `{member}`",
    UnknownProperty { property: String, shape: String }
        "Unknown property {property} for {shape}",
    DuplicateProperty { property: &'static str, shape: String }
        "Duplicate operation {property} property for `{shape}`",
    NewerResource {}
        "Structures can only be bound to resources with Smithy version 2 or later. Attempted to bind a structure to a \
         resource with version `1.0`.",
    NewerMixins {}
        "Mixins can only be used with Smithy version 2 or later. Attempted to use mixins with version `1.0`.",
    NewerProperties {}
        "Resource properties can only be used with Smithy version 2 or later. Attempted to use resource properties \
         with version `1.0`.",
    NewerInline {}
        "Inlined operation inputs and outputs can only be used with Smithy version 2 or later. Attempted to use \
         inlined IO with version `1.0`.",
    NewerElision {}
        "Members can only elide targets in IDL version 2 or later",
    NewerDefault {}
        "@default assignment is only supported in IDL version 2 or later",
}

facts! {
    /// Errors of a quoted string or text block.
    StringProblem

    EmptyBlock {}
        "Text block is empty",
    FirstLine {}
        "Text block must start with a new line",
    Escape { found: FoundCharacter }
        "Invalid escape found in string: `\\{found}`",
    Character { found: FoundCharacter }
        "Invalid string character: `{found}`",
    Surrogate { unit: u16 }
        "Invalid unicode escape: `\\u{unit:04x}` is half of a surrogate pair",
    UnclosedEscape {}
        "Invalid unclosed unicode escape found in string",
    Digit { found: FoundCharacter }
        "Invalid unicode escape character: `{found}`",
}

/// A token that is expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExpectedToken {
    /// The name of its kind in the reference implementation, such as `COLON`.
    pub token: &'static str,
    /// Its text. Empty if it is not fixed.
    pub text: &'static str,
}

impl Display for ExpectedToken {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_token(f, self.token, self.text)
    }
}

/// A token that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundToken {
    /// The name of its kind in the reference implementation, such as `IDENTIFIER`.
    pub token: &'static str,
    /// Its text. Empty at the end of the file.
    pub text: String,
}

/// Maximum length of a token in a message, in characters.
const MAX_QUOTED: usize = 100;

impl Display for FoundToken {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut quoted: String = self.text.chars().take(MAX_QUOTED).collect();
        if quoted.len() < self.text.len() {
            quoted.push('…');
        }
        write_token(f, self.token, &quoted.replace('\n', "\\n").replace('\r', "\\r"))
    }
}

/// `COLON(':')`, as in messages of the reference implementation.
fn write_token(f: &mut Formatter<'_>, token: &str, text: &str) -> fmt::Result {
    if text.is_empty() { f.write_str(token) } else { write!(f, "{token}('{text}')") }
}

/// A character, or `None` at the end of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FoundCharacter(pub Option<char>);

impl Display for FoundCharacter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("[EOF]"),
            Some(character) if character.is_control() => write!(f, "{}", character.escape_debug()),
            Some(character) => write!(f, "{character}"),
        }
    }
}
