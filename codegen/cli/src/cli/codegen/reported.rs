//! Diagnostics that services of a configuration share.

use std::collections::HashSet;
use std::path::PathBuf;

use super::service::Found;
use whitesmith_codegen::diagnostic::{Diagnostic, Severity};
use whitesmith_codegen::source::SourceMap;

/// Diagnostics that were already printed. Services may share a model, whose diagnostics are printed once.
#[derive(Default)]
pub(super) struct Reported(HashSet<Place>);

/// A diagnostic: its ID, severity and message, and its file and range there. Each service numbers the files of its own,
/// and accepts some IDs, whose diagnostics have another severity then.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Place {
    id: String,
    severity: Severity,
    message: String,
    file: PathBuf,
    range: (u32, u32),
}

impl Reported {
    /// Removes the diagnostics that were printed for services before. Those without a place are about one service.
    pub(super) fn only_new(&mut self, found: Found, sources: &SourceMap) -> Found {
        let mut places = Vec::new();
        let mut rest = |mut diagnostics: Vec<Diagnostic>| {
            diagnostics.retain(|diagnostic| {
                let Some(place) = place(diagnostic, sources) else { return true };
                let is_new = !self.0.contains(&place);
                places.extend(is_new.then_some(place));
                is_new
            });
            diagnostics
        };
        let found =
            Found { reading: rest(found.reading), model: rest(found.model), generation: rest(found.generation) };
        self.0.extend(places);
        found
    }
}

fn place(diagnostic: &Diagnostic, sources: &SourceMap) -> Option<Place> {
    let span = diagnostic.labels.first()?.span;
    let file = sources.get(span.source)?.path().to_owned();
    let (id, message) = (diagnostic.id.clone(), diagnostic.message.clone());
    Some(Place { id, severity: diagnostic.severity, message, file, range: (span.start, span.end) })
}
