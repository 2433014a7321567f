//! Names as words: word boundaries, and search.

use super::settings::SettingsError;

/// Splits a name in camel case: `XMLHttpRequest` is `XML`, `Http`, `Request`.
pub(super) fn camel_words(name: &str) -> Vec<&str> {
    let characters: Vec<(usize, char)> = name.char_indices().collect();
    let mut starts = vec![0];
    for pair in 1..characters.len() {
        let (Some((_, before)), Some((at, here))) = (characters.get(pair - 1), characters.get(pair)) else { continue };
        let next = characters.get(pair + 1).map(|(_, next)| *next);
        let begins = here.is_ascii_uppercase()
            && (!before.is_ascii_uppercase() || next.is_some_and(|next| next.is_ascii_lowercase()));
        if begins {
            starts.push(*at);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([name.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| name.get(*start..end)).collect()
}

/// `^[A-Z]+[A-Za-z0-9]*$`
pub(super) fn is_upper_camel(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// `^[a-z]+[A-Za-z0-9]*$`
pub(super) fn is_lower_camel(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Makes the first letter upper case.
pub(super) fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// Makes the first letter lower case.
pub(super) fn uncapitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}

/// Kinds of characters, which determine word boundaries.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Upper,
    Lower,
    Digit,
    Other,
}

fn kind(character: char) -> Kind {
    match character {
        _ if character.is_uppercase() => Kind::Upper,
        _ if character.is_alphabetic() => Kind::Lower,
        _ if character.is_numeric() => Kind::Digit,
        _ => Kind::Other,
    }
}

/// The words of a name in lowercase, with a space before each and after the last.
fn spaced(name: &str) -> String {
    let mut words = String::from(" ");
    let mut last = Kind::Other;
    for character in name.chars() {
        let kind = kind(character);
        if kind != last {
            let is_in_word = !words.ends_with(' ');
            if last == Kind::Upper && kind == Kind::Lower {
                // The last capital of a run starts the next word.
                if let Some(capital) = words.pop() {
                    if !words.ends_with(' ') {
                        words.push(' ');
                    }
                    words.push(capital);
                }
            } else if is_in_word {
                words.push(' ');
            }
            last = kind;
        }
        if kind != Kind::Other {
            words.extend(character.to_lowercase());
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}

/// Finds terms of several words, written with spaces or as one word.
#[derive(Default)]
pub(super) struct TermSearch {
    needles: Vec<String>,
}

impl TermSearch {
    /// Adds a term: words separated by one space.
    pub(super) fn add(&mut self, term: &str) -> Result<(), SettingsError> {
        if term.is_empty() {
            return Err(SettingsError::EmptyTerm);
        }
        if term.starts_with(' ') || term.ends_with(' ') || term.contains("  ") {
            return Err(SettingsError::TermSpaces(term.to_owned()));
        }
        if !term.chars().all(|character| character == ' ' || character.is_alphanumeric()) {
            return Err(SettingsError::TermCharacters(term.to_owned()));
        }
        let lower = term.to_lowercase();
        if lower.contains(' ') {
            self.needles.push(lower.replace(' ', ""));
        }
        self.needles.push(lower);
        Ok(())
    }

    /// The first term in a name.
    pub(super) fn find(&self, name: &str) -> Option<&str> {
        let words = spaced(name);
        let holds = |needle: &&String| words.contains(&format!(" {needle} "));
        self.needles.iter().find(holds).map(String::as_str)
    }
}

/// Words with `*` at the start, the end, or both.
#[derive(Default)]
pub(super) struct WildcardSearch {
    patterns: Vec<Wildcard>,
}

/// A pattern in lowercase, without its asterisks.
enum Wildcard {
    Exact(String),
    /// `text*`
    Prefix(String),
    /// `*text`
    Suffix(String),
    /// `*text*`
    Inside(String),
}

impl WildcardSearch {
    /// Adds a pattern.
    pub(super) fn add(&mut self, pattern: &str) -> Result<(), SettingsError> {
        match pattern {
            "" => return Err(SettingsError::EmptyPattern),
            "*" => return Err(SettingsError::OnlyWildcard),
            _ => {}
        }
        let text = pattern.strip_prefix('*').unwrap_or(pattern);
        let text = text.strip_suffix('*').unwrap_or(text);
        if text.contains('*') {
            return Err(SettingsError::InnerWildcard(pattern.to_owned()));
        }
        let kind = match (pattern.starts_with('*'), pattern.ends_with('*')) {
            (true, true) => Wildcard::Inside,
            (true, false) => Wildcard::Suffix,
            (false, true) => Wildcard::Prefix,
            (false, false) => Wildcard::Exact,
        };
        self.patterns.push(kind(text.to_lowercase()));
        Ok(())
    }

    /// Whether a pattern matches a word, regardless of case.
    pub(super) fn matches(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.patterns.iter().any(|pattern| match pattern {
            Wildcard::Exact(text) => word == *text,
            Wildcard::Prefix(text) => word.starts_with(text),
            Wildcard::Suffix(text) => word.ends_with(text),
            Wildcard::Inside(text) => word.contains(text),
        })
    }
}
