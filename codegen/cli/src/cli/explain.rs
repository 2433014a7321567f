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
                Some(event) => event.page.to_owned(),
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
