//! Tokens of the IDL (spec: "Smithy IDL", lexical notes), and how messages name them.

/// The kinds of token. Nothing of a file is left out: joined, its tokens are the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum TokenKind {
    /// A run of blanks and tabs; also a byte order mark at the very start.
    Space,
    /// One line end: `\n`, `\r\n` or `\r`.
    Newline,
    Comma,
    /// `// …`, with its line end.
    Comment,
    /// `/// …`, with its line end.
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
    /// Text that is no token: a stray character, an unclosed string, a malformed number.
    Error,
}

/// A token: its kind and the bytes it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// The kind.
    pub(crate) kind: TokenKind,
    /// Offset of its first byte.
    pub(crate) start: u32,
    /// Offset one past its last byte.
    pub(crate) end: u32,
}

impl Token {
    /// The token's text.
    pub(crate) fn text(self, file: &str) -> &str {
        file.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// Longest piece of a token that a message quotes, in characters.
const MAX_QUOTED: usize = 100;

impl TokenKind {
    /// Whether it is a comment of either kind.
    pub(crate) fn is_comment(self) -> bool {
        matches!(self, Self::Comment | Self::DocComment)
    }

    /// Whether the grammar's `ws` covers it: blanks, line ends, commas and comments.
    pub(crate) fn is_blank(self) -> bool {
        matches!(self, Self::Space | Self::Newline | Self::Comma | Self::Comment)
    }

    /// The name that the reference implementation gives it, and the text that stands for it in a list of expected tokens.
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

    /// As an expected token, in the reference implementation's words: `COLON(':')`.
    pub(super) fn expected(self) -> String {
        let (name, example) = self.reference();
        if example.is_empty() { name.to_owned() } else { format!("{name}('{example}')") }
    }

    /// As a token that was found, with its text: `IDENTIFIER('with')`.
    pub(super) fn found(self, text: &str) -> String {
        let (name, _) = self.reference();
        if text.is_empty() {
            return name.to_owned();
        }
        let mut quoted: String = text.chars().take(MAX_QUOTED).collect();
        if quoted.len() < text.len() {
            quoted.push('…');
        }
        format!("{name}('{}')", quoted.replace('\n', "\\n").replace('\r', "\\r"))
    }

    /// In plain words, for labels.
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
