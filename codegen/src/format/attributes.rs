//! Attributes with arguments: on one line, or an argument per line.

use super::space::{INDENT, WIDTH, width};

/// Width of several arguments on one line.
const ARGUMENTS: usize = 70;

const START: &str = "#[deprecated(";

/// Formats `#[deprecated]` as rustfmt does. Other attributes of generated code are short.
pub(super) fn formatted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let indent = line.len() - line.trim_start().len();
        let Some(rest) = line.trim_start().strip_prefix(START) else {
            out.extend([line, "\n"]);
            continue;
        };
        let mut body = rest.to_owned();
        while !body.ends_with(")]")
            && let Some(line) = lines.next()
        {
            let space = if body.is_empty() || line.trim_start().starts_with(')') { "" } else { " " };
            body.extend([space, line.trim()]);
        }
        let arguments = body.strip_suffix(")]").unwrap_or(&body).trim_end_matches(',');
        // A comma follows a field.
        let taken = usize::from(lines.peek().is_some_and(|line| is_field(line)));
        deprecated(arguments, indent, WIDTH - taken, &mut out);
    }
    out
}

/// Appends `#[deprecated]` with these arguments, in lines of this width.
pub(crate) fn deprecated(arguments: &str, indent: usize, limit: usize, out: &mut String) {
    let start = " ".repeat(indent);
    let line = format!("{start}{START}{arguments})]");
    let separate = arguments.strip_prefix("since = ").and_then(|rest| {
        let (since, rest) = rest.split_at(literal(rest)?);
        Some((since, rest.strip_prefix(", note = ")?))
    });
    if width(&line) <= limit && (separate.is_none() || width(arguments) <= ARGUMENTS) {
        out.extend([&line, "\n"]);
        return;
    }
    let inner = " ".repeat(indent + INDENT);
    let arguments = match separate {
        Some((since, note)) => format!("{inner}since = {since},\n{inner}note = {note}"),
        None => format!("{inner}{arguments}"),
    };
    out.extend([&start, START, "\n", &arguments, "\n", &start, ")]\n"]);
}

/// The length of the string literal at the start.
fn literal(text: &str) -> Option<usize> {
    let mut escaped = false;
    let inner = text.strip_prefix('"')?;
    let end = inner.bytes().position(|byte| {
        let is_end = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_end
    });
    end.map(|end| end + 2)
}

fn is_field(line: &str) -> bool {
    let item = line.trim_start().strip_prefix("pub ").unwrap_or_default();
    item.split_once(':').is_some_and(|(name, _)| !name.contains([' ', '(']))
}
