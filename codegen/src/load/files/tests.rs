//! Projects and archives on disk.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Watched, read_watched};
use crate::diagnostic::Diagnostic;
use crate::load::Projection;
use crate::load::archive::tests::archive;
use crate::source::{SourceMap, Span};

/// A folder, and the projection that is read.
struct Folder(tempfile::TempDir, Option<&'static str>);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
        Self(folder, None)
    }

    /// Names of the models, messages, and what they depend on, relative to the folder.
    fn read(&self, name: &str) -> (Vec<String>, Vec<String>, Watched) {
        let mut sources = SourceMap::default();
        let (found, watched) = read(&self.0.path().join(name), &Projection::named(self.1), &mut sources);
        let folder = format!("{}/", self.0.path().display());
        let shown = |text: String| text.replace(&folder, "");
        let models = sources.iter().map(|(_, file)| shown(file.path().display().to_string())).collect();
        (models, found.into_iter().map(|found| shown(found.message)).collect(), watched)
    }
}

fn read(path: &Path, projection: &Projection, sources: &mut SourceMap) -> (Vec<Diagnostic>, Watched) {
    read_watched([(path, Span::NONE)], projection, sources)
}

const MODEL: &[u8] = b"$version: \"2\"\nnamespace a\nstring A\n";

fn jar() -> Vec<u8> {
    archive(&[("META-INF/smithy/manifest", "b.smithy\n"), ("META-INF/smithy/b.smithy", "$version: \"2\"\n")])
}

#[test]
fn models_of_an_archive_are_named_by_their_place_in_it() {
    let folder = Folder::new(&[("b.jar", &jar())]);
    let (models, messages, watched) = folder.read("b.jar");
    assert_eq!(models, ["b.jar!/META-INF/smithy/b.smithy"]);
    assert_eq!(messages, [""; 0]);
    assert_eq!(watched.paths, [folder.0.path().join("b.jar")]);
}

#[test]
fn a_project_has_sources_imports_and_dependencies() {
    let build = br#"{"version": "1.0", "sources": ["model"], "imports": ["b.jar"],
        "maven": {"dependencies": ["org.c:c:1"], "repositories": [{"url": "file:REPOSITORY"}]}}"#;
    let folder = Folder::new(&[
        ("model/a.smithy", MODEL),
        ("b.jar", &jar()),
        ("m2/org/c/c/1/c-1.jar", &archive(&[("C.class", "")])),
        ("smithy-build.json", b""),
    ]);
    let text = String::from_utf8_lossy(build).replace("REPOSITORY", &folder.0.path().join("m2").display().to_string());
    fs::write(folder.0.path().join("smithy-build.json"), text).expect("a file");
    let (models, messages, watched) = folder.read("smithy-build.json");
    assert_eq!(messages, [""; 0]);
    assert_eq!(models, ["model/a.smithy", "b.jar!/META-INF/smithy/b.smithy"]);
    let expected = ["smithy-build.json", "model", "model/a.smithy", "b.jar", "m2/org/c/c/1/c-1.jar"];
    assert_eq!(watched.paths, expected.map(|name| folder.0.path().join(name)).to_vec() as Vec<PathBuf>);
}

#[test]
fn a_missing_dependency_and_a_missing_model_are_both_reported() {
    let build = br#"{"version": "1.0", "sources": ["none"], "maven": {"dependencies": ["org.none:none:1"]}}"#;
    let (_, messages, _) = Folder::new(&[("smithy-build.json", build)]).read("smithy-build.json");
    assert_eq!(
        messages,
        ["the model `none` does not exist", "the dependency `org.none:none:1` is not on the local machine"]
    );
}

#[test]
fn a_broken_archive_is_reported_at_its_dependency() {
    let pom = b"<project><dependencies><dependency><groupId>org.d</groupId><artifactId>d</artifactId>\
        <version>1</version></dependency></dependencies></project>";
    for (broken, place) in [("c", "\"org.c:c:1\""), ("d", "[\"org.b:b:1\", \"org.c:c:1\"]")] {
        let jar = |name: &str| if name == broken { b"no archive".to_vec() } else { jar() };
        let folder = Folder::new(&[
            ("m2/org/b/b/1/b-1.jar", &jar("b")),
            ("m2/org/b/b/1/b-1.pom", pom),
            ("m2/org/c/c/1/c-1.jar", &jar("c")),
            ("m2/org/d/d/1/d-1.jar", &jar("d")),
        ]);
        let text = format!(
            r#"{{"version": "1.0", "maven": {{"dependencies": ["org.b:b:1", "org.c:c:1"],
                "repositories": [{{"url": "file:{}"}}]}}}}"#,
            folder.0.path().join("m2").display()
        );
        let path = folder.0.path().join("smithy-build.json");
        fs::write(&path, &text).expect("a file");
        let (found, _) = read(&path, &Projection::default(), &mut SourceMap::default());
        let [error] = &found[..] else { panic!("{broken}: {found:?}") };
        let span = error.labels.first().expect("a place").span;
        assert_eq!(text.get(span.start as usize..span.end as usize), Some(place), "{broken}");
    }
}

#[test]
fn help_about_a_dependency_fits_its_error() {
    for (dependency, help) in [
        ("a:b", "software.amazon.smithy:smithy-aws-traits:1.73.0"),
        ("a:b:[1,2)", "whitesmith fetch"),
        ("a:b:1", "whitesmith fetch"),
    ] {
        let build = format!(r#"{{"version": "1.0", "maven": {{"dependencies": ["{dependency}"]}}}}"#);
        let folder = Folder::new(&[("smithy-build.json", build.as_bytes())]);
        let path = folder.0.path().join("smithy-build.json");
        let (found, _) = read(&path, &Projection::default(), &mut SourceMap::default());
        let found: Vec<_> = found.into_iter().filter_map(|found| found.help).collect();
        assert!(matches!(&found[..], [one] if one.contains(help)), "{dependency}: {found:?}");
    }
}

#[test]
fn a_project_that_imports_itself_is_an_error() {
    let to = |other: &str| format!(r#"{{"version": "1.0", "imports": ["{other}"]}}"#).into_bytes();
    let folder = Folder::new(&[
        ("smithy-build.json", &to("x/smithy-build.json")),
        ("x/smithy-build.json", &to("../smithy-build.json")),
    ]);
    let (_, messages, _) = folder.read("smithy-build.json");
    assert_eq!(messages, ["`x/../smithy-build.json` imports itself, directly or through other files"]);
}

#[test]
fn two_projects_may_import_the_same_models() {
    let to = |other: &str| format!(r#"{{"version": "1.0", "imports": [{other}]}}"#).into_bytes();
    let folder = Folder::new(&[
        ("smithy-build.json", &to(r#""x/smithy-build.json", "model", "x/smithy-build.json""#)),
        ("x/smithy-build.json", &to(r#""../model""#)),
        ("model/a.smithy", MODEL),
    ]);
    let (models, messages, _) = folder.read("smithy-build.json");
    assert_eq!((models.len(), messages), (1, Vec::new()));
}

#[test]
fn a_projection_that_no_file_has_is_an_error() {
    let build = br#"{"version": "1.0", "projections": {"external": {}}}"#;
    let mut folder = Folder::new(&[("smithy-build.json", build)]);
    folder.1 = Some("extrenal");
    let (_, messages, _) = folder.read("smithy-build.json");
    assert_eq!(messages, ["unknown projection `extrenal`"]);
    folder.1 = Some("external");
    assert_eq!(folder.read("smithy-build.json").1, [""; 0]);
}
