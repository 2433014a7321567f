//! A new `codegen.toml` with comments that explain every key.

use std::fmt::Write as _;

use whitesmith_codegen::config::keys::{Key, Kind, TABLES};

use super::{absence, capitalized, wrap};

/// Values of keys, as TOML. Keys without a value are written as comments.
pub type Values<'a> = [(&'a str, String)];

/// Longest line of comments.
const WIDTH: usize = 100;

const INTRODUCTION: &str =
    "# What `whitesmith codegen` generates. Run it after a change. Paths are relative to this folder.\n";

/// The text of the file: keys with values, and comments that explain all keys.
pub fn commented(values: &Values<'_>) -> String {
    let mut text = INTRODUCTION.to_owned();
    for table in TABLES {
        if !table.header.is_empty() {
            text.push('\n');
            comment(&mut text, table.docs, ["# ", "# "]);
            // A table without values is a comment like its keys.
            let has_values = table.keys.iter().any(|key| values.iter().any(|(name, _)| *name == key.name));
            text.push_str(if has_values { "" } else { "#" });
            text.push_str(table.header);
            text.push('\n');
        }
        for (at, key) in table.keys.iter().enumerate() {
            if at > 0 || table.header.is_empty() {
                text.push('\n');
            }
            let value = values.iter().find(|(name, _)| *name == key.name);
            write_key(&mut text, key, value.map(|(_, value)| value.as_str()));
        }
    }
    text
}

fn write_key(text: &mut String, key: &Key, value: Option<&str>) {
    let paragraphs = key.docs.join(" ");
    let absence = if value.is_some() { String::new() } else { format!(" {}.", capitalized(&absence(key))) };
    comment(text, &format!("{paragraphs}{absence}"), ["# ", "# "]);
    if let Kind::Choice(words) = key.kind {
        for (word, meaning) in words {
            comment(text, &format!("\"{word}\": {meaning}"), ["# - ", "#   "]);
        }
    }
    // Writing to a String cannot fail.
    let _ = match value {
        Some(value) => writeln!(text, "{} = {value}", key.name),
        None => writeln!(text, "#{} = {}", key.name, key.example),
    };
}

/// Writes lines of a comment that start with these texts, the first one and the others. Comments are not Markdown:
/// links are written out.
fn comment(text: &mut String, paragraph: &str, starts: [&str; 2]) {
    wrap(text, &without_links(paragraph), starts, WIDTH);
}

/// The text with `label (URL)` instead of `[label](URL)`.
fn without_links(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown;
    while let Some((before, after)) = rest.split_once("](")
        && let Some((start, label)) = before.rsplit_once('[')
        && let Some((url, tail)) = after.split_once(')')
    {
        text.extend([start, label, " (", url, ")"]);
        rest = tail;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use whitesmith_codegen::config::Config;
    use whitesmith_codegen::source::SourceMap;

    use super::{WIDTH, commented};

    /// A file with the values that are required.
    fn text() -> String {
        let values = [
            ("package", "\"a\"".to_owned()),
            ("module", "\"b\"".to_owned()),
            ("id", "\"c#D\"".to_owned()),
            ("models", "[\"model\"]".to_owned()),
        ];
        commented(&values)
    }

    #[test]
    fn a_new_file_is_read_with_and_without_the_examples() {
        let parse = |text: &str| {
            let source = SourceMap::default().add_other("codegen.toml", text.to_owned());
            Config::parse(source, text, "".as_ref())
        };
        assert!(parse(&text()).is_ok());
        let all: String = text()
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(example) if !example.starts_with(' ') => format!("{example}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let config = parse(&all).expect("examples are valid");
        assert!(config.runtime.is_some() && config.services[0].exhaustive, "{all}");
    }

    #[test]
    fn comments_have_no_links_of_markdown_and_lists_are_indented() {
        let text = text();
        assert!(text.contains("# A selector (https://smithy.io/2.0/spec/selectors.html)."), "{text}");
        assert!(!text.contains("]("), "{text}");
        let mut lines = text.lines().skip_while(|line| !line.starts_with("# - \"authoritative\""));
        assert!(lines.nth(1).is_some_and(|line| line.starts_with("#   ")), "{text}");
    }

    #[test]
    fn comments_are_wrapped() {
        assert!(text().lines().all(|line| line.chars().count() <= WIDTH), "{}", text());
    }
}
