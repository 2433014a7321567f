//! Documentation of `codegen.toml`, made from the table of its keys: a reference page, a JSON schema for editors, and
//! comments for new files.

mod comments;
mod page;
mod schema;

pub use comments::{Values, commented};
pub use page::page;
pub use schema::schema;

use whitesmith_codegen::config::keys::{Absent, Key, Kind};

/// Consequence of a missing key, as a phrase.
fn absence(key: &Key) -> String {
    match key.absent {
        Absent::Required => "required".to_owned(),
        Absent::Value(value) => format!("default: `{value}`"),
        Absent::Otherwise(otherwise) => format!("default: {otherwise}"),
    }
}

/// Appends a paragraph in lines of at most `width` characters, if words allow it. The first line and the others start
/// with `starts`.
fn wrap(text: &mut String, paragraph: &str, starts: [&str; 2], width: usize) {
    let [first, other] = starts;
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in paragraph.split_whitespace() {
        if !is_empty && line.chars().count() + 1 + word.chars().count() > width {
            text.extend([&line, "\n"]);
            other.clone_into(&mut line);
            is_empty = true;
        }
        line.push_str(if is_empty { "" } else { " " });
        line.push_str(word);
        is_empty = false;
    }
    text.extend([&line, "\n"]);
}

/// Makes the first letter upper case.
fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// The type of a key's values, as a phrase.
fn kind(key: &Key) -> &'static str {
    match key.kind {
        Kind::Boolean => "`true` or `false`",
        Kind::Text => "string",
        Kind::Path => "path",
        Kind::Paths => "list of paths",
        Kind::Texts => "list of strings",
        Kind::Names => "table of strings",
        Kind::Choice(_) => "one of the strings below",
    }
}
