//! Tests of reading `smithy-build.json`.

use super::{Config, Remote, Unset, expand};
use crate::diagnostic::Severity;
use crate::source::SourceMap;

fn parse(text: &str) -> Result<Config, Vec<String>> {
    projected(text, "source")
}

fn projected(text: &str, projection: &str) -> Result<Config, Vec<String>> {
    let source = SourceMap::default().add_other("smithy-build.json", text.to_owned());
    let mut variable = |name: &str| (name == "HOME").then(|| "/mine".to_owned());
    Config::parse(source, text, projection, &mut variable)
        .map_err(|errors| errors.into_iter().map(|error| error.message).collect())
}

/// The transforms of projection `p`, or the errors.
fn transforms(projections: &str) -> Result<String, Vec<String>> {
    let text = format!(r#"{{"version": "1.0", "projections": {projections}}}"#);
    projected(&text, "p").map(|config| format!("{:?}", config.transforms))
}

#[test]
fn sources_come_before_imports() {
    let config = parse(r#"{"version": "1.0", "imports": ["b"], "sources": ["a"], "plugins": {}}"#).expect("valid");
    assert_eq!(config.models.iter().map(|(path, _)| &**path).collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn dependencies_and_repositories_are_read() {
    let text =
        r#"{"version": "1.0", "maven": {"dependencies": ["g:a:1"], "repositories": [{"url": "file://${HOME}/m"}]}}"#;
    let config = parse(text).expect("valid");
    assert_eq!((&*config.dependencies[0].0, &*config.repositories[0].url), ("g:a:1", "file:///mine/m"));
}

#[test]
fn repositories_of_the_environment_come_first() {
    let text = r#"{"version": "1.0", "maven": {"repositories": [{"url": "file:///c"}]}}"#;
    let source = SourceMap::default().add_other("smithy-build.json", text.to_owned());
    let mut variable =
        |name: &str| (name == "SMITHY_MAVEN_REPOS").then(|| "https://a | https://u:s3cr3t@b||".to_owned());
    let config = Config::parse(source, text, "source", &mut variable).expect("valid");
    let urls: Vec<_> = config.repositories.iter().map(|remote| &*remote.url).collect();
    assert_eq!(urls, ["https://a", "https://b", "file:///c"]);
}

#[test]
fn proxies_of_repositories_are_ignored_with_a_warning() {
    let config =
        parse(r#"{"version": "1.0", "maven": {"repositories": [{"id": "x", "url": "https://a", "proxyHost": "b"}]}}"#);
    let config = config.expect("valid");
    let messages: Vec<_> = config.warnings.iter().map(|warning| &*warning.message).collect();
    assert_eq!((config.repositories.len(), messages), (1, vec!["`proxyHost` is ignored"]));
}

#[test]
fn passwords_in_urls_become_credentials() {
    let remote = |url: &str, credentials: Option<&str>| {
        let remote = Remote::new(url, credentials.map(str::to_owned));
        assert!(!format!("{remote:?}").contains("cr3t"));
        (remote.url, remote.credentials)
    };
    for (url, bare, credentials) in [
        ("https://a:s3cr3t@b.c:1/d@e", "https://b.c:1/d@e", Some("a:s3cr3t")),
        ("http://a:s3cr3t%40%2F@b", "http://b", Some("a:s3cr3t@/")),
        ("https://a:s3@cr3t@b?c", "https://b?c", Some("a:s3@cr3t")),
        ("https://s3cr3t@b/", "https://b/", Some("s3cr3t:")),
        ("https://a:s3/cr3t@b/c", "https://b/c", Some("a:s3/cr3t")),
        ("https://b/a:s3@c", "https://b/a:s3@c", None),
        ("https://b:80/a@c", "https://b:80/a@c", None),
        ("http://[::a]/b@c", "http://[::a]/b@c", None),
        ("file:///a@b", "file:///a@b", None),
    ] {
        assert_eq!(remote(url, None), (bare.to_owned(), credentials.map(str::to_owned)), "{url}");
    }
    let own = remote("https://a:s3cr3t@b", Some("c:d"));
    assert_eq!(own, ("https://b".to_owned(), Some("c:d".to_owned())));
    let text = r#"{"version": "1.0", "maven": {"repositories": [{"url": "https://a:${HOME}@b/c"}]}}"#;
    let config = parse(text).expect("valid");
    let remote = &config.repositories[0];
    assert_eq!((&*remote.url, remote.credentials.as_deref()), ("https://b/c", Some("a:/mine")));
}

#[test]
fn all_errors_are_reported() {
    let text = r#"{"source": [], "imports": [1, "${NONE}"], "sources": {}}"#;
    let errors = parse(text).expect_err("errors");
    let expected = [
        "`version` is missing",
        "expected an array of strings, found object",
        "expected a string, found number",
        "the environment variable `NONE` is not set",
        "unknown property `source`",
    ];
    assert_eq!(errors, expected);
}

#[test]
fn unknown_properties_are_ignored_with_a_warning() {
    let text = r#"{"$schema": "s", "version": "1.0", "import": ["a"], "projections": {
        "p": {"transform": [], "transforms": [{"name": "includeMetadata", "arg": {}}]}}}"#;
    let config = projected(text, "p").expect("valid");
    let messages: Vec<_> = config.warnings.iter().map(|warning| &*warning.message).collect();
    assert_eq!(messages, ["unknown property `import`", "unknown property `transform`", "unknown property `arg`"]);
    assert!(config.warnings.iter().all(|warning| warning.severity == Severity::Warning && warning.help.is_some()));
    assert_eq!((config.models.len(), config.transforms.len()), (0, 1));
}

#[test]
fn variables_are_replaced_unless_escaped() {
    let mut variable = |name: &str| (name == "A").then(|| "x".to_owned());
    assert_eq!(expand(r"${A}/\${A}/${A}", &mut variable), Ok("x/${A}/x".to_owned()));
    assert_eq!(expand("${", &mut variable), Ok("${".to_owned()));
    assert_eq!(expand("${B}", &mut variable), Err(Unset { name: "B".to_owned() }));
}

#[test]
fn comments_are_ignored_outside_of_strings() {
    let text = "{ // \"\n \"version\": \"1.0\", \"imports\": [\"a//b\", \"\\\"//\"] // ä\n}";
    let config = parse(text).expect("valid");
    assert_eq!(config.models.iter().map(|(path, _)| &**path).collect::<Vec<_>>(), ["a//b", "\"//"]);
}

#[test]
fn imports_and_transforms_are_those_of_the_projection() {
    let text = r#"{"version": "1.0", "imports": ["a"], "projections": {
        "source": {"imports": ["s"]}, "p": {"imports": ["b"], "transforms": [{"name": "flattenAndRemoveMixins"}]}}}"#;
    let paths = |config: &Config| config.models.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    let (source, p) = (projected(text, "source").expect("valid"), projected(text, "p").expect("valid"));
    assert_eq!((paths(&source), source.transforms.len()), (vec!["a".to_owned(), "s".to_owned()], 0));
    assert_eq!((paths(&p), p.transforms.len()), (vec!["a".to_owned(), "b".to_owned()], 1));
    assert_eq!(p.projections, ["source", "p"]);
    let other = projected(text, "other").expect("reported by the caller");
    assert_eq!((paths(&other), other.transforms.len()), (vec!["a".to_owned()], 0));
}

#[test]
fn applied_projections_are_replaced_by_their_transforms() {
    let found = transforms(
        r#"{"p": {"transforms": [{"name": "excludeTags", "args": {"tags": ["x"]}}, {"name": "apply", "args": ["q", "r"]}]},
            "q": {"abstract": true, "transforms": [{"name": "includeMetadata"}, {"name": "apply", "args": {"projections": ["r"]}}]},
            "r": {"transforms": [{"name": "includeTags", "args": ["y"]}]}}"#,
    );
    let expected = r#"[Transform("excludeTags"), Transform("includeMetadata"), Transform("includeTags"), Transform("includeTags")]"#;
    assert_eq!(found.as_deref(), Ok(expected));
}

#[test]
fn projections_that_apply_themselves_are_an_error() {
    let found = transforms(
        r#"{"p": {"transforms": [{"name": "apply", "args": ["q"]}]}, "q": {"transforms": [{"name": "apply", "args": ["p"]}]}}"#,
    );
    assert_eq!(found, Err(vec!["projection `p` applies itself: p -> q -> p".to_owned()]));
}

#[test]
fn all_projections_have_valid_names_and_properties() {
    let found = transforms(
        r#"{"p": {}, "bad name!": {}, "-": {}, "a.b-c_1": {}, "q": {"abstract": true, "plugins": {"a": {}}}}"#,
    );
    let expected = [
        "`bad name!` is not a valid name of a projection",
        "`-` is not a valid name of a projection",
        "abstract projection `q` has `plugins`",
    ];
    assert_eq!(found, Err(expected.map(str::to_owned).to_vec()));
    let found = transforms(r#"{"p": {"transforms": [{"name": "apply", "args": ["q"]}]}, "q": [], "r": 1}"#);
    let expected = ["expected an object, found array", "expected an object, found number"];
    assert_eq!(found, Err(expected.map(str::to_owned).to_vec()));
}

#[test]
fn abstract_projections_can_have_empty_imports_and_plugins() {
    let found = transforms(r#"{"p": {}, "q": {"abstract": true, "imports": [], "plugins": {}}}"#);
    assert_eq!(found.as_deref(), Ok("[]"));
}

#[test]
fn properties_of_projections_that_are_applied_twice_are_reported_once() {
    let text = r#"{"version": "1.0", "projections": {
        "p": {"transforms": [{"name": "apply", "args": ["q", "q"]}]},
        "q": {"transform": [], "transforms": [{"name": "includeMetadata", "arg": {}}]}}}"#;
    let config = projected(text, "p").expect("valid");
    let messages: Vec<_> = config.warnings.iter().map(|warning| &*warning.message).collect();
    assert_eq!(
        (config.transforms.len(), messages),
        (2, vec!["unknown property `transform`", "unknown property `arg`"])
    );
}

#[test]
fn projections_that_multiply_transforms_are_an_error() {
    // Each applies the next one twice.
    let chain = |leaf: &str| {
        let links = (0..60).map(|at| {
            let next = at + 1;
            format!(r#""p{at}": {{"transforms": [{{"name": "apply", "args": ["p{next}", "p{next}"]}}]}}"#)
        });
        let links = links.collect::<Vec<_>>().join(", ").replace("\"p0\"", "\"p\"");
        transforms(&format!(r#"{{{links}, "p60": {{"transforms": [{leaf}]}}}}"#))
    };
    let expected = Err(vec!["projection `p` applies more than 10000 projections".to_owned()]);
    assert_eq!(chain(r#"{"name": "includeMetadata"}"#), expected);
    assert_eq!(chain(""), expected);
}

#[test]
fn projections_that_apply_one_another_too_deeply_are_an_error() {
    let links = (0..20_000).map(|at| {
        let next = at + 1;
        format!(r#""p{at}": {{"transforms": [{{"name": "apply", "args": ["p{next}"]}}]}}"#)
    });
    let links = links.collect::<Vec<_>>().join(", ").replace("\"p0\"", "\"p\"");
    let found = transforms(&format!(r#"{{{links}, "p20000": {{}}}}"#));
    assert_eq!(found, Err(vec!["projection `p100` is applied by a chain of more than 100 projections".to_owned()]));
}

#[test]
fn arguments_of_apply_are_checked_like_those_of_other_transforms() {
    let found = transforms(
        r#"{"p": {"transforms": [{"name": "apply", "args": {"projection": ["q"]}}, {"name": "apply", "args": "q"},
            {"name": "apply", "args": [1]}]}, "q": {}}"#,
    );
    let expected = [
        "transform `apply` has no argument `projection`",
        "transform `apply` requires the argument `projections`",
        "expected an object, found string",
        "transform `apply` requires the argument `projections`",
        "expected a string, found number",
    ];
    assert_eq!(found, Err(expected.map(str::to_owned).to_vec()));
}

#[test]
fn errors_of_projections_are_reported() {
    let found = transforms(
        r#"{"p": {"imports": [], "transform": [], "transforms": [{"name": "excludeTag"}, {"name": "apply", "args": ["qq"]},
            {"name": "excludeTags", "args": {"tag": ["a"]}}, {"args": {}}, {"name": "includeTags", "args": {"tags": "${NONE}"}},
            {"name": "flattenNamespaces", "args": {"namespace": "1"}}]}, "q": {}}"#,
    );
    let expected = [
        "unknown transform `excludeTag`",
        "unknown projection `qq`",
        "transform `excludeTags` has no argument `tag`",
        "a transform has no `name`",
        "the environment variable `NONE` is not set",
        "expected an array of strings, found string",
        "transform `flattenNamespaces` requires the argument `service`",
        "`1` is not a namespace",
        "unknown property `transform`",
    ];
    assert_eq!(found, Err(expected.map(str::to_owned).to_vec()));
}

#[test]
fn abstract_projections_cannot_be_chosen() {
    let found = transforms(r#"{"p": {"abstract": true}}"#);
    assert_eq!(found, Err(vec!["projection `p` is abstract".to_owned()]));
    let found = transforms(
        r#"{"p": {"transforms": [{"name": "apply", "args": ["q"]}]}, "q": {"abstract": true, "imports": ["a"]}}"#,
    );
    assert_eq!(found, Err(vec!["abstract projection `q` has `imports`".to_owned()]));
}

#[test]
fn the_source_projection_has_no_transforms() {
    let text = r#"{"version": "1", "projections": {"source": {"transforms": [{"name": "includeTags"}]}}}"#;
    assert_eq!(parse(text).expect_err("transforms"), ["the projection `source` cannot have transforms"]);
}
