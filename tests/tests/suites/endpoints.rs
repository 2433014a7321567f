//! Endpoint test cases of official models and of the reference implementation.
//!
//! Rules are evaluated as generated code has them. Rows of generated code, where they suffice, are tested with a
//! client.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, iter};

use generated::sfn::operations::ListStateMachines;
use serde_json::{Map, Value, json};
use whitesmith_codegen::config::ServiceConfig;
use whitesmith_codegen::endpoint_rules::RuleSet;
use whitesmith_codegen::export::{Export, json as to_json};
use whitesmith_codegen::ir::{self, Literal, Module, Setting};
use whitesmith_codegen::model::{Model, Shape, Valid};
use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::traits::{EndpointBdd, EndpointRuleSet};
use whitesmith_codegen::{lower, pipeline};
use whitesmith_runtime::client::Credentials;
use whitesmith_runtime::client::{CallBuilder, Canned, Client, Config};
use whitesmith_runtime::conformance;
use whitesmith_runtime::schema::{Endpoint, EndpointRules, ProtocolId, ServiceSchema, Variant};

use crate::common;

const RULE_SET: &str = "smithy.rules#endpointRuleSet";
const BDD: &str = "smithy.rules#endpointBdd";
const TESTS: &str = "smithy.rules#endpointTests";
/// A service, with the name for messages and the traits that determine its endpoints.
const TRAITS: [&str; 4] = ["aws.api#service", "aws.auth#sigv4", RULE_SET, BDD];
/// Parameters that are not part of the name of a case, because nearly all cases have them.
const COMMON: [&str; 3] = ["Region", "UseFIPS", "UseDualStack"];

pub(crate) fn endpoints_match_the_test_cases_of_official_models(folder: &Path) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (mut ran, mut failed) = (BTreeSet::new(), BTreeMap::new());
    for path in common::files(folder, &["json"]) {
        let Some((id, traits)) = service(&path) else { continue };
        let model = alone(&id, &traits);
        let rules = rules(model.shape_named(&id).expect("the service"));
        let rows = rows(&model, &id);
        for case in cases(&traits).map(|case| current(case, &traits)) {
            let case = &case;
            let name = format!("{} {}", common::name(&path, folder), parameters(case, &traits));
            let mut why = by_rules(case, rules);
            let of_client = rows.filter(|_| depends_on_settings_only(case));
            if is_outdated(case) {
                let by_rules = conformance::endpoint(rules, case["params"].as_object().expect("parameters"));
                let by_rules = by_rules.map_err(|problem| problem.to_string()).map(|found| found["url"].to_string());
                let by_client = of_client.map(|schema| runtime.block_on(found(case, schema)).map(|place| place.url));
                let all = [Some(by_rules), by_client];
                let mut all = all.into_iter().flatten();
                why = all
                    .find(|found| !found.as_ref().is_ok_and(|url| has_dual_stack(url)))
                    .map(|found| format!("{found:?}"));
            } else if let Some(schema) = of_client {
                let (wanted, found) = (wanted(case, &traits), runtime.block_on(found(case, schema)));
                if !wanted.is_met_by(&found) {
                    why = Some(format!("wanted {wanted:?}\n    found  {found:?}"));
                }
            }
            if let Some(why) = why {
                let why = format!("  {}\n    {why}\n", case["params"]);
                failed.entry(name.clone()).or_insert_with(String::new).push_str(&why);
            }
            ran.insert(name);
        }
    }
    common::compare("endpoints", &ran, &failed);
}

pub(crate) fn endpoints_match_the_reference(folder: &Path) {
    let mut ran = 0;
    for path in common::files(folder, &["smithy"]) {
        let mut sources = SourceMap::default();
        sources.add("case.smithy", fs::read_to_string(&path).expect("a case"));
        let (model, found) = pipeline::model(&sources);
        let model = model.unwrap_or_else(|| panic!("{}: {found:#?}", path.display()));
        let ast: Value =
            serde_json::from_str(&to_json(Export { model: &model, applies: &[], flatten: false })).expect("JSON");
        let services = ast["shapes"].as_object().into_iter().flatten();
        for (id, shape) in services.filter(|(_, shape)| shape["traits"].get(TESTS).is_some()) {
            let rules = rules(model.shape_named(id).expect("the service"));
            for case in cases(shape["traits"].as_object().expect("traits")) {
                let why = by_rules(case, rules);
                assert_eq!(why, None, "{}: {}", path.display(), case["documentation"]);
                ran += 1;
            }
        }
    }
    assert!(ran > 50, "only {ran} cases");
}

/// Whether the case expects an error because the isolated partitions had no dual-stack endpoints.
fn is_outdated(case: &Value) -> bool {
    let text = |value: &Value, part: &str| value.as_str().is_some_and(|text| text.contains(part));
    text(&case["expect"]["error"], "this partition does not support")
        && case["params"]["UseDualStack"] == true
        && text(&case["params"]["Region"], "-iso")
}

/// Domains of the isolated partitions, and of their dual-stack endpoints.
const ISOLATED: [(&str, &str); 4] = [
    ("c2s.ic.gov", "api.aws.ic.gov"),
    ("sc2s.sgov.gov", "api.aws.scloud"),
    ("cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
    ("csp.hci.ic.gov", "api.aws.hci.ic.gov"),
];

/// Whether the endpoint is a dual-stack one of an isolated partition.
fn has_dual_stack(url: &str) -> bool {
    ISOLATED.iter().any(|(_, domain)| url.contains(domain))
}

/// The case, with the current domain if all endpoints of the service are dual-stack ones.
fn current(case: &Value, traits: &Map<String, Value>) -> Value {
    let mut case = case.clone();
    let is_always_dual = traits[RULE_SET]["parameters"].get("UseDualStack").is_none()
        && traits[RULE_SET]["rules"].to_string().contains("dualStackDnsSuffix");
    if let Some(url) = case["expect"]["endpoint"]["url"].as_str().filter(|_| is_always_dual)
        && let Some((old, new)) = ISOLATED.iter().find(|(old, _)| url.ends_with(&format!(".{old}")))
    {
        case["expect"]["endpoint"]["url"] = url.replace(old, new).into();
    }
    case
}

/// Whether rows can represent the endpoint of a case.
fn depends_on_settings_only(case: &Value) -> bool {
    let mut names = case["params"].as_object().into_iter().flat_map(Map::keys);
    names.all(|name| COMMON.contains(&name.as_str()) || name == "Endpoint")
}

fn cases(traits: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    traits.get(TESTS).and_then(|tests| tests["testCases"].as_array()).into_iter().flatten()
}

/// The rules of a service as in generated code.
fn rules(service: &Shape) -> &'static EndpointRules {
    let rules = service.get::<EndpointRuleSet>().and_then(EndpointRuleSet::rules).map(RuleSet::text);
    let text = rules.or_else(|| Some(service.get::<EndpointBdd>()?.0.text())).expect("rules").expect("a text");
    Box::leak(Box::new(EndpointRules::new(text.leak())))
}

/// The difference between the expected and the actual result of rules, if any.
fn by_rules(case: &Value, rules: &'static EndpointRules) -> Option<String> {
    let none = Map::new();
    let found = conformance::endpoint(rules, case["params"].as_object().unwrap_or(&none));
    let found = found.map_err(|problem| problem.to_string());
    let expect = &case["expect"];
    let mut wanted = match expect["error"].as_str() {
        Some(message) => Err(message.to_owned()),
        None => Ok(expect["endpoint"].clone()),
    };
    if let Ok(endpoint) = &mut wanted {
        for part in ["headers", "properties"] {
            if endpoint[part].as_object().is_none_or(Map::is_empty) {
                endpoint.as_object_mut().expect("an endpoint").remove(part);
            }
        }
    }
    (wanted != found).then(|| format!("wanted {wanted:?}\n    found  {found:?}"))
}

/// The ID and traits of a model's service.
fn service(path: &Path) -> Option<(String, Map<String, Value>)> {
    let model: Value = serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    let (id, shape) = model["shapes"].as_object()?.iter().find(|(_, shape)| shape["type"] == "service")?;
    Some((id.clone(), shape["traits"].as_object()?.clone()))
}

/// A model of a service with the traits that determine its endpoints. Operations do not change rules, and are omitted
/// because this is faster.
fn alone(id: &str, traits: &Map<String, Value>) -> Valid<Model> {
    let mut kept: Map<String, Value> = traits.clone().into_iter().filter(|(id, _)| TRAITS.contains(&&**id)).collect();
    kept.insert("aws.protocols#awsJson1_0".to_owned(), json!({}));
    let service = json!({ "type": "service", "version": "1", "traits": kept });
    let mut sources = SourceMap::default();
    sources.add("service.json", json!({ "smithy": "2.0", "shapes": { id: service } }).to_string());
    // Without operations there are no parameters of operations.
    let accept = ["RuleSetParameter.RuleSet.UnmatchedName".into()];
    let (model, found) = pipeline::model_accepting(&sources, &accept);
    model.unwrap_or_else(|| panic!("{id}: {found:?}"))
}

/// The schema that is generated for the service, if rows of endpoints suffice.
fn rows(model: &Valid<Model>, id: &str) -> Option<&'static ServiceSchema> {
    let config = ServiceConfig { module: "service".into(), id: id.into(), ..ServiceConfig::default() };
    let (module, _) = lower::lower(model, &config).unwrap_or_else(|found| panic!("{id}: {found:?}"));
    let Module { rules: None, settings, endpoints, .. } = module else { return None };
    let schema = ServiceSchema::new(leak(id), "1", &[]).protocols(&[ProtocolId::AwsJson1_0]);
    let schema = settings.iter().fold(schema, set);
    Some(Box::leak(Box::new(schema.endpoints(endpoints.iter().map(endpoint).collect::<Vec<_>>().leak()))))
}

/// The effect of the builder call for a setting.
fn set(schema: ServiceSchema, setting: &Setting) -> ServiceSchema {
    match (setting.method, setting.arguments.as_slice()) {
        ("sigv4", [Literal::Str(name)]) => schema.sigv4(leak(name)),
        ("sdk_id", [Literal::Str(id)]) => schema.sdk_id(leak(id)),
        ("endpoint_prefix", [Literal::Str(prefix)]) => schema.endpoint_prefix(leak(prefix)),
        _ => schema,
    }
}

fn endpoint(row: &ir::Endpoint) -> Endpoint {
    let variants = row.variants.iter().map(|variant| match variant {
        ir::EndpointVariant::Plain => Variant::Plain,
        ir::EndpointVariant::Fips => Variant::Fips,
        ir::EndpointVariant::DualStack => Variant::DualStack,
        ir::EndpointVariant::FipsDualStack => Variant::FipsDualStack,
    });
    let variants = variants.collect::<Vec<_>>().leak();
    let places: Vec<_> = row.places.iter().map(|place| place.as_deref().map(leak)).collect();
    let places = places.leak();
    match &row.target {
        ir::Target::Refused(reason) => Endpoint::refused(variants, places, leak(reason)),
        ir::Target::At { url, region, name } => {
            let endpoint = Endpoint::at(variants, places, leak(url));
            let endpoint = region.iter().fold(endpoint, |endpoint, region| endpoint.region(leak(region)));
            name.iter().fold(endpoint, |endpoint, name| endpoint.name(leak(name)))
        }
    }
}

/// Schemas are static.
fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// The parameters in the name of a case: those that differ from the default, and the endpoint if it is the only one.
fn parameters(case: &Value, traits: &Map<String, Value>) -> String {
    let given = case["params"].as_object().into_iter().flatten();
    let default = |name: &str| &traits[RULE_SET]["parameters"][name]["default"];
    let names = given.filter(|(name, value)| !COMMON.contains(&name.as_str()) && *value != default(name));
    let mut names: Vec<&str> = names.map(|(name, _)| name.as_str()).collect();
    if names.len() > 1 {
        names.retain(|name| *name != "Endpoint");
    }
    if names.is_empty() { "-".to_owned() } else { names.join(" ") }
}

/// Destination of a request.
#[derive(Debug)]
struct Place {
    url: String,
    /// Region and service in the signature. Empty without a signature.
    scope: String,
}

#[derive(Debug)]
enum Wanted {
    At(Place),
    Refused,
}

impl Wanted {
    fn is_met_by(&self, found: &Result<Place, String>) -> bool {
        match (self, found) {
            (Self::At(wanted), Ok(found)) => wanted.url == found.url && wanted.scope == found.scope,
            (Self::Refused, Err(_)) => true,
            _ => false,
        }
    }
}

/// The expected result of a case.
fn wanted(case: &Value, traits: &Map<String, Value>) -> Wanted {
    let endpoint = &case["expect"]["endpoint"];
    let Some(url) = endpoint["url"].as_str() else { return Wanted::Refused };
    let schemes = endpoint["properties"]["authSchemes"].as_array();
    let scheme = schemes.into_iter().flatten().find(|scheme| scheme["name"] == "sigv4").unwrap_or(&Value::Null);
    let region = scheme["signingRegion"].as_str().or(case["params"]["Region"].as_str()).unwrap_or("us-east-1");
    let own = &traits.get("aws.auth#sigv4").unwrap_or(&Value::Null)["name"];
    let name = scheme["signingName"].as_str().or(own.as_str());
    let scope = name.map_or(String::new(), |name| format!("{region}/{name}"));
    Wanted::At(Place { url: url.trim_end_matches('/').to_owned(), scope })
}

/// The result of a client.
async fn found(case: &Value, schema: &'static ServiceSchema) -> Result<Place, String> {
    let canned = Canned::new(iter::once(http::Response::new("{}".into())));
    let credentials = Credentials::new("id", "secret");
    let mut config = Config::new().credentials(credentials).transport(canned.clone()).attempts(1);
    let given = &case["params"];
    if let Some(region) = given["Region"].as_str() {
        config = config.region(region);
    }
    if let Some(url) = given["Endpoint"].as_str() {
        config = config.endpoint_url(url);
    }
    if given["UseFIPS"] == true {
        config = config.fips();
    }
    if given["UseDualStack"] == true {
        config = config.dual_stack();
    }
    let result = CallBuilder::<ListStateMachines>::call(&Client::new(schema, config)).send().await;
    let requests = canned.requests();
    let Some(request) = requests.first() else { return Err(result.err().map_or_else(String::new, |e| e.to_string())) };
    let authorization = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    // `AWS4-HMAC-SHA256 Credential=id/20261121/region/service/aws4_request, …`
    let scope = authorization.and_then(|value| value.split(',').next()?.splitn(3, '/').nth(2)).unwrap_or_default();
    let scope = scope.trim_end_matches("/aws4_request").to_owned();
    Ok(Place { url: request.uri().to_string().trim_end_matches('/').to_owned(), scope })
}
