//! The pages of all events, from the tables of those who report them. Knows no page.

use std::sync::LazyLock;

use crate::rule::Event;

/// All events, each once, by name.
pub fn events() -> &'static [&'static Event] {
    static EVENTS: LazyLock<Vec<&'static Event>> = LazyLock::new(|| {
        let rules = crate::validate::events().chain(crate::diff::events());
        let mut events: Vec<_> = rules.chain(tables().into_iter().flatten()).collect();
        events.sort_by_key(|event| event.ids.name());
        events.dedup_by_key(|event| event.ids.name());
        events
    });
    &EVENTS
}

/// Tables of what is reported outside of rules.
fn tables() -> Vec<&'static [Event]> {
    vec![
        crate::config::EVENTS,
        crate::load::EVENTS,
        crate::lower::EVENTS,
        crate::pipeline::EVENTS,
        crate::syntax::idl::fmt::EVENTS,
        #[cfg(feature = "cli")]
        crate::cli::EVENTS,
    ]
}

/// The event with this id, or the one that its longest beginning names.
pub fn find(id: &str) -> Option<&'static Event> {
    let mut part = id;
    loop {
        if let Ok(at) = events().binary_search_by_key(&part, |event| event.ids.name()) {
            return events().get(at).copied();
        }
        // `UnknownValidator_…` goes on with a name from the model.
        part = part.rsplit_once(['.', '_'])?.0;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::Path;

    use super::{events, find};
    use crate::rule::Ids;

    fn folder() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("pages")
    }

    #[test]
    fn an_id_of_several_parts_has_the_page_of_its_longest_beginning() {
        let name = |id| find(id).map(|event| event.ids.name());
        assert_eq!(name("Model.UnknownProperty"), Some("Model"));
        assert_eq!(name("UnknownValidator_Mine"), Some("UnknownValidator"));
        assert_eq!(name("codegen.Stale"), Some("codegen.Stale"));
        assert_eq!(name("NoSuchThing.Model"), None);
    }

    #[cfg(feature = "cli")]
    #[test]
    fn every_page_belongs_to_an_event() {
        let entries = fs::read_dir(folder()).expect("the pages").flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().trim_end_matches(".md").to_owned());
        let found: BTreeSet<String> = names.filter(|name| name != "README").collect();
        let owned: BTreeSet<String> = events().iter().map(|event| event.ids.name().to_owned()).collect();
        assert_eq!(found, owned);
    }

    #[test]
    fn every_page_says_whose_it_is_and_is_in_the_index() {
        let index = fs::read_to_string(folder().join("README.md")).expect("the index");
        for event in events() {
            let name = event.ids.name();
            assert!(event.page.starts_with(&format!("# {name}\n")), "{name}");
            assert!(index.contains(&format!("- [{name}]({name}.md)\n")), "{name} is not in README.md");
        }
    }

    #[test]
    fn an_id_has_the_same_parts_wherever_it_is_reported() {
        let mut known: BTreeMap<&str, Ids> = BTreeMap::new();
        let rules = crate::validate::events().chain(crate::diff::events());
        for event in rules.chain(super::tables().into_iter().flatten()) {
            let first = *known.entry(event.ids.name()).or_insert(event.ids);
            assert_eq!(first, event.ids);
        }
    }
}
