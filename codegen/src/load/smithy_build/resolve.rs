//! Resolution of direct and transitive dependencies, as in Maven. Of several versions, the one that is nearest to the
//! project is used. A [`Source`] provides POMs.

use std::collections::VecDeque;
use std::collections::hash_map::Entry;

use super::coordinates::Coordinates;
use super::pom::{Dependency, Pom, PomError};
use super::version::Requirement;
use crate::hash::{HashMap, HashSet};

/// Maximum number of artifacts of a project, parents of a POM, and nested properties.
const MAX_ARTIFACTS: usize = 2000;
const MAX_PARENTS: usize = 20;
const MAX_PROPERTIES: usize = 20;

/// A provider of POMs.
pub trait Source {
    /// Error of a source.
    type Error;
    /// Whether resolution goes on without what dependencies of dependencies lack: a version in a range, or a POM that
    /// is well-formed. Otherwise it is an error.
    const OMITS_MISSING: bool = false;

    /// The text of an artifact's POM. `None` if there is none.
    ///
    /// # Errors
    /// The source fails.
    fn pom(&mut self, coordinates: &Coordinates) -> Result<Option<String>, Self::Error>;

    /// Known versions of an artifact.
    ///
    /// # Errors
    /// The source fails.
    fn versions(&mut self, group: &str, artifact: &str) -> Result<Vec<String>, Self::Error>;
}

/// Error in the resolution of dependencies.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ResolveError<E> {
    /// No version of an artifact is in the required range.
    #[error("no version of `{0}` is in the required range")]
    NoVersion(String),
    /// There are too many artifacts.
    #[error("the project depends on more than {MAX_ARTIFACTS} artifacts")]
    TooMany,
    /// A POM is malformed.
    #[error("the POM of `{artifact}` is malformed")]
    Pom {
        /// Its artifact.
        artifact: Coordinates,
        /// The cause.
        source: PomError,
    },
    /// The source fails.
    #[error(transparent)]
    Source(E),
}

/// The artifacts of `roots` and of their dependencies, without duplicates. Roots come first.
///
/// # Errors
/// The source fails, or has no version in a range.
pub fn resolve<S: Source>(roots: &[Root], source: &mut S) -> Result<Vec<Coordinates>, ResolveError<S::Error>> {
    let mut resolver = Resolver::new(source);
    let chosen = roots.iter().map(|root| resolver.choose_root(root)).collect::<Result<_, _>>()?;
    resolver.closure(chosen)
}

/// A dependency of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    group: String,
    artifact: String,
    requirement: Requirement,
}

impl Root {
    /// Parses `group:artifact:version`, where the version may be a range. `None` if it is malformed.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(':').collect();
        let [group, artifact, version] = parts.as_slice() else { return None };
        let requirement = Requirement::parse(version)?;
        let is_plain = match &requirement {
            Requirement::Version(version) => Coordinates::is_plain(&[group, artifact, version]),
            Requirement::Ranges(_) => Coordinates::is_plain(&[group, artifact]),
        };
        is_plain.then(|| Self { group: (*group).to_owned(), artifact: (*artifact).to_owned(), requirement })
    }
}

/// A POM, merged with its parents.
struct Effective {
    properties: HashMap<String, String>,
    dependencies: Vec<Dependency>,
    managed: Vec<Dependency>,
}

/// Resolves the dependencies of one project.
pub(super) struct Resolver<'s, S: Source> {
    source: &'s mut S,
    poms: HashMap<Coordinates, Option<Pom>>,
    /// Known versions, by group and artifact.
    versions: HashMap<(String, String), Vec<String>>,
}

impl<'s, S: Source> Resolver<'s, S> {
    pub(super) fn new(source: &'s mut S) -> Self {
        Self { source, poms: HashMap::default(), versions: HashMap::default() }
    }

    /// The artifact that a root stands for.
    pub(super) fn choose_root(&mut self, root: &Root) -> Result<Coordinates, ResolveError<S::Error>> {
        self.choose(&root.group, &root.artifact, &root.requirement)
    }

    /// Artifacts, and those that they need.
    pub(super) fn closure(&mut self, chosen: Vec<Coordinates>) -> Result<Vec<Coordinates>, ResolveError<S::Error>> {
        let mut found = Vec::new();
        let mut seen = HashSet::default();
        let roots = chosen.len();
        let mut waiting: VecDeque<_> = chosen.into_iter().map(|chosen| (chosen, HashSet::default())).collect();
        let mut taken = 0;
        while let Some((next, excluded)) = waiting.pop_front() {
            taken += 1;
            if !seen.insert((next.group.clone(), next.artifact.clone())) {
                continue;
            }
            if found.len() == MAX_ARTIFACTS {
                return Err(ResolveError::TooMany);
            }
            // Roots come first.
            let needed = match self.needed_by(&next) {
                Err(ResolveError::Pom { .. }) if S::OMITS_MISSING && taken > roots => Vec::new(),
                needed => needed?,
            };
            for dependency in needed {
                let is_excluded =
                    |group: &str, artifact: &str| excluded.contains(&(group.to_owned(), artifact.to_owned()));
                let Dependency { group, artifact, version, exclusions, .. } = dependency;
                if is_excluded(&group, &artifact) || is_excluded(&group, "*") || is_excluded("*", "*") {
                    continue;
                }
                // Malformed dependencies, and those without a version, are omitted.
                let Some(requirement) = Requirement::parse(&version) else { continue };
                if !Coordinates::is_plain(&[&group, &artifact]) {
                    continue;
                }
                let coordinates = match &requirement {
                    Requirement::Version(version) => {
                        let Ok(coordinates) = Coordinates::new(group, artifact, version.clone()) else { continue };
                        coordinates
                    }
                    Requirement::Ranges(_)
                        if S::OMITS_MISSING && self.is_missing(&group, &artifact, &requirement)? =>
                    {
                        continue;
                    }
                    Requirement::Ranges(_) => self.choose(&group, &artifact, &requirement)?,
                };
                waiting.push_back((coordinates, excluded.iter().cloned().chain(exclusions).collect()));
            }
            found.push(next);
        }
        Ok(found)
    }

    /// The artifact that satisfies a requirement.
    fn choose(
        &mut self,
        group: &str,
        artifact: &str,
        requirement: &Requirement,
    ) -> Result<Coordinates, ResolveError<S::Error>> {
        let version = match requirement {
            Requirement::Version(version) => version.clone(),
            Requirement::Ranges(_) => {
                let highest = requirement.highest(self.versions(group, artifact)?).cloned();
                highest.ok_or_else(|| ResolveError::NoVersion(format!("{group}:{artifact}")))?
            }
        };
        let coordinates = Coordinates::new(group.to_owned(), artifact.to_owned(), version);
        coordinates.map_err(|_| ResolveError::NoVersion(format!("{group}:{artifact}")))
    }

    fn is_missing(
        &mut self,
        group: &str,
        artifact: &str,
        requirement: &Requirement,
    ) -> Result<bool, ResolveError<S::Error>> {
        Ok(requirement.highest(self.versions(group, artifact)?).is_none())
    }

    fn versions(&mut self, group: &str, artifact: &str) -> Result<&[String], ResolveError<S::Error>> {
        match self.versions.entry((group.to_owned(), artifact.to_owned())) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                Ok(place.insert(self.source.versions(group, artifact).map_err(ResolveError::Source)?))
            }
        }
    }

    fn pom(&mut self, coordinates: &Coordinates) -> Result<Option<Pom>, ResolveError<S::Error>> {
        if let Some(known) = self.poms.get(coordinates) {
            return Ok(known.clone());
        }
        let text = self.source.pom(coordinates).map_err(ResolveError::Source)?;
        let pom = text.map(|text| Pom::parse(&text)).transpose();
        let pom = pom.map_err(|source| ResolveError::Pom { artifact: coordinates.clone(), source })?;
        self.poms.insert(coordinates.clone(), pom.clone());
        Ok(pom)
    }

    /// Dependencies that users of an artifact need, without those of tests, optional ones, and files other than JARs.
    fn needed_by(&mut self, coordinates: &Coordinates) -> Result<Vec<Dependency>, ResolveError<S::Error>> {
        let Some(effective) = self.effective(coordinates)? else { return Ok(Vec::new()) };
        let managed = self.managed(&effective, 0)?;
        let mut needed = Vec::new();
        for dependency in &effective.dependencies {
            let mut dependency = effective.interpolated(dependency);
            let known =
                managed.iter().find(|known| known.group == dependency.group && known.artifact == dependency.artifact);
            if let Some(known) = known {
                for (own, managed) in [
                    (&mut dependency.version, &known.version),
                    (&mut dependency.scope, &known.scope),
                    (&mut dependency.optional, &known.optional),
                ] {
                    if own.is_empty() {
                        own.clone_from(managed);
                    }
                }
                dependency.exclusions.extend(known.exclusions.iter().cloned());
            }
            let is_needed = matches!(&*dependency.scope, "" | "compile" | "runtime")
                && dependency.optional != "true"
                && matches!(&*dependency.kind, "" | "jar")
                && dependency.classifier.is_empty();
            if is_needed {
                needed.push(dependency);
            }
        }
        Ok(needed)
    }

    /// Merges a POM with its parents. `None` if there is no POM.
    fn effective(&mut self, coordinates: &Coordinates) -> Result<Option<Effective>, ResolveError<S::Error>> {
        let Some(mut pom) = self.pom(coordinates)? else { return Ok(None) };
        let mut effective = Effective {
            properties: std::mem::take(&mut pom.properties),
            dependencies: std::mem::take(&mut pom.dependencies),
            managed: std::mem::take(&mut pom.managed),
        };
        for prefix in ["project", "pom"] {
            for (name, value) in [
                ("groupId", &coordinates.group),
                ("artifactId", &coordinates.artifact),
                ("version", &coordinates.version),
            ] {
                effective.properties.insert(format!("{prefix}.{name}"), value.clone());
            }
        }
        let mut parent = pom.parent;
        for _ in 0..MAX_PARENTS {
            let Some(known) = parent.take() else { break };
            let Ok(coordinates) = Coordinates::new(known.group, known.artifact, known.version) else { break };
            effective.properties.entry("project.parent.version".to_owned()).or_insert(coordinates.version.clone());
            effective.properties.entry("project.parent.groupId".to_owned()).or_insert(coordinates.group.clone());
            let Some(pom) = self.pom(&coordinates)? else { break };
            for (name, value) in pom.properties {
                effective.properties.entry(name).or_insert(value);
            }
            effective.dependencies.extend(pom.dependencies);
            effective.managed.extend(pom.managed);
            parent = pom.parent;
        }
        Ok(Some(effective))
    }

    /// Managed dependencies, with those of imported POMs. The first of several takes precedence.
    fn managed(&mut self, effective: &Effective, depth: usize) -> Result<Vec<Dependency>, ResolveError<S::Error>> {
        let mut managed = Vec::new();
        for dependency in &effective.managed {
            let dependency = effective.interpolated(dependency);
            if dependency.scope != "import" {
                managed.push(dependency);
                continue;
            }
            let coordinates = Coordinates::new(dependency.group, dependency.artifact, dependency.version);
            let Some(coordinates) = coordinates.ok().filter(|_| depth < MAX_PARENTS) else { continue };
            if let Some(imported) = self.effective(&coordinates)? {
                managed.extend(self.managed(&imported, depth + 1)?);
            }
        }
        Ok(managed)
    }
}

impl Effective {
    fn interpolated(&self, dependency: &Dependency) -> Dependency {
        let value = |text: &str| self.value(text, 0);
        Dependency {
            group: value(&dependency.group),
            artifact: value(&dependency.artifact),
            version: value(&dependency.version),
            scope: value(&dependency.scope),
            optional: value(&dependency.optional),
            kind: value(&dependency.kind),
            classifier: value(&dependency.classifier),
            exclusions: dependency.exclusions.clone(),
        }
    }

    /// Replaces properties. Those without a value remain, so that the version does not exist.
    fn value(&self, text: &str, depth: usize) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("${") {
            let Some((name, after)) = after.split_once('}') else { break };
            out.push_str(before);
            match self.properties.get(name).filter(|_| depth < MAX_PROPERTIES && out.len() < 1000) {
                Some(value) => out.push_str(&self.value(value, depth + 1)),
                None => {
                    out.push_str("${");
                    out.push_str(name);
                    out.push('}');
                }
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use crate::hash::HashMap;
    use std::convert::Infallible;

    use super::super::coordinates::Coordinates;
    use super::{ResolveError, Root, Source, resolve};

    struct Poms(HashMap<&'static str, String>);

    impl Source for Poms {
        type Error = Infallible;

        fn pom(&mut self, coordinates: &Coordinates) -> Result<Option<String>, Infallible> {
            Ok(self.0.get(&*coordinates.to_string()).cloned())
        }

        fn versions(&mut self, _: &str, artifact: &str) -> Result<Vec<String>, Infallible> {
            let versions = self
                .0
                .keys()
                .filter_map(|key| key.split(':').nth(2).filter(|_| key.contains(&format!(":{artifact}:"))));
            Ok(versions.map(str::to_owned).collect())
        }
    }

    fn dependency(text: &str, more: &str) -> String {
        let parts: Vec<&str> = text.split(':').collect();
        let version = parts.get(2).map_or(String::new(), |version| format!("<version>{version}</version>"));
        format!(
            "<dependency><groupId>{}</groupId><artifactId>{}</artifactId>{version}{more}</dependency>",
            parts[0], parts[1]
        )
    }

    fn pom(before: &str, dependencies: &str) -> String {
        format!("<project>{before}<dependencies>{dependencies}</dependencies></project>")
    }

    fn resolved(root: &str, poms: Vec<(&'static str, String)>) -> Result<Vec<String>, ResolveError<Infallible>> {
        let mut poms = Poms(poms.into_iter().collect());
        let root = Root::parse(root).expect("well-formed");
        resolve(&[root], &mut poms).map(|found| found.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn versions_come_from_parents_properties_and_imported_poms() {
        let found = resolved(
            "g:a:1",
            vec![
                (
                    "g:a:1",
                    pom(
                        "<parent><groupId>g</groupId><artifactId>p</artifactId><version>9</version></parent>",
                        &[
                            dependency("g:b:${b.version}", ""),
                            dependency("g:c", ""),
                            dependency("g:d", ""),
                            dependency("${project.groupId}:e:${project.version}", ""),
                            dependency("g:none", ""),
                        ]
                        .concat(),
                    ),
                ),
                (
                    "g:p:9",
                    pom(
                        &format!(
                            "<properties><b.version>${{other}}</b.version><other>2</other></properties>\
                             <dependencyManagement><dependencies>{}{}</dependencies></dependencyManagement>",
                            dependency("g:c:3", ""),
                            dependency("g:bom:5", "<scope>import</scope><type>pom</type>"),
                        ),
                        &dependency("g:f:6", ""),
                    ),
                ),
                (
                    "g:bom:5",
                    format!(
                        "<project><dependencyManagement><dependencies>{}</dependencies></dependencyManagement></project>",
                        dependency("g:d:4", "")
                    ),
                ),
            ],
        );
        assert_eq!(found, Ok(["g:a:1", "g:b:2", "g:c:3", "g:d:4", "g:e:1", "g:f:6"].map(str::to_owned).to_vec()));
    }

    #[test]
    fn the_nearest_version_is_used_and_exclusions_are_respected() {
        let found = resolved(
            "g:a:1",
            vec![
                (
                    "g:a:1",
                    pom(
                        "",
                        &[
                            dependency("g:b:1", "<exclusions><exclusion><groupId>g</groupId><artifactId>x</artifactId></exclusion></exclusions>"),
                            dependency("g:c:1", ""),
                            dependency("g:t:1", "<scope>test</scope>"),
                            dependency("g:o:1", "<optional>true</optional>"),
                            dependency("g:z:1", "<type>zip</type>"),
                        ]
                        .concat(),
                    ),
                ),
                ("g:b:1", pom("", &[dependency("g:c:2", ""), dependency("g:x:1", ""), dependency("g:a:7", "")].concat())),
            ],
        );
        assert_eq!(found, Ok(["g:a:1", "g:b:1", "g:c:1"].map(str::to_owned).to_vec()));
    }

    #[test]
    fn ranges_take_the_highest_version() {
        let poms = || ["g:a:1", "g:a:1.5", "g:a:2"].map(|id| (id, pom("", ""))).to_vec();
        assert_eq!(resolved("g:a:[1,2)", poms()), Ok(vec!["g:a:1.5".to_owned()]));
        let error = resolved("g:a:[3,)", poms()).expect_err("there is no such version");
        assert_eq!(error.to_string(), "no version of `g:a` is in the required range");
    }

    #[test]
    fn a_malformed_pom_is_an_error_that_names_its_artifact() {
        let found =
            resolved("g:a:1", vec![("g:a:1", pom("", &dependency("g:b:1", ""))), ("g:b:1", "<project>".into())]);
        let error = found.expect_err("malformed");
        assert_eq!(error.to_string(), "the POM of `g:b:1` is malformed");
        let cause = std::error::Error::source(&error).map(ToString::to_string);
        assert_eq!(cause.as_deref(), Some("line 1: the element `project` is not closed"));
    }

    #[test]
    fn cycles_of_parents_and_properties_end() {
        let parent = "<parent><groupId>g</groupId><artifactId>a</artifactId><version>1</version></parent>\
            <properties><x>${y}</x><y>${x}</y></properties>";
        let found = resolved("g:a:1", vec![("g:a:1", pom(parent, &dependency("g:b:${x}", "")))]);
        assert_eq!(found, Ok(vec!["g:a:1".to_owned()]));
    }

    #[test]
    fn names_that_lead_to_other_folders_are_refused() {
        for text in ["a:b", "a:b:c:d", "../x:a:1", "a:b:", "a:b/c:1", "a:..:1", "a:b:[1", "a:b:../1"] {
            assert_eq!(Root::parse(text), None, "{text}");
        }
        let found = resolved("g:a:1", vec![("g:a:1", pom("", &dependency("g:b:../../x", "")))]);
        assert_eq!(found, Ok(vec!["g:a:1".to_owned()]));
    }
}
