//! Conditions (spec: "Contract traits"): expressions that are valid for the shape and return booleans. Values are
//! checked in `node`.

use crate::diagnostic::{Diagnostic, Severity, ValueFacts};
use crate::jmespath::{Type, Value, check as check_expression};
use crate::model::graph::Element;
use crate::rule::event;
use crate::traits::Conditions;
use crate::validate::Rule;
use crate::validate::context::{Applied, Context};

const ID: &str = "ConditionsTrait";

pub(super) const RULE: Rule = Rule {
    events: &[event!("ConditionsTrait", Prefix)],
    check,
    #[cfg(test)]
    cases: cases::RULE,
};

fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value: Conditions(conditions), .. } in context.with::<Conditions>() {
        let shape = match element {
            Element::Shape(shape) => &shape.id,
            Element::Member(_, member) => &member.target,
        };
        for (name, condition) in conditions {
            let path = &condition.expression;
            let Ok(expression) = &path.expression else { continue };
            let checked = check_expression(context.model, expression, Value::Shape(shape.clone()));
            for problem in &checked.problems {
                let (severity, id) = problem.diagnostic_id(ID, |event| format!("{ID}.JmespathProblem.{event}.{name}"));
                let message =
                    ValueFacts::ConditionProblem { condition: name.to_string(), problem: problem.to_string() };
                let mut finding = Diagnostic::of(severity, id, message, path.span).with_shape(element.id());
                finding.help = problem.help();
                found.push(finding);
            }
            let result = checked.result.type_of();
            if result != Type::Boolean {
                let message = ValueFacts::ConditionType { condition: name.to_string(), found: result.name() };
                found.push(Diagnostic::of(Severity::Danger, ID, message, path.span).with_shape(element.id()));
            }
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const RULE: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@smithy.contracts#conditions(
    Named: { expression: "name", documentation: "" }
//                       ^^^^^^ danger: ConditionsTrait
)
structure Order {
    name: String
}
"#,
            r#"
structure Order {
    @smithy.contracts#conditions(
        Short: { expression: "length(nam) < `3`", documentation: "" }
//                           ^^^^^^^^^^^^^^^^^^^ danger: ConditionsTrait.JmespathProblem.JmespathEventDanger.Short
//                           ^^^^^^^^^^^^^^^^^^^ error: ConditionsTrait
    )
    customer: Customer
}
structure Customer {
    name: String
}
"#,
        ],
        leaves: &[r#"
@smithy.contracts#conditions(
    Ordered: { expression: "first <= last", documentation: "" }
)
structure Pages {
    first: Integer
    last: Integer
}
"#],
    };
}
