//! `@endpointRuleSet`: endpoints of a service that differ from the default pattern, as rows of its schema.
//!
//! A rule set distinguishes regions by their partition, or by literal names. It is evaluated for an imaginary region of
//! each partition, for each literal name, and without a region, each with and without FIPS and dual stack. Other
//! parameters have their defaults.

use std::collections::{BTreeSet, HashMap};

use super::Lowering;
use crate::diagnostic::{Diagnostic, EndpointCondition, GenerationFacts, List, Severity};
use crate::endpoint_rules::{Evaluator, Outcome, PARTITIONS, Partition, RuleSet, Value, is_host_label};
use crate::ir::{Endpoint, EndpointVariant, Target};
use crate::model::Shape;
use crate::model::graph::Element;
use crate::source::Span;
use crate::traits;
use crate::traits::{
    ClientContextParams, ContextParam, EndpointBdd, EndpointRuleSet, Named, OperationContextParams, Sigv4,
    StaticContextParams,
};

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
    /// Endpoints that differ from the default pattern. One warning lists what clients do not support.
    pub(super) fn endpoints(&mut self, operations: &[&'m Shape]) -> Option<Vec<Endpoint>> {
        let service = self.service;
        let Some(rules) = service.get::<EndpointRuleSet>() else {
            if service.has::<EndpointBdd>() {
                let span = Element::Shape(service).place_of::<EndpointBdd>();
                self.warn_of_endpoints(vec![EndpointCondition::DecisionDiagram], span);
            }
            return None;
        };
        // Validation has reported rule sets that do not parse.
        let rules = rules.rules()?;
        let mut evaluation = Evaluation::new(service, rules);
        let rows = evaluation.rows();
        let parameters = self.unsupported_parameters(rules, operations);
        let named = parameters.iter().map(|(name, _)| EndpointCondition::Parameter { name: (*name).to_owned() });
        let unsupported: Vec<EndpointCondition> = named.chain(evaluation.unsupported).collect();
        if !unsupported.is_empty() {
            let span = parameters.first().map_or(service.span, |(_, span)| *span);
            self.warn_of_endpoints(unsupported, span);
        }
        Some(rows)
    }

    fn warn_of_endpoints(&mut self, conditions: Vec<EndpointCondition>, span: Span) {
        let id = &self.service.id;
        let message = GenerationFacts::UnsupportedEndpoints { service: id.clone(), conditions: List(conditions) };
        self.diagnostics.push(
            Diagnostic::of(Severity::Warning, "codegen.EndpointRules", message, span)
                .with_shape(id)
                .with_help("set `Config::endpoint_url` if the endpoint depends on them"),
        );
    }

    /// Parameters with sources that clients do not support, and their locations.
    fn unsupported_parameters<'r>(&self, rules: &'r RuleSet, operations: &[&'m Shape]) -> Vec<(&'r str, Span)> {
        let mut fed: BTreeSet<&str> = BTreeSet::new();
        fed.extend(self.service.get::<ClientContextParams>().into_iter().flat_map(|params| names(&params.0)));
        for operation in operations {
            fed.extend(operation.get::<StaticContextParams>().into_iter().flat_map(|params| names(&params.0)));
            fed.extend(operation.get::<OperationContextParams>().into_iter().flat_map(|params| names(&params.0)));
            let input = operation.as_operation().and_then(|body| self.model.shape(&body.input));
            let members = input.into_iter().flat_map(|input| input.members.values());
            fed.extend(members.filter_map(|member| Some(&*member.get::<ContextParam>()?.name)));
        }
        let parameters = rules.parameters.iter().filter(|(name, parameter)| match parameter.built_in.as_deref() {
            Some("AWS::Region" | "AWS::UseFIPS" | "AWS::UseDualStack" | "SDK::Endpoint") => false,
            Some(_) => true,
            None => fed.contains(name.as_str()),
        });
        parameters.map(|(name, parameter)| (name.as_str(), parameter.span)).collect()
    }
}

/// The names of parameters.
fn names<T>(parameters: &Named<T>) -> impl Iterator<Item = &str> {
    parameters.keys().map(|name| &**name)
}

/// A rule set to evaluate.
struct Evaluation<'r> {
    rules: &'r RuleSet,
    /// Prefix of the hosts of AWS services.
    prefix: Option<&'r str>,
    /// Name of the service in signatures.
    name: Option<&'r str>,
    /// Properties of results that clients do not support.
    unsupported: BTreeSet<EndpointCondition>,
}

impl<'r> Evaluation<'r> {
    fn new(service: &'r Shape, rules: &'r RuleSet) -> Self {
        let prefix = service.get::<traits::Service>().and_then(traits::Service::host_prefix);
        let name = service.get::<Sigv4>().map(|sigv4| &*sigv4.name);
        Self { rules, prefix, name, unsupported: BTreeSet::new() }
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

    /// Endpoints of whole partitions. `general` receives the endpoint of each one, default or not.
    fn partitions(&mut self, variant: EndpointVariant, general: &mut Vec<Option<Target>>) -> Vec<Row> {
        let mut results = Vec::new();
        for partition in &PARTITIONS {
            let region = partition.unknown_region();
            let found = self.evaluate(variant, Some(&region));
            let default = self.default(variant, partition);
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
            self.unsupported.insert(EndpointCondition::RegionNames { limit: MAX_NAMES });
        }
        for region in names {
            let at = Partition::of(&region).and_then(|one| PARTITIONS.iter().position(|other| other.name == one.name));
            let partition = at.and_then(|at| PARTITIONS.get(at));
            let default = at.and_then(|at| general.get(at)?.as_ref());
            let Some(found) = self.evaluate(variant, Some(&region)) else { continue };
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
        let found = self.evaluate(variant, None)?;
        matches!(found, Target::At { .. }).then(|| (REGION, vec![None], found))
    }

    /// Evaluates the rules. `None` if the result depends on something that clients do not support.
    fn evaluate(&mut self, variant: EndpointVariant, region: Option<&str>) -> Option<Target> {
        let mut given = HashMap::new();
        for (name, parameter) in &self.rules.parameters {
            let value = match parameter.built_in.as_deref() {
                Some("AWS::Region") => region.map(|region| Value::String(region.to_owned())),
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
                let headers = headers.into_iter().map(|(name, _)| EndpointCondition::Header { name });
                self.unsupported.extend(headers);
                let (signed_for, name) = self.signing(&properties);
                let signed_for = signed_for.filter(|found| Some(found.as_str()) != region);
                Some(Target::At { url, region: signed_for, name })
            }
            Outcome::Error(message) => {
                // The runtime knows the partitions without dual stack, and has its own error for them.
                let default = region.and_then(Partition::of).and_then(|partition| self.default(variant, partition));
                Some(
                    default.filter(|default| matches!(default, Target::Refused(_))).unwrap_or(Target::Refused(message)),
                )
            }
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
            let names = schemes.iter().filter_map(|scheme| text(scheme, "name"));
            self.unsupported.extend(names.map(|name| EndpointCondition::AuthScheme { name }));
            return (None, None);
        };
        let name = text(scheme, "signingName").filter(|name| Some(name.as_str()) != self.name);
        (text(scheme, "signingRegion"), name)
    }

    /// The default pattern of AWS services, which the runtime implements too.
    fn default(&self, variant: EndpointVariant, partition: &Partition) -> Option<Target> {
        let prefix = self.prefix?;
        if variant.has_dual_stack() && !partition.has_dual_stack {
            return Some(Target::Refused(String::new()));
        }
        let fips = if variant.has_fips() { "-fips" } else { "" };
        let suffix = if variant.has_dual_stack() { "dual_stack_suffix" } else { "suffix" };
        Some(Target::At { url: format!("https://{prefix}{fips}.{{region}}.{{{suffix}}}"), region: None, name: None })
    }
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
