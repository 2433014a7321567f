//! `whitesmith explain`.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Args;

use super::stdout;
use crate::nearest::nearest;
use crate::pages;

/// Says more about a finding: what is wrong, an example, and what to do.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith explain HttpLabelTrait\n  whitesmith explain                 all ids")]
pub struct Explain {
    /// The event id, as it stands in brackets before a message; all ids are listed where there is none
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
                    let help = help.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                    let _ = writeln!(std::io::stderr(), "error: nothing is known of `{id}`{help}");
                    return ExitCode::FAILURE;
                }
            },
        };
        stdout::print_all(&text)
    }
}
