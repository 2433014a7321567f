//! Parsing and formatting of IDL. `models` tests loading.

use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::syntax::idl::fmt::format;

use crate::{Random, mutated, rounds};

const TIMES: usize = 3_000;

/// All constructs of the grammar.
const TEXT: &str = r#"$version: "2.0"
metadata a = { b: [1, -2.5e3, "c\u00e9", null], "d-e": """
    text
      block \
    """ } // beside
namespace a.b

use smithy.api#required // beside
use c.d#Other

/// Docs.
@length(min: 1, max: 2) // behind
@tags([ // within
    "x"
])
string S with [M]

structure A for R with [M, N] { // open
    $id
    /// Docs.
    @required
    a: String = "x" // beside
    b: Other
} // close
// below

enum E { A B = "b" }
operation O {
    input := @since("1") for R { x: S }
    output: A,
    errors: [X Y]
}
service V { version: "1", operations: [O], rename: { "c.d#Other": "Mine" } }
apply S @sensitive
apply A$a { @deprecated @documentation("d") }
"#;

/// Formatting is idempotent.
fn run(text: &str) {
    let mut sources = SourceMap::default();
    let source = sources.add("case.smithy", text.to_owned());
    if let Ok(once) = format(source, text) {
        assert_eq!(format(source, &once).as_ref(), Ok(&once), "formatted from {text:?}");
    }
}

#[test]
fn changed_text_is_read_or_rejected() {
    let mut random = Random(21);
    for _ in rounds(TIMES) {
        run(&String::from_utf8_lossy(&mutated(TEXT.as_bytes(), &mut random)));
    }
}

#[test]
fn text_that_ends_anywhere_is_read_or_rejected() {
    for (end, _) in TEXT.char_indices() {
        run(&TEXT[..end]);
    }
}

#[test]
fn shuffled_words_are_read_or_rejected() {
    // Swap whole tokens, so that the parser sees the damage.
    let words: Vec<&str> = TEXT.split_inclusive([' ', '\n', '(', ')', '{', '}', '[', ']', ':', ',', '@']).collect();
    let mut random = Random(22);
    for _ in rounds(TIMES) {
        let mut words = words.clone();
        for _ in 0..=random.below(4) {
            let (from, to) = (random.below(words.len()), random.below(words.len()));
            words.swap(from, to);
        }
        run(&words.concat());
    }
}

#[test]
fn nesting_without_end_is_rejected() {
    for opening in ["[", "{a:", "@a(", "@a([", "structure A {", "structure A { a: B = ["] {
        let head = "$version: \"2.0\"\nnamespace a\n";
        run(&format!("{head}{}", opening.repeat(100_000)));
        run(&format!("metadata a = {}", opening.repeat(100_000)));
    }
}
