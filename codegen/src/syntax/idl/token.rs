//! Tokens of the IDL (spec: "Smithy IDL", lexical notes), and their names in messages.

use crate::diagnostic::{ExpectedToken, FoundToken};

/// The kinds of tokens. Concatenated, the tokens of a file are its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum TokenKind {
    /// Spaces and tabs; also a byte order mark at the start.
    Space,
    /// One line break: `
    /// `, `\r
    /// ` or `\r`.
    Newline,
    Comma,
    /// `// …`, with its line break.
    Comment,
    /// `/// …`, with its line break.
    DocComment,
    At,
    String,
    TextBlock,
    Colon,
    /// `:=`
    Walrus,
    Identifier,
    Dot,
    Pound,
    Dollar,
    Number,
    LBrace,
    RBrace,
    LBracket,
    RBracket,
    LParen,
    RParen,
    Equal,
    /// The end of the file; empty.
    Eof,
    /// Invalid text: an unexpected character, an unclosed string, a malformed number.
    Error,
}

/// A token: its kind and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// The kind.
    pub(crate) kind: TokenKind,
    /// Offset of its first byte.
    pub(crate) start: u32,
    /// Offset after its last byte.
    pub(crate) end: u32,
}

impl Token {
    /// The text of the token.
    pub(crate) fn text(self, file: &str) -> &str {
        file.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl TokenKind {
    /// Whether it is a comment or a documentation comment.
    pub(crate) fn is_comment(self) -> bool {
        matches!(self, Self::Comment | Self::DocComment)
    }

    /// Whether it is part of the grammar's `ws`: white space, line breaks, commas and comments.
    pub(crate) fn is_blank(self) -> bool {
        matches!(self, Self::Space | Self::Newline | Self::Comma | Self::Comment)
    }

    /// Its name in the reference implementation, and its text in a list of expected tokens.
    fn reference(self) -> (&'static str, &'static str) {
        match self {
            Self::Space => ("SPACE", " "),
            Self::Newline => ("NEWLINE", "\\n"),
            Self::Comma => ("COMMA", ","),
            Self::Comment => ("COMMENT", "//"),
            Self::DocComment => ("DOC_COMMENT", "///"),
            Self::At => ("AT", "@"),
            Self::String => ("STRING", "\""),
            Self::TextBlock => ("TEXT_BLOCK", "\"\"\""),
            Self::Colon => ("COLON", ":"),
            Self::Walrus => ("WALRUS", ":="),
            Self::Identifier => ("IDENTIFIER", ""),
            Self::Dot => ("DOT", "."),
            Self::Pound => ("POUND", "#"),
            Self::Dollar => ("DOLLAR", "$"),
            Self::Number => ("NUMBER", ""),
            Self::LBrace => ("LBRACE", "{"),
            Self::RBrace => ("RBRACE", "}"),
            Self::LBracket => ("LBRACKET", "["),
            Self::RBracket => ("RBRACKET", "]"),
            Self::LParen => ("LPAREN", "("),
            Self::RParen => ("RPAREN", ")"),
            Self::Equal => ("EQUAL", "="),
            Self::Eof => ("EOF", ""),
            Self::Error => ("ERROR", ""),
        }
    }

    /// A token of this kind, as it is expected.
    pub(super) fn expected(self) -> ExpectedToken {
        let (token, text) = self.reference();
        ExpectedToken { token, text }
    }

    /// A token of this kind that was found, with its text.
    pub(super) fn found(self, text: &str) -> FoundToken {
        FoundToken { token: self.reference().0, text: text.to_owned() }
    }

    /// A description for labels.
    pub(super) fn plain(self) -> String {
        match self {
            Self::Space => "a space".to_owned(),
            Self::Newline => "a line end".to_owned(),
            Self::Comment | Self::DocComment => "a comment".to_owned(),
            Self::String => "a quoted string".to_owned(),
            Self::TextBlock => "a text block".to_owned(),
            Self::Identifier => "a name".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Eof => "the end of the file".to_owned(),
            Self::Error => "something else".to_owned(),
            other => format!("`{}`", other.reference().1),
        }
    }
}
