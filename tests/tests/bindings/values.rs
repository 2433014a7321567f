//! Values of the case model `shapes`.

use std::collections::BTreeMap;

use golden::shapes::types::{AllTypes, Choice, Colour, Level, Tree};
use whitesmith_runtime::types::{Blob, Document, Timestamp, Unit};

pub(crate) fn text(text: &str) -> String {
    text.to_owned()
}

/// A value of each type, in one.
pub(crate) fn all_types() -> AllTypes {
    let time = Timestamp::from_unix(1_398_796_238, 500_000_000).expect("in range");
    let whole = Timestamp::from_unix(1_398_796_238, 0).expect("in range");
    let tree = Tree {
        value: Some(text("root")),
        left: Some(Box::new(Tree { value: Some(text("left")), ..Tree::default() })),
        forest: Some(vec![Tree::default()]),
        ..Tree::default()
    };
    AllTypes {
        boolean: Some(true),
        byte: Some(-128),
        short: Some(i16::MAX),
        integer: Some(i32::MIN),
        long: Some(i64::MAX),
        float: Some(f32::INFINITY),
        double: Some(-0.1),
        big_integer: Some("36893488147419103232".parse().expect("a number")),
        big_decimal: Some("1.00000000000000000001".parse().expect("a number")),
        string: Some(text("\u{0}\"\\\n€🦀\u{2028}")),
        blob: Some(Blob::from(vec![0, 255, 10])),
        timestamp: Some(time),
        date_time: Some(time),
        http_date: Some(whole),
        document: Some(Document::from(vec![Document::Null, 1.into(), (-1).into(), 0.5.into(), "x".into()])),
        colour: Some(Colour::DarkGreen),
        level: Some(Level::High),
        strings: Some(vec![text("a"), text("")]),
        sparse: Some(vec![Some(text("a")), None]),
        numbers: Some(BTreeMap::from([(text("one"), 1)])),
        sparse_numbers: Some(BTreeMap::from([(Colour::Red, None), (Colour::DarkGreen, Some(2))])),
        nested: Some(vec![BTreeMap::new(), BTreeMap::from([(text("two"), 2)])]),
        choice: Some(Choice::Deep(Box::new(Choice::Many(vec![
            Choice::Nothing(Unit),
            Choice::Tree(tree.clone()),
            Choice::Text(text("x")),
        ])))),
        tree: Some(tree),
        renamed: Some(text("renamed")),
    }
}
