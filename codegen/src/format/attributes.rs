//! Attributes with arguments: on one line, or an argument per line.

use super::parts::after_literal;
use super::space::{INDENT, WIDTH, width};

/// Width of several arguments on one line.
const ARGUMENTS: usize = 70;

const START: &str = "#[deprecated(";

const SINCE: &str = "since = ";
const NOTE: &str = "note = ";

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
        deprecated(split(arguments), indent, WIDTH - taken, &mut out);
    }
    out
}

/// Appends `#[deprecated]` with these literals of `since` and `note`, in lines of this width.
pub(crate) fn deprecated([since, note]: [Option<&str>; 2], indent: usize, limit: usize, out: &mut String) {
    let named = [(SINCE, since), (NOTE, note)].map(|(name, value)| value.map(|value| format!("{name}{value}")));
    let arguments: Vec<String> = named.into_iter().flatten().collect();
    let start = " ".repeat(indent);
    let flat = arguments.join(", ");
    let line = if flat.is_empty() { "#[deprecated]".to_owned() } else { format!("{START}{flat})]") };
    if indent + width(&line) <= limit && (arguments.len() < 2 || width(&flat) <= ARGUMENTS) || flat.is_empty() {
        out.extend([&start, &line, "\n"]);
        return;
    }
    let inner = format!(",\n{}", " ".repeat(indent + INDENT));
    out.extend([&start, START, &inner[1..], &arguments.join(&inner), "\n", &start, ")]\n"]);
}

/// The literals of `since` and `note`, in this order.
fn split(arguments: &str) -> [Option<&str>; 2] {
    let Some(rest) = arguments.strip_prefix(SINCE) else { return [None, arguments.strip_prefix(NOTE)] };
    let (since, rest) = rest.split_at(after_literal(rest).unwrap_or(rest.len()));
    [Some(since), rest.strip_prefix(", ").and_then(|rest| rest.strip_prefix(NOTE))]
}

fn is_field(line: &str) -> bool {
    let item = line.trim_start().strip_prefix("pub ").unwrap_or_default();
    item.split_once(':').is_some_and(|(name, _)| !name.contains([' ', '(']))
}
