//! The picture of a terminal in README.md: the diagnostics of `terminal.smithy`, as `whitesmith validate` prints them.

use std::fmt::Write as _;

use quick_xml::escape::partial_escape;
use whitesmith_codegen::diagnostic::render::{Style, human};
use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::SourceMap;

use crate::assert_fresh;

/// Height of a line in pixels.
const LINE: usize = 18;
/// Width of the terminal in pixels, and in characters.
const WIDTH: usize = 900;
const COLUMNS: usize = 108;

/// The color of a sequence of SGR parameters such as `1` or `38;5;9`; empty for the color of plain text.
fn class(parameters: &str) -> &'static str {
    match parameters.rsplit(';').next().unwrap_or_default() {
        "31" | "91" | "9" => "red",
        "33" | "93" | "11" => "yellow",
        "32" | "36" | "92" | "96" | "14" => "cyan",
        "34" | "94" | "12" => "blue",
        "1" => "bold",
        _ => "",
    }
}

/// One line of a terminal with escape sequences, as the content of an SVG `text`. `current` is the color so far.
fn spans(line: &str, current: &mut &'static str) -> String {
    let mut svg = String::new();
    for (at, part) in line.split("\u{1b}[").enumerate() {
        let text = match part.split_once('m') {
            Some((parameters, text)) if at > 0 => {
                let found = class(parameters);
                // Bold text keeps the color that it has.
                *current = if found == "bold" && !current.is_empty() { current } else { found };
                text
            }
            _ => part,
        };
        match (text.is_empty(), current.is_empty()) {
            (true, _) => {}
            (false, true) => svg.push_str(&partial_escape(text)),
            (false, false) => {
                write!(svg, "<tspan class=\"{current}\">{}</tspan>", partial_escape(text)).expect("a string");
            }
        }
    }
    svg
}

/// Breaks a line as a terminal does. Escape sequences take no room.
fn wrapped(line: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let (mut column, mut is_escape) = (0, false);
    for character in line.chars() {
        is_escape |= character == '\u{1b}';
        if !is_escape && column == COLUMNS {
            lines.push(String::new());
            column = 0;
        }
        column += usize::from(!is_escape);
        is_escape &= character != 'm';
        lines.last_mut().expect("not empty").push(character);
    }
    lines
}

/// A terminal with this text.
fn svg(text: &str) -> String {
    let lines: Vec<String> = text.lines().flat_map(wrapped).collect();
    let height = (lines.len() + 2) * LINE;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} \
         {height}\" role=\"img\" aria-label=\"Diagnostics of a model in a terminal\">\n<style>\n\
         text {{ font: 13px ui-monospace, Menlo, Consolas, monospace; fill: #d4d4d4; white-space: pre; }}\n\
         .red {{ fill: #ff7b72; font-weight: bold; }}\n.yellow {{ fill: #e3b341; font-weight: bold; }}\n\
         .cyan {{ fill: #56d4dd; font-weight: bold; }}\n.blue {{ fill: #79c0ff; font-weight: bold; }}\n\
         .bold {{ font-weight: bold; }}\n</style>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" rx=\"8\" fill=\"#1e1e1e\"/>\n"
    );
    let mut current = "";
    for (at, line) in lines.iter().enumerate() {
        let y = (at + 2) * LINE - 6;
        let content = spans(line, &mut current);
        writeln!(svg, "<text xml:space=\"preserve\" x=\"16\" y=\"{y}\">{content}</text>").expect("a string");
    }
    svg.push_str("</svg>\n");
    svg
}

#[test]
fn the_picture_shows_real_diagnostics() {
    let mut sources = SourceMap::default();
    sources.add("warehouse.smithy", include_str!("terminal.smithy").to_owned());
    let (model, diagnostics) = pipeline::model(&sources);
    assert!(model.is_none(), "the model has errors");
    let mut text = "$ whitesmith validate warehouse.smithy\n".to_owned();
    for diagnostic in &diagnostics {
        writeln!(text, "{}\n", human(diagnostic, &sources, Style::Colored)).expect("a string");
    }
    assert_fresh("docs/terminal.svg", &svg(text.trim_end()));
}

#[test]
fn colors_become_classes() {
    let mut current = "";
    let line = "\u{1b}[1m\u{1b}[91merror\u{1b}[0m\u{1b}[1m: a < b\u{1b}[0m, c";
    let expected = "<tspan class=\"red\">error</tspan><tspan class=\"bold\">: a &lt; b</tspan>, c";
    assert_eq!(spans(line, &mut current), expected);
}
