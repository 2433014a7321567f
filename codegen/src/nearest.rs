//! Finds the closest name, for "did you mean" hints.

/// Returns the candidate with the fewest edits (insertions, deletions, substitutions, transpositions). Case is ignored.
/// `None` if there are more edits than a third of the name's length.
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
    fn a_typo_has_a_nearest_name_and_an_unrelated_word_has_none() {
        let words = ["structure", "string", "union"];
        assert_eq!(nearest("strcuture", words), Some("structure"));
        assert_eq!(nearest("String", words), Some("string"));
        assert_eq!(nearest("resource", words), None);
    }
}
