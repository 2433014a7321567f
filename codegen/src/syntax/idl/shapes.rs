//! Shape definitions.

use super::parser::{Fault, Halt, Parsed, Parser, Suffix};
use super::token::TokenKind;
use super::tree::{Body, Io, MemberStatement, Name, OperationBody, ShapeStatement, Spelling, State, TraitUse, Version};
use crate::diagnostic::{Diagnostic, SyntaxFacts, SyntaxProblem};
use crate::model::{Node, ShapeType, Trait};
use crate::nearest::nearest;
use crate::traits::UniqueItems;

/// Whether a member has a target of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Elision {
    Written,
    Elided,
}

impl Parser<'_> {
    /// The keyword and name of a shape. The cursor is at the keyword.
    pub(super) fn shape(&mut self, mut traits: Vec<TraitUse>) -> Parsed<ShapeStatement> {
        let word = self.lexeme();
        let is_set = word == "set";
        let spelling = if is_set { Spelling::Set } else { Spelling::Type };
        let Some(kind) = ShapeType::from_name(word).or(is_set.then_some(ShapeType::List)) else {
            let known = ShapeType::NAMES.map(|(_, name)| name);
            let mut diagnostic =
                self.syntax_error(self.token(), SyntaxProblem::UnknownShapeType { name: word.to_owned() });
            diagnostic = match place_of(word) {
                Some(place) => diagnostic.with_help(place),
                None => diagnostic.with_nearest(nearest(word, known).or_else(|| abbreviated(word, known))),
            };
            self.report(diagnostic);
            return Err(Halt);
        };
        if is_set {
            let id = Name { text: UniqueItems::ID.into(), span: self.span() };
            traits.push(TraitUse { id, value: None, is_comment: false });
        }
        self.advance();
        self.expect_spaces()?;
        let name = self.identifier()?;
        if let Some(used) = self.imports.get(&name.text) {
            let facts = SyntaxFacts::ImportedName { name: name.text.into(), imported: used.text.to_string() };
            let error = Diagnostic::error("Model", facts, name.span);
            let error = error.with_label(used.span, "the name is already used here");
            self.fault.get_or_insert(Fault::Meaning);
            self.report(error);
            return Err(Halt);
        }
        Ok(ShapeStatement {
            kind,
            spelling,
            name,
            traits,
            resource: None,
            mixins: Vec::new(),
            body: Body::None,
            state: State::Broken,
        })
    }

    /// Spec: `Shape`. The rest of the definition, after the name.
    pub(super) fn rest_of_shape(&mut self, shape: &mut ShapeStatement) -> Parsed<()> {
        self.head_of(shape)?;
        self.body(shape)?;
        shape.state = State::Complete;
        Ok(())
    }

    /// `for Resource` and `with [ … ]`, on the line of the name.
    fn head_of(&mut self, shape: &mut ShapeStatement) -> Parsed<()> {
        self.skip_spaces();
        let is_aggregate =
            matches!(shape.kind, ShapeType::Structure | ShapeType::Union | ShapeType::List | ShapeType::Map);
        if is_aggregate && self.is_word("for") {
            if self.version < Version::V2 {
                return Err(self.newer_about(&shape.name.text, SyntaxProblem::NewerResource {}));
            }
            self.advance();
            self.expect_spaces()?;
            shape.resource = Some(self.shape_id()?);
            self.skip_spaces();
        }
        if self.is_word("with") {
            shape.mixins = self.mixins(&shape.name.text)?;
        }
        Ok(())
    }

    /// Spec: `Mixins`.
    fn mixins(&mut self, shape: &str) -> Parsed<Vec<Name>> {
        if self.version < Version::V2 {
            return Err(self.newer_about(shape, SyntaxProblem::NewerMixins {}));
        }
        self.advance();
        self.skip_blank();
        self.expect(TokenKind::LBracket)?;
        let mut mixins = Vec::new();
        loop {
            self.skip_blank();
            // At least one mixin is required.
            if self.is(TokenKind::RBracket) && !mixins.is_empty() {
                self.advance();
                return Ok(mixins);
            }
            mixins.push(self.shape_id()?);
        }
    }

    fn body(&mut self, shape: &mut ShapeStatement) -> Parsed<()> {
        use ShapeType as T;
        match shape.kind {
            T::Structure | T::Union | T::List | T::Map | T::Enum | T::IntEnum => {
                self.skip_blank();
                let is_enum = matches!(shape.kind, T::Enum | T::IntEnum);
                if !is_enum {
                    self.report_stray_docs();
                }
                let mut members = Vec::new();
                let rest = self.members(&shape.name, shape.kind, &mut members);
                shape.body = Body::Members(members);
                rest
            }
            T::Service | T::Resource => {
                self.skip_blank();
                let properties = self.properties()?;
                let newer = properties.get("properties").is_some_and(|(_, node)| node.as_object().is_some());
                shape.body = Body::Properties(properties);
                if shape.kind == T::Resource && self.version < Version::V2 && newer {
                    return Err(self.newer_about(&shape.name.text, SyntaxProblem::NewerProperties {}));
                }
                Ok(())
            }
            T::Operation => {
                self.skip_blank();
                let mut operation = OperationBody::default();
                let rest = self.operation(&shape.name, &mut operation);
                shape.body = Body::Operation(operation);
                rest
            }
            _ => Ok(()),
        }
    }

    /// Members in braces. After an error, `members` has the complete ones.
    fn members(&mut self, shape: &Name, kind: ShapeType, members: &mut Vec<MemberStatement>) -> Parsed<()> {
        let open = self.expect(TokenKind::LBrace)?;
        let mut names = crate::hash::HashMap::default();
        loop {
            self.skip_white_space();
            if matches!(self.kind(), TokenKind::RBrace | TokenKind::Eof) {
                return self.expect_closing(TokenKind::RBrace, open);
            }
            let traits = self.member_traits()?;
            let is_enum = matches!(kind, ShapeType::Enum | ShapeType::IntEnum);
            if !is_enum
                && self.is(TokenKind::RBrace)
                && let [docs] = traits.as_slice()
                && docs.is_comment
            {
                let text = docs.value.as_ref().and_then(Node::as_str).unwrap_or_default();
                self.report_stray(text, docs.id.span);
                continue;
            }
            // Members of enums may be on one line.
            let is_statement = !is_enum && self.begins_statement();
            let place = self.token();
            let name = self.member_name(kind);
            let known = name.as_ref().ok().and_then(|(name, _)| names.insert(name.text.clone(), name.span));
            if let (Ok((name, _)), Some(first)) = (&name, known) {
                let member = name.text.to_string();
                let problem = if is_enum {
                    SyntaxProblem::DuplicateEnumMember { member }
                } else {
                    SyntaxProblem::DuplicateMember { shape: self.full_name(&shape.text), member }
                };
                let diagnostic = self.meaning_error(place, problem).with_label(first, "it is already defined here");
                self.report_about(&shape.text, diagnostic);
                return Err(Halt);
            }
            let member = name.and_then(|(name, elision)| self.member(&shape.text, name, elision, traits, kind));
            if member.is_err() && is_statement {
                self.blame_unclosed(open);
            }
            members.push(member?);
        }
    }

    /// The name of a member, and whether its target is elided.
    fn member_name(&mut self, kind: ShapeType) -> Parsed<(Name, Elision)> {
        let is_enum = matches!(kind, ShapeType::Enum | ShapeType::IntEnum);
        let elision = if self.is(TokenKind::Dollar) && !is_enum { Elision::Elided } else { Elision::Written };
        if elision == Elision::Elided {
            self.advance();
        }
        Ok((self.identifier()?, elision))
    }

    /// A member, after its name.
    fn member(
        &mut self,
        shape: &str,
        name: Name,
        elision: Elision,
        traits: Vec<TraitUse>,
        kind: ShapeType,
    ) -> Parsed<MemberStatement> {
        let is_enum = matches!(kind, ShapeType::Enum | ShapeType::IntEnum);
        let elided = elision == Elision::Elided;
        if elided && self.version < Version::V2 {
            let member = format!("{shape}${}", name.text);
            return Err(self.newer_about(&member, SyntaxProblem::NewerElision {}));
        }
        let mut target = None;
        if !elided && !is_enum {
            self.skip_spaces();
            self.expect(TokenKind::Colon)?;
            self.skip_spaces();
            target = Some(self.shape_id()?);
        }
        self.skip_spaces();
        let mut value = None;
        if self.is(TokenKind::Equal) {
            if self.version < Version::V2 && !is_enum {
                return Err(self.newer(SyntaxProblem::NewerDefault {}));
            }
            self.advance();
            self.skip_spaces();
            value = Some(self.node()?);
            self.skip_spaces();
            if self.is(TokenKind::Comma) {
                self.advance();
            }
            self.expect_line_end()?;
        }
        Ok(MemberStatement { name, traits, target, elided, value })
    }

    /// Properties of an operation, in braces. After an error, `body` has the complete ones.
    fn operation(&mut self, shape: &Name, body: &mut OperationBody) -> Parsed<()> {
        let open = self.expect(TokenKind::LBrace)?;
        let mut seen: Vec<&str> = Vec::new();
        self.skip_blank();
        loop {
            if matches!(self.kind(), TokenKind::RBrace | TokenKind::Eof) {
                return self.expect_closing(TokenKind::RBrace, open);
            }
            let (place, is_statement) = (self.token(), self.begins_statement());
            let property = self.identifier()?;
            let known = ["input", "output", "errors"].into_iter().find(|known| *known == &*property.text);
            let Some(known) = known else {
                let shape_id = self.full_name(&shape.text);
                let problem = SyntaxProblem::UnknownProperty { property: property.text.into(), shape: shape_id };
                let error = self
                    .syntax_error(place, problem)
                    .with_help("the properties of operations are `input`, `output` and `errors`");
                self.report_about(&shape.text, error);
                if is_statement {
                    self.blame_unclosed(open);
                }
                return Err(Halt);
            };
            if seen.contains(&known) {
                let problem = SyntaxProblem::DuplicateProperty { property: known, shape: self.full_name(&shape.text) };
                let error = self.meaning_error(place, problem);
                self.report_about(&shape.text, error);
                return Err(Halt);
            }
            seen.push(known);
            self.skip_blank();
            match known {
                "input" => self.io(&shape.text, &property, Suffix::Input, &mut body.input)?,
                "output" => self.io(&shape.text, &property, Suffix::Output, &mut body.output)?,
                _ => {
                    self.expect(TokenKind::Colon)?;
                    self.skip_blank();
                    body.errors = self.id_list()?;
                }
            }
            self.expect_blank()?;
        }
    }

    fn id_list(&mut self) -> Parsed<Vec<Name>> {
        let open = self.expect(TokenKind::LBracket)?;
        let mut ids = Vec::new();
        loop {
            self.skip_blank();
            if matches!(self.kind(), TokenKind::RBracket | TokenKind::Eof) {
                self.expect_closing(TokenKind::RBracket, open)?;
                return Ok(ids);
            }
            ids.push(self.shape_id()?);
        }
    }

    /// Input or output: a name, or an inline structure.
    fn io(&mut self, operation: &str, property: &Name, suffix: Suffix, io: &mut Option<Io>) -> Parsed<()> {
        if !self.is(TokenKind::Walrus) {
            self.expect(TokenKind::Colon)?;
            self.skip_blank();
            *io = Some(Io::Target(self.shape_id()?));
            return Ok(());
        }
        if self.version < Version::V2 {
            return Err(self.newer_about(operation, SyntaxProblem::NewerInline {}));
        }
        self.advance();
        // Documentation before the structure has no effect, like that of other properties.
        self.take_docs();
        let traits = self.member_traits()?;
        let text = format!("{operation}{}", self.suffix(suffix)).into();
        let mut shape = ShapeStatement {
            kind: ShapeType::Structure,
            spelling: Spelling::Type,
            name: Name { text, span: property.span },
            traits,
            resource: None,
            mixins: Vec::new(),
            body: Body::None,
            state: State::Broken,
        };
        let rest = self.rest_of_shape(&mut shape);
        *io = Some(Io::Inline(Box::new(shape)));
        rest
    }

    /// Reports syntax of a shape or member of this file that version 1.0 does not support.
    fn newer_about(&mut self, name: &str, problem: SyntaxProblem) -> Halt {
        let error = self.newer_error(problem);
        self.report_about(name, error);
        Halt
    }

    /// Reports an error about a shape or member of this file.
    fn report_about(&mut self, name: &str, mut diagnostic: Diagnostic) {
        diagnostic.shape = crate::model::ShapeId::parse(&self.full_name(name)).ok();
        self.report(diagnostic);
    }
}

/// The keyword that another language, such as `struct` and `enumeration`, shortens or spells out.
fn abbreviated<'k>(word: &str, keywords: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    const SHORTEST: usize = 4;
    let is_start = |long: &str, short: &str| short.len() >= SHORTEST && long.starts_with(short);
    keywords.into_iter().find(|keyword| is_start(keyword, word) || is_start(word, keyword))
}

/// Help for a keyword that is not allowed here, if the word is one.
fn place_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "metadata" => "`metadata` must be before the namespace",
        "namespace" => "a file can have only one namespace: move the other shapes to another file",
        "use" => "`use` must be directly after the namespace",
        _ => return None,
    })
}
