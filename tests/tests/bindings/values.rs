//! Test values of the case model `shapes`.

use std::collections::BTreeMap;

use golden::shapes::types::{AllTypes, Choice, Color, Level, Tree};
use whitesmith_runtime::types::{BigDecimal, BigInteger, Blob, Document, Timestamp, Unit};

pub(crate) fn text(text: &str) -> String {
    text.to_owned()
}

/// A structure with a value of each type.
pub(crate) fn all_types() -> AllTypes {
    let time = Timestamp::from_unix(1_398_796_238, 500_000_000).expect("in range");
    let whole = Timestamp::from_unix(1_398_796_238, 0).expect("in range");
    let tree = Tree::builder()
        .value(text("root"))
        .left(Box::new(Tree::builder().value(text("left")).build().expect("valid")))
        .set_forest(Some(vec![Tree::default()]))
        .build()
        .expect("valid");
    AllTypes::builder()
        .boolean(true)
        .byte(-128)
        .short(i16::MAX)
        .integer(i32::MIN)
        .long(i64::MAX)
        .float(f32::INFINITY)
        .double(-0.1)
        .big_integer("36893488147419103232".parse::<BigInteger>().expect("a number"))
        .big_decimal("1.00000000000000000001".parse::<BigDecimal>().expect("a number"))
        .string(text("\u{7f}\"\\\n€🦀\u{2028}"))
        .blob(Blob::from(vec![0, 255, 10]))
        .timestamp(time)
        .date_time(time)
        .http_date(whole)
        .document(Document::from(vec![Document::Null, 1.into(), (-1).into(), 0.5.into(), "x".into()]))
        .color(Color::DarkGreen)
        .level(Level::High)
        .set_strings(Some(vec![text("a"), text("")]))
        .set_sparse(Some(vec![Some(text("a")), None]))
        .set_numbers(Some(BTreeMap::from([(text("one"), 1)])))
        .set_sparse_numbers(Some(BTreeMap::from([(Color::Red, None), (Color::DarkGreen, Some(2))])))
        .set_nested(Some(vec![BTreeMap::new(), BTreeMap::from([(text("two"), 2)])]))
        .choice(Choice::Deep(Box::new(Choice::Many(vec![
            Choice::Nothing(Unit),
            Choice::Tree(tree.clone()),
            Choice::Text(text("x")),
        ]))))
        .tree(tree)
        .renamed(text("renamed"))
        .build()
        .expect("valid")
}
