//! Values of constrained types, and builders.

use golden::checked::types::Nested;
use golden::warehouse::types::{Article, ArticleId, Condition, Count, Place, StoreArticlesInput};

#[test]
fn newtypes_check_their_values() {
    let id: ArticleId = "chair".parse().expect("a valid ID");
    assert_eq!(id, "chair");
    assert_eq!(id.as_str().len(), 5);

    let error = ArticleId::new("Chair!").expect_err("capitals are not allowed");
    assert_eq!(
        error.to_string(),
        "Value failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z-]+$"
    );
    assert_eq!((Count::MIN, Count::MAX), (1, 1000));
}

#[test]
fn builders_convert_and_report_everything() {
    let article = Article::builder()
        .id("chair")
        .count(4)
        .condition(Condition::Used)
        .place(Place::Shelf("B 12".to_owned()))
        .build()
        .expect("complete and valid");
    assert_eq!(article.id, "chair");

    let error = StoreArticlesInput::builder().id("Chair!").count(0).build().expect_err("two violations");
    let messages: Vec<String> = error.violations().iter().map(ToString::to_string).collect();
    assert_eq!(
        messages,
        [
            "Value at '/id' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z-]+$",
            "Value at '/count' failed to satisfy constraint: Member must be between 1 and 1000, inclusive",
        ]
    );
}

#[test]
fn exhaustive_structures_have_struct_expressions() {
    let nested = Nested { id: "id-00ff".to_owned(), again: None };
    assert!(nested.again.is_none());
    assert!(whitesmith_runtime::validate(&nested).is_ok());
}

#[test]
fn matches_have_an_arm_for_new_values() {
    let describe = |place: &Place| match place {
        Place::Shelf(name) => format!("shelf {name}"),
        Place::Pallet(number) => format!("pallet {number}"),
        _ => "somewhere else".to_owned(),
    };
    assert_eq!(describe(&Place::Pallet(3)), "pallet 3");

    let newer = Condition::or_unknown("refurbished");
    assert_eq!(newer.as_str(), "refurbished");
    assert!(Condition::try_from("refurbished").is_err());
}

#[test]
fn sensitive_values_are_not_shown() {
    let article = Article::builder().id("chair").count(4).supplier("Ikarus Ltd".to_owned()).build().expect("valid");
    assert!(!format!("{article:?}").contains("Ikarus"));
}
