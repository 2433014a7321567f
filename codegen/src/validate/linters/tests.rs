//! Tests of names and words. Tests of linters on whole models are in the workspace's tests.

use super::LINTERS;
use super::words::{TermSearch, WildcardSearch, camel_words, is_lower_camel, is_upper_camel};

#[test]
fn linters_are_sorted_and_named_once() {
    assert!(LINTERS.is_sorted_by(|a, b| a.name() < b.name()));
}

#[test]
fn camel_case_splits_before_capitals_that_begin_a_word() {
    assert_eq!(camel_words("XMLHttpRequest2Id"), ["XML", "Http", "Request2", "Id"]);
    assert_eq!(camel_words("getFoo"), ["get", "Foo"]);
    assert_eq!(camel_words("GetAWSAccount"), ["Get", "AWS", "Account"]);
    assert_eq!(camel_words("snake_case"), ["snake_case"]);
    assert_eq!(camel_words(""), [""]);
}

#[test]
fn camel_case_is_distinguished_from_other_cases() {
    assert!(is_upper_camel("FooBar2") && is_upper_camel("FOO"));
    assert!(!is_upper_camel("fooBar") && !is_upper_camel("Foo_Bar") && !is_upper_camel(""));
    assert!(is_lower_camel("fooBar2") && !is_lower_camel("FooBar") && !is_lower_camel("_foo"));
}

#[test]
fn terms_are_found_as_whole_words_only() {
    let mut terms = TermSearch::default();
    for term in ["bank", "first name", "ip address", "birth day"] {
        terms.add(term).expect("the term is fine");
    }
    for (name, found) in [
        ("BankAccount", Some("bank")),
        ("myBANKAccount", Some("bank")),
        ("firstName", Some("first name")),
        ("first_name", Some("first name")),
        ("IP_ADDRESS", Some("ip address")),
        ("myBirthday", Some("birthday")),
        ("Embankment", None),
        ("bankrupt", None),
        ("", None),
    ] {
        assert_eq!(terms.find(name), found, "{name}");
    }
    assert!(terms.add(" x").is_err() && terms.add("").is_err() && terms.add("a-b").is_err());
}

#[test]
fn wildcards_are_only_at_the_ends() {
    let mut words = WildcardSearch::default();
    for word in ["exact", "start*", "*end", "*mid*"] {
        words.add(word).expect("the word is fine");
    }
    for name in ["EXACT", "StartHere", "TheEnd", "aMiddle"] {
        assert!(words.matches(name), "{name}");
    }
    assert!(!words.matches("exactly") && !words.matches("ending"));
    assert!(words.add("*").is_err() && words.add("a*b").is_err() && words.add("").is_err());
}

#[test]
fn each_linter_reports_and_accepts_its_cases() {
    use crate::rule::{check, marks};

    let wrong: Vec<String> = super::LINTERS.iter().flat_map(|linter| check(linter, marks::validated)).collect();
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// The text at the main location of an error, and the texts of its labels.
fn error_of(text: &str) -> (String, Vec<String>) {
    let mut sources = crate::source::SourceMap::default();
    sources.add("a.smithy", text.to_owned());
    let found = crate::pipeline::model(&sources).1;
    let error = found.into_iter().find(|one| one.severity == crate::diagnostic::Severity::Error).expect("an error");
    let span = error.labels[0].span;
    let labels = error.labels.iter().map(|label| label.text.to_string()).collect();
    (text[span.start as usize..span.end as usize].to_owned(), labels)
}

#[test]
fn an_error_in_a_configuration_is_at_the_value() {
    let model = |configuration: &str| {
        format!(
            "$version: \"2\"\nmetadata validators = [{{name: \"EmitEachSelector\", configuration: {{{configuration}}}}}]\n"
        )
    };
    assert_eq!(error_of(&model("selector: \"[a\"")).0, "\"[a\"");
    assert_eq!(error_of(&model("selector: 1")).0, "1");
}

#[test]
fn a_mixin_that_is_a_target_is_called_one() {
    let (_, labels) = error_of("$version: \"2\"\nnamespace a\n@mixin structure M {}\nstructure S { m: M }\n");
    assert!(labels.contains(&"this is a mixin of type `structure`".to_owned()), "{labels:?}");
}
