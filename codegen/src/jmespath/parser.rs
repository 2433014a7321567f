//! Precedence-climbing parser. A token binds to the expression on its left if its binding power is above that of the
//! construct that is being parsed.

use super::SyntaxError;
use super::expression::{Expression, ExpressionKind, Place};
use super::lexer::{Mark, Token, TokenKind, tokens};

/// Maximum nesting of expressions.
const DEEPEST: usize = 50;

/// Binding powers of constructs, on the scale of [`power`].
const PIPE: u8 = 1;
const OR: u8 = 2;
const AND: u8 = 3;
const COMPARISON: u8 = 5;
const FLATTEN: u8 = 9;
/// Tokens with a lower power end a projection.
const PROJECTION_END: u8 = 10;
const STAR: u8 = 20;
const FILTER: u8 = 21;
const DOT: u8 = 40;
const NOT: u8 = 45;
const BRACKET: u8 = 55;
const PARENTHESIS: u8 = 60;

/// Parses an expression.
///
/// # Errors
/// The text is not a `JMESPath` expression, or is too large (more than a thousand tokens, or more than fifty levels).
///
/// ```
/// assert!(whitesmith_codegen::jmespath::parse("jobs[?state == 'done'].name | [0]").is_ok());
/// let error = whitesmith_codegen::jmespath::parse("jobs[?state = 'done']").unwrap_err();
/// assert_eq!((error.place.line, error.place.column), (1, 14));
/// ```
pub fn parse(text: &str) -> Result<Expression, SyntaxError> {
    let mut parser =
        Parser { tokens: tokens(text)?.into_iter().peekable(), depth: 0, end: Place { line: 1, column: 1 } };
    let expression = parser.expression(0)?;
    parser.expect(Mark::End)?;
    Ok(expression)
}

struct Parser {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token>>,
    depth: usize,
    /// Position of the last token, for errors at the end.
    end: Place,
}

/// Binding power of a token toward the expression on its left.
fn power(kind: &TokenKind) -> u8 {
    match kind {
        TokenKind::Comparator(_) => COMPARISON,
        TokenKind::Mark(mark) => match mark {
            Mark::Pipe => PIPE,
            Mark::Or => OR,
            Mark::And => AND,
            Mark::Flatten => FLATTEN,
            Mark::Star => STAR,
            Mark::Filter => FILTER,
            Mark::Dot => DOT,
            Mark::Not => NOT,
            Mark::LeftBrace => 50,
            Mark::LeftBracket => BRACKET,
            Mark::LeftParenthesis => PARENTHESIS,
            _ => 0,
        },
        TokenKind::Identifier(_) | TokenKind::Literal(_) | TokenKind::Number(_) => 0,
    }
}

fn at(place: Place, kind: ExpressionKind) -> Expression {
    Expression { kind, place }
}

impl Parser {
    fn peek(&mut self) -> Option<&Token> {
        self.tokens.peek()
    }

    fn peek_mark(&mut self) -> Option<Mark> {
        match self.peek()?.kind {
            TokenKind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    fn place(&mut self) -> Place {
        let end = self.end;
        self.peek().map_or(end, |token| token.place)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.next()?;
        self.end = token.place;
        Some(token)
    }

    fn error(&mut self, message: String) -> SyntaxError {
        SyntaxError { place: self.place(), message }
    }

    fn unexpected(&mut self, expected: &str) -> SyntaxError {
        let found = self.peek().map_or_else(|| Mark::End.text().to_owned(), |token| token.kind.name());
        self.error(format!("Expected {expected}, but found {found}"))
    }

    fn take(&mut self, mark: Mark) -> bool {
        let is_there = self.peek_mark() == Some(mark);
        if is_there {
            self.next();
        }
        is_there
    }

    fn expect(&mut self, mark: Mark) -> Result<(), SyntaxError> {
        if self.take(mark) {
            return Ok(());
        }
        let name = TokenKind::Mark(mark).name();
        Err(self.unexpected(&name))
    }

    fn expression(&mut self, right_power: u8) -> Result<Expression, SyntaxError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.error(format!("Parser exceeded the maximum allowed depth of {DEEPEST}")));
        }
        let mut left = self.head()?;
        while self.peek().is_some_and(|token| right_power < power(&token.kind)) {
            left = self.tail(left)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// Tokens that may begin an expression.
    fn head(&mut self) -> Result<Expression, SyntaxError> {
        const EXPECTED: &str = "['@', 'A-Z|a-z|_', '`', '*', '{', '[', '[]', '&', '!', '[?', '(']";
        let place = self.place();
        let starts = matches!(
            self.peek().map(|token| &token.kind),
            Some(
                TokenKind::Identifier(_)
                    | TokenKind::Literal(_)
                    | TokenKind::Mark(
                        Mark::Current
                            | Mark::Star
                            | Mark::LeftBracket
                            | Mark::LeftBrace
                            | Mark::Flatten
                            | Mark::Reference
                            | Mark::Not
                            | Mark::Filter
                            | Mark::LeftParenthesis
                    )
            )
        );
        let token = if starts { self.next() } else { None };
        let Some(token) = token else { return Err(self.unexpected(EXPECTED)) };
        let current = || at(place, ExpressionKind::Current);
        let mark = match token.kind {
            TokenKind::Identifier(name) if self.take(Mark::LeftParenthesis) => {
                let arguments = self.list(Mark::RightParenthesis)?;
                return Ok(at(place, ExpressionKind::Function(name, arguments)));
            }
            TokenKind::Identifier(name) => return Ok(at(place, ExpressionKind::Field(name))),
            TokenKind::Literal(value) => return Ok(at(place, ExpressionKind::Literal(value))),
            TokenKind::Mark(mark) => mark,
            TokenKind::Number(_) | TokenKind::Comparator(_) => return Err(self.unexpected(EXPECTED)),
        };
        match mark {
            Mark::Star => self.wildcard_object(current(), place),
            Mark::LeftBracket => self.bracket_head(),
            Mark::LeftBrace => self.hash(),
            Mark::Flatten => self.flatten(current()),
            Mark::Filter => self.filter(current()),
            Mark::Reference => Ok(at(place, ExpressionKind::Reference(Box::new(self.expression(0)?)))),
            Mark::Not => Ok(at(place, ExpressionKind::Not(Box::new(self.expression(NOT)?)))),
            Mark::LeftParenthesis => {
                let inner = self.expression(0)?;
                self.expect(Mark::RightParenthesis)?;
                Ok(inner)
            }
            _ => Ok(current()),
        }
    }

    /// Tokens that may follow an expression.
    fn tail(&mut self, left: Expression) -> Result<Expression, SyntaxError> {
        const EXPECTED: &str = "['.', '[', '||', '&&', '|', '[]', '[?', '==', '!=', '>', '>=', '<', '<=', '(']";
        let place = self.place();
        let left = Box::new(left);
        let mark = match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Comparator(comparator)) => {
                let comparator = *comparator;
                self.next();
                let place = self.place();
                let right = Box::new(self.expression(COMPARISON)?);
                return Ok(at(place, ExpressionKind::Comparison(comparator, left, right)));
            }
            Some(TokenKind::Mark(
                mark @ (Mark::Dot
                | Mark::LeftBracket
                | Mark::Or
                | Mark::And
                | Mark::Pipe
                | Mark::Flatten
                | Mark::Filter),
            )) => *mark,
            _ => return Err(self.unexpected(EXPECTED)),
        };
        self.next();
        match mark {
            Mark::Dot if self.peek_mark() == Some(Mark::Star) => {
                let place = self.place();
                self.next();
                self.wildcard_object(*left, place)
            }
            Mark::Dot => {
                let right = Box::new(self.after_dot(DOT)?);
                Ok(at(place, ExpressionKind::Subexpression(left, right)))
            }
            Mark::Flatten => self.flatten(*left),
            Mark::Filter => self.filter(*left),
            Mark::Or => Ok(at(place, ExpressionKind::Or(left, Box::new(self.expression(OR)?)))),
            Mark::And => Ok(at(place, ExpressionKind::And(left, Box::new(self.expression(AND)?)))),
            Mark::Pipe => Ok(at(place, ExpressionKind::Subexpression(left, Box::new(self.expression(PIPE)?)))),
            _ if self.peek_mark() == Some(Mark::Star) => self.wildcard_index(*left),
            _ => {
                let right = Box::new(self.index()?);
                Ok(at(place, ExpressionKind::Subexpression(left, right)))
            }
        }
    }

    /// Continues after a `[` at the start of an expression.
    fn bracket_head(&mut self) -> Result<Expression, SyntaxError> {
        let place = self.place();
        match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Number(_) | TokenKind::Mark(Mark::Colon)) => self.index(),
            Some(TokenKind::Mark(Mark::Star)) => {
                self.next();
                if self.take(Mark::RightBracket) {
                    let left = at(place, ExpressionKind::Current);
                    return self.project(left, place);
                }
                // `[*.a, b]`: a list whose first item starts with a wildcard.
                let first = self.wildcard_object(at(place, ExpressionKind::Current), place)?;
                let first = self.read_on(first)?;
                let items = self.list_after(Some(first), Mark::RightBracket)?;
                Ok(at(place, ExpressionKind::MultiList(items)))
            }
            _ => Ok(at(place, ExpressionKind::MultiList(self.list(Mark::RightBracket)?))),
        }
    }

    fn read_on(&mut self, mut left: Expression) -> Result<Expression, SyntaxError> {
        while self.peek().is_some_and(|token| power(&token.kind) > 0) {
            left = self.tail(left)?;
        }
        Ok(left)
    }

    /// `[*]` after an expression, starting at the `*`.
    fn wildcard_index(&mut self, left: Expression) -> Result<Expression, SyntaxError> {
        let place = self.place();
        self.expect(Mark::Star)?;
        self.expect(Mark::RightBracket)?;
        self.project(left, place)
    }

    fn project(&mut self, left: Expression, place: Place) -> Result<Expression, SyntaxError> {
        let right = Box::new(self.projected(STAR)?);
        Ok(at(place, ExpressionKind::Projection(Box::new(left), right)))
    }

    fn wildcard_object(&mut self, left: Expression, place: Place) -> Result<Expression, SyntaxError> {
        let right = Box::new(self.projected(STAR)?);
        Ok(at(place, ExpressionKind::ObjectProjection(Box::new(left), right)))
    }

    fn flatten(&mut self, left: Expression) -> Result<Expression, SyntaxError> {
        let place = left.place;
        let flat = at(place, ExpressionKind::Flatten(Box::new(left)));
        let place = self.place();
        self.project_at(flat, FLATTEN, place)
    }

    fn project_at(&mut self, left: Expression, power: u8, place: Place) -> Result<Expression, SyntaxError> {
        let right = Box::new(self.projected(power)?);
        Ok(at(place, ExpressionKind::Projection(Box::new(left), right)))
    }

    fn filter(&mut self, left: Expression) -> Result<Expression, SyntaxError> {
        let condition = self.expression(0)?;
        self.expect(Mark::RightBracket)?;
        let place = condition.place;
        let right = Box::new(self.projected(FILTER)?);
        Ok(at(place, ExpressionKind::Filter { left: Box::new(left), condition: Box::new(condition), right }))
    }

    /// `[3]`, `[1:5:2]`, starting after the bracket.
    fn index(&mut self) -> Result<Expression, SyntaxError> {
        let place = self.place();
        let mut colons = 0;
        let mut parts = [None; 3];
        loop {
            let part = &mut parts[colons];
            match self.peek().map(|token| &token.kind) {
                Some(TokenKind::Number(value)) if part.is_none() => {
                    *part = Some(*value as i64);
                    self.next();
                }
                Some(TokenKind::Mark(Mark::Colon)) if colons < 2 => {
                    colons += 1;
                    self.next();
                }
                Some(TokenKind::Mark(Mark::RightBracket)) if colons > 0 || part.is_some() => break,
                Some(TokenKind::Mark(Mark::Colon)) => {
                    return Err(self.error("Too many colons in slice expression".to_owned()));
                }
                _ => return Err(self.unexpected("['-|0-9', ']', ':']")),
            }
        }
        self.expect(Mark::RightBracket)?;
        match parts {
            [Some(index), ..] if colons == 0 => Ok(at(place, ExpressionKind::Index(index))),
            [from, to, step] => self.project(at(place, ExpressionKind::Slice(from, to, step)), place),
        }
    }

    /// The right side of a projection; the element itself if there is none.
    fn projected(&mut self, right_power: u8) -> Result<Expression, SyntaxError> {
        let place = self.place();
        match self.peek().map(|token| (power(&token.kind), token.kind.clone())) {
            Some((_, TokenKind::Mark(Mark::Dot))) => {
                self.next();
                self.after_dot(right_power)
            }
            Some((_, TokenKind::Mark(Mark::LeftBracket | Mark::Filter))) => self.expression(right_power),
            Some((power, _)) if power < PROJECTION_END => Ok(at(place, ExpressionKind::Current)),
            _ => Err(self.error("Invalid projection".to_owned())),
        }
    }

    fn after_dot(&mut self, right_power: u8) -> Result<Expression, SyntaxError> {
        let place = self.place();
        match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Mark(Mark::LeftBracket)) => {
                self.next();
                Ok(at(place, ExpressionKind::MultiList(self.list(Mark::RightBracket)?)))
            }
            Some(TokenKind::Mark(Mark::LeftBrace | Mark::Star) | TokenKind::Identifier(_)) => {
                self.expression(right_power)
            }
            _ => Err(self.unexpected("['[', '{', '*', 'A-Z|a-z|_']")),
        }
    }

    fn list(&mut self, closing: Mark) -> Result<Vec<Expression>, SyntaxError> {
        self.list_after(None, closing)
    }

    /// The remaining items, and the closing token.
    fn list_after(&mut self, first: Option<Expression>, closing: Mark) -> Result<Vec<Expression>, SyntaxError> {
        if first.is_none() && closing == Mark::RightParenthesis && self.take(closing) {
            return Ok(Vec::new());
        }
        let mut items: Vec<_> = first.into_iter().collect();
        if items.is_empty() {
            items.push(self.expression(0)?);
        }
        while self.take(Mark::Comma) {
            items.push(self.expression(0)?);
        }
        self.expect(closing)?;
        Ok(items)
    }

    /// `{a: x}`, starting after the brace.
    fn hash(&mut self) -> Result<Expression, SyntaxError> {
        let place = self.place();
        let mut items = Vec::new();
        loop {
            let name = match self.peek().map(|token| &token.kind) {
                Some(TokenKind::Identifier(name)) => name.clone(),
                _ => return Err(self.unexpected("'A-Z|a-z|_'")),
            };
            self.next();
            self.expect(Mark::Colon)?;
            items.push((name, self.expression(0)?));
            if !self.take(Mark::Comma) {
                self.expect(Mark::RightBrace)?;
                return Ok(at(place, ExpressionKind::MultiHash(items)));
            }
        }
    }
}
