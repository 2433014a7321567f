//! `whitesmith explain`.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Args;

use super::stdout;
use crate::pages;
use whitesmith_codegen::nearest::nearest;

/// Arguments of `whitesmith explain`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith explain HttpLabelTrait\n  \
    whitesmith explain                   list all IDs\n\n\
    Exit codes: 0 on success, 2 on wrong usage, such as an unknown ID")]
pub struct Explain {
    /// ID of the diagnostic: the text in brackets in front of its message
    id: Option<String>,
}

impl Explain {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let text = match &self.id {
            None => pages::events().iter().flat_map(|event| [event.ids.name(), "\n"]).collect(),
            Some(id) => match pages::find(id) {
                Some(event) => readable(event.page),
                None => {
                    let help = nearest(id, pages::events().iter().map(|event| event.ids.name()));
                    let help = help.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
                    let all = "`whitesmith explain` lists all IDs";
                    let _ = writeln!(std::io::stderr(), "error: unknown diagnostic `{id}`\nhelp: {help}{all}");
                    return ExitCode::from(2);
                }
            },
        };
        stdout::print_all(&text)
    }
}

/// The page with code blocks as a reader expects them: marks for tests are removed, or become a line of text in front
/// of the block.
fn readable(page: &str) -> String {
    let mut text = String::new();
    for line in page.split_inclusive('\n') {
        let fence = line.strip_prefix("```").and_then(|fence| fence.trim_end().split_once(' '));
        let Some((language, mark)) = fence else {
            text.push_str(line);
            continue;
        };
        match mark {
            "fixed" | "slow" => {}
            "old" => text.push_str("Old model:\n\n"),
            "new" | "reviewed" => text.push_str("New model:\n\n"),
            file => text.extend(["File `", file, "`:\n\n"]),
        }
        text.extend(["```", language, "\n"]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::readable;
    use crate::pages;

    #[test]
    fn marks_for_tests_are_not_printed() {
        for event in pages::events() {
            let text = readable(event.page);
            let mut fences = text.lines().filter_map(|line| line.strip_prefix("```"));
            assert!(fences.all(|fence| !fence.contains(' ')), "{text}");
        }
    }

    #[test]
    fn models_of_a_comparison_and_files_are_named() {
        let page =
            "```smithy old\na\n```\n\n```smithy new\nb\n```\n\n```toml allow.toml\nc\n```\n\n```smithy fixed\nd\n```\n";
        let text = "Old model:\n\n```smithy\na\n```\n\nNew model:\n\n```smithy\nb\n```\n\n\
            File `allow.toml`:\n\n```toml\nc\n```\n\n```smithy\nd\n```\n";
        assert_eq!(readable(page), text);
    }
}
