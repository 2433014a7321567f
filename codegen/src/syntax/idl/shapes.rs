//! Shape definitions.

use super::parser::{Halt, Parsed, Parser};
use super::token::TokenKind;
use super::tree::{Body, Io, MemberStatement, Name, OperationBody, ShapeStatement, Spelling, TraitUse, Version};
use crate::diagnostic::Diagnostic;
use crate::model::{ShapeType, Trait};
use crate::nearest::nearest;
use crate::traits::UniqueItems;

impl Parser<'_> {
    /// Spec: `Shape`. The cursor is at the keyword of the type.
    pub(super) fn shape(&mut self, mut traits: Vec<TraitUse>) -> Parsed<ShapeStatement> {
        let word = self.lexeme();
        let is_set = word == "set";
        let spelling = if is_set { Spelling::Set } else { Spelling::Type };
        let Some(kind) = ShapeType::from_name(word).or(is_set.then_some(ShapeType::List)) else {
            let known = ShapeType::NAMES.map(|(_, name)| name);
            let mut diagnostic = self.syntax_error(self.token(), &format!("Unknown shape type: {word}"));
            if let Some(place) = place_of(word) {
                diagnostic = diagnostic.with_help(place);
            } else if let Some(near) = nearest(word, known) {
                diagnostic = diagnostic.with_help(format!("did you mean `{near}`?"));
            }
            self.report(diagnostic);
            return Err(Halt);
        };
        let wrong = match self.version {
            Version::V1 => matches!(kind, ShapeType::Enum | ShapeType::IntEnum),
            Version::V2 => is_set,
        };
        if wrong {
            let message = format!("{word} shapes cannot be used in Smithy version {}", self.version.name());
            let mut error = if is_set { self.syntax_error(self.token(), "") } else { self.newer_error("") };
            error.message = message;
            self.advance();
            self.expect_spaces()?;
            let name = self.identifier()?;
            self.report_about(&name.text, error);
            return Err(Halt);
        }
        if is_set {
            let id = Name { text: UniqueItems::ID.into(), span: self.span() };
            traits.push(TraitUse { id, value: None, is_comment: false });
        }
        self.advance();
        self.expect_spaces()?;
        let name = self.identifier()?;
        let mut shape =
            ShapeStatement { kind, spelling, name, traits, resource: None, mixins: Vec::new(), body: Body::None };
        let rest = self.head_of(&mut shape).and_then(|()| self.body(&shape));
        if std::mem::take(&mut self.lost_traits) || rest.is_err() {
            self.broken.push((shape.name.clone(), kind));
        }
        shape.body = rest?;
        Ok(shape)
    }

    /// `for Resource` and `with [ … ]`, on the line of the name.
    fn head_of(&mut self, shape: &mut ShapeStatement) -> Parsed<()> {
        self.skip_spaces();
        let is_aggregate =
            matches!(shape.kind, ShapeType::Structure | ShapeType::Union | ShapeType::List | ShapeType::Map);
        if is_aggregate && self.is_word("for") {
            if self.version < Version::V2 {
                let message = "Structures can only be bound to resources with Smithy version 2 or later. Attempted to \
                               bind a structure to a resource with version `1.0`.";
                return Err(self.newer_about(&shape.name.text, message));
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
            let message = "Mixins can only be used with Smithy version 2 or later. Attempted to use mixins with \
                           version `1.0`.";
            return Err(self.newer_about(shape, message));
        }
        self.advance();
        self.skip_blank();
        let open = self.expect(TokenKind::LBracket)?;
        let mut mixins = Vec::new();
        loop {
            self.skip_blank_within(open)?;
            // At least one mixin is required.
            if self.is(TokenKind::RBracket) && !mixins.is_empty() {
                self.advance();
                return Ok(mixins);
            }
            mixins.push(self.shape_id()?);
        }
    }

    fn body(&mut self, shape: &ShapeStatement) -> Parsed<Body> {
        use ShapeType as T;
        match shape.kind {
            T::Structure | T::Union | T::List | T::Map | T::Enum | T::IntEnum => {
                self.skip_blank();
                Ok(Body::Members(self.members(&shape.name, shape.kind)?))
            }
            T::Service | T::Resource => {
                self.skip_blank();
                let properties = self.properties()?;
                if shape.kind == T::Resource && self.version < Version::V2 && properties.contains_key("properties") {
                    let message = "Resource properties can only be used with Smithy version 2 or later. Attempted to use \
                                   resource properties with version `1.0`.";
                    let error = self.newer_error(message);
                    self.report_about(&shape.name.text, error);
                    return Err(Halt);
                }
                Ok(Body::Properties(properties))
            }
            T::Operation => {
                self.skip_blank();
                Ok(Body::Operation(self.operation(&shape.name)?))
            }
            _ => Ok(Body::None),
        }
    }

    /// Members in braces.
    fn members(&mut self, shape: &Name, kind: ShapeType) -> Parsed<Vec<MemberStatement>> {
        let open = self.expect(TokenKind::LBrace)?;
        let mut members: Vec<MemberStatement> = Vec::new();
        let mut names = std::collections::HashMap::new();
        loop {
            self.report_stray_docs();
            let start = self.place();
            self.skip_blank();
            if matches!(self.kind(), TokenKind::RBrace | TokenKind::Eof) {
                self.expect_closing(TokenKind::RBrace, open)?;
                return Ok(members);
            }
            let traits = self.traits()?;
            let is_enum = matches!(kind, ShapeType::Enum | ShapeType::IntEnum);
            // Members of enums may be on one line.
            if !is_enum && self.starts_line() && self.begins_statement() {
                return Err(self.unclosed(open, start));
            }
            let place = self.token();
            let member = self.member(&shape.text, traits, kind)?;
            if let Some(first) = names.insert(member.name.text.clone(), member.name.span) {
                let name = &member.name.text;
                let message = if matches!(kind, ShapeType::Enum | ShapeType::IntEnum) {
                    format!("Found conflicting member name, `{name}`")
                } else {
                    format!("Duplicate member of `{}`: '{name}'", self.full_name(&shape.text))
                };
                let diagnostic = self.syntax_error(place, &message).with_label(first, "it is defined here already");
                self.report_about(&shape.text, diagnostic);
                continue;
            }
            members.push(member);
        }
    }

    fn member(&mut self, shape: &str, traits: Vec<TraitUse>, kind: ShapeType) -> Parsed<MemberStatement> {
        let is_enum = matches!(kind, ShapeType::Enum | ShapeType::IntEnum);
        let elided = self.is(TokenKind::Dollar) && !is_enum;
        if elided {
            self.advance();
        }
        let name = self.identifier()?;
        if elided && self.version < Version::V2 {
            let member = format!("{shape}${}", name.text);
            return Err(self.newer_about(&member, "Members can only elide targets in IDL version 2 or later"));
        }
        let mut target = None;
        if !elided && !is_enum {
            self.skip_spaces();
            self.expect(TokenKind::Colon)?;
            self.skip_spaces();
            if self.version < Version::V2 {
                self.skip_blank();
            }
            target = Some(self.shape_id()?);
        }
        let has_space = self.is(TokenKind::Space);
        self.skip_spaces();
        let mut value = None;
        if self.is(TokenKind::Equal) {
            if self.version < Version::V2 {
                return Err(self.newer("@default assignment is only supported in IDL version 2 or later"));
            }
            self.advance();
            self.skip_spaces();
            value = Some(self.node()?);
            self.skip_spaces();
            if self.is(TokenKind::Comma) {
                self.advance();
            }
            self.expect_line_end()?;
        } else if !(self.pass_docs_on_line() || has_space || matches!(self.kind(), TokenKind::RBrace | TokenKind::Eof))
        {
            self.expect_blank()?;
        }
        Ok(MemberStatement { name, traits, target, elided, value })
    }

    /// Properties of an operation, in braces.
    fn operation(&mut self, shape: &Name) -> Parsed<OperationBody> {
        let open = self.expect(TokenKind::LBrace)?;
        let mut body = OperationBody::default();
        let mut seen: Vec<&str> = Vec::new();
        loop {
            self.skip_blank_within(open)?;
            if self.is(TokenKind::RBrace) {
                self.advance();
                return Ok(body);
            }
            let place = self.token();
            let property = self.identifier()?;
            let known = ["input", "output", "errors"].into_iter().find(|known| *known == &*property.text);
            let Some(known) = known else {
                let id = self.full_name(&shape.text);
                let message = format!("Unknown property {} for {id}", property.text);
                let error =
                    self.syntax_error(place, &message).with_help("an operation has `input`, `output` and `errors`");
                self.report_about(&shape.text, error);
                return Err(Halt);
            };
            if seen.contains(&known) {
                let id = self.full_name(&shape.text);
                let error = self.syntax_error(place, &format!("Duplicate operation {known} property for `{id}`"));
                self.report_about(&shape.text, error);
                return Err(Halt);
            }
            seen.push(known);
            self.skip_blank();
            match known {
                "input" => body.input = Some(self.io(&shape.text, property)?),
                "output" => body.output = Some(self.io(&shape.text, property)?),
                _ => {
                    self.expect(TokenKind::Colon)?;
                    self.skip_blank();
                    body.errors = self.id_list()?;
                }
            }
            if !self.is(TokenKind::RBrace) {
                self.expect_blank()?;
            }
        }
    }

    fn id_list(&mut self) -> Parsed<Vec<Name>> {
        let open = self.expect(TokenKind::LBracket)?;
        let mut ids = Vec::new();
        loop {
            self.skip_blank_within(open)?;
            if self.is(TokenKind::RBracket) {
                self.advance();
                return Ok(ids);
            }
            ids.push(self.shape_id()?);
        }
    }

    /// Input or output: a name, or an inline structure.
    fn io(&mut self, operation: &str, property: Name) -> Parsed<Io> {
        if !self.is(TokenKind::Walrus) {
            self.expect(TokenKind::Colon)?;
            self.skip_blank();
            return self.shape_id().map(Io::Target);
        }
        if self.version < Version::V2 {
            let message = "Inlined operation inputs and outputs can only be used with Smithy version 2 or later. \
                           Attempted to use inlined IO with version `1.0`.";
            return Err(self.newer_about(operation, message));
        }
        self.advance();
        let traits = self.traits()?;
        let mut shape = ShapeStatement {
            kind: ShapeType::Structure,
            spelling: Spelling::Type,
            name: property,
            traits,
            resource: None,
            mixins: Vec::new(),
            body: Body::None,
        };
        self.head_of(&mut shape)?;
        self.skip_blank();
        shape.body = Body::Members(self.members(&shape.name, ShapeType::Structure)?);
        Ok(Io::Inline(Box::new(shape)))
    }

    /// Reports syntax of a shape or member of this file that version 1.0 does not have.
    fn newer_about(&mut self, name: &str, message: &str) -> Halt {
        let error = self.newer_error(message);
        self.report_about(name, error);
        Halt
    }

    /// Reports an error about a shape or member of this file.
    fn report_about(&mut self, name: &str, mut diagnostic: Diagnostic) {
        diagnostic.shape = crate::model::ShapeId::parse(&self.full_name(name)).ok();
        self.report(diagnostic);
    }
}

/// Help for a keyword that is not allowed here, if the word is one.
fn place_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "metadata" => "`metadata` must be before the namespace",
        "namespace" => "a file has one namespace: move the other shapes to another file",
        "use" => "`use` must be directly after the namespace",
        _ => return None,
    })
}
