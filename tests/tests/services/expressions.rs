//! `JMESPath` expressions, compiled by the generator and evaluated by the runtime, on documents and generated values.

use golden::orders::types::{GetOrderOutput, Part, State};
use serde_json::{Value, json};
use whitesmith_codegen::jmespath::{self, Plan};
use whitesmith_runtime::jmespath::{Comparator, Expression, Failure, Function, Literal};
use whitesmith_runtime::reflect::{Ref, Value as _};
use whitesmith_runtime::types::{Blob, Document, Number, Timestamp};

/// The expression in the form of generated code.
fn planned(text: &str) -> &'static Expression {
    let expression = jmespath::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    leak(built(&jmespath::plan(&expression).unwrap_or_else(|error| panic!("{text}: {error}"))))
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn all(plans: &[Plan]) -> &'static [Expression] {
    Vec::leak(plans.iter().map(built).collect())
}

fn some<const N: usize>(plans: &[Plan; N]) -> &'static [Expression; N] {
    leak(plans.each_ref().map(built))
}

fn built(plan: &Plan) -> Expression {
    match plan {
        Plan::Current => Expression::Current,
        Plan::Field(name) => Expression::Field(leak(name.clone())),
        Plan::Index(index) => Expression::Index(*index),
        Plan::Slice(from, to, step) => Expression::Slice(*from, *to, *step),
        Plan::Literal(value) => Expression::Literal(literal(value)),
        Plan::Flatten(inner) => Expression::Flatten(leak(built(inner))),
        Plan::Not(inner) => Expression::Not(leak(built(inner))),
        Plan::And(parts) => Expression::And(some(parts)),
        Plan::Or(parts) => Expression::Or(some(parts)),
        Plan::Compare(comparator, parts) => Expression::Compare(compared(*comparator), some(parts)),
        Plan::Chain(links) => Expression::Chain(all(links)),
        Plan::Project(parts) => Expression::Project(some(parts)),
        Plan::ProjectValues(parts) => Expression::ProjectValues(some(parts)),
        Plan::Filter(parts) => Expression::Filter(some(parts)),
        Plan::List(items) => Expression::List(all(items)),
        Plan::Hash(items) => {
            let items = items.iter().map(|(name, item)| (leak(name.clone()).as_str(), built(item)));
            Expression::Hash(Vec::leak(items.collect()))
        }
        Plan::Call(planned, arguments) => Expression::Call(function(*planned), all(arguments)),
    }
}

fn literal(value: &jmespath::Literal) -> Literal {
    match value {
        jmespath::Literal::Null => Literal::Null,
        jmespath::Literal::Bool(value) => Literal::Bool(*value),
        jmespath::Literal::Number(value) => Literal::Number(*value),
        jmespath::Literal::String(text) => Literal::String(leak(text.clone())),
        jmespath::Literal::Array(elements) => Literal::Array(Vec::leak(elements.iter().map(literal).collect())),
        jmespath::Literal::Object(members) => {
            let members = members.iter().map(|(name, value)| (leak(name.clone()).as_str(), literal(value)));
            Literal::Object(Vec::leak(members.collect()))
        }
    }
}

fn compared(comparator: jmespath::Comparator) -> Comparator {
    match comparator {
        jmespath::Comparator::Equal => Comparator::Equal,
        jmespath::Comparator::NotEqual => Comparator::NotEqual,
        jmespath::Comparator::Less => Comparator::Less,
        jmespath::Comparator::LessOrEqual => Comparator::LessOrEqual,
        jmespath::Comparator::Greater => Comparator::Greater,
        jmespath::Comparator::GreaterOrEqual => Comparator::GreaterOrEqual,
    }
}

fn function(planned: jmespath::Function) -> Function {
    use Function::{
        Abs, Avg, Ceil, Contains, EndsWith, Floor, Join, Keys, Length, Map, Max, MaxBy, Merge, Min, MinBy, NotNull,
        Reverse, Sort, SortBy, StartsWith, Sum, ToArray, ToNumber, ToString, Type, Values,
    };
    let all = [
        Abs, Avg, Ceil, Contains, EndsWith, Floor, Join, Keys, Length, Map, Max, MaxBy, Merge, Min, MinBy, NotNull,
        Reverse, Sort, SortBy, StartsWith, Sum, ToArray, ToNumber, ToString, Type, Values,
    ];
    let is_it = |function: &Function| format!("{function:?}") == format!("{planned:?}");
    all.into_iter().find(is_it).unwrap_or_else(|| panic!("{planned:?}"))
}

fn document(value: &Value) -> Document {
    match value {
        Value::Null => Document::Null,
        Value::Bool(value) => Document::Bool(*value),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(value), _) => Document::Number(Number::Unsigned(value)),
            (_, Some(value)) => Document::from(value),
            _ => Document::from(number.as_f64().expect("a number")),
        },
        Value::String(text) => Document::from(text.as_str()),
        Value::Array(elements) => Document::Array(elements.iter().map(document).collect()),
        Value::Object(members) => {
            Document::Object(members.iter().map(|(name, value)| (name.clone(), document(value))).collect())
        }
    }
}

/// Converts all numbers to floats, as expressions do.
fn floats(value: &Document) -> Document {
    match value {
        Document::Number(Number::Unsigned(value)) => Document::from(*value as f64),
        Document::Number(Number::Negative(value)) => Document::from(*value as f64),
        Document::Array(elements) => Document::Array(elements.iter().map(floats).collect()),
        Document::Object(members) => {
            Document::Object(members.iter().map(|(name, value)| (name.clone(), floats(value))).collect())
        }
        other => other.clone(),
    }
}

fn over(text: &str, data: Ref<'_>) -> Result<Document, Failure> {
    planned(text).evaluate(data)
}

#[track_caller]
fn gives(data: &Value, cases: &[(&str, Value)]) {
    let data = document(data);
    for (text, expected) in cases {
        assert_eq!(over(text, Ref::Document(&data)), Ok(floats(&document(expected))), "{text}");
    }
}

#[track_caller]
fn fails(data: &Value, cases: &[&str]) {
    let data = document(data);
    for text in cases {
        assert_eq!(over(text, Ref::Document(&data)), Err(Failure::Argument), "{text}");
    }
}

#[test]
fn missing_names_and_indices_are_null() {
    let data = json!({"a": {"b c": [1, [2, 3]]}, "t": "text"});
    gives(
        &data,
        &[
            ("a.\"b c\"[0]", json!(1)),
            ("a.\"b c\"[-1][1]", json!(3)),
            ("a.\"b c\"[5]", json!(null)),
            ("a.\"b c\"[-3]", json!(null)),
            ("a[0]", json!(null)),
            ("t.a", json!(null)),
            ("none.none", json!(null)),
            ("@.t", json!("text")),
            ("a | @ | none", json!(null)),
        ],
    );
}

#[test]
fn slices_select_ranges() {
    let data = json!([0, 1, 2, 3, 4]);
    gives(
        &data,
        &[
            ("[1:3]", json!([1, 2])),
            ("[:2]", json!([0, 1])),
            ("[-2:]", json!([3, 4])),
            ("[::2]", json!([0, 2, 4])),
            ("[::-1]", json!([4, 3, 2, 1, 0])),
            ("[3:0:-2]", json!([3, 1])),
            ("[-100:100]", json!([0, 1, 2, 3, 4])),
            ("[100:-100:-1]", json!([4, 3, 2, 1, 0])),
            ("[4:1]", json!([])),
            ("[::9223372036854775807]", json!([0])),
        ],
    );
    gives(&json!("text"), &[("[1:]", json!(null))]);
}

#[test]
fn projections_drop_null_and_end_at_a_pipe() {
    let data = json!({"list": [{"a": [1, 2]}, {"b": 0}, {"a": [3]}, 4], "map": {"x": {"a": 1}, "y": 2, "z": {"a": 3}}});
    gives(
        &data,
        &[
            ("list[*].a", json!([[1, 2], [3]])),
            ("list[*].a[0]", json!([1, 3])),
            ("list[*].a | [0]", json!([1, 2])),
            ("list[].a[]", json!([1, 2, 3])),
            ("list[*].a[*]", json!([[1, 2], [3]])),
            ("map.*.a", json!([1, 3])),
            ("list[1:].a[]", json!([3])),
            ("map[*]", json!(null)),
            ("list.*", json!(null)),
            ("map[]", json!(null)),
            ("none[].a", json!(null)),
        ],
    );
}

#[test]
fn flattening_opens_one_level() {
    gives(&json!([[1, [2]], 3, [null]]), &[("[]", json!([1, [2], 3])), ("[][]", json!([1, 2, 3]))]);
}

#[test]
fn filters_keep_what_is_true() {
    let data = json!([{"n": 1, "on": true}, {"n": 2, "on": false}, {"n": 3}, {"n": 4, "on": "x"}, {"n": 5, "on": []}]);
    gives(
        &data,
        &[
            ("[?on].n", json!([1, 4])),
            ("[?!on].n", json!([2, 3, 5])),
            ("[?n > `1` && n <= `3`].n", json!([2, 3])),
            ("[?n == `1` || on == 'x'].n", json!([1, 4])),
            ("[?n < `0`]", json!([])),
            ("[?none].n", json!([])),
        ],
    );
    gives(&json!({"a": 1}), &[("[?a]", json!(null))]);
}

#[test]
fn only_numbers_are_ordered() {
    let data = json!({"one": 1, "word": "a", "list": [1, {"x": [null]}], "same": [1.0, {"x": [null]}], "null": null});
    gives(
        &data,
        &[
            ("one >= `1.0`", json!(true)),
            ("one < `1`", json!(false)),
            ("word < 'b'", json!(null)),
            ("word == 'a'", json!(true)),
            ("word != 'a'", json!(false)),
            ("list == same", json!(true)),
            ("list != `[1, {\"x\": [0]}]`", json!(true)),
            ("list[1] == `{\"x\": [null]}`", json!(true)),
            ("null == none", json!(true)),
            ("one == '1'", json!(false)),
        ],
    );
}

#[test]
fn and_and_or_return_the_deciding_operand() {
    let data = json!({"empty": [], "none": {}, "blank": "", "zero": 0, "no": false, "yes": "y"});
    gives(
        &data,
        &[
            ("empty || yes", json!("y")),
            ("none || blank || no || `null`", json!(null)),
            ("zero && yes", json!("y")),
            ("blank && yes", json!("")),
            ("!zero", json!(false)),
            ("!none", json!(true)),
            ("yes || yes && no", json!("y")),
        ],
    );
}

#[test]
fn multiselects_create_lists_and_objects() {
    let data = json!({"a": 1, "b": {"c": 2}});
    gives(
        &data,
        &[
            ("[a, b.c, d]", json!([1, 2, null])),
            ("{x: a, \"y z\": b.c, n: d}", json!({"x": 1, "y z": 2, "n": null})),
            ("b.[c, @]", json!([2, {"c": 2}])),
            ("none.[a]", json!(null)),
            ("none.{x: a}", json!(null)),
            ("{x: a}.x", json!(1)),
            ("{x: a, y: `{\"z\": 5}`}.*", json!([1, {"z": 5}])),
        ],
    );
}

#[test]
fn functions_of_numbers() {
    let data = json!({"n": -1.5, "list": [3, 1, 2], "none": []});
    gives(
        &data,
        &[
            ("abs(n)", json!(1.5)),
            ("ceil(n)", json!(-1)),
            ("floor(n)", json!(-2)),
            ("sum(list)", json!(6)),
            ("sum(none)", json!(0)),
            ("avg(list)", json!(2)),
            ("avg(none)", json!(null)),
            ("max(list)", json!(3)),
            ("min(list)", json!(1)),
            ("max(none)", json!(null)),
            ("to_number('2.50')", json!(2.5)),
            ("to_number('inf')", json!(null)),
            ("to_number(list)", json!(null)),
        ],
    );
    fails(&data, &["abs(list)", "sum(`[1, \"2\"]`)", "avg(n)", "max(`[1, \"a\"]`)"]);
}

#[test]
fn functions_of_strings() {
    let data = json!({"t": "naïve", "list": ["b", "a"]});
    gives(
        &data,
        &[
            ("length(t)", json!(5)),
            ("starts_with(t, 'na')", json!(true)),
            ("ends_with(t, 'na')", json!(false)),
            ("contains(t, 'ï')", json!(true)),
            ("contains(t, `1`)", json!(false)),
            ("reverse(t)", json!("evïan")),
            ("join('-', list)", json!("b-a")),
            ("join('-', `[]`)", json!("")),
            ("sort(list)", json!(["a", "b"])),
            ("max(list)", json!("b")),
            ("to_string(t)", json!("naïve")),
            ("to_string({a: list, b: `1.0`, c: `null`})", json!(r#"{"a":["b","a"],"b":1,"c":null}"#)),
        ],
    );
    fails(&data, &["starts_with(list, 'a')", "join(`1`, list)", "join('', `[1]`)", "length(`1`)", "reverse(`1`)"]);
}

#[test]
fn functions_of_arrays_and_objects() {
    let data = json!({"list": [{"n": 2, "t": "x"}, {"n": 1, "t": "y"}, {"n": 2, "t": "z"}], "map": {"b": 1, "a": 2}});
    gives(
        &data,
        &[
            ("length(list)", json!(3)),
            ("length(map)", json!(2)),
            ("keys(map)", json!(["a", "b"])),
            ("values(map)", json!([2, 1])),
            ("contains(list[].n, `1`)", json!(true)),
            ("contains(list, `{\"t\": \"y\", \"n\": 1}`)", json!(true)),
            ("map(&t, list)", json!(["x", "y", "z"])),
            ("map(&none, list)", json!([null, null, null])),
            ("sort_by(list, &n)[].t", json!(["y", "x", "z"])),
            ("max_by(list, &n).n", json!(2)),
            ("min_by(list, &t).t", json!("x")),
            ("reverse(list)[0].t", json!("z")),
            ("merge(map, {a: `5`, c: `6`})", json!({"a": 5, "b": 1, "c": 6})),
            ("merge()", json!({})),
            ("not_null(none, map.a, map.b)", json!(2)),
            ("not_null(none)", json!(null)),
            ("to_array(map.a)", json!([2])),
            ("to_array(list[].n)", json!([2, 1, 2])),
            (
                "[none, list, map, map.a, 'x', `true`][*].type(@)",
                json!(["null", "array", "object", "number", "string", "boolean"]),
            ),
            ("type(none)", json!("null")),
        ],
    );
    fails(
        &data,
        &[
            "length(none)",
            "keys(list)",
            "values(none)",
            "sort_by(list, &none)",
            "map(&n, map)",
            "merge(list)",
            "sort(map)",
        ],
    );
}

#[test]
fn structures_are_objects_of_their_present_members() {
    let part = Part::builder().state("READY").build().expect("valid");
    let order = GetOrderOutput::builder()
        .state(State::Shipped)
        .set_parts(Some(vec![part.clone(), Part::default()]))
        .at(Timestamp::from_unix(5, 500_000_000).expect("in range"))
        .build()
        .expect("valid");
    let cases = [
        ("state", json!("SHIPPED")),
        ("reason", json!(null)),
        ("at", json!(5.5)),
        ("keys(@)", json!(["state", "parts", "at"])),
        ("parts[].state", json!(["READY"])),
        ("parts[?@]", json!([{"state": "READY"}])),
        ("parts[0] == `{\"state\": \"READY\"}`", json!(true)),
        ("length(parts)", json!(2)),
        ("nothing", json!(null)),
    ];
    for (text, expected) in cases {
        assert_eq!(over(text, Ref::Shape(&order)), Ok(floats(&document(&expected))), "{text}");
    }
}

#[test]
fn blobs_are_base64() {
    assert_eq!(over("@", Blob::from("hello").get()), Ok(Document::from("aGVsbG8=")));
}

#[test]
fn an_expression_with_quadratic_output_is_stopped() {
    let data = document(&json!([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    for text in [
        format!("@{}", ".[@, @][]".repeat(40)),
        format!("[@, @]{} | @ == @", " | [@, @]".repeat(40)),
        format!("to_string([@, @]{})", " | [@, @]".repeat(40)),
        format!("'x'{}", " | join(@, ['', '', ''])".repeat(60)),
        format!("'x'{}", " | to_string([@, @])".repeat(60)),
    ] {
        assert_eq!(over(&text, Ref::Document(&data)), Err(Failure::TooLong), "{text}");
    }
}

#[test]
fn rules_that_always_fail_have_no_rows() {
    let cases = [
        ("a[::0]", "a slice has step 0"),
        ("lenght(a)", "unknown function `lenght`"),
        ("length(a, b)", "`length` does not take 2 arguments"),
        ("map(a, b)", "`map` requires an expression, `&…`"),
        ("length(&a)", "`&` is not an argument of a function that takes an expression"),
        ("[&a]", "`&` is not an argument of a function that takes an expression"),
    ];
    for (text, reason) in cases {
        let expression = jmespath::parse(text).expect("an expression");
        assert_eq!(jmespath::plan(&expression).expect_err(text).to_string(), reason, "{text}");
    }
}
