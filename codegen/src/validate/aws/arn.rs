//! `@arn` (spec: "`aws.api#arn` trait"): templates contain exactly the identifiers of their resource.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{AwsFacts, Diagnostic, Severity};
use crate::load;
use crate::model::{Shape, Trait, is_identifier};
use crate::rule::event;
use crate::traits::{Arn, Placed, Service};
use crate::validate::Rule;
use crate::validate::contained::{Contained, with};
use crate::validate::context::{Context, backticked_all, joined};

const ARN: &str = Arn::ID;

pub(in crate::validate) const ARNS: Rule = Rule {
    events: &[event!("ArnTrait"), load::MODEL],
    check: arns,
    #[cfg(test)]
    cases: cases::ARNS,
};

fn arns(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (resource, value, _) in with::<Arn>(model) {
        if let (false, Some(delimiter)) = (value.absolute, &value.resource_delimiter) {
            let message = "A `resourceDelimiter` can only be set for an `absolute` ARN.";
            found.push(
                Diagnostic::of(Severity::Error, "ArnTrait", message, delimiter.span)
                    .with_shape(&resource.id)
                    .with_help("add `absolute: true`, or remove `resourceDelimiter`"),
            );
        }
        let Placed { value: text, span } = &value.template;
        if text.starts_with('/') {
            let message = AwsFacts::ArnSlash { trait_id: ARN, template: text.to_string() };
            found.push(Diagnostic::of(Severity::Error, "Model", message, *span).with_shape(&resource.id));
        }
    }
}

pub(in crate::validate) const ARN_TEMPLATES: Rule = Rule {
    events: &[event!("ArnTemplate"), load::MODEL],
    check: arn_templates,
    #[cfg(test)]
    cases: cases::ARN_TEMPLATES,
};

fn arn_templates(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    let mut seen = BTreeSet::new();
    for (service, ..) in with::<Service>(model) {
        for resource in Contained::of(model, service).resources {
            if let Some(arn) = resource.get::<Arn>()
                && seen.insert(&resource.id)
            {
                check_template(resource, &arn.template, found);
            }
        }
    }
}

fn check_template(resource: &Shape, template: &Placed<Arc<str>>, found: &mut Vec<Diagnostic>) {
    const LABEL: &str = "^[!|+]?[a-zA-Z_][a-zA-Z0-9_]*$";
    let Placed { value: template, span } = template;
    let mut error = |message: AwsFacts| {
        found.push(Diagnostic::of(Severity::Error, "ArnTemplate", message, *span).with_shape(&resource.id));
    };
    let labels: BTreeSet<&str> = template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(label, _)| label)
        .filter(|label| !label.is_empty())
        .collect();
    let is_label = |label: &&&str| is_identifier(label.strip_prefix(['!', '|', '+']).unwrap_or(label));
    let malformed: Vec<_> = labels.iter().filter(|label| !is_label(label)).collect();
    if !malformed.is_empty() {
        error(AwsFacts::ArnLabels { trait_id: ARN, labels: backticked_all(malformed), pattern: LABEL });
        return;
    }
    let identifiers: BTreeSet<&str> =
        resource.as_resource().into_iter().flat_map(|body| body.identifiers.keys().map(String::as_str)).collect();
    let missing: Vec<_> = identifiers.difference(&labels).collect();
    if !missing.is_empty() {
        error(AwsFacts::ArnMissing { trait_id: ARN, template: template.to_string(), missing: backticked_all(missing) });
    }
    let extraneous: Vec<_> = labels.difference(&identifiers).collect();
    if !extraneous.is_empty() {
        error(AwsFacts::ArnExtraneous {
            trait_id: ARN,
            template: template.to_string(),
            identifiers: joined(&identifiers),
            extraneous: backticked_all(extraneous),
        });
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const ARNS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@aws.api#service(sdkId: "Library")
service S {
    resources: [R]
}
@aws.api#arn(template: "/r/{id}")
//                     ^^^^^^^^^ error: Model
resource R {
    identifiers: { id: String }
}
"#,
            r#"
@aws.api#arn(template: "r/{id}", resourceDelimiter: ":")
//                                                  ^^^ error: ArnTrait
resource R {
    identifiers: { id: String }
}
"#,
        ],
        leaves: &[r#"
@aws.api#arn(template: "{id}", absolute: true, resourceDelimiter: ":")
resource R {
    identifiers: { id: String }
}
"#],
    };

    pub(super) const ARN_TEMPLATES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.api#service(sdkId: "Library")
service S {
    resources: [R]
}
@aws.api#arn(template: "r/{id}/{other}")
//                     ^^^^^^^^^^^^^^^^ error: ArnTemplate
resource R {
    identifiers: { id: String }
}
"#],
        leaves: &[r#"
@aws.api#service(sdkId: "Library")
service S {
    resources: [R]
}
@aws.api#arn(template: "r/{id}")
resource R {
    identifiers: { id: String }
}
"#],
    };
}
