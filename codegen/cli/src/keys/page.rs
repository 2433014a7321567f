//! The reference page of `codegen.toml`.

use std::fmt::Write as _;

use whitesmith_codegen::config::keys::{Key, Kind, TABLES};

use super::{absence, capitalized, kind, wrap};

/// Longest line of paragraphs.
const WIDTH: usize = 140;

const INTRODUCTION: &str = "\
# codegen.toml

`whitesmith codegen` reads `codegen.toml` in the current folder, or the nearest above it. Paths in it are relative to its folder. Unknown
keys are errors. `whitesmith config-schema` prints its [JSON schema](../../../codegen.schema.json), for completion in editors.

This page is made from the table in `codegen/src/config/keys.rs`.
";

/// The page, in Markdown.
pub fn page() -> String {
    let mut text = INTRODUCTION.to_owned();
    for table in TABLES {
        let title = if table.header.is_empty() { "The crate" } else { table.header };
        let title = if table.header.is_empty() { title.to_owned() } else { format!("`{title}`") };
        // Writing to a String cannot fail.
        let _ = write!(text, "\n## {title}\n\n");
        wrap(&mut text, table.docs, ["", ""], WIDTH);
        for key in table.keys {
            write_key(&mut text, key);
        }
    }
    text
}

fn write_key(text: &mut String, key: &Key) {
    let Key { name, example, .. } = key;
    // Writing to a String cannot fail.
    let _ = write!(text, "\n### `{name}`\n\n{}; {}\n", capitalized(kind(key)), absence(key));
    for paragraph in key.docs {
        text.push('\n');
        wrap(text, paragraph, ["", ""], WIDTH);
    }
    if let Kind::Choice(words) = key.kind {
        text.push_str("\n| value | meaning |\n|---|---|\n");
        for (word, meaning) in words {
            let _ = writeln!(text, "| `\"{word}\"` | {meaning} |");
        }
    }
    let _ = write!(text, "\nExample: `{name} = {example}`\n");
}
