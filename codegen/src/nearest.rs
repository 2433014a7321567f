//! The nearest name, for "did you mean".

/// The candidate with the fewest edits (insert, remove, replace, swap), if that is at most a third of the name's length.
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let limit = (name.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&name.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(edits, _)| *edits <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_typo_finds_its_word_and_a_stranger_finds_none() {
        let words = ["structure", "string", "union"];
        assert_eq!(nearest("strcuture", words), Some("structure"));
        assert_eq!(nearest("String", words), Some("string"));
        assert_eq!(nearest("resource", words), None);
    }
}
