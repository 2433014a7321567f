//! Formats diagnostics as text and JSON.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Details, Diagnostic, Severity, SyntaxFacts};
use crate::source::{SourceFile, SourceMap};
use crate::text::{self, ceil_boundary, floor_boundary};

/// Style of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// For a terminal, with colors.
    Colored,
    /// For a file or a pipe.
    Plain,
}

/// Formats a diagnostic with source excerpts, labels and help.
pub fn human(diagnostic: &Diagnostic, sources: &SourceMap, style: Style) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Danger => Level::ERROR.with_name("danger"),
        Severity::Warning => Level::WARNING,
        Severity::Note | Severity::Suppressed => Level::NOTE,
    };
    let shape = diagnostic.shape.as_ref().map(|shape| format!(" ({shape})")).unwrap_or_default();
    let title = text::lines(&format!("{}{shape}", message(diagnostic).trim_end()));
    // Validators in models choose their IDs.
    let mut group = Group::with_title(level.primary_title(title).id(text::line(&diagnostic.id)));
    let mut has_excerpt = false;
    for (index, label) in diagnostic.labels.iter().enumerate() {
        let Some(file) = sources.get(label.span.source) else { continue };
        // A span may start or end inside a character, for example at an unexpected byte of JSON.
        let start = floor_boundary(file.text(), label.span.start as usize);
        let end = ceil_boundary(file.text(), label.span.end as usize).max(start);
        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let (line, first, excerpt) = excerpt(file, start, end);
        let (excerpt, [start, end]) = text::excerpt(excerpt, [start - first, end - first]);
        let mut annotation = kind.span(start..end);
        if !label.text.is_empty() {
            annotation = annotation.label(text::lines(&label.text));
        }
        let snippet = Snippet::source(excerpt)
            .line_start(line)
            .path(text::line(&file.path().display().to_string()))
            .annotation(annotation);
        group = group.element(snippet);
        has_excerpt = true;
    }
    let renderer = if style == Style::Colored { Renderer::styled() } else { Renderer::plain() };
    let Some(help) = diagnostic.help.as_deref().map(text::lines) else { return renderer.render(&[group]) };
    if has_excerpt {
        return renderer.render(&[group.element(Level::HELP.message(help))]);
    }
    // Below a message, the renderer would draw the margin of an excerpt.
    let help = Group::with_title(Level::HELP.primary_title(help));
    format!("{}\n{}", renderer.render(&[group]), renderer.render(&[help]))
}

/// The message. The excerpt of a syntax error shows its place, which may begin before the token that is named.
fn message(diagnostic: &Diagnostic) -> Cow<'_, str> {
    match diagnostic.details.as_deref() {
        Some(Details::Syntax(SyntaxFacts::Syntax { problem, .. })) if !diagnostic.labels.is_empty() => {
            format!("Syntax error: {problem}").into()
        }
        _ => diagnostic.message.as_str().into(),
    }
}

/// Maximum length of a shown line.
const MAX_EXCERPT: usize = 2000;

/// The lines around a range, with the number and offset of the first one. Makes the cost independent of the size of the
/// file.
fn excerpt(file: &SourceFile, start: usize, end: usize) -> (usize, usize, &str) {
    let text = file.text();
    let (line, mut first) = file.line(start);
    let mut last = file.line_end(end);
    if last - first > MAX_EXCERPT {
        first = floor_boundary(text, start.saturating_sub(MAX_EXCERPT / 10).max(first));
        last = ceil_boundary(text, (first + MAX_EXCERPT).max(end).min(last));
    }
    (line, first, text.get(first..last).unwrap_or_default())
}

/// A diagnostic as one JSON object: `severity`, `id`, `shape`, `message`, `file`, `line`, `column`, `help`,
/// `details`.
pub fn json(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    text::json(&value(diagnostic, sources))
}

/// The JSON object of [`json`].
pub fn value(diagnostic: &Diagnostic, sources: &SourceMap) -> serde_json::Value {
    let place = diagnostic.labels.first().and_then(|label| {
        let file = sources.get(label.span.source)?;
        let (line, column) = file.line_column(label.span.start);
        Some((file.path().display().to_string(), line, column))
    });
    let (file, line, column) = place.map_or((None, None, None), |(f, l, c)| (Some(f), Some(l), Some(c)));
    serde_json::json!({
        "severity": diagnostic.severity.name(),
        "id": diagnostic.id,
        "shape": diagnostic.shape.as_ref().map(ToString::to_string),
        "message": diagnostic.message,
        "file": file,
        "line": line,
        "column": column,
        "help": diagnostic.help,
        "details": diagnostic.details,
    })
}

#[cfg(test)]
mod tests {
    use super::{Style, human, json, value};
    use crate::diagnostic::{Details, Diagnostic, Note, Severity};
    use crate::model::ShapeId;
    use crate::source::{SourceMap, Span};

    #[test]
    fn a_span_within_a_character_covers_the_character() {
        let mut sources = SourceMap::default();
        let source = sources.add("a.json", "{ é }".to_owned());
        let diagnostic = Diagnostic::error("Test", "stray", Span::new(source, 3..4));
        assert!(human(&diagnostic, &sources, Style::Plain).contains("{ é }"));
        assert!(json(&diagnostic, &sources).contains("\"column\":3"));
    }

    #[test]
    fn help_without_an_excerpt_is_a_line_of_its_own() {
        let diagnostic = Diagnostic::error("Test", "no file", Span::NONE).with_help("name one");
        let text = human(&diagnostic, &SourceMap::default(), Style::Plain);
        assert_eq!(text, "error[Test]: no file\nhelp: name one");
    }

    #[test]
    fn json_has_the_facts_of_a_finding() {
        let mut sources = SourceMap::default();
        let source = sources.add("a.smithy", "x".to_owned());
        let shape = ShapeId::parse("example#Book").expect("an id");
        let details = Details::UnknownMember { shape, member: "titel".to_owned(), near: Some("title".to_owned()) };
        let diagnostic = Diagnostic::of(Severity::Error, "Test", details, Span::new(source, 0..1));
        assert_eq!(diagnostic.message, "Member `titel` does not exist in `example#Book`");
        let value = value(&diagnostic, &sources);
        assert_eq!(value["help"], "did you mean `title`?");
        let facts = r#"{"kind":"unknownMember","shape":"example#Book","member":"titel","near":"title"}"#;
        assert_eq!(value["details"], serde_json::from_str::<serde_json::Value>(facts).expect("JSON"));
    }

    #[test]
    fn json_has_the_facts_of_a_syntax_error() {
        let text = "$version: \"2\"\nnamespace a\nstructure A { b String }\n";
        let mut sources = SourceMap::default();
        let source = sources.add("a.smithy", text.to_owned());
        let (_, found) = crate::syntax::idl::parse(source, text);
        let problem = r#"{"kind":"expected","expected":{"token":"COLON","text":":"},
            "found":{"token":"IDENTIFIER","text":"String"}}"#;
        let details = serde_json::json!({
            "kind": "syntax", "line": 3, "column": 17,
            "problem": serde_json::from_str::<serde_json::Value>(problem).expect("JSON"),
        });
        assert_eq!(value(&found[0], &sources)["details"], details);
    }

    #[test]
    fn a_span_beyond_the_end_is_at_the_end() {
        let mut sources = SourceMap::default();
        let source = sources.add("a.json", "é".to_owned());
        let diagnostic = Diagnostic::error("Test", "more", Span::new(source, 90..91));
        assert!(human(&diagnostic, &sources, Style::Plain).contains("more"));
        assert!(json(&diagnostic, &sources).contains("\"column\":2"));
    }

    #[test]
    fn texts_of_models_are_neither_lines_nor_commands() {
        let hostile = "a\u{1b}[31m\u{9b}b\n::error::FORGED\n##[error]FORGED\u{202e}\r0 errors";
        let mut sources = SourceMap::default();
        let source = sources.add_other(hostile, format!("x\n::error::FORGED\n{hostile}"));
        let note = || Note::nearest(hostile);
        let found = Diagnostic::error(hostile, "fixed", Span::new(source, 3..30)).with_text(note()).with_help(note());
        let diagnostic = Diagnostic { message: hostile.to_owned(), ..found };
        let plain = Diagnostic { labels: Vec::new(), ..diagnostic.clone() };
        for text in [
            human(&diagnostic, &sources, Style::Plain),
            human(&plain, &sources, Style::Plain),
            json(&diagnostic, &sources),
        ] {
            assert!(!text.contains(|c: char| crate::text::is_hidden(c) && c != '\n'), "{text:?}");
            assert!(!text.contains("##["), "{text}");
            let forged =
                |line: &&str| ["::", "FORGED", "0 errors"].iter().any(|start| line.trim_start().starts_with(start));
            assert_eq!(text.lines().find(forged), None, "{text}");
        }
    }

    #[test]
    fn characters_that_change_the_direction_of_text_are_shown_as_escapes() {
        let mut sources = SourceMap::default();
        let source = sources.add_other("a\u{202e}.smithy", "\u{2066}ab cd\u{202e}".to_owned());
        let diagnostic = Diagnostic::error("X", "no \u{200f}mirror, no \u{200b}gap", Span::new(source, 6..8))
            .with_help("\u{61c}help");
        let text = human(&diagnostic, &sources, Style::Plain);
        assert!(!text.contains(crate::text::is_bidi), "{text}");
        assert!(
            text.contains("\\u{2066}ab cd\\u{202e}") && text.contains("no \\u{200f}mirror, no \\u{200b}gap"),
            "{text}"
        );
        let lines: Vec<&str> = text.lines().collect();
        let code = lines.iter().position(|line| line.contains("ab cd")).expect("the excerpt");
        assert_eq!(lines[code].find("cd"), lines[code + 1].find('^'), "{text}");
    }
}
