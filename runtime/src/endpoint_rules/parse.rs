//! Reads the text of endpoint rules.

use std::borrow::Cow;
use std::fmt;

use super::function::Function;
use super::program::{
    Action, Answer, Body, Condition, Expression, Kind, Next, Node, Parameter, Part, Program, Rule, Step,
};

/// Deepest nesting of expressions. The generator writes no deeper ones.
const MAX_DEPTH: usize = 32;

/// Generated endpoint rules are malformed. The runtime is older than the generator, or the code was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MalformedRules {
    /// Line, from 1.
    line: usize,
}

impl fmt::Display for MalformedRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of the endpoint rules is malformed: generate the code again", self.line)
    }
}

impl std::error::Error for MalformedRules {}

/// An error in the current line.
struct Malformed;

type Parsed<T> = Result<T, Malformed>;

impl Program {
    /// Reads rules.
    pub(crate) fn parse(text: &'static str) -> Result<Self, MalformedRules> {
        let mut reader = Reader::default();
        for (index, line) in text.lines().enumerate() {
            reader.line(line).map_err(|Malformed| MalformedRules { line: index + 1 })?;
        }
        let last = MalformedRules { line: text.lines().count() };
        reader.finish().map_err(|Malformed| last)
    }
}

#[derive(Default)]
struct Reader {
    parameters: Vec<Parameter>,
    /// Names of slots.
    names: Vec<&'static str>,
    conditions: Vec<Condition>,
    results: Vec<Answer>,
    rules: Vec<Rule>,
    nodes: Vec<Node>,
    root: Option<Next>,
    /// The last rule of each depth in the current tree.
    last: Vec<usize>,
}

impl Reader {
    fn line(&mut self, line: &'static str) -> Parsed<()> {
        let text = line.trim_start_matches(' ');
        let depth = (line.len() - text.len()) / 2;
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        let mut cursor = Cursor { rest, names: &mut self.names, depth: 0 };
        match word {
            "" => return Ok(()),
            "parameter" if depth == 0 => {
                let parameter = cursor.parameter()?;
                self.parameters.push(parameter);
            }
            "condition" if depth == 0 => {
                let condition = cursor.condition()?;
                self.conditions.push(condition);
            }
            "result" if depth == 0 => {
                let answer = cursor.answer()?;
                self.results.push(answer);
            }
            "node" if depth == 0 => {
                let node = node(cursor.take_rest()).ok_or(Malformed)?;
                self.nodes.push(node);
            }
            "root" if depth == 0 => self.root = Some(next(cursor.take_rest()).ok_or(Malformed)?),
            _ => return self.rule(depth, text),
        }
        if cursor.rest.is_empty() { Ok(()) } else { Err(Malformed) }
    }

    fn rule(&mut self, depth: usize, text: &'static str) -> Parsed<()> {
        let mut cursor = Cursor { rest: text, names: &mut self.names, depth: 0 };
        let first = self.conditions.len();
        let has_conditions = !(cursor.starts_with("else =>") || cursor.starts_with("else:"));
        if has_conditions {
            loop {
                let condition = cursor.condition()?;
                self.conditions.push(condition);
                if !cursor.skip(" and ") {
                    break;
                }
            }
        } else {
            cursor.expect("else")?;
        }
        let action = if cursor.skip(":") {
            Action::Tree { first: None }
        } else {
            cursor.expect(" ")?;
            let answer = cursor.answer()?;
            self.results.push(answer);
            Action::Result(self.results.len() - 1)
        };
        if !cursor.rest.is_empty() {
            return Err(Malformed);
        }
        let index = self.rules.len();
        if let Some(outer) = depth.checked_sub(1) {
            let tree = self.last.get(outer).and_then(|tree| self.rules.get_mut(*tree)).ok_or(Malformed)?;
            match &mut tree.action {
                Action::Tree { first } => first.get_or_insert(index),
                Action::Result(_) => return Err(Malformed),
            };
        }
        if let Some(before) = self.last.get(depth).and_then(|before| self.rules.get_mut(*before)) {
            before.next = Some(index);
        }
        self.last.truncate(depth);
        self.last.push(index);
        self.rules.push(Rule { conditions: first..self.conditions.len(), action, next: None });
        Ok(())
    }

    fn finish(self) -> Parsed<Program> {
        let Self { parameters, names, conditions, results, rules, nodes, root, .. } = self;
        let exists = |next: Next| match next {
            Next::Node(node) => node < nodes.len(),
            Next::Result(result) => result < results.len(),
            Next::None => true,
        };
        let body = match root {
            None => Body::Rules(rules),
            Some(root) => {
                let is_valid =
                    |node: &Node| node.condition < conditions.len() && exists(node.next.0) && exists(node.next.1);
                if !exists(root) || !nodes.iter().all(is_valid) || !rules.is_empty() {
                    return Err(Malformed);
                }
                Body::Diagram { nodes, root }
            }
        };
        Ok(Program { parameters, slots: names.len(), conditions, results, body })
    }
}

/// `3 ? 4 : !1`
fn node(text: &str) -> Option<Node> {
    let (condition, rest) = text.split_once(" ? ")?;
    let (yes, no) = rest.split_once(" : ")?;
    Some(Node { condition: condition.parse().ok()?, next: (next(yes)?, next(no)?) })
}

/// A node, a result (`!3`), or `none`.
fn next(text: &str) -> Option<Next> {
    match (text, text.strip_prefix('!')) {
        ("none", _) => Some(Next::None),
        (_, Some(result)) => result.parse().ok().map(Next::Result),
        (node, None) => node.parse().ok().map(Next::Node),
    }
}

/// The rest of a line.
struct Cursor<'n> {
    rest: &'static str,
    names: &'n mut Vec<&'static str>,
    /// Nesting of the current expression.
    depth: usize,
}

impl Cursor<'_> {
    fn starts_with(&self, text: &str) -> bool {
        self.rest.starts_with(text)
    }

    fn skip(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, text: &str) -> Parsed<()> {
        if self.skip(text) { Ok(()) } else { Err(Malformed) }
    }

    fn take_rest(&mut self) -> &'static str {
        std::mem::take(&mut self.rest)
    }

    fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> &'static str {
        let (taken, rest) = self.rest.split_at(self.rest.find(|c| !belongs(c)).unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// A name, or that of a function.
    fn word(&mut self) -> Parsed<&'static str> {
        let word = self.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'));
        if word.is_empty() { Err(Malformed) } else { Ok(word) }
    }

    /// The slot of a name.
    fn slot(&mut self, name: &'static str) -> usize {
        self.names.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.names.push(name);
            self.names.len() - 1
        })
    }

    /// `UseFIPS boolean required default false from AWS::UseFIPS`
    fn parameter(&mut self) -> Parsed<Parameter> {
        let name = self.word()?;
        self.slot(name);
        self.expect(" ")?;
        let kind = match self.word()? {
            "boolean" => Kind::Boolean,
            "string" => Kind::Text,
            "stringArray" => Kind::Texts,
            _ => return Err(Malformed),
        };
        let is_required = self.skip(" required");
        let default = if self.skip(" default ") { Some(self.expression()?) } else { None };
        let built_in = if self.skip(" from ") { Some(self.take_rest()) } else { None };
        Ok(Parameter { name, kind, is_required, default, built_in })
    }

    /// `p = aws.partition(Region)`
    fn condition(&mut self) -> Parsed<Condition> {
        let whole = self.rest;
        let word = self.word()?;
        if self.skip(" = ") {
            let value = self.expression()?;
            return Ok(Condition { value, slot: Some(self.slot(word)) });
        }
        self.rest = whole;
        Ok(Condition { value: self.expression()?, slot: None })
    }

    /// `=> "https://…" headers {…} properties {…}` or `=> error "…"`
    fn answer(&mut self) -> Parsed<Answer> {
        self.expect("=> ")?;
        if self.skip("error ") {
            return Ok(Answer::Error(self.expression()?));
        }
        let url = self.expression()?;
        let headers = if self.skip(" headers ") { self.record()? } else { Vec::new() };
        let properties = if self.skip(" properties ") { self.record()? } else { Vec::new() };
        Ok(Answer::Endpoint { url, headers, properties })
    }

    fn expression(&mut self) -> Parsed<Expression> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Malformed);
        }
        let expression = match self.rest.chars().next() {
            Some('"') => {
                let text = self.text()?;
                self.template(text)?
            }
            Some('[') => Expression::List(self.items('[', ']', Self::expression)?),
            Some('{') => Expression::Record(self.record()?),
            Some('-' | '0'..='9') => {
                let digits = self.take_while(|c| c == '-' || c.is_ascii_digit());
                Expression::Integer(digits.parse().map_err(|_| Malformed)?)
            }
            _ => self.named()?,
        };
        self.depth -= 1;
        Ok(expression)
    }

    fn record(&mut self) -> Parsed<Vec<(Cow<'static, str>, Expression)>> {
        self.items('{', '}', |cursor| {
            let name = cursor.text()?;
            cursor.expect(": ")?;
            Ok((name, cursor.expression()?))
        })
    }

    fn items<T>(&mut self, open: char, close: char, item: impl Fn(&mut Self) -> Parsed<T>) -> Parsed<Vec<T>> {
        let mut items = Vec::new();
        self.rest = self.rest.strip_prefix(open).ok_or(Malformed)?;
        while !self.rest.starts_with(close) {
            if !items.is_empty() {
                self.expect(", ")?;
            }
            items.push(item(self)?);
        }
        self.rest = self.rest.strip_prefix(close).ok_or(Malformed)?;
        Ok(items)
    }

    /// A boolean, a reference or a call.
    fn named(&mut self) -> Parsed<Expression> {
        let word = self.word()?;
        if !self.starts_with("(") {
            return Ok(match word {
                "true" => Expression::Boolean(true),
                "false" => Expression::Boolean(false),
                name => Expression::Slot(self.slot(name)),
            });
        }
        let mut arguments = self.items('(', ')', Self::expression)?;
        if word == "getAttr" {
            return match (arguments.pop(), arguments.pop(), arguments.pop()) {
                (Some(Expression::Text(path)), Some(value), None) => {
                    Ok(Expression::Path(Box::new(value), steps(&path)?))
                }
                _ => Err(Malformed),
            };
        }
        let function = Function::named(word).ok_or(Malformed)?;
        Ok(Expression::Call(function, arguments))
    }

    /// A string in quotes, with `\"`, `\\` and `\n`.
    fn text(&mut self) -> Parsed<Cow<'static, str>> {
        self.expect("\"")?;
        let plain = self.take_while(|c| !matches!(c, '"' | '\\'));
        if self.skip("\"") {
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        while !self.skip("\"") {
            self.expect("\\")?;
            let mut characters = self.rest.chars();
            text.push(match characters.next() {
                Some('n') => '\n',
                Some(escaped @ ('"' | '\\')) => escaped,
                _ => return Err(Malformed),
            });
            self.rest = characters.as_str();
            text.push_str(self.take_while(|c| !matches!(c, '"' | '\\')));
        }
        Ok(Cow::Owned(text))
    }

    /// `https://{Bucket}.{url#authority}`. `{{` and `}}` are braces.
    fn template(&mut self, text: Cow<'static, str>) -> Parsed<Expression> {
        if !text.contains(['{', '}']) {
            return Ok(Expression::Text(text));
        }
        let (mut parts, mut plain, mut rest) = (Vec::new(), String::new(), &*text);
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            plain.push_str(before);
            if let Some(after) = from.strip_prefix("{{").or_else(|| from.strip_prefix("}}")) {
                plain.push_str(&from[..1]);
                rest = after;
                continue;
            }
            let (inner, after) = from.strip_prefix('{').and_then(|from| from.split_once('}')).ok_or(Malformed)?;
            if !plain.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut plain)));
            }
            let (name, path) = inner.split_once('#').map_or((inner, None), |(name, path)| (name, Some(path)));
            let slot = self.names.iter().position(|known| *known == name).ok_or(Malformed)?;
            parts.push(Part::Value(slot, path.map_or(Ok(Vec::new()), steps)?));
            rest = after;
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            parts.push(Part::Text(plain));
        }
        Ok(Expression::Template(parts))
    }
}

/// A path such as `resourceId[0]`.
fn steps(path: &str) -> Parsed<Vec<Step>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (key, mut indices) = part.split_at(part.find('[').unwrap_or(part.len()));
        if !key.is_empty() {
            steps.push(Step::Key(key.to_owned()));
        }
        while let Some(rest) = indices.strip_prefix('[') {
            let (index, after) = rest.split_once(']').ok_or(Malformed)?;
            steps.push(Step::Index(index.parse().map_err(|_| Malformed)?));
            indices = after;
        }
        if !indices.is_empty() {
            return Err(Malformed);
        }
    }
    Ok(steps)
}
