//! Differences between the printer of tokens and rustfmt that are frequent in generated code, mended line by line.

/// Width of a line in rustfmt's default configuration; the printer breaks lines earlier.
const WIDTH: usize = 100;

/// Puts signatures and tuple structures on one line where rustfmt does, and lays chains of calls out without a second
/// indent.
pub(super) fn mended(text: &str) -> String {
    chained(&joined(text))
}

/// Joins the lines of signatures, fields and aliases as far as the width allows.
fn joined(text: &str) -> String {
    let mut out = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    let mut rest = lines.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if let Some(item) = split_item(rest) {
            join(item, &mut out);
            rest = rest.get(item.len()..).unwrap_or_default();
        } else {
            out.push((*first).to_owned());
            rest = after;
        }
    }
    out.push(String::new());
    out.join("\n")
}

/// The lines of a function's signature, a structure, field or alias that the printer has split, if one begins here.
fn split_item<'t>(lines: &'t [&'t str]) -> Option<&'t [&'t str]> {
    let first = lines.first()?;
    let item = first.trim_start();
    let is_item = item.starts_with("pub ") || item.starts_with("fn ");
    if !(is_item && is_open(first)) {
        return None;
    }
    let ends = |line: &&str| indent(line) == indent(first) && line.ends_with(['{', ';', ',']);
    let last = lines.iter().skip(1).position(ends)?;
    lines.get(..last + 2)
}

/// Puts the lines on one; where it would be too wide, those of each bracket inside.
fn join(lines: &[&str], out: &mut Vec<String>) {
    let whole = one_line(lines);
    if whole.len() <= WIDTH {
        out.push(whole);
        return;
    }
    if let Some((name, value)) = whole.split_once(" = ").filter(|(name, _)| name.starts_with("pub type ")) {
        out.extend([format!("{name} ="), format!("    {value}")]);
        return;
    }
    out.push(lines[0].to_owned());
    let mut rest = &lines[1..];
    while let Some((first, after)) = rest.split_first() {
        let end = after.iter().position(|line| indent(line) == indent(first)).filter(|_| is_open(first));
        if let Some(end) = end {
            join(&rest[..end + 2], out);
            rest = &rest[end + 2..];
        } else {
            out.push((*first).to_owned());
            rest = after;
        }
    }
}

/// Whether a bracket is closed on a line below.
fn is_open(line: &str) -> bool {
    line.ends_with(['(', '<'])
}

fn one_line(lines: &[&str]) -> String {
    let mut out = lines[0].to_owned();
    for line in &lines[1..] {
        let line = line.trim_start();
        if line.starts_with(['>', ')']) {
            out.truncate(out.trim_end_matches(',').len());
        } else if !out.ends_with(['<', '(']) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Lays out the value of a static that is a call over several lines with method calls behind it: rustfmt does not
/// indent it twice.
fn chained(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    let mut is_chain = false;
    while let Some(line) = lines.next() {
        let indent = indent(line);
        out.push_str(if is_chain { line.get(4..).unwrap_or_default() } else { line });
        out.push('\n');
        let opens = line.ends_with('(') && line.contains("static ") && indent == 0;
        is_chain = (is_chain && !(line.ends_with(';') && indent <= 4))
            || (opens && lines.peek().is_some_and(|next| next.starts_with("        ")));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn a_signature_that_fits_is_one_line() {
        let text = "impl A {\n    pub fn b(\n        self,\n        c: D,\n    ) -> Self {\n        self.e(\n            f,\n        )\n    }\n}\n";
        let short =
            "impl A {\n    pub fn b(self, c: D) -> Self {\n        self.e(\n            f,\n        )\n    }\n}\n";
        assert_eq!(mended(text), short);
    }

    #[test]
    fn a_wide_signature_stays_as_it_is() {
        let text = format!("pub fn a(\n    b: {},\n) {{\n}}\n", "B".repeat(100));
        assert_eq!(mended(&text), text);
    }

    #[test]
    fn the_result_of_a_wide_signature_is_one_line() {
        let wide = "B".repeat(80);
        let text = format!("pub fn a(\n    b: {wide},\n) -> C<\n    D,\n    E<\n        F,\n    >,\n> {{\n}}\n");
        assert_eq!(mended(&text), format!("pub fn a(\n    b: {wide},\n) -> C<D, E<F>> {{\n}}\n"));
    }

    #[test]
    fn a_wide_alias_is_two_lines() {
        let wide = "B".repeat(90);
        let text = format!("pub type A = {wide}<\n    C,\n>;\n");
        assert_eq!(mended(&text), format!("pub type A =\n    {wide}<C>;\n"));
    }

    #[test]
    fn a_chain_is_indented_once() {
        let text = "static A: B = B::new(\n        \"a\",\n        1,\n    )\n    .c(\n        2,\n    );\nstatic D: B = B::new(\n    1,\n);\n";
        let once = "static A: B = B::new(\n    \"a\",\n    1,\n)\n.c(\n    2,\n);\nstatic D: B = B::new(\n    1,\n);\n";
        assert_eq!(mended(text), once);
    }
}
