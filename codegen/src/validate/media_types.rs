//! Media types.

use super::context::{Applied, Context};
use crate::diagnostic::{Diagnostic, MediaTypeProblem, ServiceFacts, Severity};
use crate::rule::event;
use crate::traits::MediaType;
use crate::validate::Rule;

pub(super) const MEDIA_TYPES: Rule = Rule {
    events: &[event!("MediaType")],
    check: media_types,
    #[cfg(test)]
    cases: cases::MEDIA_TYPES,
};

/// Checks media types (RFC 9110, section 8.3.1).
fn media_types(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value, span, .. } in context.with::<MediaType>() {
        let text = value.as_str();
        if let Err(problem) = media_type(text) {
            let message = ServiceFacts::MediaType { value: text.to_owned(), problem };
            found.push(Diagnostic::of(Severity::Error, "MediaType", message, span).with_shape(element.id()));
        }
    }
}

/// `type/subtype; name=value; name="value"`
fn media_type(text: &str) -> Result<(), MediaTypeProblem> {
    let blank = [' ', '\t', '\r', '\n'];
    let rest = after_token(text).ok_or(MediaTypeProblem::NoToken)?;
    let subtype = rest.strip_prefix('/').ok_or(MediaTypeProblem::NoSlash)?;
    let mut rest = after_token(subtype).ok_or(MediaTypeProblem::NoToken)?.trim_start_matches(blank);
    while !rest.is_empty() {
        let name = rest.strip_prefix(';').ok_or(MediaTypeProblem::NoSemicolon)?;
        let after = after_token(name.trim_start_matches(blank)).ok_or(MediaTypeProblem::ParameterName)?;
        let value = after.strip_prefix('=').ok_or(MediaTypeProblem::NoValue)?;
        let after = match value.strip_prefix('"') {
            Some(quoted) => after_quote(quoted).ok_or(MediaTypeProblem::UnclosedQuote)?,
            None => after_token(value).ok_or(MediaTypeProblem::ParameterValue)?,
        };
        rest = after.trim_start_matches(blank);
    }
    Ok(())
}

/// The text after the token at its start, if there is one.
fn after_token(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c));
    (rest.len() < text.len()).then_some(rest)
}

/// The text after a quoted string, whose first quote was read.
fn after_quote(text: &str) -> Option<&str> {
    let mut characters = text.char_indices();
    loop {
        match characters.next()? {
            (at, '"') => return text.get(at + 1..),
            (_, '\\') => {
                characters.next()?;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const MEDIA_TYPES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@mediaType("text")
//         ^^^^^^ error: MediaType
string S

@mediaType("text/plain;")
//         ^^^^^^^^^^^^^ error: MediaType
string T

@mediaType("text/{plain}")
//         ^^^^^^^^^^^^^^ error: MediaType
string U
"#],
        leaves: &[r#"
@mediaType("text/plain; charset=utf-8")
string S

@mediaType("text/plain ;a=\"b;\\\"\"; c=d")
string T
"#],
    };
}
