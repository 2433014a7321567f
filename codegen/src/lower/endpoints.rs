//! Endpoints of a service (`@endpointRuleSet`, `@endpointBdd`): rows of its schema where they suffice, else the rules.
//!
//! Rows are the endpoints that differ from the default pattern. They suffice if the rules distinguish only regions,
//! FIPS and dual stack. Such a rule set distinguishes regions by their partition, or by literal names. It is evaluated
//! for an imaginary region of each partition, for each literal name, and without a region, each with and without FIPS
//! and dual stack. Other parameters have their defaults.

use std::collections::BTreeSet;

use super::Lowering;
use crate::diagnostic::{Diagnostic, EndpointCondition, GenerationFacts, List, Severity};
use crate::endpoint_rules::{
    BuiltIn, Evaluator, Outcome, PARTITIONS, Parameter, Partition, RuleSet, Unwritable, Value, is_host_label,
};
use crate::hash::{HashMap, IndexMap};
use crate::ir::{Endpoint, EndpointParameter, EndpointVariant, Target};
use crate::model::graph::Element;
use crate::model::{Shape, ShapeId};
use crate::traits;
use crate::traits::{EndpointBdd, EndpointRuleSet, Sigv4};

/// Maximum number of literal region names: the rules are evaluated for each. AWS has a few dozen regions.
const MAX_NAMES: usize = 1000;

const VARIANTS: [EndpointVariant; 4] =
    [EndpointVariant::Plain, EndpointVariant::Fips, EndpointVariant::DualStack, EndpointVariant::FipsDualStack];

impl EndpointVariant {
    fn has_fips(self) -> bool {
        matches!(self, Self::Fips | Self::FipsDualStack)
    }

    fn has_dual_stack(self) -> bool {
        matches!(self, Self::DualStack | Self::FipsDualStack)
    }
}

impl<'m> Lowering<'m> {
    /// The endpoints. One warning lists what clients do not support.
    pub(super) fn endpoints(&mut self, operations: &[&'m Shape]) -> Endpoints {
        let service = self.service;
        let rules = service.get::<EndpointRuleSet>().and_then(EndpointRuleSet::rules);
        // Validation has reported rule sets that do not parse.
        let (parameters, written, schemes) = match (rules, service.get::<EndpointBdd>()) {
            (Some(rules), _) => {
                let mut evaluation = Evaluation::new(service, rules);
                let rows = evaluation.rows();
                evaluation.check_configured();
                if evaluation.is_complete && self.supplied(&rules.parameters, operations).is_empty() {
                    return Endpoints { rows, ..Endpoints::default() };
                }
                (&rules.parameters, rules.text(), rules.unsupported_schemes())
            }
            (None, Some(EndpointBdd(diagram))) => (&diagram.parameters, diagram.text(), diagram.unsupported_schemes()),
            (None, None) => return Endpoints::default(),
        };
        let schemes = schemes.into_iter().map(|name| EndpointCondition::AuthScheme { name });
        let unwritable = written.as_ref().err().map(|error| match error {
            Unwritable::TooDeep => EndpointCondition::DeepRules,
            Unwritable::Expression => EndpointCondition::Expression,
        });
        let unsupported: Vec<_> = unknown_built_ins(parameters).chain(schemes).chain(unwritable).collect();
        if !unsupported.is_empty() {
            self.warn_of_endpoints(unsupported);
        }
        let Ok(text) = written else { return Endpoints::default() };
        let supplied = self.supplied(parameters, operations);
        Endpoints { rows: Vec::new(), rules: Some(text), parameters: supplied }
    }

    fn warn_of_endpoints(&mut self, conditions: Vec<EndpointCondition>) {
        let service = self.service;
        let id = &service.id;
        let span = if service.has::<EndpointRuleSet>() {
            Element::Shape(service).place_of::<EndpointRuleSet>()
        } else {
            Element::Shape(service).place_of::<EndpointBdd>()
        };
        let is_optional = |condition: &EndpointCondition| matches!(condition, EndpointCondition::AuthScheme { name } if name == "sigv4a");
        let help = if conditions.iter().any(is_optional) {
            "enable the feature `sigv4a` of the runtime for this scheme, or set `Config::endpoint_url` for these endpoints"
        } else {
            "set `Config::endpoint_url` for these endpoints"
        };
        let message = GenerationFacts::UnsupportedEndpoints { service: id.clone(), conditions: List(conditions) };
        self.diagnostics.push(
            Diagnostic::of(Severity::Warning, "codegen.EndpointRules", message, span).with_shape(id).with_help(help),
        );
    }
}

/// The endpoints of a service.
#[derive(Default)]
pub(super) struct Endpoints {
    /// Endpoints that differ from the default pattern.
    pub(super) rows: Vec<Endpoint>,
    /// Rules, if rows do not suffice.
    pub(super) rules: Option<String>,
    /// Parameters of the rules that operations supply, by operation.
    pub(super) parameters: HashMap<ShapeId, Vec<EndpointParameter>>,
}

/// Built-ins that clients do not supply. Users can set the parameters.
fn unknown_built_ins(parameters: &IndexMap<String, Parameter>) -> impl Iterator<Item = EndpointCondition> {
    let built_ins = parameters.values().filter_map(|parameter| parameter.built_in.as_deref());
    let is_supplied = |name: &&str| BuiltIn::named(name).is_some_and(|built_in| built_in.is_supplied);
    let unknown = built_ins.filter(move |name| !is_supplied(name));
    unknown.map(|name| EndpointCondition::BuiltIn { name: name.to_owned() })
}

/// A rule set to evaluate.
struct Evaluation<'r> {
    rules: &'r RuleSet,
    /// Prefix of the hosts of AWS services.
    prefix: Option<&'r str>,
    /// Name of the service in signatures.
    name: Option<&'r str>,
    /// Whether rows can represent the results.
    is_complete: bool,
}

impl<'r> Evaluation<'r> {
    fn new(service: &'r Shape, rules: &'r RuleSet) -> Self {
        let prefix = service.get::<traits::Service>().and_then(traits::Service::host_prefix);
        let name = service.get::<Sigv4>().map(|sigv4| &*sigv4.name);
        Self { rules, prefix, name, is_complete: depends_on_settings_only(rules) }
    }

    /// The rows: single regions, partitions, then all regions.
    fn rows(&mut self) -> Vec<Endpoint> {
        let mut rows: Vec<(u8, Endpoint)> = Vec::new();
        for variant in VARIANTS {
            let mut general = Vec::new();
            let partitions = self.partitions(variant, &mut general);
            let found = [self.regions(variant, &general), partitions].concat();
            for (rank, places, target) in found.into_iter().chain(self.without_region(variant)) {
                let same = |(_, row): &&mut (u8, Endpoint)| row.places == places && row.target == target;
                match rows.iter_mut().find(same) {
                    Some((_, row)) => row.variants.push(variant),
                    None => rows.push((rank, Endpoint { variants: vec![variant], places, target })),
                }
            }
        }
        rows.sort_by_key(|(rank, _)| *rank);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// Checks that an endpoint of the configuration has the effect that it has with rows: it is used as it is, and AWS
    /// services reject it together with FIPS or dual stack.
    fn check_configured(&mut self) {
        let configured = "https://endpoint.example";
        let mut built_ins = self.rules.parameters.values().filter_map(|parameter| parameter.built_in.as_deref());
        if !built_ins.any(|name| name == "SDK::Endpoint") {
            return;
        }
        for variant in VARIANTS {
            let is_refused = variant != EndpointVariant::Plain && self.prefix.is_some();
            self.is_complete &= match self.evaluate(variant, Some("us-east-1"), Some(configured)) {
                Some(Target::At { url, region: None, name: None }) => url == configured && !is_refused,
                Some(Target::Refused(_)) => is_refused,
                _ => false,
            };
        }
    }

    /// Endpoints of whole partitions. `general` receives the endpoint of each one, default or not.
    fn partitions(&mut self, variant: EndpointVariant, general: &mut Vec<Option<Target>>) -> Vec<Row> {
        let mut results = Vec::new();
        for partition in &PARTITIONS {
            let region = partition.unknown_region();
            let found = self.evaluate(variant, Some(&region), None);
            let default = self.default(variant);
            let is_default = default.as_ref().map(|default| default.filled(&region, Some(partition))) == found;
            general.push(if is_default { default } else { found.as_ref().map(|found| found.lifted(&region, None)) });
            results.extend(found.map(|target| PartitionResult { partition, region, target, is_default }));
        }
        let mut groups: Vec<(Target, Vec<&Partition>)> = Vec::new();
        for result in results.iter().filter(|result| !result.is_default) {
            match groups.iter_mut().find(|(target, _)| result.is(target)) {
                Some((_, group)) => group.push(result.partition),
                None => groups.push((result.lifted(), vec![result.partition])),
            }
        }
        let most = groups.iter().position(|(target, _)| holds_for_most(target, &results));
        let rows = groups.into_iter().enumerate().map(|(at, (target, group))| match group.as_slice() {
            _ if most == Some(at) => (EVERYWHERE, Vec::new(), target),
            [only] => (PARTITION, vec![Some(only.name.to_owned())], target.filled("{region}", Some(only))),
            several => (PARTITION, several.iter().map(|partition| Some(partition.name.to_owned())).collect(), target),
        });
        rows.collect()
    }

    /// Endpoints of single regions that differ from those of their partition.
    fn regions(&mut self, variant: EndpointVariant, general: &[Option<Target>]) -> Vec<Row> {
        let mut groups: Vec<(Target, Vec<String>)> = Vec::new();
        let mut names = region_names(self.rules);
        if let Some(first) = names.iter().nth(MAX_NAMES).cloned() {
            names.split_off(&first);
            self.is_complete = false;
        }
        for region in names {
            let at = Partition::of(&region).and_then(|one| PARTITIONS.iter().position(|other| other.name == one.name));
            let partition = at.and_then(|at| PARTITIONS.get(at));
            let default = at.and_then(|at| general.get(at)?.as_ref());
            let Some(found) = self.evaluate(variant, Some(&region), None) else { continue };
            if default.is_none_or(|default| default.filled(&region, partition) == found) {
                continue;
            }
            match groups.iter_mut().find(|(target, _)| target.filled(&region, None) == found) {
                Some((_, group)) => group.push(region),
                None => groups.push((found.lifted(&region, None), vec![region])),
            }
        }
        let rows = groups.into_iter().map(|(target, group)| {
            let target = if let [only] = group.as_slice() { target.filled(only, None) } else { target };
            (REGION, group.into_iter().map(Some).collect(), target)
        });
        rows.collect()
    }

    /// The endpoint without a region, if any.
    fn without_region(&mut self, variant: EndpointVariant) -> Option<Row> {
        let found = self.evaluate(variant, None, None)?;
        matches!(found, Target::At { .. }).then(|| (REGION, vec![None], found))
    }

    /// Evaluates the rules, with an endpoint of the configuration if there is one. `None` if the result depends on
    /// something that clients do not support.
    fn evaluate(&mut self, variant: EndpointVariant, region: Option<&str>, endpoint: Option<&str>) -> Option<Target> {
        let mut given = HashMap::default();
        for (name, parameter) in &self.rules.parameters {
            let value = match parameter.built_in.as_deref() {
                Some("AWS::Region") => region.map(|region| Value::String(region.to_owned())),
                Some("SDK::Endpoint") => endpoint.map(|endpoint| Value::String(endpoint.to_owned())),
                Some("AWS::UseFIPS") => Some(Value::Boolean(variant.has_fips())),
                Some("AWS::UseDualStack") => Some(Value::Boolean(variant.has_dual_stack())),
                _ => None,
            };
            given.extend(value.map(|value| (name.as_str(), value)));
        }
        let is_lacking = self.rules.parameters.iter().any(|(name, parameter)| {
            let is_given = given.contains_key(name.as_str()) || parameter.default.is_some();
            parameter.is_required && !is_given && parameter.built_in.as_deref() != Some("AWS::Region")
        });
        if is_lacking {
            return None;
        }
        match Evaluator::decide(self.rules, given).unwrap_or_else(|error| Outcome::Error(error.to_string())) {
            Outcome::Endpoint(url, headers, properties) => {
                self.is_complete &= headers.is_empty();
                let (signed_for, name) = self.signing(&properties);
                let signed_for = signed_for.filter(|found| Some(found.as_str()) != region);
                Some(Target::At { url, region: signed_for, name })
            }
            Outcome::Error(message) => Some(Target::Refused(message)),
        }
    }

    /// Region of signatures, and the name of the service if it differs.
    fn signing(&mut self, properties: &[(String, Value)]) -> (Option<String>, Option<String>) {
        let schemes = properties.iter().find(|(name, _)| name == "authSchemes").map(|(_, value)| value);
        let Some(Value::List(schemes)) = schemes else { return (None, None) };
        let text = |scheme: &Value, key: &str| match scheme.get(key) {
            Some(Value::String(text)) => Some(text.clone()),
            _ => None,
        };
        let Some(scheme) = schemes.iter().find(|scheme| text(scheme, "name").as_deref() == Some("sigv4")) else {
            self.is_complete = false;
            return (None, None);
        };
        let name = text(scheme, "signingName").filter(|name| Some(name.as_str()) != self.name);
        (text(scheme, "signingRegion"), name)
    }

    /// The default pattern of AWS services, which the runtime implements too.
    fn default(&self, variant: EndpointVariant) -> Option<Target> {
        let prefix = self.prefix?;
        let fips = if variant.has_fips() { "-fips" } else { "" };
        let suffix = if variant.has_dual_stack() { "dual_stack_suffix" } else { "suffix" };
        Some(Target::At { url: format!("https://{prefix}{fips}.{{region}}.{{{suffix}}}"), region: None, name: None })
    }
}

/// Whether the built-ins of a rule set are those that rows distinguish.
fn depends_on_settings_only(rules: &RuleSet) -> bool {
    let mut built_ins = rules.parameters.values().filter_map(|parameter| parameter.built_in.as_deref());
    built_ins.all(|name| matches!(name, "AWS::Region" | "AWS::UseFIPS" | "AWS::UseDualStack" | "SDK::Endpoint"))
}

/// Result of the evaluation for a partition.
struct PartitionResult {
    partition: &'static Partition,
    /// The region of the evaluation.
    region: String,
    target: Target,
    /// Whether it is the default.
    is_default: bool,
}

impl PartitionResult {
    fn is(&self, target: &Target) -> bool {
        target.filled(&self.region, Some(self.partition)) == self.target
    }

    fn lifted(&self) -> Target {
        self.target.lifted(&self.region, Some(self.partition))
    }
}

/// Whether one row for all partitions can represent this: it applies to most, and the others have rows that come first.
fn holds_for_most(target: &Target, results: &[PartitionResult]) -> bool {
    let count = results.iter().filter(|result| result.is(target)).count();
    let others_have_rows = results.iter().all(|result| result.is(target) || !result.is_default);
    count * 2 > PARTITIONS.len() && others_have_rows && results.len() == PARTITIONS.len()
}

/// Regions or partitions and their target, with a rank. Rows with lower ranks come first.
type Row = (u8, Vec<Option<String>>, Target);

const REGION: u8 = 0;
const PARTITION: u8 = 1;
const EVERYWHERE: u8 = 2;

/// Literals in the conditions of a rule set that could be names of regions.
fn region_names(rules: &RuleSet) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    rules.walk(&mut |rule| {
        for condition in &rule.conditions {
            condition.call.walk(&mut |expression| names.extend(expression.as_text().map(str::to_owned)));
        }
    });
    // Clients reject invalid regions before they use rows.
    names.retain(|name| is_host_label(name));
    names
}

impl Target {
    /// Replaces this region and the suffixes of the partition by placeholders.
    fn lifted(&self, region: &str, partition: Option<&Partition>) -> Self {
        self.map_url(|url| {
            let url = url.replace(region, "{region}");
            let Some(partition) = partition else { return url };
            let suffixes = [
                (format!(".{}", partition.dual_stack_dns_suffix), ".{dual_stack_suffix}"),
                (format!(".{}", partition.dns_suffix), ".{suffix}"),
            ];
            let found = suffixes.iter().find(|(suffix, _)| url.contains(suffix));
            found.map_or_else(|| url.clone(), |(suffix, place)| url.replacen(suffix, place, 1))
        })
    }

    /// Replaces the placeholders by this region and the suffixes of the partition.
    fn filled(&self, region: &str, partition: Option<&Partition>) -> Self {
        self.map_url(|url| {
            let url = url.replace("{region}", region);
            let Some(partition) = partition else { return url };
            url.replace("{dual_stack_suffix}", partition.dual_stack_dns_suffix)
                .replace("{suffix}", partition.dns_suffix)
        })
    }

    fn map_url(&self, map: impl FnOnce(&str) -> String) -> Self {
        match self {
            Self::At { url, region, name } => Self::At { url: map(url), region: region.clone(), name: name.clone() },
            Self::Refused(_) => self.clone(),
        }
    }
}
