//! Formats signatures: on one line, or with a parameter per line.

use super::space::{INDENT, Space, WIDTH, last_width, width};
use super::types;

/// A parameter of a function.
pub(crate) struct Parameter {
    name: String,
    /// The type on one line. `self` has none.
    ty: Option<String>,
}

impl Parameter {
    /// `self` or `&self`.
    pub(crate) fn receiver(name: &str) -> Self {
        Self { name: name.to_owned(), ty: None }
    }

    /// Another parameter.
    pub(crate) fn typed(name: &str, ty: impl Into<String>) -> Self {
        Self { name: name.to_owned(), ty: Some(ty.into()) }
    }
}

/// A signature: `before` is the text before the parameters, with the parenthesis, and `end` is ` {` or `;`.
pub(crate) fn signature(
    before: &str,
    parameters: &[Parameter],
    (result, end): (Option<&str>, &str),
    indent: usize,
) -> String {
    let start = " ".repeat(indent);
    let inner = Space::line(indent + INDENT).narrower(1).unwrap_or(Space::line(0));
    let parameters: Vec<String> = parameters
        .iter()
        .map(|Parameter { name, ty }| match ty {
            None => name.clone(),
            Some(ty) => {
                let space = inner.after(name.len() + 2);
                let ty = space.and_then(|space| types::layout(ty, space)).unwrap_or_else(|| ty.as_str().into());
                format!("{name}: {ty}")
            }
        })
        .collect();
    let arrow = |space: Space| {
        let result = result?;
        let text = space.after(3).and_then(|space| types::layout(result, Space { before: 0, ..space }));
        Some(format!("-> {}", text.unwrap_or_else(|| result.into())))
    };
    let plain = arrow(Space::line(indent)).unwrap_or_default();
    let space = if plain.is_empty() { "" } else { " " };
    let line = format!("{start}{before}{}){space}{plain}{end}", parameters.join(", "));
    let is_short = !line.contains('\n') && width(&line) <= WIDTH;
    if is_short || (parameters.is_empty() && !plain.contains('\n')) {
        return line;
    }
    let plain = if plain.contains('\n') {
        let space = Space::line(indent).after(indent + 2);
        space.and_then(arrow).unwrap_or(plain)
    } else {
        plain
    };
    let lines: Vec<String> = parameters.iter().map(|parameter| format!("{}{parameter},", inner.new_line())).collect();
    let head = format!("{start}{before}{}\n{start})", lines.concat());
    let last = format!("){space}{plain}");
    let last_width = indent + last_width(&last);
    // The brace after a wide result is on a separate line.
    if let Some(rest) = end.strip_prefix(" {")
        && !plain.contains('\n')
        && last_width + 2 > WIDTH - indent
    {
        return format!("{head}{space}{plain}\n{start}{{{rest}");
    }
    format!("{head}{space}{plain}{end}")
}
