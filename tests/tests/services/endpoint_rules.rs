//! Endpoint rules, which the generator evaluates for `@endpointTests` and clients for requests: functions have the same
//! results in both, and clients supply the built-ins that the generator expects of them.

use golden::endpoint_rules::operations::OpenDepot;
use serde_json::{Map, Value, json};
use whitesmith_codegen::endpoint_rules::{self, BUILT_INS, Evaluator, Function, Outcome, RuleSet};
use whitesmith_codegen::model::Node;
use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::syntax;
use whitesmith_runtime::client::{CallBuilder, Canned, Client, Config, Credentials};
use whitesmith_runtime::conformance;
use whitesmith_runtime::schema::{EndpointRules, ProtocolId, ServiceSchema};

/// Values of the parameter `A`.
const TEXTS: [&str; 92] = [
    "",
    " ",
    "a",
    "é",
    "a.b",
    "a-b",
    "a_b",
    "A.B",
    "-a",
    "a-",
    "a..b",
    "{a}",
    "100%",
    "a b/é~?&=+%00",
    "\u{0}\n",
    "123456789012345678901234567890123456789012345678901234567890123",
    "1234567890123456789012345678901234567890123456789012345678901234",
    // Regions.
    "us-east-1",
    "us-east_north-1",
    "us--1",
    "us-east-",
    "us-east-1a",
    "us-east-1-2",
    "us-east-١",
    "xx-east-1",
    "cn-north-1",
    "cn-north_1-2",
    "cn_north-1",
    "us-gov-west-1",
    "us-gov-1",
    "us-gov-we_st-10",
    "us-iso-east-1",
    "us-isob-east-1",
    "us-isof-south-1",
    "us-isoz-east-1",
    "eu-isoe-west-1",
    "eusc-de-east-1",
    "eusc-fr-east-1",
    "aws-global",
    "aws-cn-global",
    "aws-us-gov-global",
    "aws-iso-global",
    "aws-iso-b-global",
    "aws-iso-e-global",
    "aws-iso-f-global",
    "aws-eusc-global",
    "US-EAST-1",
    // Buckets.
    "abc",
    "ab",
    "a.b.c",
    "a.-b",
    "a-.b",
    "abc.",
    ".abc",
    "1.2.3.4",
    "1.2.3.04",
    "256.1.1.1",
    "1.2.3",
    "Abc",
    "a_bc",
    "xn--abc",
    // ARNs.
    "arn:aws:s3:us-east-1:123456789012:bucket/key:part/",
    "arn:aws:s3:::bucket",
    "arn:aws:s3:::",
    "arn:aws:s3::",
    "arn::s3:::b",
    "arn:aws::::b",
    "ARN:aws:s3:::b",
    "arn:aws:s3:::/",
    "arn:aws:s3:::a::b//c",
    "arn:aws:s3:é:é:é/ü",
    ":::::",
    // URLs.
    "https://example.com",
    "http://example.com/",
    "https://example.com:8080/a/b",
    "https://example.com:8080/a/b/",
    "https://example.com:/a",
    "https://example.com:99999",
    "https://example.com:+1",
    "https://example.com:a",
    "https://user:secret@example.com/a",
    "https://1.2.3.4:80/a",
    "https://[::1]:80/a",
    "https://[::1]",
    "https://[::1",
    "https://[::1]a",
    "https://",
    "https:///a",
    "https://a?b",
    "https://a#b",
    "https://a b",
    "ftp://example.com",
];

/// Conditions that assign `x`, for the parameter `A`.
fn conditions() -> Vec<Value> {
    let a = json!({ "ref": "A" });
    let call = |function: &str, arguments: Vec<Value>| json!({ "fn": function, "argv": arguments });
    let of_a = |function: &str, more: &[Value]| call(function, [std::slice::from_ref(&a), more].concat());
    let get = |from: &Value, path: &str| call("getAttr", vec![from.clone(), json!(path)]);
    let mut conditions = Vec::new();
    let partition = of_a("aws.partition", &[]);
    let attributes =
        ["name", "dnsSuffix", "dualStackDnsSuffix", "supportsFIPS", "supportsDualStack", "implicitGlobalRegion"];
    conditions.extend(attributes.map(|name| get(&partition, name)));
    let arn = of_a("aws.parseArn", &[]);
    conditions.extend(["partition", "service", "region", "accountId"].map(|name| get(&arn, name)));
    conditions.extend(["[0]", "[1]", "[2]", "[9]", "[-1]", "[-3]"].map(|at| get(&arn, &format!("resourceId{at}"))));
    let url = of_a("parseURL", &[]);
    conditions.extend(["scheme", "authority", "path", "normalizedPath", "isIp"].map(|name| get(&url, name)));
    for with_dots in [true, false] {
        for function in ["isValidHostLabel", "aws.isVirtualHostableS3Bucket"] {
            conditions.push(of_a(function, &[json!(with_dots)]));
            conditions.push(call("not", vec![of_a(function, &[json!(with_dots)])]));
        }
        conditions.push(call("booleanEquals", vec![of_a("isValidHostLabel", &[json!(true)]), json!(with_dots)]));
        conditions.push(call("ite", vec![json!(with_dots), a.clone(), json!("other")]));
    }
    conditions.push(of_a("uriEncode", &[]));
    for (start, stop) in [(0, 1), (0, 3), (1, 2), (2, 2), (3, 1), (0, 63), (5, 9)] {
        conditions.extend([true, false].map(|reverse| of_a("substring", &[json!(start), json!(stop), json!(reverse)])));
    }
    for delimiter in ["-", "::", ".", "é"] {
        for limit in [0, 1, 2] {
            let parts = of_a("split", &[json!(delimiter), json!(limit)]);
            conditions.extend(["[0]", "[1]", "[-1]", "[5]"].map(|at| get(&parts, at)));
        }
    }
    conditions.push(of_a("stringEquals", &[json!("us-east-1")]));
    conditions.push(of_a("stringEquals", &[json!("{A}")]));
    conditions.push(call("isSet", vec![url.clone()]));
    conditions.push(call("coalesce", vec![get(&url, "path"), get(&arn, "service"), a]));
    conditions
}

/// Rules whose URL is the value of a condition.
fn rules(condition: &Value) -> RuleSet {
    let mut condition = condition.clone();
    condition["assign"] = json!("x");
    let text = json!({
        "version": "1.1",
        "parameters": { "A": { "type": "string", "documentation": "Input" } },
        "rules": [
            { "type": "endpoint", "conditions": [condition], "endpoint": { "url": "={x}" } },
            { "type": "error", "conditions": [], "error": "none" },
        ],
    });
    let text = text.to_string();
    let source = SourceMap::default().add("rules.json", text.clone());
    let node = syntax::json::parse(source, &text).expect("JSON");
    endpoint_rules::parse(&node).unwrap_or_else(|error| panic!("{condition}: {error}"))
}

#[test]
fn functions_have_the_same_results_in_the_generator_and_in_clients() {
    let conditions = conditions();
    for name in Function::names() {
        let quoted = format!("\"fn\":\"{name}\"");
        assert!(conditions.iter().any(|condition| condition.to_string().contains(&quoted)), "{name} is not tested");
    }
    let mut found = 0;
    for condition in &conditions {
        let rules = rules(condition);
        let text = rules.text().unwrap_or_else(|error| panic!("{condition}: {error}"));
        let of_client: &'static EndpointRules = Box::leak(Box::new(EndpointRules::new(text.leak())));
        for text in TEXTS {
            let generator = match Evaluator::run(&rules, [("A", &Node::string(text))].into_iter()) {
                Ok(Outcome::Endpoint(url, ..)) => Ok(url),
                Ok(Outcome::Error(message)) => Err(message),
                Err(error) => Err(error.to_string()),
            };
            let parameters = Map::from_iter([("A".to_owned(), json!(text))]);
            let client = match conformance::endpoint(of_client, &parameters) {
                Ok(endpoint) => Ok(endpoint["url"].as_str().expect("a URL").to_owned()),
                Err(error) => Err(error.to_string()),
            };
            assert_eq!(generator, client, "{condition} of {text:?}");
            found += usize::from(client.is_ok());
        }
    }
    assert!(found > 2000, "only {found} results");
}

#[tokio::test]
async fn clients_supply_the_built_ins_that_the_generator_expects() {
    for built_in in BUILT_INS {
        let name = built_in.name;
        let text = format!(
            "parameter A string from {name}\nisSet(A) => \"https://set.example\"\nelse => \"https://unset.example\"\n"
        );
        let rules: &'static EndpointRules = Box::leak(Box::new(EndpointRules::new(text.leak())));
        let schema = ServiceSchema::new("example#Depots", "1", &[]).protocols(&[ProtocolId::RestJson1]).rules(rules);
        let canned = Canned::new([http::Response::new("{}".into())]);
        let mut config = Config::new().region("eu-west-1").account_id("123456789012").attempts(1);
        config = config.credentials(Credentials::new("id", "secret")).transport(canned.clone());
        if name == "SDK::Endpoint" {
            config = config.endpoint_url("https://own.example");
        }
        let client = Client::new(Box::leak(Box::new(schema)), config);
        drop(CallBuilder::<OpenDepot>::call(&client).send().await);
        let host = canned.requests().pop().and_then(|request| request.uri().host().map(str::to_owned));
        let expected = if built_in.is_supplied { "set.example" } else { "unset.example" };
        assert_eq!(host.as_deref(), Some(expected), "{name}");
    }
}
