//! Tokens to text.

use proc_macro2::TokenStream;

/// Emitted code that is no Rust. A bug of this program, worth a report with the model that shows it.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the code emitted for `{path}` is not valid Rust: {reason}")]
pub struct Error {
    /// The file it was meant for.
    pub path: String,
    /// What the parser says.
    pub reason: String,
}

/// The text of a file: its header, then the code.
///
/// # Errors
/// When the tokens are no Rust file.
pub fn format(path: &str, header: &str, code: TokenStream) -> Result<String, Error> {
    let file = syn::parse2(code).map_err(|error| Error { path: path.to_owned(), reason: error.to_string() })?;
    Ok(format!("{header}{}", spaced(&prettyplease::unparse(&file))))
}

/// Puts an empty line between items, and between the functions of a block.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    let mut before = "";
    // Lines of attributes and documentation belong to the item below.
    let mut leading = false;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        let starts = ["#[", "///"].iter().any(|start| line.trim_start().starts_with(start));
        if !leading && needs_gap(before, line, indent) {
            out.push('\n');
        }
        leading = starts;
        out.push_str(line);
        out.push('\n');
        before = line;
    }
    out
}

/// Whether an empty line stands between two lines of which the second begins an item.
fn needs_gap(before: &str, line: &str, indent: usize) -> bool {
    let before_indent = before.len() - before.trim_start().len();
    let begins = |word: &str| line.trim_start().starts_with(word) && before.trim_start().starts_with(word);
    let ends = before.ends_with('}') || before.ends_with(';') || before.starts_with("//!") || before.starts_with("#![");
    let item = line.trim_start();
    let is_item = ["///", "#[", "pub ", "pub(", "impl", "fn ", "static ", "rt::", "use "]
        .iter()
        .any(|word| item.starts_with(word));
    let inner =
        indent == 4 && (before.ends_with('}') || before.ends_with(';')) && item.starts_with(['/', '#', 'p', 'f']);
    let same_kind = begins("use ") || begins("pub mod") || begins("#![") || begins("//!");
    let gap = if indent == 0 { ends } else { inner && indent == before_indent };
    gap && is_item && !same_kind
}
