//! ECMA-262 regular expressions to a tree, with the spellings of Java that models use: the reference implementation
//! runs on Java. `(?i)`, `\A`, `\z`, possessive quantifiers and a quantifier after a quantifier are common, and
//! accepted. Rarer syntax, such as `\h` or a repeated anchor, is recorded in `Parsed::java`.
//!
//! Syntax that ECMA-262 defines has that meaning, except for the escapes that `java` lists. Characters are code points.

use unicode_ident::{is_xid_continue, is_xid_start};

use super::set::CharSet;
use super::tree::{Side, Tree};
use super::{Java, PatternError, java};

/// Maximum nesting of groups.
pub(super) const MAX_DEPTH: usize = 60;

/// Maximum size of a group that replaces a back-reference to it. For larger groups, the back-reference matches any
/// text.
const MAX_REPEATED: usize = 200;

/// Help for groups with names.
const NAMED_GROUP: &str = "write it as (?<name>…)";

/// A pattern that was read.
pub(super) struct Parsed {
    pub(super) tree: Tree,
    /// The first construct that only Java has, of those that are rare.
    pub(super) java: Option<Java>,
}

pub(super) fn parse(pattern: &str) -> Result<Parsed, PatternError> {
    let (chars, origin) = java::unquoted(pattern);
    let is_quoted = chars.len() != pattern.chars().count();
    let captures = captures(&chars);
    let flags = Flags::default();
    let mut parser =
        Parser { chars, at: 0, depth: 0, flags, captures, opened: 0, closed: Vec::new(), java: None, is_wide: false };
    if is_quoted {
        parser.note(java::QUOTATION);
    }
    let tree = parser.alternation().and_then(|tree| match parser.peek() {
        None => Ok(tree),
        Some(_) => Err(parser.error("unmatched closing parenthesis", "write \\) for a literal character")),
    });
    match tree {
        Ok(tree) => Ok(Parsed { tree, java: parser.java }),
        Err(error) => Err(PatternError { offset: origin.get(error.offset).copied().unwrap_or(error.offset), ..error }),
    }
}

/// Number of capturing groups: higher numbers are not back-references.
fn captures(chars: &[char]) -> usize {
    let (mut count, mut in_class, mut at) = (0, false, 0);
    while let Some(c) = chars.get(at) {
        match c {
            '\\' => at += 1,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => {
                let next = |offset: usize| chars.get(at + offset);
                let is_named = next(2) == Some(&'<') && !matches!(next(3), Some('=' | '!'));
                count += usize::from(next(1) != Some(&'?') || is_named);
            }
            _ => {}
        }
        at += 1;
    }
    count
}

/// Java's flags, such as `(?i)`.
#[derive(Clone, Copy, Default)]
struct Flags {
    ignore_case: bool,
    dot_all: bool,
    multi_line: bool,
    /// White space and comments are ignored.
    extended: bool,
    /// Only a line feed ends a line.
    unix_lines: bool,
}

pub(super) struct Parser {
    pub(super) chars: Vec<char>,
    pub(super) at: usize,
    pub(super) depth: usize,
    flags: Flags,
    /// Capturing groups of the whole pattern.
    captures: usize,
    /// Capturing groups that have been opened so far.
    opened: usize,
    /// Trees of the closed groups, by number; `None` for those that are too large to copy.
    closed: Vec<(usize, Option<Tree>)>,
    /// The first construct that only Java has.
    java: Option<Java>,
    /// Whether the set being read has a part that cannot be enforced.
    pub(super) is_wide: bool,
}

impl Parser {
    /// Records a construct that only Java has.
    pub(super) fn note(&mut self, java: Java) {
        self.java.get_or_insert(java);
    }

    /// Skips white space and comments, where a flag makes them insignificant.
    fn skip_blanks(&mut self) {
        while self.flags.extended
            && let Some(next) = self.peek().filter(|next| next.is_whitespace() || *next == '#')
        {
            self.at += 1;
            while next == '#' && self.next().is_some_and(|c| c != '\n') {}
        }
    }

    pub(super) fn error(&self, what: &'static str, help: &'static str) -> PatternError {
        Self::error_at(self.at, what, help)
    }

    pub(super) fn error_at(offset: usize, what: &'static str, help: &'static str) -> PatternError {
        PatternError { offset, what, help }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    /// The text between this offset and the next character.
    fn text_from(&self, start: usize) -> String {
        self.chars.get(start..self.at).unwrap_or_default().iter().collect()
    }

    pub(super) fn eat(&mut self, text: &str) -> bool {
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
        loop {
            self.skip_blanks();
            let Some(next) = self.peek() else { break };
            if next == '|' || next == ')' {
                break;
            }
            let start = self.at;
            let atom = self.atom()?;
            self.skip_blanks();
            parts.push(self.quantified(atom, start)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Tree::Concat(parts) })
    }

    fn quantified(&mut self, atom: Tree, start: usize) -> Result<Tree, PatternError> {
        let Some((min, max)) = self.quantifier(start)? else { return Ok(atom) };
        let repeated = match atom {
            // Repeating a look-around has no effect.
            look @ Tree::Look { .. } if min > 0 => look,
            Tree::Look { .. } => Tree::EMPTY,
            // Java repeats anchors too.
            anchor @ (Tree::Start | Tree::End | Tree::WordBoundary(_)) => {
                self.note(java::REPEATED_ANCHOR);
                if min > 0 { anchor } else { Tree::EMPTY }
            }
            other => Tree::Repeat { tree: Box::new(other), min, max },
        };
        let is_possessive = self.quantifier_mode();
        // Java permits numbers after a quantifier, and ignores them.
        self.skip_blanks();
        while self.peek() == Some('{') && self.quantifier(start)?.is_some() {
            self.quantifier_mode();
            self.skip_blanks();
        }
        Ok(if is_possessive { Tree::Atomic(Box::new(repeated)) } else { repeated })
    }

    /// Skips `+` or `?` after a quantifier. Returns whether the quantifier is possessive. Laziness affects which match
    /// is found, not whether there is one.
    fn quantifier_mode(&mut self) -> bool {
        let is_possessive = self.eat("+");
        if !is_possessive {
            self.eat("?");
        }
        is_possessive
    }

    /// The numbers of a quantifier, if there is one. `start` is the offset of what it repeats.
    fn quantifier(&mut self, start: usize) -> Result<Option<(u32, Option<u32>)>, PatternError> {
        let found = self.numbers();
        if let Some((min, Some(max))) = found
            && max < min
        {
            let what = "the numbers of a repetition are in the wrong order";
            return Err(Self::error_at(start, what, "write the smaller number first"));
        }
        Ok(found)
    }

    fn numbers(&mut self) -> Option<(u32, Option<u32>)> {
        let simple = match self.peek()? {
            '*' => (0, None),
            '+' => (1, None),
            '?' => (0, Some(1)),
            '{' => return self.count(),
            _ => return None,
        };
        self.at += 1;
        Some(simple)
    }

    /// `{n}`, `{n,}` or `{n,m}`. Any other brace is literal.
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
        let Some(next) = self.next() else {
            return Err(self.error("unexpected end of the pattern", "complete the pattern"));
        };
        match next {
            '^' | '$' => Ok(self.anchor(next)),
            '.' if self.flags.dot_all => Ok(Tree::Class(CharSet::default().negate())),
            '.' if self.flags.unix_lines => Ok(Tree::Class(CharSet::of_chars(&['\n']).negate())),
            '.' => Ok(Tree::Class(CharSet::of_chars(&['\n', '\r', '\u{2028}', '\u{2029}']).negate())),
            '(' => self.group(start),
            '[' => {
                let set = self.class(start)?;
                Ok(self.exact_or_wider(set))
            }
            '\\' => self.escape(start),
            '*' | '+' | '?' => {
                let help = "write \\ before it for a literal character";
                Err(Self::error_at(start, "the quantifier follows nothing", help))
            }
            other => Ok(self.cased(CharSet::of_chars(&[other]))),
        }
    }

    fn anchor(&self, c: char) -> Tree {
        match c {
            _ if self.flags.multi_line => Tree::Wider("an anchor to a line", Box::new(Tree::EMPTY)),
            '^' => Tree::Start,
            _ => Tree::End,
        }
    }

    /// Applies the flags to a set. Like Java without its Unicode flag, `(?i)` ignores the case of ASCII letters only.
    pub(super) fn both_cases(&self, set: CharSet) -> CharSet {
        if self.flags.ignore_case { set.ignore_case() } else { set }
    }

    fn cased(&mut self, set: CharSet) -> Tree {
        let set = self.both_cases(set);
        self.exact_or_wider(set)
    }

    /// The set; or any character, where a part of the set cannot be enforced.
    fn exact_or_wider(&mut self, set: CharSet) -> Tree {
        if std::mem::take(&mut self.is_wide) {
            return Tree::Wider(java::BLOCK, Box::new(Tree::Class(CharSet::default().negate())));
        }
        whole(set)
    }

    fn group(&mut self, start: usize) -> Result<Tree, PatternError> {
        let looks = [
            ("?=", Side::After, false),
            ("?!", Side::After, true),
            ("?<=", Side::Before, false),
            ("?<!", Side::Before, true),
        ];
        let look = looks.into_iter().find(|(prefix, ..)| self.eat(prefix));
        let outside = self.flags;
        let mut atomic = false;
        let mut number = None;
        if look.is_none() && self.eat("?") {
            match self.peek() {
                Some('>') => {
                    self.at += 1;
                    atomic = true;
                }
                Some('<') => {
                    self.name(start)?;
                    self.opened += 1;
                    number = Some(self.opened);
                }
                _ => {
                    if self.set_flags(start)? {
                        return Ok(Tree::EMPTY);
                    }
                }
            }
        } else if look.is_none() {
            self.opened += 1;
            number = Some(self.opened);
        }
        let inner = self.inside(start)?;
        self.flags = outside;
        if let Some(number) = number {
            let short = self.at - start <= MAX_REPEATED && !has_wider(&inner);
            self.closed.push((number, short.then(|| inner.clone())));
        }
        Ok(match look {
            Some((_, side, negative)) => {
                Tree::Look { side, negative, tree: Box::new(inner), text: self.text_from(start) }
            }
            None if atomic => Tree::Atomic(Box::new(inner)),
            // Keeps alternations and repetitions grouped when the tree is written as an expression.
            None => Tree::Concat(vec![inner]),
        })
    }

    /// The content of a group, and its closing parenthesis.
    fn inside(&mut self, start: usize) -> Result<Tree, PatternError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Self::error_at(start, "groups are nested too deep", "write the pattern with fewer groups"));
        }
        let inner = self.alternation()?;
        if !self.eat(")") {
            let help = "add ), or write \\( for a literal character";
            return Err(Self::error_at(start, "the group is not closed", help));
        }
        self.depth -= 1;
        Ok(inner)
    }

    /// `<name>`, with an identifier of ECMAScript.
    fn name(&mut self, start: usize) -> Result<(), PatternError> {
        self.eat("<");
        let first = self.at;
        while let Some(c) = self.next() {
            match c {
                '>' if self.at > first + 1 => return Ok(()),
                '$' | '_' => {}
                c if is_xid_start(c) || (self.at > first + 1 && is_xid_continue(c)) => {}
                _ => break,
            }
        }
        Err(Self::error_at(start, "the group's name is not complete", NAMED_GROUP))
    }

    /// The flags of `(?i)`, which apply to the rest of the enclosing group, or of `(?i:…)`, which apply to its content.
    /// Returns whether the parenthesis has been closed.
    fn set_flags(&mut self, start: usize) -> Result<bool, PatternError> {
        if self.peek() == Some('P') {
            return Err(Self::error_at(start, "`(?P` starts a group in other languages", NAMED_GROUP));
        }
        let mut on = true;
        loop {
            match self.next() {
                Some('i') => self.flags.ignore_case = on,
                Some('s') => self.flags.dot_all = on,
                Some('m') => self.flags.multi_line = on,
                Some('x') => {
                    self.note(java::EXTENDED);
                    self.flags.extended = on;
                }
                Some('d') => {
                    self.note(java::UNIX_LINES);
                    self.flags.unix_lines = on;
                }
                // Unicode is always on.
                Some('u' | 'U') => {}
                Some('-') => on = false,
                Some(')') => return Ok(true),
                Some(':') => return Ok(false),
                _ => {
                    let help = "groups start with (, (?:, (?=, (?!, (?<= or (?<!";
                    return Err(Self::error_at(start, "the group starts with an unknown flag", help));
                }
            }
        }
    }

    fn escape(&mut self, start: usize) -> Result<Tree, PatternError> {
        let rest = self.peek();
        let simple = match rest {
            Some('b' | 'B') => Tree::WordBoundary(rest == Some('b')),
            Some('A') => Tree::Start,
            Some('G') => {
                self.note(java::LAST_MATCH);
                Tree::Start
            }
            Some('R') => {
                self.note(java::LINE_BREAK);
                java::line_break()
            }
            Some('X') => {
                self.note(java::CLUSTER);
                let any = Tree::Class(CharSet::default().negate());
                Tree::Wider("a grapheme cluster", Box::new(Tree::Repeat { tree: Box::new(any), min: 1, max: None }))
            }
            Some('z' | 'Z') => Tree::End,
            Some('1'..='9') => {
                let digits = self.at;
                let number = self.number().unwrap_or_default() as usize;
                if number <= self.captures {
                    return Ok(self.back_reference(number));
                }
                self.at = digits;
                let set = CharSet::of_chars(&[self.octal()]);
                return Ok(self.cased(set));
            }
            Some('k') if self.chars.get(self.at + 1) == Some(&'<') => {
                self.at += 1;
                self.name(start)?;
                return Ok(Tree::Wider("a back-reference", Box::new(Tree::anything())));
            }
            _ => {
                let set = self.class_escape(start)?.into_set();
                return Ok(self.cased(set));
            }
        };
        self.at += 1;
        Ok(simple)
    }

    /// Superset of what a back-reference matches: what its group matches, or nothing if the group did not participate.
    fn back_reference(&self, number: usize) -> Tree {
        let wider = match self.closed.iter().find(|(closed, _)| *closed == number) {
            Some((_, Some(tree))) if !self.flags.ignore_case => Tree::Alternation(vec![tree.clone(), Tree::EMPTY]),
            // Too large to copy, or not closed yet: in a repetition it may match an earlier iteration.
            _ => Tree::anything(),
        };
        Tree::Wider("a back-reference", Box::new(wider))
    }
}

/// A set of one character becomes a literal.
fn whole(set: CharSet) -> Tree {
    set.single().map_or(Tree::Class(set), Tree::Char)
}

/// Whether a tree has a part that cannot be matched exactly, or that depends on its context.
fn has_wider(tree: &Tree) -> bool {
    match tree {
        Tree::Wider(..) | Tree::Look { .. } | Tree::Start | Tree::End | Tree::WordBoundary(_) => true,
        Tree::Concat(parts) | Tree::Alternation(parts) => parts.iter().any(has_wider),
        Tree::Repeat { tree, .. } | Tree::Atomic(tree) => has_wider(tree),
        Tree::Char(_) | Tree::Class(_) => false,
    }
}
