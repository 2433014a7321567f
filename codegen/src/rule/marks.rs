//! Models with marked diagnostics, for pages and cases of rules:
//!
//! ```text
//! @length(min: 10, max: 2)
//! //     ^^^^^^^^^^^^^^^^^ error: LengthTrait
//! string Name
//! ```
//!
//! A mark is on the line below, its carets below the location. The comment's own `//` hides the first two columns. A
//! location of several lines is marked to the end of its first line; a diagnostic without a location is marked at the
//! end of the text. Checks compare whole texts: every diagnostic must be marked.

use std::fmt::Write as _;
use std::path::Path;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Model;
use crate::source::{SourceId, SourceMap};
use crate::{diff, load, pipeline};

/// Environment variable that makes tests update the marks in pages and cases, for review with `git diff`.
pub(crate) const UPDATE: &str = "WHITESMITH_UPDATE";

/// End of a mark of a diagnostic without a location.
const UNPLACED: &str = ", without a location";

/// Whether the marked text lists diagnostics without a location.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unplaced {
    Listed,
    Omitted,
}

/// A text without its marks.
struct Unmarked {
    /// Start of comments.
    leader: &'static str,
    /// Text before it: version and namespace.
    header: String,
    text: String,
}

impl Unmarked {
    fn model(marked: &str) -> Self {
        let text = without_marks(marked, "//");
        let begins = |word: &str| text.lines().any(|line| line.starts_with(word));
        let mut header = String::new();
        if !begins("$version") {
            header.push_str("$version: \"2.0\"\n");
        }
        if !begins("namespace ") {
            header.push_str("namespace example\n");
        }
        Self { leader: "//", header, text }
    }

    fn toml(marked: &str) -> Self {
        Self { leader: "#", header: String::new(), text: without_marks(marked, "#") }
    }

    fn whole(&self) -> String {
        format!("{}{}", self.header, self.text)
    }

    /// The text with the diagnostics in `id` marked.
    fn marked(&self, id: SourceId, unplaced: Unplaced, sources: &SourceMap, found: &[Diagnostic]) -> String {
        let header = self.header.lines().count();
        let mut marks: Vec<(usize, usize, String)> = Vec::new();
        let mut unplaced_lines = Vec::new();
        for finding in found.iter().filter(|finding| finding.severity != Severity::Suppressed) {
            let name = format!("{}: {}", finding.severity.name().to_lowercase(), finding.id);
            let place = finding.labels.first().map(|label| label.span);
            match place.and_then(|span| Some((span, sources.get(span.source)?))) {
                Some((span, file)) if span.source == id => {
                    let (line, start) = file.line_column(span.start);
                    let (last, end) = file.line_column(span.end);
                    let width = file.text().lines().nth(line - 1).map_or(0, |line| line.chars().count());
                    let end = if last == line { end - 1 } else { width };
                    let start = (start - 1).max(self.leader.len());
                    let carets = "^".repeat(end.saturating_sub(start).max(1));
                    let gap = " ".repeat(start - self.leader.len());
                    marks.push((line - header, start, format!("{}{gap}{carets} {name}\n", self.leader)));
                }
                Some(_) => {}
                None => unplaced_lines.push(format!("{} {name}{UNPLACED}\n", self.leader)),
            }
        }
        marks.sort();
        let mut out = String::new();
        for (at, line) in self.text.lines().enumerate() {
            let _ = writeln!(out, "{line}");
            out.extend(marks.iter().filter(|(line, ..)| *line == at + 1).map(|(.., mark)| mark.as_str()));
        }
        if unplaced == Unplaced::Listed {
            unplaced_lines.sort();
            out.extend(unplaced_lines);
        }
        out
    }
}

fn without_marks(text: &str, leader: &str) -> String {
    let severities = ["error: ", "danger: ", "warning: ", "note: "];
    let is_mark = |line: &str| {
        let Some(comment) = line.strip_prefix(leader).map(str::trim_start) else { return false };
        let rest = comment.trim_start_matches('^');
        let is_placed = rest.len() < comment.len() || comment.ends_with(UNPLACED);
        is_placed && severities.iter().any(|severity| rest.trim_start().starts_with(severity))
    };
    text.lines().filter(|line| !is_mark(line)).flat_map(|line| [line, "\n"]).collect()
}

/// Marked texts, and all diagnostics.
pub(crate) struct Marked {
    pub(crate) texts: Vec<String>,
    pub(crate) found: Vec<Diagnostic>,
}

impl Marked {
    fn new(texts: &[(&Unmarked, SourceId)], sources: &SourceMap, found: Vec<Diagnostic>) -> Self {
        let marked = texts.iter().enumerate().map(|(at, (text, id))| {
            text.marked(*id, if at == 0 { Unplaced::Listed } else { Unplaced::Omitted }, sources, &found)
        });
        Self { texts: marked.collect(), found }
    }
}

/// A model without its marks, with version and namespace.
pub(crate) fn unmarked(text: &str) -> String {
    Unmarked::model(text).whole()
}

/// Loads and validates a model.
pub(crate) fn validated(text: &str) -> Marked {
    let text = Unmarked::model(text);
    let mut sources = SourceMap::default();
    let id = sources.add("example.smithy", text.whole());
    let found = pipeline::model(&sources).1;
    Marked::new(&[(&text, id)], &sources, found)
}

/// Compares two models.
pub(crate) fn compared(old: &str, new: &str) -> Marked {
    marked_changes(old, new, |old, new| diff::compare(&old, &new))
}

/// Reviews the change from one model to another: finds what [`compared`] does, and what breaks users of generated code.
pub(crate) fn reviewed(old: &str, new: &str) -> Marked {
    marked_changes(old, new, |old, new| {
        diff::Review::new(old, new, &[]).edits.into_iter().flat_map(|edit| edit.findings).collect()
    })
}

fn marked_changes(old: &str, new: &str, find: impl Fn(Model, Model) -> Vec<diff::Finding>) -> Marked {
    let (old, new) = (Unmarked::model(old), Unmarked::model(new));
    let (mut old_sources, mut new_sources) = (SourceMap::default(), SourceMap::default());
    let old_id = old_sources.add("old.smithy", old.whole());
    let new_id = new_sources.add("new.smithy", new.whole());
    let findings = find(load::assemble(&old_sources).0, load::assemble(&new_sources).0);
    let on = |side| findings.iter().filter(move |found| found.side == side).map(|found| found.diagnostic.clone());
    let (before, after): (Vec<_>, Vec<_>) = (on(diff::Side::Old).collect(), on(diff::Side::New).collect());
    let texts = vec![
        old.marked(old_id, Unplaced::Omitted, &old_sources, &before),
        new.marked(new_id, Unplaced::Listed, &new_sources, &after),
    ];
    Marked { texts, found: before.into_iter().chain(after).collect() }
}

/// Compares the models before and after a line `---`.
pub(crate) fn compared_pair(text: &str) -> Marked {
    const LINE: &str = "---\n";
    let (old, new) = text.split_once(LINE).unwrap_or((text, ""));
    let mut marked = compared(old, new);
    marked.texts.insert(1, LINE.to_owned());
    marked
}

/// Generates code for a configuration from a model. Without a model, only reads the configuration.
pub(crate) fn generated(model: Option<&str>, configuration: &str) -> Marked {
    let configuration = Unmarked::toml(configuration);
    let mut sources = SourceMap::default();
    let toml = sources.add_other("codegen.toml", configuration.whole());
    let model = model.map(Unmarked::model);
    let id = model.as_ref().map(|model| sources.add("example.smithy", model.whole()));
    let mut found = Vec::new();
    match Config::parse(toml, &configuration.whole(), Path::new("")) {
        Err(errors) => found.extend(errors),
        Ok(config) if model.is_some() => {
            let accept: Vec<_> = config.services.iter().flat_map(|service| service.accept.clone()).collect();
            let (valid, errors) = pipeline::model_accepting(&sources, &accept);
            found.extend(errors);
            for service in &config.services {
                let Some(valid) = &valid else { continue };
                found.extend(pipeline::generate(valid, service).1);
            }
        }
        Ok(_) => {}
    }
    match (&model, id) {
        (Some(model), Some(id)) => Marked::new(&[(model, id), (&configuration, toml)], &sources, found),
        _ => Marked::new(&[(&configuration, toml)], &sources, found),
    }
}

/// Errors of a case or a page.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

/// Compares a text with the result of a run. With [`UPDATE`], writes the result into the file instead.
pub(crate) fn compare(file: &Path, name: &str, written: &str, given: &str) -> Result<(), Failure> {
    if written == given {
        return Ok(());
    }
    if std::env::var_os(UPDATE).is_some() {
        let text = std::fs::read_to_string(file).map_err(|error| Failure(error.to_string()))?;
        let count = text.matches(written).count();
        if count == 0 {
            return Err(Failure(format!("{name}: {} does not have the text\n{written}", file.display())));
        }
        return std::fs::write(file, text.replacen(written, given, 1)).map_err(|error| Failure(error.to_string()));
    }
    let changes = similar::TextDiff::from_lines(written, given).unified_diff().to_string();
    Err(Failure(format!("{name}, in {}: - is marked, + is found\n{changes}", file.display())))
}

#[cfg(test)]
mod tests {
    use super::{UNPLACED, validated};

    #[test]
    fn diagnostics_are_marked_below_their_location() {
        let text = "@length(min: 10, max: 2)\nstring Name\n";
        let marked = validated(text).texts.concat();
        let lines: Vec<&str> = marked.lines().collect();
        assert_eq!(lines.first().copied(), text.lines().next());
        assert!(lines.get(1).is_some_and(|line| line.starts_with("//") && line.ends_with(" error: LengthTrait")));
        assert_eq!(validated(&marked).texts.concat(), marked);
    }

    #[test]
    fn a_diagnostic_without_a_location_is_marked_once() {
        let text = "$version: \"2.0\"\nmetadata validators = [{name: \"NoninclusiveTerms\"}]\nnamespace master\n";
        let marked = validated(&format!("{text}string Name\n")).texts.concat();
        assert!(marked.trim_end().ends_with(UNPLACED), "{marked}");
        assert_eq!(validated(&marked).texts.concat(), marked);
    }

    #[test]
    fn other_comments_are_not_marks() {
        let text = "// error: not a mark\nstring Name\n";
        assert_eq!(validated(text).texts.concat(), text);
    }
}
