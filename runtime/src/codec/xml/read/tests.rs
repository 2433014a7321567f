//! Tests: reading XML.

use std::collections::BTreeMap;

use super::*;
use crate::codec::Strictness;
use crate::codec::Unwritable;
use crate::codec::xml::{Element, ErrorHead, error_head, write};
use crate::constraint::Violations;
use crate::memory::Reading;
use crate::schema::{DefaultValue, XmlNamespace, prelude};
use crate::types::{Blob, Document, Timestamp};
use crate::{member, structure, union};

static TEXTS: Schema = Schema::list("example#Texts", &[member!("member", prelude::STRING)]);
static ITEMS: Schema =
    Schema::list("example#Items", &[member!("member", prelude::STRING).xml_name("item").xml_namespace("http://item")]);
static SPARSE: Schema = Schema::list("example#Sparse", &[member!("member", prelude::STRING)]).sparse();
static NUMBERS: Schema =
    Schema::map("example#Numbers", &[member!("key", prelude::STRING), member!("value", prelude::LONG)]);
static NAMED: Schema = Schema::map(
    "example#Named",
    &[member!("key", prelude::STRING).xml_name("K"), member!("value", TEXTS).xml_name("V").xml_namespace("http://v")],
);
static CHOICE: Schema = Schema::union(
    "example#Choice",
    &[member!("text", prelude::STRING), member!("many", TEXTS).xml_flattened(), member!("number", prelude::INTEGER)],
);
static ROWS: Schema = Schema::list("example#Rows", &[member!("member", CHOICE)]);
static TREE: Schema = Schema::structure(
    "example#Tree",
    &[
        member!("name", prelude::STRING).required(),
        member!("kind", prelude::STRING).xml_attribute().xml_name("x:kind"),
        member!("size", prelude::SHORT).xml_name("Size"),
        member!("when", prelude::TIMESTAMP),
        member!("texts", TEXTS),
        member!("flat", ITEMS).xml_flattened(),
        member!("sparse", SPARSE),
        member!("numbers", NUMBERS),
        member!("named", NAMED).xml_flattened().xml_name("Pair").xml_namespace("http://pair").xml_prefix("p"),
        member!("choice", CHOICE),
        member!("inner", TREE),
        member!("level", prelude::INTEGER).default(DefaultValue::Integer(7)),
        member!("data", prelude::BLOB),
        member!("document", prelude::DOCUMENT),
        member!("rows", ROWS).xml_flattened(),
    ],
);

#[derive(Clone)]
enum Choice {
    Text(String),
    Many(Vec<String>),
    Number(i32),
    #[allow(dead_code, reason = "only reading makes it")]
    Unknown(crate::types::UnknownVariant),
}
union! { Choice: CHOICE { Text, Many, Number } }

#[derive(Clone)]
struct Tree {
    name: String,
    kind: Option<String>,
    size: Option<i16>,
    when: Option<Timestamp>,
    texts: Option<Vec<String>>,
    flat: Option<Vec<String>>,
    sparse: Option<Vec<Option<String>>>,
    numbers: Option<BTreeMap<String, i64>>,
    named: Option<BTreeMap<String, Vec<String>>>,
    choice: Option<Choice>,
    inner: Option<Box<Tree>>,
    level: i32,
    data: Option<Blob>,
    document: Option<Document>,
    rows: Option<Vec<Choice>>,
}
structure! { Tree: TREE { name, kind, size, when, texts, flat, sparse, numbers, named, choice, inner, level, data, document, rows } }

fn blank() -> Tree {
    crate::reflect::Value::blank(FILL)
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn tree() -> Tree {
    let inner = Tree { name: String::new(), level: 7, choice: Some(Choice::Many(texts(&["1", "2"]))), ..blank() };
    Tree {
        name: " <&>\"'\r\n\t é🦀 ]]> ".to_owned(),
        kind: Some(" a\n\r\t\"<&'".to_owned()),
        size: Some(-1),
        when: Some(Timestamp::from_unix(1_398_796_238, 500_000_000).expect("in range")),
        texts: Some(texts(&["", "x"])),
        flat: Some(texts(&["a", "b"])),
        sparse: Some(vec![None, Some(String::new()), Some("x".to_owned())]),
        numbers: Some(BTreeMap::from([("most".to_owned(), i64::MAX), (String::new(), 0)])),
        named: Some(BTreeMap::from([("k".to_owned(), texts(&["v"])), ("l".to_owned(), texts(&[]))])),
        choice: Some(Choice::Number(3)),
        inner: Some(Box::new(inner)),
        level: 1,
        data: Some(Blob::from(vec![0, 255])),
        document: Some(Document::from(vec![Document::Null, "<&>".into()])),
        rows: Some(vec![Choice::Text("r".to_owned()), Choice::Number(1)]),
    }
}

const CLIENT: Settings = Settings { bindings: Bindings::Ignored, strictness: Strictness::Lenient };
const SERVER: Settings = Settings { strictness: Strictness::Strict, ..CLIENT };

fn written(tree: &Tree) -> String {
    let mut out = Vec::new();
    write(&mut out, CLIENT, Element::new("Tree", Some(XmlNamespace { uri: "http://tree", prefix: None })), tree)
        .expect("writable");
    String::from_utf8(out).expect("UTF-8")
}

fn read_as(settings: Settings, document: &str) -> Result<(Tree, Violations), Error> {
    let (mut tree, mut reading) = (blank(), Reading::default());
    read(document.as_bytes(), settings, Place::Named(&["Tree"]), &mut tree, &mut reading)
        .map(|()| (tree, reading.into_missing()))
}

fn strictly(members: &str) -> Result<Tree, Error> {
    read_as(SERVER, &format!("<Tree>{members}</Tree>")).map(|(tree, _)| tree)
}

fn leniently(members: &str) -> Result<Tree, Error> {
    read_as(CLIENT, &format!("<Tree>{members}</Tree>")).map(|(tree, _)| tree)
}

#[test]
fn a_value_with_every_kind_of_member_round_trips() {
    for settings in [CLIENT, SERVER] {
        let (found, missing) = read_as(settings, &written(&tree())).expect("valid");
        assert!(found == tree(), "{found:?}\n{}", written(&tree()));
        assert!(missing.is_empty());
    }
}

#[test]
fn names_namespaces_and_attributes_follow_the_model() {
    let value = Tree {
        name: "n".to_owned(),
        kind: Some("k".to_owned()),
        flat: Some(texts(&["a"])),
        named: Some(BTreeMap::from([("k".to_owned(), texts(&["v"]))])),
        ..blank()
    };
    assert_eq!(
        written(&value),
        "<Tree xmlns=\"http://tree\" x:kind=\"k\"><name>n</name><flat xmlns=\"http://item\">a</flat>\
         <Pair xmlns:p=\"http://pair\"><K>k</K><V xmlns=\"http://v\"><member>v</member></V></Pair><level>0</level></Tree>"
    );
}

#[test]
fn text_may_be_cut_into_pieces() {
    let tree = strictly("<name>a<!-- c --><![CDATA[<b>]]>&amp;&#x63;&#100;<?pi?>\r\ne</name>").expect("valid");
    assert_eq!(tree.name, "a<b>&cd\ne");
}

#[test]
fn prologue_prefixes_and_unknown_members_are_skipped() {
    let document = "\u{feff}<?xml version='1.0' encoding='UTF-8'?>\n<!-- c --><p:Tree xmlns:p='u' y:kind='k' other='1'>\
        text <other><name>no</name><other/></other><p:name>n</p:name><p:Size> 5 </p:Size></p:Tree>\n<!-- end -->\n";
    let (tree, _) = read_as(SERVER, document).expect("valid");
    assert_eq!((tree.name.as_str(), tree.kind.as_deref(), tree.size), ("n", Some("k"), Some(5)));
}

#[test]
fn elements_of_flattened_lists_and_maps_may_be_separated() {
    let tree = strictly("<flat>a</flat><Pair><K>k</K><V/></Pair><name/><flat>b</flat><Pair><K>l</K><V/></Pair>");
    let tree = tree.expect("valid");
    assert_eq!(tree.flat, Some(texts(&["a", "b"])));
    assert_eq!(tree.named.map(|named| named.len()), Some(2));
}

#[test]
fn errors_name_the_element_of_a_flattened_list() {
    let members = "<rows><text>a</text></rows><inner/><rows><number>x</number></rows>";
    let error = strictly(members).expect_err("no number");
    assert_eq!(error.path(), "/rows/1/number");
}

#[test]
fn servers_reject_repeated_members() {
    for members in [
        "<name>a</name><name>b</name>",
        "<inner><name>a</name></inner><inner><level>1</level></inner>",
        "<texts/><name/><texts/>",
    ] {
        assert!(strictly(members).expect_err("twice").to_string().contains("repeated"), "{members}");
        assert!(leniently(members).is_ok(), "{members}");
    }
    assert_eq!(strictly("<inner/><inner/>").expect_err("twice").path(), "/inner");
    assert!(read_as(SERVER, "<Tree x:kind='a' x:kind='b'/>").is_err());
}

#[test]
fn times_with_offsets_are_for_clients_only() {
    let members = "<when>2019-01-01T00:00:00+01:00</when>";
    assert!(strictly(members).is_err() && leniently(members).is_ok());
}

#[test]
fn absent_members_are_missing_or_have_their_default() {
    let (tree, missing) = read_as(SERVER, "<Tree/>").expect("valid");
    assert_eq!((tree.level, missing.count()), (7, 1), "{missing}");
}

#[test]
fn the_name_of_the_documents_element_counts_where_it_is_given() {
    assert!(read_as(SERVER, "<Bush/>").is_err());
    let mut tree = blank();
    let document = b"<R><Other/><Result><name>n</name></Result></R>";
    read(document, CLIENT, Place::Below { root: "R", child: "Result" }, &mut tree, &mut Reading::default())
        .expect("valid");
    assert_eq!(tree.name, "n");
    read(b"<R/>", CLIENT, Place::Below { root: "R", child: "Result" }, &mut tree, &mut Reading::default())
        .expect("nothing there");
}

#[test]
fn errors_are_found_in_each_kind_of_envelope() {
    let error = "<Error><Type>Sender</Type><Code>Gone</Code><Message>m</Message><name>n</name></Error>";
    for document in [
        format!("<ErrorResponse>{error}<RequestId>id</RequestId></ErrorResponse>"),
        format!("<Response><Errors>{error}</Errors><RequestID>id</RequestID></Response>"),
        error.replace("</Error>", "<RequestId>id</RequestId></Error>"),
    ] {
        let head = error_head(document.as_bytes());
        assert_eq!((head.code.as_deref(), head.message.as_deref()), (Some("Gone"), Some("m")), "{document}");
        assert_eq!(head.request_id.as_deref(), Some("id"));
        let mut tree = blank();
        read(document.as_bytes(), CLIENT, Place::Error, &mut tree, &mut Reading::default()).expect("valid");
        assert_eq!(tree.name, "n");
    }
    assert_eq!(error_head(b"no XML"), ErrorHead::default());
}

#[test]
fn a_union_has_one_member_and_clients_keep_the_name_of_one_they_do_not_know() {
    assert!(strictly("<choice><text>a</text><number>1</number></choice>").is_err());
    assert!(strictly("<choice><text>a</text><text>b</text></choice>").is_err());
    assert!(strictly("<choice/>").is_err());
    assert!(strictly("<choice><new>1</new></choice>").is_err());
    let tree = leniently("<choice><new>1</new></choice>").expect("lenient");
    assert!(matches!(tree.choice, Some(Choice::Unknown(_))));
}

#[test]
fn servers_reject_values_that_clients_skip() {
    for members in ["<Size/>", "<name>a<b/></name>", "<texts><item>a</item></texts>", "<numbers><e/></numbers>"] {
        assert!(strictly(members).is_err(), "{members}");
        assert!(leniently(members).is_ok(), "{members}");
    }
    for members in
        ["<Size>x</Size>", "<Size>70000</Size>", "<when>today</when>", "<data>?</data>", "<level>1.5</level>"]
    {
        assert!(strictly(members).is_err() && leniently(members).is_err(), "{members}");
    }
    assert_eq!(strictly("<texts><member>a</member></texts><Size>x</Size>").expect_err("no number").path(), "/size");
    assert_eq!(
        strictly("<numbers><entry><key>k</key><value>x</value></entry></numbers>").expect_err("no").path(),
        "/numbers/k"
    );
}

#[test]
fn clients_ignore_empty_elements_of_types_without_an_empty_value() {
    let tree = leniently("<Size/><when> </when><level/><choice><number/></choice><data/>").expect("lenient");
    assert_eq!((tree.size, tree.when, tree.level), (None, None, 7));
    assert!(matches!(tree.choice, Some(Choice::Unknown(_))));
    assert_eq!(tree.data, Some(Blob::default()));
}

#[test]
fn no_entity_is_ever_expanded() {
    for document in [
        "<!DOCTYPE Tree [<!ENTITY a 'x'>]><Tree><name>&a;</name></Tree>",
        "<Tree><!DOCTYPE x><name>n</name></Tree>",
        "<Tree><name>&a;</name></Tree>",
        "<Tree><name>&#0;</name></Tree>",
        "<Tree><name>&#xFFFFFFFFFF;</name></Tree>",
        "<Tree x:kind='&a;'/>",
        "<Tree><name>&</name></Tree>",
    ] {
        assert!(read_as(CLIENT, document).is_err(), "{document}");
    }
}

#[test]
fn characters_that_xml_has_not_cannot_be_written() {
    for name in ["\u{0}", "a\u{1f}", "\u{fffe}", "\u{ffff}"] {
        let mut out = Vec::new();
        let tree = Tree { name: name.to_owned(), ..blank() };
        assert_eq!(
            write(&mut out, CLIENT, Element::new("Tree", None), &tree),
            Err(Unwritable::characters("name")),
            "{name:?}"
        );
    }
    assert!(written(&Tree { name: "\u{fffd}\u{ffee}\u{7f}".to_owned(), ..blank() }).contains('\u{ffee}'));
}

#[test]
fn nesting_is_bounded() {
    let deep = "<inner>".repeat(100_000);
    assert!(strictly(&deep).expect_err("too deep").to_string().contains("nested too deep"));
    // What is passed over takes no stack.
    let unknown = format!("{}{}", "<u>".repeat(100_000), "</u>".repeat(100_000));
    assert!(strictly(&unknown).is_ok());
}

#[test]
fn many_of_anything_are_read_in_time() {
    const MANY: usize = 100_000;
    let many = |text: &str| text.repeat(MANY);
    assert!(strictly(&"<u/>".repeat(1_000_000)).is_ok());
    assert!(leniently(&many("<name/>")).is_ok());
    assert_eq!(strictly(&many("<flat/>")).expect("valid").flat.map(|flat| flat.len()), Some(MANY));
    assert!(read_as(SERVER, &format!("<Tree {}/>", many("a='' "))).is_ok());
    assert_eq!(strictly(&format!("<name>{}</name>", many("&amp;"))).expect("valid").name.len(), MANY);
}

#[test]
fn every_truncation_is_an_error() {
    let document = written(&tree());
    for (end, _) in document.char_indices() {
        assert!(read_as(CLIENT, &document[..end]).is_err(), "{end}");
    }
    assert!(read_as(CLIENT, &format!("{document}<Tree/>")).is_err());
    assert!(read_as(CLIENT, &format!("{document}x")).is_err());
    assert!(read(b"<Tree>\xff</Tree>", CLIENT, Place::Root, &mut blank(), &mut Reading::default()).is_err());
}
