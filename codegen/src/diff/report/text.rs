//! Texts of reports. Messages contain texts of models, whose authors may not write lines, commands or markup of a
//! report. Does not know edits.

use crate::text::line;

/// Maximum number of characters of a code block in one line.
const MAX_CODE: usize = 80;

/// Number of characters before the first difference of long code blocks.
const BEFORE_DIFFERENCE: usize = 20;

/// Minimum number of characters of a commit's hash that GitHub links.
const MIN_HASH: usize = 7;

/// A part of a message.
#[derive(Debug, PartialEq, Eq)]
enum Part<'m> {
    /// Lines of text, in one.
    Text(String),
    /// Lines of a code block.
    Block(Vec<&'m str>),
}

impl Part<'_> {
    /// The lines of a code block in one.
    fn code(&self) -> Option<String> {
        match self {
            Self::Text(_) => None,
            Self::Block(lines) => Some(lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")),
        }
    }
}

/// The text and code blocks of a message. A line break in text is a space, since a text of a model may have it.
fn parts(message: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut block: Option<Vec<&str>> = None;
    for line in message.lines() {
        match (line.trim().starts_with("```"), &mut block) {
            (true, None) => block = Some(Vec::new()),
            (true, Some(lines)) => {
                parts.push(Part::Block(std::mem::take(lines)));
                block = None;
            }
            (false, Some(lines)) => lines.push(line),
            (false, None) if line.trim().is_empty() => {}
            (false, None) => match parts.last_mut() {
                Some(Part::Text(text)) => {
                    text.push(' ');
                    text.push_str(line.trim());
                }
                _ => parts.push(Part::Text(line.trim().to_owned())),
            },
        }
    }
    // Only a text of a model opens a block that does not end.
    parts.extend(block.map(Part::Block));
    parts
}

/// A message in one line, for terminals and logs. The texts of code blocks are in backticks, and cut if they are long.
pub(super) fn one_line(message: &str) -> String {
    joined(message, line)
}

/// The same as Markdown.
pub(super) fn markdown_line(message: &str) -> String {
    joined(message, prose)
}

/// A message in one line. Of code blocks that begin alike, such as an old and a new value, it shows the first
/// difference.
fn joined(message: &str, text: impl Fn(&str) -> String) -> String {
    let parts = parts(message);
    let blocks: Vec<String> = parts.iter().filter_map(Part::code).collect();
    let start = match &*blocks {
        [old, new] => first_shown(old, new),
        _ => 0,
    };
    let shown = parts.iter().map(|part| match part {
        Part::Text(words) => text(words),
        Part::Block(_) => code(&short(&part.code().unwrap_or_default(), start)),
    });
    shown.collect::<Vec<_>>().join(" ")
}

/// A message as lines of Markdown, with its code blocks.
pub(super) fn markdown_lines(message: &str) -> Vec<String> {
    let lines = parts(message).into_iter().flat_map(|part| match part {
        Part::Text(text) => vec![prose(&text)],
        Part::Block(lines) => {
            let lines: Vec<String> = lines.into_iter().map(line).collect();
            let longest = lines.iter().map(|line| longest_fence(line)).max().unwrap_or(0);
            let fence = "`".repeat((longest + 1).max(3));
            [fence.clone()].into_iter().chain(lines).chain([fence]).collect()
        }
    });
    lines.collect()
}

/// A text as inline code of Markdown. It may contain backticks.
pub(super) fn code(text: &str) -> String {
    let text = line(text);
    let fence = "`".repeat(longest_fence(&text) + 1);
    // Without a text, there would be no code.
    let space = if text.is_empty() || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// The length of the longest run of backticks.
fn longest_fence(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// A line of text as Markdown. What is between backticks is code. Of the rest, words with characters that Markdown or
/// GitHub interpret are code, too: markup, HTML, links, mentions and references.
///
/// A text of a model in backticks may have backticks itself. The result is safe wherever it ends.
fn prose(text: &str) -> String {
    let mut out = String::new();
    for (place, part) in text.split('`').enumerate() {
        if place % 2 == 1 {
            push_code(part, &mut out);
            continue;
        }
        for (at, word) in part.split(' ').enumerate() {
            if at > 0 {
                out.push(' ');
            }
            // With two colons, it may be an emoji, such as `:tada:`.
            let has_colons = word.matches(':').count() > 1;
            let end = if has_colons { word.len() } else { word.trim_end_matches(['.', ',', ';', ':']).len() };
            let (start, end) = word.split_at(end);
            if has_colons || is_markup(start) || (out.trim().is_empty() && starts_block(word)) {
                push_code(start, &mut out);
            } else {
                out.push_str(&line(start));
            }
            out.push_str(end);
        }
    }
    out
}

/// Adds code. Directly after other code, it would be part of it.
fn push_code(text: &str, out: &mut String) {
    if out.ends_with('`') {
        out.push(' ');
    }
    out.push_str(&code(text));
}

/// Whether Markdown or GitHub may interpret a word.
fn is_markup(word: &str) -> bool {
    const MARKUP: [char; 14] = ['@', '<', '>', '&', '*', '_', '[', ']', '\\', '~', '|', '$', '#', '!'];
    word.contains(MARKUP) || word.contains("://") || word.contains("www.") || is_reference(word)
}

/// Whether GitHub may link a word to an issue, such as `GH-1`, or to a commit.
fn is_reference(word: &str) -> bool {
    let mut parts = word.split(|c: char| !c.is_ascii_alphanumeric()).peekable();
    while let Some(part) = parts.next() {
        let is_hash = part.len() >= MIN_HASH && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_number = |next: &&str| next.starts_with(|c: char| c.is_ascii_digit());
        if is_hash || part.eq_ignore_ascii_case("gh") && parts.peek().is_some_and(is_number) {
            return true;
        }
    }
    false
}

/// Whether the first word of a line starts a list, or underlines a heading.
fn starts_block(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = rest != word && rest.starts_with(['.', ')']);
    is_number || matches!(word, "-" | "+") || word.starts_with("--") || word.starts_with('=')
}

/// The first character to show of two texts: 0 if that shows the difference, or if there is none.
fn first_shown(old: &str, new: &str) -> usize {
    let common = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
    if old == new || common + BEFORE_DIFFERENCE <= MAX_CODE { 0 } else { common - BEFORE_DIFFERENCE }
}

/// Characters of a text, with marks where it is cut.
fn short(text: &str, start: usize) -> String {
    let rest: String = text.chars().skip(start).collect();
    let before = if start > 0 { "…" } else { "" };
    match rest.char_indices().nth(MAX_CODE) {
        Some((end, _)) => format!("{before}{}…", &rest[..end]),
        None => format!("{before}{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_CODE, code, markdown_line, markdown_lines, one_line};

    #[test]
    fn code_blocks_of_related_findings_are_in_backticks() {
        let message = "Changed trait `a#b` from \n```\n{\n    \"min\": 1\n}\n```\n to \n```\n{}\n```\n";
        assert_eq!(one_line(message), "Changed trait `a#b` from `{ \"min\": 1 }` to `{}`");
        assert_eq!(markdown_line(message), "Changed trait `a#b` from `{ \"min\": 1 }` to `{}`");
        assert_eq!(one_line("Changed to\n```\na`b\n```"), "Changed to ``a`b``");
        assert_eq!(one_line("Removed member `a#B$c`"), "Removed member `a#B$c`");
    }

    #[test]
    fn long_code_blocks_are_cut() {
        let text = one_line(&format!("Changed from\n```\n{}\n```", "é".repeat(MAX_CODE + 1)));
        assert_eq!(text, format!("Changed from `{}…`", "é".repeat(MAX_CODE)));
    }

    #[test]
    fn long_code_blocks_show_their_first_difference() {
        let changed = |old: &str, new: &str| one_line(&format!("from\n```\n{old}\n```\nto\n```\n{new}\n```"));
        let same = "é".repeat(200);
        let context = "é".repeat(20);
        assert_eq!(
            changed(&format!("{same}old"), &format!("{same}{}", "n".repeat(100))),
            format!("from `…{context}old` to `…{context}{}…`", "n".repeat(60))
        );
        assert_eq!(changed(&same, &format!("{same}.")), format!("from `…{context}` to `…{context}.`"));
        let head = "é".repeat(60);
        assert_eq!(changed(&format!("{head}a"), &format!("{head}b")), format!("from `{head}a` to `{head}b`"));
        let cut = "é".repeat(MAX_CODE);
        assert_eq!(changed(&same, &same), format!("from `{cut}…` to `{cut}…`"));
    }

    #[test]
    fn code_may_have_backticks() {
        assert_eq!(["a", "a`b", "`a``", ""].map(code), ["`a`", "``a`b``", "``` `a`` ```", "`  `"]);
        assert_eq!(markdown_lines("to\n```\na ```` b\n```"), ["to", "`````", "a ```` b", "`````"]);
    }

    #[test]
    fn markup_outside_of_code_is_code() {
        let text = "Adding the @default trait: <b> *a* _b_ [c](d) #1 http://a www.a.b, C++ a-b `x<y` e.g. 1) b";
        let shown = "Adding the `@default` trait: `<b>` `*a*` `_b_` `[c](d)` `#1` `http://a` `www.a.b`, C++ a-b `x<y` e.g. 1) b";
        assert_eq!(markdown_line(text), shown);
        let starts = ["1. a", "1) a", "- a", "# a", "=== a"];
        assert_eq!(starts.map(markdown_line), ["`1`. a", "`1)` a", "`-` a", "`#` a", "`===` a"]);
        assert_eq!(
            markdown_line("as (GH-26) and gh-1: in 0c260e3, :tada: or a:+1:b; GHz, 123456, S3: x"),
            "as `(GH-26)` and `gh-1`: in `0c260e3`, `:tada:` or `a:+1:b;` GHz, 123456, S3: x"
        );
        // Texts that end their code.
        assert_eq!(markdown_line("a```b`"), "a`  ` `b`");
        assert_eq!(markdown_line("from `x2 ` <b>@org/team</b> [a](b)`"), "from `x2 ` `<b>@org/team</b>` `[a](b)` `  `");
    }
}
