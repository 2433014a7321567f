//! Tests of the conversion to Markdown.

use super::wrap::{self, WIDTH};
use super::writer::convert;

fn lines(text: &str) -> Vec<String> {
    wrap::lines(convert(text))
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
    assert_eq!(lines("a [b] <c d> x < y https://example.com/a."), [r"a \[b\] \<c d\> x \< y <https://example.com/a>."]);
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
    assert_eq!(
        self::lines("in the <i>Guide</i>\n .</p><p><b>a</b> , <code><i>b</i> .</code>"),
        ["in the Guide.", "", "a, `b .`"]
    );
}

#[test]
fn spaces_at_the_ends_of_a_link_are_not_part_of_it() {
    let html =
        "see<a href=\"https://x.test\">\n  <code>a</code> b </a>for <a href=\"https://y.test\"> </a>. [<a>c</a>]";
    assert_eq!(lines(html), ["see [`a` b](https://x.test) for <https://y.test>. \\[c\\]"]);
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
    let words = format!("{}{}", "word ".repeat(15), "w".repeat(WIDTH - 75));
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
    for text in [
        "[",
        "<",
        "```\n",
        "`",
        "[a](",
        "https://",
        "<x>",
        "<pre></pre>",
        "<ul>",
        "<td>",
        "</",
        "- a\n",
        "` `` ",
        "~~~ ",
        "> ",
        "[a][b]",
        "[a]: https://x\n",
        "\\*",
    ] {
        assert!(!lines(&format!("{}x", text.repeat(100_000))).is_empty(), "{text}");
    }
}

#[test]
fn long_lines_are_wrapped() {
    assert!(lines(&"word ".repeat(100)).iter().all(|line| line.len() <= WIDTH));
}

#[test]
fn tables_with_as_many_cells_in_each_row_become_tables() {
    let cells = "<tr><td>a</td><td><p>b <code>|</code></p>\n</td></tr><tr><td></td><td>d</td></tr></tbody></table>End";
    let rows = ["| a | b `\\|` |", "|  | d |", "", "End"];
    let with_headings = format!("Two:<table><thead><tr><th>x</th><th>y</th></tr></thead><tbody>{cells}");
    assert_eq!(lines(&with_headings), [&["Two:", "", "| x | y |", "|---|---|"], &rows[..]].concat());
    let without = format!("<table><tbody>{cells}");
    assert_eq!(lines(&without), [&["|  |  |", "|---|---|"], &rows[..]].concat());
}

#[test]
fn other_cells_are_separated() {
    assert_eq!(lines("<td>a</td><td>b</td>"), ["|  |  |", "|---|---|", "| a | b |"]);
    let table = "<table><tr><td colspan=2>a</td></tr><tr><td>b</td><td><ul><li>c</li><li>d</li></ul></td></tr></table>";
    assert_eq!(lines(table), ["- a", "- b \\| c d"]);
}

#[test]
fn numbered_lists_are_numbered() {
    let html = "<ol><li><p>one</p></li><li>two<ul><li>a</li><li>b</li></ul></li><li><p>three</p><p>more</p></li></ol>";
    let expected = ["1. one", "2. two", "   - a", "   - b", "3. three", "", "   more"];
    assert_eq!(lines(html), expected);
    assert_eq!(lines("<ul><li><ol><li>a</li></ol></li><li></li></ul>b"), ["- 1. a", "", "b"]);
    assert_eq!(lines("<p>a<li>b</li><p>c"), ["a", "", "- b", "", "c"]);
}

#[test]
fn numbers_of_lists_are_those_of_their_attributes() {
    assert_eq!(lines("<ol start=\"3\"><li>a<ol><li>b</li></ol></li><li>c</li></ol>"), ["3. a", "   1. b", "4. c"]);
    assert_eq!(
        lines("<ol class='x' START = 9 ><li>a</li><li>b<ul><li>c</li></ul></li></ol>"),
        ["9. a", "10. b", "    - c"]
    );
    assert_eq!(lines("<ol><li value=\"0\">a</li><li value=\"7\">b</li></ol>"), ["0. a", "1. b"]);
    // Markdown has no letters.
    assert_eq!(lines("<ol type=\"a\" data-start=4><li>a</li><li>b</li></ol>"), ["1. a", "2. b"]);
    // It counts neither down nor below zero: bullets have no wrong numbers.
    for attributes in ["reversed", "start=\"9\" reversed", "start=-1"] {
        assert_eq!(lines(&format!("<ol {attributes}><li>a</li><li>b</li></ol>")), ["- a", "- b"], "{attributes}");
    }
    for attributes in ["start", "start=x", "start=\"\"", "start=\"", "=", "start=99999999999", "= =", "'\"start"] {
        assert_eq!(lines(&format!("<ol {attributes}><li>a</li></ol>")), ["1. a"], "{attributes}");
    }
    assert_eq!(lines("<ol start=999999999><li>a</li><li>b</li></ol>"), ["999999999. a", "- b"]);
    assert_eq!(lines("<ul start=3><li value=4>a</li></ul>"), ["- a"]);
}

#[test]
fn definitions_belong_to_their_terms() {
    let html = "<dl><dt>a</dt><dd><p>x</p></dd><dt>b</dt><dd>y</dd></dl>";
    assert_eq!(lines(html), ["- a", "", "  x", "", "- b", "", "  y"]);
}

#[test]
fn nested_lists_of_markdown_are_preserved() {
    let text = "- a\n  - b\n    c\n\n    d\n- e\n\n  f\n\ng";
    assert_eq!(lines(text), ["- a", "  - b c", "", "    d", "", "- e", "", "  f", "", "g"]);
}

#[test]
fn a_number_within_a_paragraph_begins_no_list() {
    assert_eq!(lines("up to\n  250. More"), ["up to 250. More"]);
    assert_eq!(lines("<ul><li>a\n 2. b</li></ul>"), ["- a 2. b"]);
    assert_eq!(lines("a\n1. b\n   - c\n2. d"), ["a", "", "1. b", "   - c", "2. d"]);
    assert_eq!(lines("3. a\n4. b"), ["3. a", "4. b"]);
}

#[test]
fn deep_lists_are_limited() {
    let deep = lines(&format!("{}x", "<ul><li>a".repeat(1000)));
    assert!(deep.iter().all(|line| line.len() <= 3 * super::blocks::MAX_DEPTH), "{deep:?}");
    assert!(lines(&"<ol><li>".repeat(1000)).is_empty());
    let markdown: Vec<String> = (0..1000).map(|depth| format!("{}- a", "  ".repeat(depth))).collect();
    assert!(lines(&markdown.join("\n")).iter().all(|line| line.len() <= 3 * super::blocks::MAX_DEPTH));
}

#[test]
fn preformatted_text_is_a_block_of_code() {
    let html = "<p>a</p><pre>\n  <code>x &lt;y&gt;</code>\n    <b>z</b> [<id>]\n</PRE><p>b</p><pre></pre>";
    assert_eq!(lines(html), ["a", "", "```text", "x <y>", "  z [<id>]", "```", "", "b"]);
    assert_eq!(
        lines("<ul><li>a<pre>b\n\n```c</pre></li></ul>"),
        ["- a", "", "  ```text", "  b", "", "  ` ` `c", "  ```"]
    );
}

#[test]
fn headings_are_bold() {
    for level in 1..=6 {
        assert_eq!(lines(&format!("a<h{level}>b `c`</h{level}>d")), ["a", "", "**b `c`**", "", "d"]);
        let markdown = format!("{} b", "#".repeat(level));
        assert_eq!(lines(&format!("a\n{markdown}\nd")), ["a", "", &markdown, "", "d"]);
    }
}

#[test]
fn tags_without_an_end_stand_for_values() {
    assert_eq!(lines("a <bucket-name>/<key> <b>c</b>"), [r"a \<bucket-name\>/\<key\> c"]);
    assert_eq!(lines("<code>s3://<bucket>/<i>x</i>*</code>"), ["`s3://<bucket>/x*`"]);
    assert_eq!(lines("<fullname>A</fullname><Link>b</link><!-- <p>c</p> -->d"), ["Abd"]);
    assert_eq!(lines("<code><name>a</name></code>"), ["`<name>a</name>`"]);
    assert_eq!(lines("See <https://x.test/a>."), ["See <https://x.test/a>."]);
}

#[test]
fn code_within_a_line_is_literal() {
    assert_eq!(lines("Converts `Vec<u8>` to `<b>` and `&lt;`."), ["Converts `Vec<u8>` to `<b>` and `&lt;`."]);
    assert_eq!(lines("Code ``a ` b <c>`` double."), ["Code `` a ` b <c> `` double."]);
    assert_eq!(lines("a ```b``` c"), ["a `b` c"]);
    assert_eq!(lines("<p>a `b</p><p>c` d</p>"), [r"a \`b", "", r"c\` d"]);
    assert_eq!(lines("a ` b `` c"), [r"a \` b \`\` c"]);
}

#[test]
fn escapes_are_preserved() {
    assert_eq!(lines(r"a \* b \<c> \d \\ \`e\`"), [r"a \* b \<c\> \\d \\ \`e\`"]);
    for text in ["\\```should_panic\nx\n```", "\\~~~\nx\n~~~"] {
        for line in lines(text) {
            assert!(!line.starts_with("```") && !line.starts_with("~~~"), "{text}: {line}");
        }
    }
}

#[test]
fn quotations_are_preserved_and_contain_no_code() {
    assert_eq!(lines("a\n\n> b > c\n>> d\n\ne > f"), ["a", "", r"> b \> c", "> > d", "", r"e \> f"]);
    for text in [">     let x", "> ```should_panic\n> x", ">     - y", "> -     z", "> ~~~\n> x", ">```\nx\n```"] {
        for line in lines(text) {
            assert!(!line.contains("```") && !line.contains("~~~") && !line.contains("  "), "{text}: {line}");
        }
    }
}

#[test]
fn tildes_enclose_code() {
    assert_eq!(lines("a\n~~~rust\nx `y`\n~~~\nb"), ["a", "", "```text", "x `y`", "```", "", "b"]);
    assert_eq!(lines("~~~~ a"), [r"\~\~\~\~ a"]);
}

#[test]
fn references_become_links() {
    let text =
        "See [the guide][Guide], [guide][] and [guide], not [other] or [x][y].\n\n[guide]: https://x.test/a \"A\"\n";
    let link = "(https://x.test/a)";
    let expected =
        format!("See [the guide]{link}, [guide]{link} and [guide]{link}, not \\[other\\] or \\[x\\]\\[y\\].");
    assert_eq!(lines(text).join(" "), expected);
    assert_eq!(lines("[a]: javascript:x"), [r"\[a\]: javascript:x"]);
}

#[test]
fn no_line_begins_with_html_a_quotation_or_a_footnote_of_code() {
    let words = format!("`{}{}", "word ".repeat(15), "w".repeat(WIDTH - 76));
    for word in ["<style>", "</pre>", ">=", "[^a]:"] {
        assert_eq!(lines(&format!("{words} {word} b`")), [format!("{words} {word}"), "b`".to_owned()]);
    }
    let text = "`x\n\n<style>\n\n```json\n</style>\n```\n\ncode()";
    assert_eq!(lines(text), [r"\`x", "", "```json", "</style>", "```", "", "code()"]);
}

#[test]
fn a_list_that_begins_with_another_number_than_1_is_a_list() {
    assert_eq!(lines("- a\n\n  10. b\n\n      c"), ["- a", "", "  10. b", "", "      c"]);
    assert_eq!(lines("- a\n2. b\n3. c\n\n   d"), ["- a 2. b 3. c", "", "  d"]);
    let html = format!("<ul><li>a<ol>{}<li>b<p>c", "<li></li>".repeat(9));
    assert_eq!(lines(&html), ["- a", "", "  10. b", "", "      c"]);
}

#[test]
fn control_characters_are_spaces() {
    let text = |text: &str| lines(&super::without_controls(text));
    assert_eq!(text("a\n\n\u{1}\u{1}\u{1}\u{1}code()"), ["a", "", "code()"]);
    assert_eq!(text("-\u{1}\u{1}\u{1}\u{1}\u{1}code()"), ["- code()"]);
}
