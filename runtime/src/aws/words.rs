//! Splits text into words as a POSIX shell does, without expansions.

/// Returns the words, or `None` if a quote is not closed.
///
/// On Windows, a backslash is an ordinary character, so that paths need no quotes.
pub(super) fn split(text: &str) -> Option<Vec<String>> {
    let escape = if cfg!(windows) { None } else { Some('\\') };
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next()? {
                        '\'' => break,
                        inner => word.push(inner),
                    }
                }
            }
            '"' => quoted(&mut chars, word.get_or_insert_default(), escape)?,
            _ if Some(char) == escape => word.get_or_insert_default().push(chars.next()?),
            _ if char.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(char),
        }
    }
    words.extend(word);
    Some(words)
}

/// Reads up to the closing double quote. A backslash escapes itself and the quote.
fn quoted(chars: &mut std::str::Chars<'_>, word: &mut String, escape: Option<char>) -> Option<()> {
    loop {
        match chars.next()? {
            '"' => return Some(()),
            char if Some(char) == escape => {
                let next = chars.next()?;
                if next != '"' && Some(next) != escape {
                    word.push(char);
                }
                word.push(next);
            }
            char => word.push(char),
        }
    }
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::split;

    #[test]
    fn words_are_split_as_in_a_shell() {
        let cases = [
            ("a  b\tc", Some(vec!["a", "b", "c"])),
            ("'a b' \"c d\" e\"f\"'g'", Some(vec!["a b", "c d", "efg"])),
            (r#"a\ b "c\"d\e" '\'"#, Some(vec!["a b", r#"c"d\e"#, r"\"])),
            ("'' \"\"", Some(vec!["", ""])),
            ("", Some(vec![])),
            ("'a", None),
            ("\"a", None),
            ("a\\", None),
        ];
        for (text, words) in cases {
            let words = words.map(|words| words.into_iter().map(str::to_owned).collect::<Vec<_>>());
            assert_eq!(split(text), words, "{text}");
        }
    }
}
