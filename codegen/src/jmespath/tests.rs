//! Expressions on a small model: parsing, result types and problems.

use super::{Checked, ExpressionKind, ProblemKind, Type, Value, check, parse};
use crate::model::{Body, Member, Model, Shape, ShapeId, ShapeType, Traits};
use crate::source::Span;

fn id(name: &str) -> ShapeId {
    ShapeId::from_parts("test", name)
}

fn add(model: &mut Model, name: &str, kind: ShapeType, members: &[(&str, &str)]) {
    let shape_id = id(name);
    let members = members.iter().map(|(member, target)| {
        let member_id = shape_id.with_member(member);
        let member_shape =
            Member { id: member_id, target: id(target), span: Span::NONE, traits: Traits::new(), mixins: Vec::new() };
        (Box::from(*member), member_shape)
    });
    let shape = Shape {
        id: shape_id.clone(),
        kind,
        span: Span::NONE,
        traits: Traits::new(),
        members: members.collect(),
        body: Body::None,
        mixins: Vec::new(),
    };
    model.insert(shape);
}

fn model() -> Model {
    let mut model = Model::default();
    add(&mut model, "Text", ShapeType::String, &[]);
    add(&mut model, "Count", ShapeType::Integer, &[]);
    add(&mut model, "Jobs", ShapeType::List, &[("member", "Job")]);
    add(&mut model, "Job", ShapeType::Structure, &[("name", "Text"), ("size", "Count"), ("children", "Jobs")]);
    add(&mut model, "Output", ShapeType::Structure, &[("jobs", "Jobs"), ("name", "Text")]);
    model
}

fn checked(text: &str) -> Checked {
    check(&model(), &parse(text).expect("the expression parses"), Value::Shape(id("Output")))
}

fn type_of(text: &str) -> Type {
    let checked = checked(text);
    assert_eq!(checked.problems, [], "{text}");
    checked.result.type_of()
}

fn problems(text: &str) -> Vec<(ProblemKind, String)> {
    checked(text).problems.into_iter().map(|problem| (problem.kind, problem.message)).collect()
}

#[test]
fn results_of_functions_have_the_types_of_their_arguments() {
    for (text, wanted) in [
        ("merge(jobs[0], jobs[1])", Type::Object),
        ("merge(jobs[0]).name", Type::String),
        ("reverse(name)", Type::String),
        ("reverse(jobs)", Type::Array),
        ("reverse(jobs)[0].size", Type::Number),
        ("max(jobs[].size)", Type::Number),
        ("min(jobs[].name)", Type::String),
        ("max_by(jobs, &size).name", Type::String),
        ("to_array(name)[0]", Type::String),
        ("to_array(jobs)[0].size", Type::Number),
    ] {
        assert_eq!(type_of(text), wanted, "{text}");
    }
}

#[test]
fn each_construct_has_its_type() {
    for (text, wanted) in [
        ("@", Type::Object),
        ("name", Type::String),
        ("jobs", Type::Array),
        ("jobs[0].size", Type::Number),
        ("jobs[-1].name", Type::String),
        ("jobs[9]", Type::Null),
        ("jobs[*].name", Type::Array),
        ("jobs[].children[].name", Type::Array),
        ("jobs[1:].name", Type::Array),
        ("jobs[?size > `3`].name | [0]", Type::String),
        ("jobs[?size > `3` && name != 'x'] | length(@)", Type::Number),
        ("jobs[0].*", Type::Array),
        ("[name, jobs]", Type::Array),
        ("{a: name, b: jobs[0].size}.b", Type::Number),
        ("!name", Type::Boolean),
        ("name == 'x' || jobs == `[]`", Type::Boolean),
        ("sort_by(jobs, &size)[0]", Type::Any),
        ("contains(jobs[*].name, 'x')", Type::Boolean),
        ("jobs[0].children[0].children[0].children[0].name", Type::String),
        ("\"name\"", Type::String),
        ("`{\"a\": [1, 2]}`.a", Type::Array),
    ] {
        assert_eq!(type_of(text), wanted, "{text}");
    }
}

#[test]
fn a_missing_field_is_named_with_its_neighbors() {
    let checked = checked("jobs[0].nme");
    let problem = checked.problems.first().expect("there is a problem");
    assert_eq!(problem.message, "Object field 'nme' does not exist in object with properties [name, size, children]");
    assert_eq!((problem.place.column, problem.nearest.as_deref()), (9, Some("name")));
    assert_eq!(checked.result.type_of(), Type::Null);
}

#[test]
fn steps_on_the_wrong_type_are_dangers() {
    for (text, message) in [
        ("name.first", "Object field 'first' extraction performed on string"),
        ("name[0]", "Array index '0' extraction performed on string"),
        ("name[*]", "Array projection performed on string"),
        ("name[]", "Array flatten performed on string"),
        ("name.*", "Object projection performed on string"),
        ("name[?x]", "Filter projection performed on string"),
    ] {
        assert_eq!(problems(text), [(ProblemKind::Danger, message.to_owned())], "{text}");
    }
}

#[test]
fn functions_check_names_counts_and_types() {
    for (text, message) in [
        ("lenght(name)", "Unknown function: lenght"),
        ("length()", "length function expected 1 arguments, but was given 0"),
        ("length(`10`)", "length function argument 0 error: Expected one of [string, array, object], but found number"),
        (
            "sum(jobs[*].name)",
            "sum function argument 0 error: Expected an array of number, but found string at index 0",
        ),
        ("merge(name)", "merge function argument 0 error: Expected argument to be object, but found string"),
    ] {
        assert_eq!(problems(text), [(ProblemKind::Error, message.to_owned())], "{text}");
    }
}

#[test]
fn ordering_of_other_things_than_numbers_is_a_warning() {
    assert_eq!(problems("`true` < `false`"), [(ProblemKind::Warning, "Invalid comparator '<' for boolean".to_owned())]);
}

#[test]
fn syntax_errors_have_a_position() {
    for (text, message) in [
        (
            "||",
            "Syntax error at line 1 column 1: Expected ['@', 'A-Z|a-z|_', '`', '*', '{', '[', '[]', '&', '!', '[?', '('], \
             but found '||'",
        ),
        ("foo.@@x", "Syntax error at line 1 column 5: Expected ['[', '{', '*', 'A-Z|a-z|_'], but found '@'"),
        ("a\n b", "Syntax error at line 2 column 2: Expected EOF, but found 'A-Z|a-z|_'"),
        ("a[0", "Syntax error at line 1 column 4: Expected ['-|0-9', ']', ':'], but found EOF"),
        ("a[::::]", "Syntax error at line 1 column 5: Too many colons in slice expression"),
        ("'x", "Syntax error at line 1 column 3: Unclosed raw string: x"),
        ("`{\"a\": }`", "Syntax error at line 1 column 8: Found '}', but expected a JSON value"),
        ("-", "Syntax error at line 1 column 2: Invalid number '-': a digit must follow"),
        ("a = b", "Syntax error at line 1 column 4: Expected: '=', but found ' '"),
        ("a#", "Syntax error at line 1 column 2: Unexpected syntax: #"),
        (
            "",
            "Syntax error at line 1 column 1: Expected ['@', 'A-Z|a-z|_', '`', '*', '{', '[', '[]', '&', '!', '[?', '('], but found EOF",
        ),
    ] {
        assert_eq!(parse(text).expect_err(text).to_string(), message);
    }
}

#[test]
fn escapes_are_resolved() {
    let literal = |text: &str| match parse(text).map(|expression| expression.kind) {
        Ok(ExpressionKind::Literal(Value::String(text))) => text.to_string(),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(literal(r"'it\'s \d'"), r"it's \d");
    assert_eq!(literal(r#"`"\u00e9 \ud83d\ude00 \` \n"`"#), "é 😀 ` \n");
}

#[test]
fn large_and_deep_expressions_are_rejected_and_checks_of_wide_ones_end() {
    assert!(parse(&"(".repeat(100_000)).is_err());
    assert!(parse(&"a.".repeat(100_000)).is_err());
    assert!(parse(&"!".repeat(60)).is_err());
    assert!(parse(&format!("`{}`", "[".repeat(100_000))).is_err());
    assert!(parse(&format!("a{}", ".b".repeat(400))).is_ok());
    let doubling = parse(&format!("@{}", " | [@, @][*].[@, @][]".repeat(40))).expect("it parses");
    check(&model(), &doubling, Value::Shape(id("Output")));
    let nested = parse(&format!("@{}", " | [@, @]".repeat(100))).expect("it parses");
    let both = format!("@{} == `1`", " | [@, @]".repeat(100));
    check(&model(), &nested, Value::Any);
    check(&model(), &parse(&both).expect("it parses"), Value::Any);
}
