//! Pages of the events of the generator and of the commands.

use std::sync::LazyLock;

use whitesmith_codegen::pages;
use whitesmith_codegen::rule::{Event, event};

/// Diagnostics of the commands themselves.
const EVENTS: &[Event] = &[
    event!("Output"),
    event!("codegen.Runtime"),
    event!("codegen.Stale"),
    event!("conformance.Case"),
    event!("conformance.Failed"),
    event!("diff.Exception"),
    event!("diff.UnusedException"),
    event!("fetch.Failed"),
];

/// All events, sorted by name, without duplicates.
pub fn events() -> &'static [&'static Event] {
    static ALL: LazyLock<Vec<&'static Event>> = LazyLock::new(|| {
        let mut events: Vec<_> = pages::events().iter().copied().chain(EVENTS).collect();
        events.sort_by_key(|event| event.ids.name());
        events.dedup_by_key(|event| event.ids.name());
        events
    });
    &ALL
}

/// The event with this ID, or with its longest prefix.
pub fn find(id: &str) -> Option<&'static Event> {
    pages::find_among(events(), id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::{EVENTS, find};

    #[test]
    fn ids_of_the_generator_and_of_the_commands_have_pages() {
        let name = |id| find(id).map(|event| event.ids.name());
        assert_eq!(name("codegen.Stale"), Some("codegen.Stale"));
        assert_eq!(name("Model.UnresolvedTrait"), Some("Model"));
        assert_eq!(name("NoSuchThing.Model"), None);
    }

    #[test]
    fn every_page_belongs_to_an_event() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
        let entries = fs::read_dir(folder).expect("the pages").flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().trim_end_matches(".md").to_owned());
        let owned: BTreeSet<String> = EVENTS.iter().map(|event| event.ids.name().to_owned()).collect();
        assert_eq!(names.collect::<BTreeSet<_>>(), owned);
    }

    #[test]
    fn every_page_has_its_title_and_a_fix() {
        for event in EVENTS {
            let name = event.ids.name();
            assert!(event.page.starts_with(&format!("# {name}\n")), "{name}");
            assert!(event.page.contains("\n## What to do\n"), "{name} does not say what to do");
            assert!(event.page.contains("\n```console"), "{name} has no example that a test runs");
        }
    }
}
