//! Text that XML documents can contain (XML 1.0, section 2.2). Control characters, U+FFFE and U+FFFF are not allowed,
//! not even as references.

#[cfg(any(feature = "server", test))]
use std::borrow::Cow;

#[cfg(feature = "server")]
use crate::codec::Unwritable;
#[cfg(feature = "server")]
use crate::reflect::{Ref, Reflect};
#[cfg(feature = "server")]
use crate::types::Document;

/// Whether XML documents can contain the text.
pub(crate) fn is_text(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().all(|(at, byte)| match byte {
        b'\t' | b'\n' | b'\r' => true,
        0..0x20 => false,
        // U+FFFE and U+FFFF.
        0xef => !matches!(bytes.get(at + 1..at + 3), Some([0xbf, 0xbe | 0xbf])),
        _ => true,
    })
}

/// The text, with replacement characters in place of those that XML does not allow.
#[cfg(any(feature = "server", test))]
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if is_text(text) {
        return Cow::Borrowed(text);
    }
    let mut buffer = [0; 4];
    text.chars().map(|one| if is_text(one.encode_utf8(&mut buffer)) { one } else { '\u{fffd}' }).collect()
}

/// Checks that XML documents can contain all strings of a structure or union.
#[cfg(feature = "server")]
pub(crate) fn check(shape: &dyn Reflect) -> Result<(), Unwritable> {
    let members = shape.schema().members;
    let mut result = Ok(());
    shape.each(&mut |index, value| {
        let member = members.get(index).map_or("", |member| member.name);
        result = check_value(member, value);
        result.is_ok()
    });
    result
}

#[cfg(feature = "server")]
fn check_value(member: &'static str, value: Ref<'_>) -> Result<(), Unwritable> {
    let right = |is_right| if is_right { Ok(()) } else { Err(Unwritable::characters(member)) };
    match value {
        Ref::Str(text) => right(is_text(text)),
        Ref::Document(document) => right(is_document(document)),
        Ref::Shape(shape) => check(shape),
        Ref::List(list) => (0..list.len()).try_for_each(|index| check_value(member, list.get(index))),
        Ref::Map(map) => {
            let mut result = Ok(());
            map.each(&mut |key, value| {
                result = right(is_text(key)).and_then(|()| check_value(member, value));
                result.is_ok()
            });
            result
        }
        _ => Ok(()),
    }
}

/// Documents are written as JSON text, which escapes control characters.
#[cfg(feature = "server")]
fn is_document(document: &Document) -> bool {
    let is_right = |text: &str| !text.contains(['\u{fffe}', '\u{ffff}']);
    match document {
        Document::String(text) => is_right(text),
        Document::Array(elements) => elements.iter().all(is_document),
        Document::Object(members) => members.iter().all(|(name, value)| is_right(name) && is_document(value)),
        Document::Null | Document::Bool(_) | Document::Number(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_noncharacters_are_not_text() {
        for character in ['\0', '\u{8}', '\u{b}', '\u{1f}', '\u{fffe}', '\u{ffff}'] {
            assert!(!is_text(&format!("a{character}b")), "{character:?}");
            assert_eq!(printable(&format!("a{character}b")), "a\u{fffd}b");
        }
        for character in ['\t', '\n', '\r', ' ', '\u{7f}', '\u{85}', '\u{ffef}', '\u{fffd}', '\u{10000}'] {
            assert!(is_text(&format!("a{character}b")), "{character:?}");
        }
    }
}
