//! Generated types, written by hand: what the macros give, and what the JSON codec and the checks make of them.

use std::collections::BTreeMap;

use whitesmith_runtime::Reading;
use whitesmith_runtime::codec::Strictness;
use whitesmith_runtime::codec::json::{self, Settings};
use whitesmith_runtime::constraint::{Violations, check};
use whitesmith_runtime::pattern::{Pattern, Set, Step};
use whitesmith_runtime::reflect::{Reflect, Value};
use whitesmith_runtime::schema::{Bindings, Schema, TimestampFormat, prelude};
use whitesmith_runtime::types::{Timestamp, Unit, UnknownValue, UnknownVariant};
use whitesmith_runtime::{constrained, member, string_enum, structure, union, validate};

const HEX: Set = Set::new().range(b'0', b'9').range(b'a', b'f');
static ID_PATTERN: Pattern = Pattern::steps("^wf-[0-9a-f]{4}$", &[Step::Literal("wf-"), Step::Class(&HEX, 4, 4)]);
static ID: Schema = Schema::simple("example#Id", whitesmith_runtime::schema::Kind::String).pattern(&ID_PATTERN);
static COUNT: Schema = Schema::simple("example#Count", whitesmith_runtime::schema::Kind::Integer)
    .min(whitesmith_runtime::schema::Bound::Integer(1))
    .max(whitesmith_runtime::schema::Bound::Integer(25));
static STATUS: Schema = Schema::string_enum("example#Status", Status::VALUES, Status::NAMES);
static SECRET: Schema = Schema::simple("example#Secret", whitesmith_runtime::schema::Kind::String).sensitive();
static IDS: Schema = Schema::list("example#Ids", &[member!("member", ID)]).unique();
static TAGS: Schema =
    Schema::map("example#Tags", &[member!("key", prelude::STRING), member!("value", prelude::STRING)]);
static CHOICE: Schema = Schema::union(
    "example#Choice",
    &[member!("text", prelude::STRING), member!("deep", CHOICE), member!("nothing", prelude::UNIT)],
);
static STEP: Schema = Schema::structure(
    "example#Step",
    &[
        member!("id", ID).required(),
        member!("count", COUNT),
        member!("status", STATUS),
        member!("secret", SECRET),
        member!("ids", IDS),
        member!("tags", TAGS),
        member!("choice", CHOICE),
        member!("time", prelude::TIMESTAMP),
    ],
);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Id(String);
constrained! { Id(::std::string::String), ID }

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Count(i32);
constrained! { Count(i32), COUNT }

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Status {
    Pending,
    Failed,
    Unknown(UnknownValue),
}
string_enum! { Status: STATUS { Pending = "PENDING", Failed = "FAILED" } }

#[derive(Clone)]
enum Choice {
    Text(String),
    Deep(Box<Choice>),
    Nothing(Unit),
    Unknown(UnknownVariant),
}
union! { Choice: CHOICE { Text, Deep, Nothing } }

#[derive(Clone, PartialEq)]
struct Ids(Vec<Id>);
constrained! { Ids(::std::vec::Vec<Id>), IDS }

#[derive(Clone)]
struct TheStep {
    id: Id,
    count: Option<Count>,
    status: Option<Status>,
    secret: Option<String>,
    ids: Option<Ids>,
    tags: Option<BTreeMap<String, String>>,
    choice: Option<Choice>,
    time: Option<Timestamp>,
}
structure! { TheStep: STEP { id, count, status, secret, ids, tags, choice, time } }

const CLIENT: Settings = Settings {
    use_json_name: true,
    bindings: Bindings::Ignored,
    timestamp_format: TimestampFormat::EpochSeconds,
    strictness: Strictness::Lenient,
    dialect: json::Dialect::Aws,
};
const SERVER: Settings = Settings { strictness: Strictness::Strict, ..CLIENT };

fn blank() -> TheStep {
    // Reading is the only way to a blank value from outside: an empty object leaves everything blank.
    read(CLIENT, "{}").0.expect("an empty object is an object")
}

fn read(settings: Settings, text: &str) -> (Result<TheStep, json::Error>, Violations) {
    let mut step = TheStep {
        id: Id::new("wf-0000").expect("valid"),
        count: None,
        status: None,
        secret: None,
        ids: None,
        tags: None,
        choice: None,
        time: None,
    };
    let mut reading = Reading::default();
    let result = json::read(text.as_bytes(), settings, &mut step, &mut reading);
    (result.map(|()| step), reading.into_missing())
}

#[test]
fn json_round_trips() {
    let text = r#"{"id":"wf-00ff","count":7,"status":"FAILED","secret":"a\"b","ids":["wf-0001","wf-0002"],"tags":{"a":"b"},"choice":{"deep":{"text":"x"}},"time":1398796238.5}"#;
    let step = read(SERVER, text).0.expect("valid");
    let mut out = Vec::new();
    json::write(&mut out, SERVER, &step);
    assert_eq!(String::from_utf8(out).expect("UTF-8"), text);
}

#[test]
fn every_violation_is_found_with_its_path() {
    let text = r#"{"id":"x","count":26,"status":"DONE","ids":["wf-0001","wf-0001","y"]}"#;
    let step = read(SERVER, text).0.expect("well-formed");
    let mut found = Violations::default();
    check(&step, &mut found);
    assert_eq!(
        found.to_string(),
        "5 validation errors detected. \
         Value at '/id' failed to satisfy constraint: Member must satisfy regular expression pattern: ^wf-[0-9a-f]{4}$; \
         Value at '/count' failed to satisfy constraint: Member must be between 1 and 25, inclusive; \
         Value at '/status' failed to satisfy constraint: Member must satisfy enum value set: [PENDING, FAILED]; \
         Value at '/ids' failed to satisfy constraint: Member must have unique values; \
         Value at '/ids/2' failed to satisfy constraint: Member must satisfy regular expression pattern: ^wf-[0-9a-f]{4}$"
    );
}

#[test]
fn a_missing_required_member_is_named() {
    let (_, missing) = read(SERVER, r#"{"count":1,"id":null}"#);
    assert_eq!(
        missing.to_string(),
        "1 validation error detected. Value at '/id' failed to satisfy constraint: Member must not be null"
    );
}

#[test]
fn a_wrong_type_is_an_error_with_a_path() {
    for (text, path) in [
        (r#"{"count":"7"}"#, "/count"),
        (r#"{"count":1.5}"#, "/count"),
        (r#"{"count":4294967296}"#, "/count"),
        (r#"{"ids":["wf-0001",2]}"#, "/ids/1"),
        (r#"{"ids":[null]}"#, "/ids/0"),
        (r#"{"choice":{"deep":{"text":1}}}"#, "/choice/deep/text"),
        (r#"{"choice":{"text":"a","nothing":{}}}"#, "/choice"),
        (r#"{"choice":{}}"#, "/choice"),
        (r#"{"time":"2014-04-29"}"#, "/time"),
        (r#"{"tags":{"a":1}}"#, "/tags/a"),
        ("[]", ""),
        ("", ""),
        ("{} x", ""),
    ] {
        let error = read(SERVER, text).0.map(drop).expect_err(text);
        assert_eq!(error.path(), path, "{text}: {error}");
    }
}

#[test]
fn a_client_keeps_unknown_values() {
    let step = read(CLIENT, r#"{"status":"NEW","choice":{"newer":1},"other":[{}],"count":99}"#).0.expect("lenient");
    assert_eq!(step.status.as_ref().map(Status::as_str), Some("NEW"));
    assert!(matches!(&step.choice, Some(Choice::Unknown(name)) if name.name() == "newer"));
    assert_eq!(step.count.map(Count::get), Some(99));
}

#[test]
fn deep_nesting_is_refused() {
    let text = format!("{}{}", r#"{"choice":"#.to_owned() + &r#"{"deep":"#.repeat(100_000), "}".repeat(100_001));
    assert!(read(CLIENT, &text).0.is_err());
}

#[test]
fn sensitive_values_are_not_shown() {
    let mut step = blank();
    step.secret = Some("hunter2".to_owned());
    let shown = format!("{step:?}");
    assert!(!shown.contains("hunter2"), "{shown}");
    assert!(shown.contains("secret: *** Sensitive Data Redacted ***"), "{shown}");
}

#[test]
fn constructors_reject_invalid_values() {
    assert_eq!(
        Count::new(26).expect_err("too large").to_string(),
        "Value failed to satisfy constraint: Member must be between 1 and 25, inclusive"
    );
    assert!(Id::try_from("wf-00g0").is_err());
    assert!(Status::try_from("NEW").is_err());
    assert!(Ids::new(vec![Id::new("wf-0000").expect("valid"); 2]).is_err());
    let value: &dyn Reflect = &blank();
    assert_eq!(value.schema().members().len(), 8);
    assert!(matches!(Value::get(&blank().count), whitesmith_runtime::reflect::Ref::Absent));
}

#[test]
fn keys_may_be_in_any_order_and_clients_use_the_last_duplicate() {
    let text = r#"{"time":1,"count":7,"id":"wf-00ff","count":8,"ids":["wf-0001"],"ids":[]}"#;
    assert_eq!(read(SERVER, text).0.expect_err("repeated").path(), "/count");
    let step = read(CLIENT, text).0.expect("lenient");
    assert_eq!(step.count.map(Count::get), Some(8));
    assert_eq!(step.ids.map(|ids| ids.into_inner().len()), Some(0));
}

#[test]
fn damaged_messages_never_panic() {
    let text = r#"{"id":"wf-00ff","count":7,"status":"FAILED","secret":"a\"\u00e9","ids":["wf-0001",null],"tags":{"a":"b"},"choice":{"deep":{"text":"x"}},"time":1398796238.5}"#;
    for settings in [SERVER, CLIENT] {
        for end in 0..text.len() {
            // Any outcome is fine but a panic; a truncated object is never whole.
            assert!(read(settings, &text[..end]).0.is_err());
        }
        for at in 0..text.len() {
            for byte in [b' ', b'"', b'\\', b'{', b'}', b'[', b']', b',', b':', b'0', b'-', b'n', b'e'] {
                let mut damaged = text.as_bytes().to_vec();
                damaged[at] = byte;
                let damaged = String::from_utf8(damaged).expect("ASCII");
                let (step, _) = read(settings, &damaged);
                if let Ok(step) = step {
                    let mut found = Violations::default();
                    check(&step, &mut found);
                }
            }
        }
    }
}

#[test]
fn a_million_unknown_or_repeated_keys_are_read() {
    let unknown = r#""unknown":0,"#.repeat(1_000_000);
    assert!(read(SERVER, &format!(r#"{{{unknown}"id":"wf-0000"}}"#)).0.is_ok());
    let repeated = r#""count":3,"#.repeat(1_000_000);
    assert!(read(CLIENT, &format!(r#"{{{repeated}"id":"wf-0000"}}"#)).0.is_ok());
}

#[test]
fn schemas_that_refer_to_themselves_can_be_shown() {
    assert_eq!(format!("{CHOICE:?}"), "Schema(example#Choice)");
}

#[test]
fn errors_do_not_show_sensitive_values() {
    for text in [r#"{"id":"wf-0000","secret":31337}"#, r#"{"id":"wf-0000","secret":[31337]}"#] {
        let error = read(SERVER, text).0.map(drop).expect_err("not a string");
        assert_eq!(error.to_string(), "/secret: not a value of the member's type");
    }
}

#[test]
fn received_values_can_be_validated() {
    let step = read(CLIENT, r#"{"id":"x","count":26,"status":"NEW","choice":{"deep":{"newer":1}}}"#).0.expect("read");
    let found = validate(&step).expect_err("invalid");
    let paths: Vec<&str> = found.iter().map(|violation| violation.path.as_str()).collect();
    assert_eq!(paths, ["/id", "/count", "/status", "/choice/deep"]);
    assert_eq!(
        found.iter().last().map(ToString::to_string).as_deref(),
        Some("Value at '/choice/deep' failed to satisfy constraint: Member must be a variant of the union")
    );
    assert_eq!(validate(&read(CLIENT, r#"{"id":"wf-0000"}"#).0.expect("read")), Ok(()));
    assert!(validate(&Status::or_unknown("NEW")).is_err() && validate(&Status::Failed).is_ok());
}

#[cfg(feature = "serde")]
mod with_serde {
    use whitesmith_runtime::Received;

    use super::*;

    #[test]
    fn serialized_values_round_trip() {
        let text = r#"{"id":"wf-00ff","count":7,"status":"FAILED","secret":"s","ids":["wf-0001"],"tags":{"a":"b"},"choice":{"deep":{"text":"x"}},"time":"2014-04-29T18:30:38.5Z"}"#;
        let step: TheStep = serde_json::from_str(text).expect("valid");
        assert_eq!(serde_json::to_string(&step).expect("writes"), text);
    }

    #[test]
    fn invalid_values_are_rejected_with_all_violations() {
        let error = serde_json::from_str::<TheStep>(r#"{"count":26,"status":"NEW","ids":["wf-0001","wf-0001"]}"#)
            .expect_err("invalid")
            .to_string();
        for path in ["4 validation errors", "'/id'", "'/count'", "'/status'", "'/ids'"] {
            assert!(error.contains(path), "{path} in {error}");
        }
        assert!(serde_json::from_str::<Id>(r#""wf-1""#).is_err());
        assert!(serde_json::from_str::<Count>("0").is_err());
        assert!(serde_json::from_str::<Choice>(r#"{"text":"a","nothing":{}}"#).is_err());
        assert!(serde_json::from_str::<Choice>(r#"{"newer":1}"#).is_err());
    }

    /// An answer with an enum value and a union variant that the model does not list, and values that break
    /// constraints.
    const ANSWER: &str = r#"{"id":"x","count":26,"status":"NEW","ids":["y","y"],"choice":{"deep":{"newer":{"a":1}}}}"#;

    #[test]
    fn received_values_round_trip_even_if_they_violate_the_model() {
        let step = read(CLIENT, ANSWER).0.expect("clients take it");
        let text = serde_json::to_string(&step).expect("writes");
        assert_eq!(text, r#"{"id":"x","count":26,"status":"NEW","ids":["y","y"],"choice":{"deep":{"newer":null}}}"#);
        assert_eq!(serde_json::to_string(&Received(&step)).expect("writes"), text);
        let back: Received<TheStep> = serde_json::from_str(&text).expect("reads");
        assert_eq!(back.into_inner(), step);
        assert!(serde_json::from_str::<TheStep>(&text).is_err());
    }

    #[test]
    fn received_values_lack_members_that_are_required_now_and_have_members_that_are_gone() {
        let Received(step) = serde_json::from_str::<Received<TheStep>>(r#"{"count":1,"gone":[1]}"#).expect("reads");
        assert_eq!(step.id, "");
        assert!(step.count.is_some_and(|count| count == 1));
    }

    #[test]
    fn a_variant_that_a_newer_model_lists_is_read_by_name() {
        let Received(choice) = serde_json::from_str::<Received<Choice>>(r#"{"text":null}"#).expect("reads");
        assert!(matches!(choice, Choice::Unknown(variant) if variant.name() == "text"));
    }

    #[test]
    fn received_values_of_the_wrong_shape_are_rejected() {
        assert!(serde_json::from_str::<Received<TheStep>>(r#"{"count":"many"}"#).is_err());
        assert!(serde_json::from_str::<Received<Id>>("7").is_err());
    }

    #[test]
    fn simple_types_have_one_text_each() {
        use whitesmith_runtime::types::{BigDecimal, BigInteger, Blob, Document};
        fn both<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) {
            let value: T = serde_json::from_str(text).expect(text);
            assert_eq!(serde_json::to_string(&value).expect("writes"), text);
        }
        both::<BigInteger>(r#""36893488147419103232""#);
        both::<BigDecimal>(r#""0.1000000000000000000000000001""#);
        both::<Blob>(r#""AAEC/w==""#);
        both::<Timestamp>(r#""1985-04-12T23:20:50.52Z""#);
        both::<Document>(r#"{"a":[null,true,-1,1.5,"x"]}"#);
        assert_eq!(serde_json::from_str::<BigInteger>("17").expect("a number").as_str(), "17");
    }

    #[test]
    fn errors_do_not_show_sensitive_values() {
        let error = serde_json::from_str::<TheStep>(r#"{"id":"wf-0000","secret":31337}"#).expect_err("not a string");
        assert!(!error.to_string().contains("31337"), "{error}");
    }
}

#[test]
fn constrained_texts_are_compared_with_texts_and_constrained_lists_are_walked() {
    let id = Id::new("wf-0000").expect("valid");
    assert!(id == "wf-0000" && id != "wf-1111");
    let ids = Ids::new(vec![id.clone()]).expect("valid");
    let mut count = 0;
    for found in &ids {
        assert_eq!(*found, id);
        count += 1;
    }
    assert_eq!(count, 1);
}
