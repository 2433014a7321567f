//! Linters of shapes and their traits.

use regex_automata::meta::Regex;

use super::Linter;
use super::settings::{Settings, SettingsError};
use super::words::camel_words;
use super::{about, name_of};
use crate::diagnostic::{Diagnostic, LinterFacts, OperationSide, PaginationHint, Severity};
use crate::model::graph::{Element, Graph};
use crate::model::{Model, Shape, ShapeId, ShapeType};
use crate::rule::event;
use crate::traits::{ClientOptional, DefaultValue, Input, Output, Paginated, Required};

pub(super) const REUSE: Linter = Linter {
    events: &[event!("InputOutputStructureReuse", Prefix)],
    check: reuse,
    #[cfg(test)]
    cases: cases::REUSE,
};

/// Checks that inputs and outputs belong to one operation each, and have the traits for it.
#[expect(clippy::unnecessary_wraps, reason = "all linters have the same signature")]
fn reuse(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    for operation in graph.model().own_shapes() {
        let Some(body) = operation.as_operation() else { continue };
        let mut check = |target: &ShapeId, is_marked: fn(&Shape) -> bool, role: &str, message: LinterFacts| {
            let shape = graph.model().shape(target).filter(|shape| !shape.is_builtin() && !is_marked(shape));
            if let Some(shape) = shape {
                let id = format!("{}.{role}.{}", settings.name, operation.id.name());
                let warning = about(Element::Shape(shape), Severity::Warning, id, message);
                found.push(warning.with_label(operation.span, "the operation is here"));
            }
        };
        let operation = &operation.id;
        let missing = LinterFacts::MissingInputTrait { operation: operation.clone() };
        check(&body.input, Shape::has::<Input>, "Input", missing);
        let missing = LinterFacts::MissingOutputTrait { operation: operation.clone() };
        check(&body.output, Shape::has::<Output>, "Output", missing);
    }
    Ok(())
}

pub(super) const CLIENT_OPTIONAL: Linter = Linter {
    events: &[event!("MissingClientOptionalTrait")],
    check: client_optional,
    #[cfg(test)]
    cases: cases::CLIENT_OPTIONAL,
};

/// Checks that members that may lose `@required` or their default have `@clientOptional`.
fn client_optional(
    graph: &Graph<'_>,
    settings: &Settings<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<(), SettingsError> {
    let on_all = settings.flag("onRequiredOrDefault")?;
    let on_aggregates = settings.flag("onRequiredStructureOrUnion")?;
    for (_, element) in graph.iter().filter(|(_, element)| !element.is_builtin()) {
        let Element::Member(_, member) = element else { continue };
        if member.has::<ClientOptional>() {
            continue;
        }
        let mut danger = |message: &'static str| found.push(about(element, Severity::Danger, settings.name, message));
        if on_all && member.has::<DefaultValue>() {
            danger("@default members must also be marked with the @clientOptional trait");
        }
        if !member.has::<Required>() {
            continue;
        }
        let targets_aggregate = graph
            .model()
            .shape(&member.target)
            .is_some_and(|target| matches!(target.kind, ShapeType::Structure | ShapeType::Union));
        if on_all {
            danger("@required members must also be marked with the @clientOptional trait");
        } else if on_aggregates && targets_aggregate {
            danger(
                "@required members that target a structure or union must be marked with the @clientOptional trait. Not \
                 using the @clientOptional trait here is risky because there is no backward compatible way to replace \
                 the @required trait with the @default trait if the member ever needs to be made optional.",
            );
        }
    }
    Ok(())
}

const INPUT_TOKENS: [&str; 8] =
    ["limit", "marker", "maxitems", "maxresults", "nexttoken", "pagesize", "pagetoken", "token"];
const OUTPUT_TOKENS: [&str; 10] = [
    "marker",
    "nextmarker",
    "nextpage",
    "nextpagemarker",
    "nextpagetoken",
    "nexttoken",
    "pagetoken",
    "paginationtoken",
    "position",
    "token",
];

/// Words in names of paginated operations, in lowercase.
struct Hints {
    verbs: Vec<String>,
    list_verbs: Vec<String>,
    input: Vec<String>,
    output: Vec<String>,
}

pub(super) const PAGINATED: Linter = Linter {
    events: &[event!("MissingPaginatedTrait")],
    check: paginated,
    #[cfg(test)]
    cases: cases::PAGINATED,
};

/// Reports operations that appear to be paginated and do not have `@paginated`.
fn paginated(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    let words = |key: &str, default: &[&str]| -> Result<Vec<String>, SettingsError> {
        let given = settings.texts(key)?;
        Ok(given.as_deref().unwrap_or(default).iter().map(|word| word.to_lowercase()).collect())
    };
    let hints = Hints {
        verbs: words("verbsRequirePagination", &["list", "search"])?,
        list_verbs: words("verbsSuggestPagination", &["describe", "get"])?,
        input: words("inputMembersRequirePagination", &INPUT_TOKENS)?,
        output: words("outputMembersRequirePagination", &OUTPUT_TOKENS)?,
    };
    for operation in graph.model().own_shapes() {
        if operation.has::<Paginated>() {
            continue;
        }
        if let Some((severity, hint)) = page_hint(graph.model(), operation, &hints) {
            let message = LinterFacts::MissingPagination { hint };
            found.push(about(Element::Shape(operation), severity, settings.name, message));
        }
    }
    Ok(())
}

/// The reason to consider an operation paginated.
fn page_hint(model: &Model, operation: &Shape, hints: &Hints) -> Option<(Severity, PaginationHint)> {
    let body = operation.as_operation()?;
    let verb = camel_words(operation.id.name()).first()?.to_lowercase();
    if hints.verbs.contains(&verb) {
        let hint = PaginationHint::Verb { verb };
        return Some((Severity::Danger, hint));
    }
    let (input, output) = (model.shape(&body.input), model.shape(&body.output));
    for (role, shape, words) in
        [(OperationSide::Input, input, &hints.input), (OperationSide::Output, output, &hints.output)]
    {
        let mut names = shape.into_iter().flat_map(|shape| shape.members.keys());
        if let Some(member) = names.find(|name| words.contains(&name.to_lowercase())) {
            let hint = PaginationHint::Member { role, member: member.to_string() };
            return Some((Severity::Danger, hint));
        }
    }
    let is_list = |shape: &Shape| shape.kind == ShapeType::List;
    let gives_list = output?.members.values().any(|member| model.shape(&member.target).is_some_and(is_list));
    let hint = PaginationHint::List { verb: verb.clone() };
    (gives_list && hints.list_verbs.contains(&verb)).then_some((Severity::Warning, hint))
}

pub(super) const TIMESTAMPS: Linter = Linter {
    events: &[event!("ShouldHaveUsedTimestamp")],
    check: timestamps,
    #[cfg(test)]
    cases: cases::TIMESTAMPS,
};

/// Reports members whose names suggest a time and that are not timestamps.
fn timestamps(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    let patterns = settings.texts("additionalPatterns")?.unwrap_or_default();
    let compiled = patterns.iter().map(|pattern| {
        let whole = format!("^(?:{pattern})$");
        let invalid = |error| SettingsError::Pattern { pattern: (*pattern).to_owned(), error: Box::new(error) };
        Regex::new(&whole).map_err(invalid)
    });
    let compiled: Vec<Regex> = compiled.collect::<Result<_, _>>()?;
    let is_time = |name: &str| is_time_name(name) || compiled.iter().any(|pattern| pattern.is_match(name));
    for (_, element) in graph.iter().filter(|(_, element)| !element.is_builtin()) {
        let name = name_of(element);
        let message = match element {
            Element::Shape(shape) if is_plain(shape.kind) && is_time(name) => {
                LinterFacts::TimestampShape { name: name.to_owned(), shape_type: shape.kind.name() }
            }
            Element::Member(shape, member) if matches!(shape.kind, ShapeType::Structure | ShapeType::Union) => {
                let target = graph.model().shape(&member.target);
                let Some(target) = target.filter(|target| !holds_time(graph.model(), target)) else { continue };
                if !is_time(name) {
                    continue;
                }
                LinterFacts::TimestampMember { name: name.to_owned(), shape_type: target.kind.name() }
            }
            _ => continue,
        };
        found.push(about(element, Severity::Danger, settings.name, message));
    }
    Ok(())
}

fn is_plain(kind: ShapeType) -> bool {
    matches!(
        kind,
        ShapeType::String
            | ShapeType::Byte
            | ShapeType::Short
            | ShapeType::Integer
            | ShapeType::IntEnum
            | ShapeType::Long
            | ShapeType::Float
            | ShapeType::Double
            | ShapeType::BigInteger
            | ShapeType::BigDecimal
    )
}

/// Whether a shape is a timestamp, a list or structure of timestamps only, or an enum, whose members are names.
fn holds_time(model: &Model, shape: &Shape) -> bool {
    let is_time = |shape: &Shape| shape.kind == ShapeType::Timestamp;
    match shape.kind {
        ShapeType::Timestamp | ShapeType::Enum => true,
        ShapeType::Structure | ShapeType::List => {
            shape.members.values().all(|member| model.shape(&member.target).is_none_or(is_time))
        }
        _ => false,
    }
}

/// Whether a name contains `timestamp`, starts with `time` or `date`, or ends with `time`, `date`, `at`, `on` or
/// `since`, each as a word in camel or snake case.
fn is_time_name(name: &str) -> bool {
    if name.contains("timestamp") || name.contains("Timestamp") {
        return true;
    }
    let begins = |word: &str, capital: &str| {
        let rest = name.strip_prefix(word).or_else(|| name.strip_prefix(capital));
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(|next: char| next == '_' || next.is_ascii_uppercase())
        })
    };
    let ends = |word: &str, capital: &str| {
        let after_letter =
            name.strip_suffix(capital).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_lowercase()));
        let after_line = name.strip_suffix(word).or_else(|| name.strip_suffix(capital));
        after_letter || after_line.is_some_and(|rest| rest.ends_with('_'))
    };
    [("time", "Time"), ("date", "Date")].iter().any(|(word, capital)| begins(word, capital))
        || [("time", "Time"), ("date", "Date"), ("at", "At"), ("on", "On"), ("since", "Since")]
            .iter()
            .any(|(word, capital)| ends(word, capital))
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const REUSE: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "InputOutputStructureReuse" }]
namespace example
operation Echo {
    input: Message
    output: Message
}
structure Message {}
//        ^^^^^^^ warning: InputOutputStructureReuse.Input.Echo
//        ^^^^^^^ warning: InputOutputStructureReuse.Output.Echo
"#],
        leaves: &[r#"
metadata validators = [{ name: "InputOutputStructureReuse" }]
namespace example
operation Echo {
    input := {}
    output := {}
}
structure Message {}
"#],
    };

    pub(super) const CLIENT_OPTIONAL: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "MissingClientOptionalTrait", configuration: { onRequiredStructureOrUnion: true } }]
namespace example
structure Order {
    @required
    address: Address
//  ^^^^^^^ danger: MissingClientOptionalTrait
}
structure Address {}
"#],
        leaves: &[r#"
metadata validators = [{ name: "MissingClientOptionalTrait", configuration: { onRequiredStructureOrUnion: true } }]
namespace example
structure Order {
    @required
    id: String
}
"#],
    };

    pub(super) const PAGINATED: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "MissingPaginatedTrait", configuration: { verbsRequirePagination: ["list"] } }]
namespace example
operation ListOrders {
//        ^^^^^^^^^^ danger: MissingPaginatedTrait
    output := {
        orders: Orders
    }
}
list Orders {
    member: String
}
"#],
        leaves: &[r#"
metadata validators = [{ name: "MissingPaginatedTrait" }]
namespace example
operation GetOrder {
    output := {
        note: String
    }
}
"#],
    };

    pub(super) const TIMESTAMPS: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "ShouldHaveUsedTimestamp" }]
namespace example
string CreationTime
//     ^^^^^^^^^^^^ danger: ShouldHaveUsedTimestamp
"#],
        leaves: &[r#"
metadata validators = [{ name: "ShouldHaveUsedTimestamp" }]
namespace example
structure Order {
    runtime: String
    createdOn: Timestamp
}
"#],
    };
}
