//! Parser of selectors (spec: "Selectors", grammar). Independent of models.

use super::attribute::{Assertion, Case, Comparator, Comparison, Operand, Path};
use super::step::{Relations, Step, Steps, Types};
use super::{Selector, SelectorError};
use crate::model::graph::Relation;

/// Maximum nesting of functions.
const MAX_DEPTH: usize = 32;
/// Maximum number of steps, including nested ones.
const MAX_STEPS: usize = 512;

pub(super) fn parse(text: &str) -> Result<Selector, SelectorError> {
    let mut parser = Parser::new(text);
    let steps = parser.steps()?;
    if let Some(found) = parser.peek() {
        return Err(parser.error(format!("Unexpected selector character: {found}")));
    }
    Ok(Selector { text: text.to_owned(), steps, roots: parser.roots, variables: parser.variables })
}

/// Maximum number of characters that an error quotes.
const MAX_EXCERPT: usize = 2000;

/// Comparators. Prefixes of others come after them.
const COMPARATORS: [(&str, Comparator); 14] = [
    ("{!=}", Comparator::SetNotEqual),
    ("{<<}", Comparator::ProperSubset),
    ("{=}", Comparator::SetEqual),
    ("{<}", Comparator::Subset),
    ("!=", Comparator::NotEqual),
    ("^=", Comparator::StartsWith),
    ("$=", Comparator::EndsWith),
    ("*=", Comparator::Contains),
    ("?=", Comparator::Exists),
    (">=", Comparator::GreaterOrEqual),
    ("<=", Comparator::LessOrEqual),
    ("=", Comparator::Equal),
    (">", Comparator::Greater),
    ("<", Comparator::Less),
];

fn excerpt(text: &str) -> String {
    text.chars().take(MAX_EXCERPT).collect()
}

/// State of the parser.
pub(super) struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    count: usize,
    roots: Vec<Steps>,
    variables: Vec<String>,
}

type Parsed<T> = Result<T, SelectorError>;

impl<'t> Parser<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, depth: 0, count: 0, roots: Vec::new(), variables: Vec::new() }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn peek_second(&self) -> Option<char> {
        self.rest().chars().nth(1)
    }

    pub(super) fn skip(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    /// Consumes the text if it comes next.
    fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    fn expect(&mut self, text: &str) -> Parsed<()> {
        // Character by character, so that the error is reported at the first wrong one.
        for wanted in text.chars() {
            if self.peek() != Some(wanted) {
                return Err(self.error(format!("Expected: '{wanted}', but found {}", self.found())));
            }
            self.skip();
        }
        Ok(())
    }

    fn found(&self) -> String {
        self.peek().map_or_else(|| "'[EOF]'".to_owned(), |found| format!("'{found}'"))
    }

    fn error(&self, message: impl Into<String>) -> SelectorError {
        self.error_at(self.at, message)
    }

    fn error_at(&self, offset: usize, message: impl Into<String>) -> SelectorError {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |text| text.chars().count()) + 1;
        let near = excerpt(self.text.get(offset..).unwrap_or_default());
        SelectorError { message: message.into(), offset, line, column, near, expression: excerpt(self.text) }
    }

    /// Steps up to `,`, `]`, `)` or the end. `*` is omitted, because it has no effect.
    fn steps(&mut self) -> Parsed<Steps> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error(format!("Selectors cannot be nested deeper than {MAX_DEPTH}")));
        }
        let mut steps = Steps::new();
        loop {
            steps.extend(self.step()?);
            self.count += 1;
            if self.count > MAX_STEPS {
                return Err(self.error(format!("Selectors cannot have more than {MAX_STEPS} parts")));
            }
            self.space();
            if matches!(self.peek(), None | Some(',' | ']' | ')')) {
                self.depth -= 1;
                return Ok(steps);
            }
        }
    }

    fn step(&mut self) -> Parsed<Option<Step>> {
        self.space();
        let Some(next) = self.peek() else { return Err(self.error("Unexpected selector EOF")) };
        let start = self.at;
        if next.is_ascii_alphabetic() || next == '_' {
            let name = self.identifier()?;
            let unknown = || self.error(format!("Unknown shape type: {name}"));
            return Types::from_name(name).map(|types| Some(Step::Type(types))).ok_or_else(unknown);
        }
        self.skip();
        let step = match next {
            '*' => return Ok(None),
            ':' => self.function()?,
            '[' if self.eat("@") => self.scoped()?,
            '[' => self.attribute()?,
            '>' => Step::Forward(Relations::ALL),
            '<' if self.eat("-") => {
                let relations = self.relations()?;
                self.expect("-")?;
                Step::Reverse(relations)
            }
            '<' => Step::Reverse(Relations::ALL),
            '~' => {
                self.expect(">")?;
                Step::Closure
            }
            '-' => {
                let relations = self.relations()?;
                self.expect("->")?;
                Step::Forward(relations)
            }
            '$' => self.variable()?,
            other => return Err(self.error_at(start, format!("Unexpected selector character: {other}"))),
        };
        Ok(Some(step))
    }

    fn identifier(&mut self) -> Parsed<&'t str> {
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let (name, _) = rest.split_at(length);
        if crate::model::is_identifier(name) {
            self.at += length;
            Ok(name)
        } else {
            Err(self.error(format!("Expected a valid identifier character, but found {}", self.found())))
        }
    }

    /// `[a, b]`. Unknown names are accepted: they match no relationship.
    fn relations(&mut self) -> Parsed<Relations> {
        self.expect("[")?;
        let mut relations = Relations::NONE;
        loop {
            self.space();
            if let Some(relation) = Relation::from_name(self.identifier()?) {
                relations = relations.with(relation);
            }
            self.space();
            if !self.eat(",") {
                self.expect("]")?;
                return Ok(relations);
            }
        }
    }

    fn slot(&mut self, name: &str) -> usize {
        self.variables.iter().position(|known| known == name).unwrap_or_else(|| {
            self.variables.push(name.to_owned());
            self.variables.len() - 1
        })
    }

    fn variable(&mut self) -> Parsed<Step> {
        self.space();
        if self.eat("{") {
            self.space();
            let name = self.identifier()?;
            self.space();
            self.expect("}")?;
            return Ok(Step::Load(self.slot(name)));
        }
        let name = self.identifier()?;
        let slot = self.slot(name);
        self.space();
        self.expect("(")?;
        let steps = self.steps()?;
        self.expect(")")?;
        Ok(Step::Store(slot, steps))
    }

    fn function(&mut self) -> Parsed<Step> {
        let start = self.at;
        let name = self.identifier()?;
        self.space();
        self.expect("(")?;
        let mut arguments = Vec::new();
        loop {
            arguments.push(self.steps()?);
            if self.eat(")") {
                break;
            }
            if !self.eat(",") {
                let found = self.found();
                return Err(self.error(format!("Found {found}, but expected one of the following tokens: ')' ','")));
            }
        }
        let count = arguments.len();
        match name {
            "test" => return Ok(Step::Test(arguments)),
            "is" | "each" => return Ok(Step::Is(arguments)),
            "not" | "in" | "root" | "recursive" if count == 1 => {}
            "topdown" if count <= 2 => {}
            "topdown" => {
                let message = format!("The :topdown function accepts 1 or 2 selectors, but found {count}");
                return Err(self.error_at(start, message));
            }
            "not" | "in" | "root" | "recursive" => {
                let message = format!("The :{name} function requires a single selector argument");
                return Err(self.error_at(start, message));
            }
            _ => return Ok(Step::Nothing),
        }
        let mut arguments = arguments.into_iter();
        let first = arguments.next().unwrap_or_default();
        Ok(match name {
            "not" => Step::Not(first),
            "in" => Step::In(first),
            "recursive" => Step::Recursive(first),
            "topdown" => Step::TopDown(first, arguments.next()),
            _ => {
                self.roots.push(first);
                Step::Root(self.roots.len() - 1)
            }
        })
    }

    fn attribute(&mut self) -> Parsed<Step> {
        let start = self.at;
        let path = self.path()?;
        if self.eat("]") {
            self.check_path(start, &path, &[])?;
            return Ok(Step::Attribute(path, None));
        }
        self.space();
        let place = self.at;
        let comparator = self.comparator()?;
        if comparator.compares_sets() {
            return Err(self.error_at(place, "Sets can only be compared in `[@…]`"));
        }
        let mut values = vec![self.value()?];
        self.space();
        while self.eat(",") {
            values.push(self.value()?);
            self.space();
        }
        let case = self.case();
        self.expect("]")?;
        self.check_path(start, &path, &[])?;
        Ok(Step::Attribute(path, Some(Comparison { comparator, values, case })))
    }

    fn scoped(&mut self) -> Parsed<Step> {
        self.space();
        let start = self.at;
        let path = if self.peek() == Some(':') { Path::new() } else { self.path()? };
        self.space();
        self.expect(":")?;
        let mut assertions = vec![self.assertion()?];
        while self.eat("&&") {
            assertions.push(self.assertion()?);
        }
        self.expect("]")?;
        self.check_path(start, &path, &[])?;
        for assertion in &assertions {
            for operand in assertion.right.iter().chain([&assertion.left]) {
                if let Operand::Scope(nested) = operand {
                    self.check_path(start, &path, nested)?;
                }
            }
        }
        Ok(Step::Scoped(path, assertions))
    }

    /// Reports properties that no shape, shape ID or service has. Those of traits depend on their values.
    fn check_path(&self, start: usize, path: &[String], nested: &[String]) -> Parsed<()> {
        let (mut owner, mut known): (_, &[&str]) = ("shape", &["id", "service", "trait", "var"]);
        for key in path.iter().chain(nested) {
            if !known.contains(&&**key) {
                return Err(self.error_at(start, format!("A {owner} has no property `{key}`")));
            }
            match &**key {
                "id" => (owner, known) = ("shape ID", &["namespace", "name", "member", "(length)"]),
                "service" => (owner, known) = ("service", &["id", "version"]),
                _ => return Ok(()),
            }
        }
        Ok(())
    }

    fn assertion(&mut self) -> Parsed<Assertion> {
        let left = self.operand()?;
        let comparator = self.comparator()?;
        let mut right = vec![self.operand()?];
        while self.eat(",") {
            right.push(self.operand()?);
        }
        let case = self.case();
        Ok(Assertion { left, comparator, right, case })
    }

    fn operand(&mut self) -> Parsed<Operand> {
        self.space();
        let operand =
            if self.peek() == Some('@') { Operand::Scope(self.scoped_path()?) } else { Operand::Text(self.value()?) };
        self.space();
        Ok(operand)
    }

    /// `@{a|b}`
    pub(super) fn scoped_path(&mut self) -> Parsed<Path> {
        self.expect("@")?;
        self.expect("{")?;
        let mut path = vec![self.segment()?];
        self.segments(&mut path)?;
        self.expect("}")?;
        Ok(path)
    }

    /// `a|b|(values)`
    fn path(&mut self) -> Parsed<Path> {
        self.space();
        let mut path = vec![self.identifier()?.to_owned()];
        self.segments(&mut path)?;
        Ok(path)
    }

    fn segments(&mut self, path: &mut Path) -> Parsed<()> {
        self.space();
        while self.eat("|") {
            path.push(self.segment()?);
            self.space();
        }
        Ok(())
    }

    fn segment(&mut self) -> Parsed<String> {
        self.space();
        if self.eat("(") {
            let name = self.identifier()?;
            self.expect(")")?;
            return Ok(format!("({name})"));
        }
        self.value()
    }

    /// Quoted text, a number or a shape ID.
    fn value(&mut self) -> Parsed<String> {
        self.space();
        let start = self.at;
        match self.peek() {
            Some(quote @ ('\'' | '"')) => {
                self.skip();
                let rest = self.rest();
                let Some(length) = rest.find(quote) else {
                    let message = format!("Expected {quote} to close {}", excerpt(rest));
                    return Err(self.error_at(self.text.len(), message));
                };
                self.at += length + 1;
                Ok(rest.split_at(length).0.to_owned())
            }
            Some('-' | '0'..='9') => self.number(),
            _ => {
                self.identifier()?;
                while self.eat(".") {
                    self.identifier()?;
                }
                if self.eat("#") {
                    self.identifier()?;
                }
                Ok(self.text.get(start..self.at).unwrap_or_default().to_owned())
            }
        }
    }

    fn number(&mut self) -> Parsed<String> {
        let start = self.at;
        self.eat("-");
        self.digits()?;
        if self.eat(".") {
            self.digits()?;
        }
        if self.eat("e") || self.eat("E") {
            if !self.eat("+") {
                self.eat("-");
            }
            self.digits()?;
        }
        Ok(self.text.get(start..self.at).unwrap_or_default().to_owned())
    }

    fn digits(&mut self) -> Parsed<()> {
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        self.at += length;
        if length == 0 { Err(self.error(format!("Expected a digit, but found {}", self.found()))) } else { Ok(()) }
    }

    fn case(&mut self) -> Case {
        self.space();
        let insensitive = self.eat("i");
        self.space();
        if insensitive { Case::Insensitive } else { Case::Sensitive }
    }

    fn comparator(&mut self) -> Parsed<Comparator> {
        self.space();
        for (text, comparator) in COMPARATORS {
            if self.eat(text) {
                return Ok(comparator);
            }
        }
        // The first half of `^=`, `$=` or `*=`.
        if self.eat("^") || self.eat("$") || self.eat("*") {
            self.expect("=")?;
        }
        Err(self.error(format!("Expected a comparator or `]`, but found {}", self.found())))
    }
}
