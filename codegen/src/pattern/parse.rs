//! ECMA-262 regular expressions to a tree, with those spellings of Java's that real models use.

use super::PatternError;
use super::set::CharSet;

/// A regular expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    Char(char),
    Class(CharSet),
    Start,
    End,
    /// `\b`, or `\B`
    WordBoundary(bool),
    Concat(Vec<Tree>),
    Alternation(Vec<Tree>),
    Repeat {
        tree: Box<Tree>,
        min: u32,
        max: Option<u32>,
    },
    Look {
        ahead: bool,
        negative: bool,
        tree: Box<Tree>,
    },
    /// What follows ignores case.
    IgnoreCase(Box<Tree>),
    /// A construct that no automaton can match.
    Unmatchable(&'static str),
}

/// Deeper groups are refused.
const MAX_DEPTH: usize = 100;

pub(super) fn parse(pattern: &str) -> Result<Tree, PatternError> {
    let mut parser = Parser { chars: pattern.chars().collect(), at: 0, depth: 0 };
    let tree = parser.alternation()?;
    match parser.peek() {
        None => Ok(tree),
        Some(_) => Err(parser.error("a parenthesis is closed that was not opened")),
    }
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn error(&self, what: &'static str) -> PatternError {
        PatternError { offset: self.at, what }
    }

    fn error_at(offset: usize, what: &'static str) -> PatternError {
        PatternError { offset, what }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    fn eat(&mut self, text: &str) -> bool {
        let matches = text.chars().enumerate().all(|(offset, c)| self.chars.get(self.at + offset) == Some(&c));
        if matches {
            self.at += text.chars().count();
        }
        matches
    }

    fn alternation(&mut self) -> Result<Tree, PatternError> {
        let mut branches = vec![self.concat()?];
        while self.eat("|") {
            branches.push(self.concat()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Tree::Alternation(branches) })
    }

    fn concat(&mut self) -> Result<Tree, PatternError> {
        let mut parts = Vec::new();
        while let Some(next) = self.peek() {
            if next == '|' || next == ')' {
                break;
            }
            if self.eat("(?i)") {
                parts.push(Tree::IgnoreCase(Box::new(self.concat()?)));
                break;
            }
            let start = self.at;
            let atom = self.atom()?;
            parts.push(self.quantified(atom, start)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Tree::Concat(parts) })
    }

    fn quantified(&mut self, atom: Tree, start: usize) -> Result<Tree, PatternError> {
        let simple = match self.peek() {
            Some('*') => Some((0, None)),
            Some('+') => Some((1, None)),
            Some('?') => Some((0, Some(1))),
            _ => None,
        };
        self.at += usize::from(simple.is_some());
        let count = if self.peek() == Some('{') && simple.is_none() { self.count() } else { simple };
        let Some((min, max)) = count else { return Ok(atom) };
        if matches!(atom, Tree::Start | Tree::End | Tree::WordBoundary(_)) {
            return Err(Self::error_at(start, "an anchor cannot be repeated"));
        }
        if max.is_some_and(|max| max < min) {
            return Err(Self::error_at(start, "the numbers of a repetition are in the wrong order"));
        }
        if self.eat("+") {
            return Ok(Tree::Unmatchable("a possessive quantifier"));
        }
        // Laziness changes which match is found, never whether there is one.
        self.eat("?");
        Ok(Tree::Repeat { tree: Box::new(atom), min, max })
    }

    /// `{n}`, `{n,}` or `{n,m}`; a brace that begins none of these stands for itself.
    fn count(&mut self) -> Option<(u32, Option<u32>)> {
        let start = self.at;
        self.at += 1;
        let min = self.number();
        let max = if self.eat(",") { self.number().map_or(Some(None), |max| Some(Some(max))) } else { Some(min) };
        match (min, max, self.eat("}")) {
            (Some(min), Some(max), true) => Some((min, max)),
            _ => {
                self.at = start;
                None
            }
        }
    }

    fn number(&mut self) -> Option<u32> {
        let digits: String = self.chars.iter().skip(self.at).take_while(|c| c.is_ascii_digit()).collect();
        self.at += digits.len();
        if digits.is_empty() { None } else { Some(digits.parse().unwrap_or(u32::MAX)) }
    }

    fn atom(&mut self) -> Result<Tree, PatternError> {
        let start = self.at;
        let Some(next) = self.next() else { return Err(self.error("the pattern ends too soon")) };
        match next {
            '^' => Ok(Tree::Start),
            '$' => Ok(Tree::End),
            '.' => Ok(Tree::Class(CharSet::of_chars(&['\n', '\r', '\u{2028}', '\u{2029}']).negate())),
            '(' => self.group(start),
            '[' => self.class(start).map(Tree::Class),
            '\\' => self.escape(start),
            '*' | '+' | '?' => Err(Self::error_at(start, "nothing stands before the quantifier")),
            other => Ok(Tree::Char(other)),
        }
    }

    fn group(&mut self, start: usize) -> Result<Tree, PatternError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Self::error_at(start, "groups are nested too deep"));
        }
        let look = [("?=", true, false), ("?!", true, true), ("?<=", false, false), ("?<!", false, true)]
            .into_iter()
            .find(|(prefix, ..)| self.eat(prefix));
        let mut atomic = false;
        let mut ignore_case = false;
        if look.is_none() && self.eat("?") {
            match self.peek() {
                Some(':') => self.at += 1,
                Some('>') => {
                    self.at += 1;
                    atomic = true;
                }
                Some('i') if self.eat("i:") => ignore_case = true,
                Some('<' | 'P') => {
                    while let Some(c) = self.next() {
                        if c == '>' {
                            break;
                        }
                    }
                }
                _ => return Err(Self::error_at(start, "the group begins with an unknown flag")),
            }
        }
        let inner = self.alternation()?;
        if !self.eat(")") {
            return Err(Self::error_at(start, "the group is not closed"));
        }
        self.depth -= 1;
        Ok(match look {
            Some((_, ahead, negative)) => Tree::Look { ahead, negative, tree: Box::new(inner) },
            None if atomic => Tree::Unmatchable("an atomic group"),
            None if ignore_case => Tree::IgnoreCase(Box::new(inner)),
            // An alternation or repetition must not fall apart when it is written again: the tree keeps it whole.
            None => Tree::Concat(vec![inner]),
        })
    }

    fn escape(&mut self, start: usize) -> Result<Tree, PatternError> {
        let Some(next) = self.peek() else { return Err(Self::error_at(start, "the pattern ends with a backslash")) };
        match next {
            'b' | 'B' => {
                self.at += 1;
                Ok(Tree::WordBoundary(next == 'b'))
            }
            'A' => {
                self.at += 1;
                Ok(Tree::Start)
            }
            'z' | 'Z' => {
                self.at += 1;
                Ok(Tree::End)
            }
            '1'..='9' | 'k' => {
                self.at += 1;
                Ok(Tree::Unmatchable("a back-reference"))
            }
            _ => match self.class_escape(start)? {
                Item::Set(set) => Ok(Tree::Class(set)),
                Item::Char(c) => Ok(Tree::Char(c)),
            },
        }
    }

    /// An escape that means the same in a class and outside. The backslash is behind us.
    fn class_escape(&mut self, start: usize) -> Result<Item, PatternError> {
        let Some(next) = self.next() else { return Err(Self::error_at(start, "the pattern ends with a backslash")) };
        let set = match next {
            'd' | 'D' => CharSet::digits(),
            'w' | 'W' => CharSet::word(),
            's' | 'S' => CharSet::space(),
            'p' | 'P' => self.property(start)?,
            'n' => return Ok(Item::Char('\n')),
            'r' => return Ok(Item::Char('\r')),
            't' => return Ok(Item::Char('\t')),
            'v' => return Ok(Item::Char('\u{b}')),
            'f' => return Ok(Item::Char('\u{c}')),
            '0' => return Ok(Item::Char('\0')),
            'x' | 'u' if self.eat("{") => return self.braced_hex(start),
            'x' => return self.hex(start, 2),
            'u' => return self.hex(start, 4),
            'c' => {
                let control = self.next().filter(char::is_ascii_alphabetic);
                let letter = control.ok_or(Self::error_at(start, "a control escape needs a letter"))?;
                return Ok(Item::Char(char::from(letter as u8 % 32)));
            }
            other => return Ok(Item::Char(other)),
        };
        Ok(Item::Set(if next.is_ascii_uppercase() { set.negate() } else { set }))
    }

    fn property(&mut self, start: usize) -> Result<CharSet, PatternError> {
        let unclosed = Self::error_at(start, "the property's name is not closed");
        let name = if self.eat("{") {
            let name: String = self.chars.iter().skip(self.at).take_while(|c| **c != '}').collect();
            self.at += name.chars().count();
            if !self.eat("}") {
                return Err(unclosed);
            }
            name
        } else {
            self.next().ok_or(unclosed)?.to_string()
        };
        CharSet::property(&name).ok_or(Self::error_at(start, "the property is not known"))
    }

    fn braced_hex(&mut self, start: usize) -> Result<Item, PatternError> {
        let digits: String = self.chars.iter().skip(self.at).take_while(|c| **c != '}').collect();
        self.at += digits.chars().count() + 1;
        Self::code_point(&digits).map(Item::Char).ok_or(Self::error_at(start, "no such character"))
    }

    fn hex(&mut self, start: usize, count: usize) -> Result<Item, PatternError> {
        let digits: String = self.chars.iter().skip(self.at).take(count).collect();
        if digits.len() != count || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Self::error_at(start, "a character's number is incomplete"));
        }
        self.at += count;
        let unit = u32::from_str_radix(&digits, 16).unwrap_or_default();
        // Two units of UTF-16 make one character.
        if (0xD800..0xDC00).contains(&unit) && self.eat("\\u") {
            let low: String = self.chars.iter().skip(self.at).take(4).collect();
            self.at += low.chars().count();
            let low = u32::from_str_radix(&low, 16).unwrap_or_default();
            let joined = 0x10000 + ((unit - 0xD800) << 10) + (low.wrapping_sub(0xDC00) & 0x3FF);
            return char::from_u32(joined).map(Item::Char).ok_or(Self::error_at(start, "no such character"));
        }
        // A lone surrogate cannot occur in text; its neighbour stands in at the edge of a range.
        Ok(Item::Char(char::from_u32(unit).unwrap_or(if unit < 0xDC00 { '\u{d7ff}' } else { '\u{e000}' })))
    }

    fn code_point(digits: &str) -> Option<char> {
        u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
    }

    fn class(&mut self, start: usize) -> Result<CharSet, PatternError> {
        let negated = self.eat("^");
        let mut set = CharSet::default();
        loop {
            let at = self.at;
            let Some(next) = self.next() else { return Err(Self::error_at(start, "the class is not closed")) };
            if next == ']' {
                break;
            }
            if next == '[' && self.eat(":") {
                return Err(Self::error_at(at, "classes such as [:alpha:] are not part of ECMA-262"));
            }
            if next == '&' && self.peek() == Some('&') {
                return Err(Self::error_at(at, "intersections of classes are not part of ECMA-262"));
            }
            let item = self.class_item(next, at)?;
            // A hyphen makes a range only between two characters; else it stands for itself.
            let is_range = self.peek() == Some('-') && self.chars.get(self.at + 1).is_some_and(|c| *c != ']');
            match item {
                Item::Char(first) if is_range => {
                    let hyphen = self.at;
                    self.at += 1;
                    let at = self.at;
                    let next = self.next().unwrap_or_default();
                    match self.class_item(next, at)? {
                        Item::Char(last) if first <= last => set.add_range(first, last),
                        Item::Char(_) => return Err(Self::error_at(hyphen, "the range is in the wrong order")),
                        Item::Set(other) => {
                            set.add_range(first, first);
                            set.add_range('-', '-');
                            set.add(&other);
                        }
                    }
                }
                Item::Char(c) => set.add_range(c, c),
                Item::Set(other) => set.add(&other),
            }
        }
        Ok(if negated { set.negate() } else { set })
    }

    fn class_item(&mut self, next: char, at: usize) -> Result<Item, PatternError> {
        match next {
            '\\' if self.peek() == Some('b') => {
                self.at += 1;
                Ok(Item::Char('\u{8}'))
            }
            '\\' => self.class_escape(at),
            other => Ok(Item::Char(other)),
        }
    }
}

/// One item of a class.
enum Item {
    Char(char),
    Set(CharSet),
}
