//! Code on one line.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

/// Values and types on one line, with the spaces that rustfmt leaves.
pub(crate) fn flat(code: &impl ToTokens) -> String {
    let mut line = Line { text: String::new(), before: Before::Open, in_closure: false };
    line.tokens(code.to_token_stream());
    line.text
}

/// State before the next token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// The start, an opening bracket, or an operator with one operand.
    Open,
    /// A name, a literal or a closing bracket.
    Operand,
    /// An operator with two operands, or a comma.
    Operator,
}

struct Line {
    text: String,
    before: Before,
    /// Whether the next `|` ends the parameters of a closure.
    in_closure: bool,
}

impl Line {
    fn tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.group(&group),
                TokenTree::Punct(first) => {
                    let second = tokens.next_if(|next| match next {
                        TokenTree::Punct(next) if first.spacing() == Spacing::Joint => {
                            matches!((first.as_char(), next.as_char()), (':', ':') | ('=' | '-', '>') | ('=', '='))
                        }
                        _ => false,
                    });
                    self.operator(&format!("{first}{}", second.map(|token| token.to_string()).unwrap_or_default()));
                }
                other => {
                    self.push(self.before != Before::Open, &other.to_string());
                    self.before = Before::Operand;
                }
            }
        }
    }

    fn push(&mut self, has_space: bool, text: &str) {
        self.text.extend([if has_space { " " } else { "" }, text]);
    }

    fn group(&mut self, group: &Group) {
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{ ", " }"),
            Delimiter::None => ("", ""),
        };
        // Arguments and indices follow the name without a space.
        let is_apart = self.before == Before::Operand
            && match group.delimiter() {
                Delimiter::Brace => true,
                Delimiter::Bracket => self.ends_with_qualifier(),
                _ => false,
            };
        self.push(is_apart || self.before == Before::Operator, open);
        self.before = Before::Open;
        self.tokens(group.stream());
        self.text.push_str(close);
        self.before = Before::Operand;
    }

    /// Whether the last name is `mut` or a lifetime.
    fn ends_with_qualifier(&self) -> bool {
        let start = self.text.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
        start.ends_with('\'') || &self.text[start.len()..] == "mut"
    }

    fn operator(&mut self, operator: &str) {
        let is_binary = self.before == Before::Operand;
        let has_left_space = self.before == Before::Operator;
        let (has_space, after) = match operator {
            "," | ";" | ":" => (false, Before::Operator),
            ">" | "?" => (false, Before::Operand),
            "!" if is_binary => (false, Before::Open),
            "::" | "." | "<" => (has_left_space, Before::Open),
            "|" if self.in_closure || !is_binary => {
                self.in_closure = !self.in_closure;
                if self.in_closure { (has_left_space, Before::Open) } else { (false, Before::Operator) }
            }
            _ if is_binary => (true, Before::Operator),
            _ => (has_left_space, Before::Open),
        };
        self.push(has_space, operator);
        self.before = after;
    }
}
