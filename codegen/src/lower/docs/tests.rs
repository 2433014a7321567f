//! Tests of the conversion to Markdown.

use super::{markdown, wrap};

fn lines(text: &str) -> Vec<String> {
    wrap(&markdown(text))
}

#[test]
fn html_becomes_markdown() {
    let html = "<p>Reads <code>a[0]</code> &amp; more.</p><ul><li>one</li><li>two</li></ul><p>End</p>";
    assert_eq!(lines(html), ["Reads `a[0]` & more.", "", "- one", "- two", "", "End"]);
}

#[test]
fn paragraphs_of_list_items_follow_their_bullets() {
    let html = "<p>Not:</p>\n <ul>\n <li>\n <p>white space</p>\n </li>\n <li>\n two</li>\n <li></li>\n</ul><p>End</p>";
    assert_eq!(lines(html), ["Not:", "", "- white space", "- two", "", "End"]);
}

#[test]
fn code_is_not_escaped_and_may_contain_backticks() {
    assert_eq!(lines("<code>< > { } [ ] \\</code> <b>"), [r"`< > { } [ ] \`"]);
    assert_eq!(lines("<code>^ | ~ ` $</code> a"), ["`` ^ | ~ ` $ `` a"]);
    assert_eq!(lines("<code>a``b</code> c `[d]`"), ["`a''b` c `[d]`"]);
}

#[test]
fn spaces_at_the_ends_of_code_are_around_it() {
    assert_eq!(lines("a<code> b </code>c"), ["a `b` c"]);
    assert_eq!(lines("a <code>b </code>, <code> c</code>d"), ["a `b`, `c`d"]);
    assert_eq!(lines("a<code> </code>b<code></code>"), ["a b"]);
    assert_eq!(lines("<code> 15 * ?\n  * * *</code> b"), ["`15 * ? * * *` b"]);
}

#[test]
fn rustdoc_syntax_is_escaped() {
    assert_eq!(lines("a [b] <c d> x < y https://example.com/a."), [r"a \[b\] x \< y <https://example.com/a>."]);
}

#[test]
fn anchors_become_links() {
    let lines = |text: &str| lines(text).join("|");
    assert_eq!(
        lines("See <a href=\"https://x.test/a?b=c#d\">the <code>[A]</code> guide</a>."),
        "See [the `[A]` guide](https://x.test/a?b=c#d)."
    );
    assert_eq!(
        lines("<a target='_blank' href = 'http://x.test'>https://x.test</a>"),
        "[https://x.test](http://x.test)"
    );
    assert_eq!(lines("<a href=\"https://x.test\"></a> <a href=\"API_X.html\">X</a> <a>Y</a>"), "<https://x.test> X Y");
    assert_eq!(lines("<p><a href=\"https://x.test\">a<p>b</p>"), "[a](https://x.test)||b");
    assert_eq!(lines("<a href=\"javascript:x\">a</a> <a href=\"https://x.test/)b\">c</a>"), "a c");
}

#[test]
fn punctuation_follows_links_without_a_space() {
    let lines = |after: &str| lines(&format!("<p><a href=\"https://x.test\">A</a>{after}")).join("|");
    assert_eq!(lines(" .</p>"), "[A](https://x.test).");
    assert_eq!(lines(" , b"), "[A](https://x.test), b");
    assert_eq!(lines("\n  </i>.</p>"), "[A](https://x.test).");
    assert_eq!(lines(" .NET"), "[A](https://x.test) .NET");
}

#[test]
fn a_long_first_word_stays_on_the_line_of_its_bullet() {
    let long = "x".repeat(200);
    assert_eq!(lines(&format!("<ul><li>{long} b</li></ul>")), [format!("- {long}"), "  b".to_owned()]);
    assert_eq!(lines(&format!("a {long}")), ["a".to_owned(), long]);
}

#[test]
fn markdown_is_preserved() {
    let text = "See [the docs](https://example.com/a_b).\n\n# Use\n\n1. one\n2. two\n   more\n* three\n\n```\nlet x =  1;\n\n  <y>\n```\nEnd\n\n\
                | a | b |\n|---|---|\n| 1 | 2 |\n";
    let expected = [
        "See [the docs](https://example.com/a_b).",
        "",
        "# Use",
        "",
        "1. one",
        "2. two more",
        "* three",
        "",
        "```text",
        "let x =  1;",
        "",
        "  <y>",
        "```",
        "",
        "End",
        "",
        "| a | b |",
        "|---|---|",
        "| 1 | 2 |",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn code_in_documentation_is_shown_and_never_run() {
    assert_eq!(lines("```json\n{}\n```"), ["```json", "{}", "```"]);
    for text in [
        "```rust\nx\n```",
        "```should_panic\nx\n```",
        "````rust\nx\n````",
        "```test_harness\nx\n```\n",
        "```rust,edition2024\nx\n```",
    ] {
        assert_eq!(lines(text), ["```text", "x", "```"], "{text}");
    }
}

#[test]
fn nothing_else_begins_a_block_of_code() {
    for text in [
        "```should_panic\nnever ends",
        "~~~\n\nx\n\n~~~",
        "- ```should_panic\n  x",
        "1. ~~~rust",
        "<code>``should_panic\nx",
        "a <b>```rust</b>\nx",
        "# ```rust",
        &format!("{} ```should_panic x", "word ".repeat(19)),
    ] {
        for line in lines(text) {
            assert!(!line.contains("```") && !line.contains("~~~"), "{text}: {line}");
        }
    }
}

#[test]
fn no_line_of_a_paragraph_begins_a_list_or_heading() {
    let words = format!("{}{}", "word ".repeat(15), "w".repeat(super::WIDTH - 75));
    for word in ["-", "+", "*", "1.", "12)", "2024.", "#", "###", "---", "===", "***", "_"] {
        assert_eq!(lines(&format!("{words} {word} b")), [format!("{words} {word}"), "b".to_owned()]);
        let item = &words[2..];
        assert_eq!(lines(&format!("- {item} {word} b")), [format!("- {item} {word}"), "  b".to_owned()]);
    }
    assert_eq!(lines("2024. was"), [r"2024\. was"]);
    assert_eq!(lines("12345) was"), [r"12345\) was"]);
    assert_eq!(lines("+ a\n1) b\n   c"), ["+ a", "1) b c"]);
}

#[test]
fn hostile_documentation_takes_linear_time() {
    for text in ["[", "<", "```\n", "`", "[a](", "https://"] {
        assert!(!lines(&text.repeat(100_000)).is_empty());
    }
}

#[test]
fn long_lines_are_wrapped() {
    assert!(lines(&"word ".repeat(100)).iter().all(|line| line.len() <= super::WIDTH));
}
