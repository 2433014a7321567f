//! The text of a Maven POM. Independent of folders and of other POMs.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::hash::HashMap;

/// Maximum nesting of elements.
const MAX_DEPTH: usize = 64;

/// The text is not a POM.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct PomError {
    line: usize,
    problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("{0}")]
    Syntax(String),
    #[error("elements are nested more than {MAX_DEPTH} levels deep")]
    Depth,
    #[error("the element `{0}` is not closed")]
    Open(String),
    #[error("the root element is not `project`")]
    Root,
    #[error("the root element is not the end of the document")]
    Trailing,
}

/// The parts of a POM that dependencies rely on, as written: values may contain properties (`${name}`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pom {
    pub(super) group: String,
    pub(super) artifact: String,
    pub(super) version: String,
    pub(super) parent: Option<Dependency>,
    pub(super) properties: HashMap<String, String>,
    pub(super) dependencies: Vec<Dependency>,
    /// `dependencyManagement`.
    pub(super) managed: Vec<Dependency>,
}

/// A dependency. Absent values are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dependency {
    pub(super) group: String,
    pub(super) artifact: String,
    pub(super) version: String,
    pub(super) scope: String,
    pub(super) optional: String,
    /// `type`.
    pub(super) kind: String,
    pub(super) classifier: String,
    /// Groups and artifacts; `*` matches all.
    pub(super) exclusions: Vec<(String, String)>,
}

impl Dependency {
    fn set(&mut self, element: &str, text: String) {
        match element {
            "groupId" => self.group = text,
            "artifactId" => self.artifact = text,
            "version" => self.version = text,
            "scope" => self.scope = text,
            "optional" => self.optional = text,
            "type" => self.kind = text,
            "classifier" => self.classifier = text,
            _ => {}
        }
    }
}

impl Pom {
    /// Reads the text.
    ///
    /// # Errors
    /// It is not well-formed XML, or not a POM.
    pub(super) fn parse(text: &str) -> Result<Self, PomError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader::from_str(text);
        let mut path: Vec<String> = Vec::new();
        let mut pom = Self::default();
        let mut has_root = false;
        let problem = loop {
            match reader.read_event() {
                Ok(Event::Start(_) | Event::Empty(_) | Event::CData(_) | Event::GeneralRef(_))
                    if has_root && path.is_empty() =>
                {
                    break Problem::Trailing;
                }
                Ok(Event::Text(text)) if has_root && path.is_empty() && !text.trim().is_empty() => {
                    break Problem::Trailing;
                }
                Ok(Event::Start(start)) => {
                    path.push(start.name().as_ref().to_owned());
                    has_root |= path == ["project"];
                    if !has_root {
                        break Problem::Root;
                    }
                    if path.len() > MAX_DEPTH {
                        break Problem::Depth;
                    }
                    pom.start(&path);
                }
                Ok(Event::Empty(element)) => has_root |= path.is_empty() && element.name().as_ref() == "project",
                Ok(Event::Text(text)) => pom.text(&path, text.trim()),
                Ok(Event::End(_)) => {
                    path.pop();
                }
                Ok(Event::Eof) => match path.pop() {
                    Some(name) => break Problem::Open(name),
                    None if has_root => return Ok(pom),
                    None => break Problem::Root,
                },
                Ok(_) => {}
                Err(error) => break Problem::Syntax(error.to_string()),
            }
        };
        let at = match problem {
            Problem::Syntax(_) => reader.error_position(),
            _ => reader.buffer_position(),
        };
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let read = text.as_bytes().iter().take(at);
        Err(PomError { line: 1 + read.filter(|byte| **byte == b'\n').count(), problem })
    }

    fn start(&mut self, path: &[String]) {
        match names(path).as_slice() {
            ["project", "parent"] => self.parent = Some(Dependency::default()),
            ["project", "dependencies", "dependency"] => self.dependencies.push(Dependency::default()),
            ["project", "dependencyManagement", "dependencies", "dependency"] => {
                self.managed.push(Dependency::default());
            }
            ["project", .., "exclusions", "exclusion"] => {
                if let Some(dependency) = self.dependency(path) {
                    dependency.exclusions.push(("*".to_owned(), "*".to_owned()));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, path: &[String], text: &str) {
        let text = text.to_owned();
        match names(path).as_slice() {
            ["project", "groupId"] => self.group = text,
            ["project", "artifactId"] => self.artifact = text,
            ["project", "version"] => self.version = text,
            ["project", "parent", element] => {
                if let Some(parent) = &mut self.parent {
                    parent.set(element, text);
                }
            }
            ["project", "properties", name] => {
                self.properties.insert((*name).to_owned(), text);
            }
            ["project", .., "dependency", "exclusions", "exclusion", element] => {
                let exclusion = self.dependency(path).and_then(|dependency| dependency.exclusions.last_mut());
                match (exclusion, *element) {
                    (Some((group, _)), "groupId") => *group = text,
                    (Some((_, artifact)), "artifactId") => *artifact = text,
                    _ => {}
                }
            }
            ["project", .., "dependency", element] => {
                if let Some(dependency) = self.dependency(path) {
                    dependency.set(element, text);
                }
            }
            _ => {}
        }
    }

    /// The dependency that is being read.
    fn dependency(&mut self, path: &[String]) -> Option<&mut Dependency> {
        match names(path).as_slice() {
            ["project", "dependencies", "dependency", ..] => self.dependencies.last_mut(),
            ["project", "dependencyManagement", "dependencies", "dependency", ..] => self.managed.last_mut(),
            _ => None,
        }
    }
}

fn names(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::Pom;

    fn error(text: &str) -> String {
        Pom::parse(text).expect_err("malformed").to_string()
    }

    #[test]
    fn the_parts_of_a_pom_are_distinguished() {
        let pom = Pom::parse(
            "<?xml version=\"1.0\"?><project><parent><groupId>p</groupId><artifactId>q</artifactId><version>7</version>\
             </parent><artifactId>a</artifactId><properties><x.version> 3 </x.version></properties>\
             <dependencyManagement><dependencies><dependency><groupId>m</groupId><artifactId>m</artifactId>\
             <version>${x.version}</version><type>pom</type><scope>import</scope></dependency></dependencies>\
             </dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>d</artifactId>\
             <exclusions><exclusion><groupId>e</groupId></exclusion></exclusions><optional>true</optional></dependency>\
             </dependencies><build><plugins><plugin><dependencies><dependency><groupId>no</groupId></dependency>\
             </dependencies></plugin></plugins></build></project>",
        )
        .expect("well-formed");
        assert_eq!(pom.parent.as_ref().map(|parent| &*parent.version), Some("7"));
        assert_eq!((&*pom.artifact, &*pom.group, &*pom.properties["x.version"]), ("a", "", "3"));
        assert_eq!((&*pom.managed[0].version, &*pom.managed[0].scope), ("${x.version}", "import"));
        assert_eq!(pom.dependencies.len(), 1);
        assert_eq!(pom.dependencies[0].exclusions, [("e".to_owned(), "*".to_owned())]);
        assert_eq!(pom.dependencies[0].optional, "true");
    }

    #[test]
    fn malformed_text_is_an_error_with_its_line() {
        let start = "<project>\n<dependencies>\n";
        assert!(error(&format!("{start}</x>\n</project>\n")).starts_with("line 3: "));
        assert_eq!(error(start), "line 3: the element `dependencies` is not closed");
        assert_eq!(error(&"<project>".repeat(1000)), "line 1: elements are nested more than 64 levels deep");
        for text in ["", "not found", "<html/>", "<!DOCTYPE html>\n<html></html>", "<x><project/></x>"] {
            assert!(error(text).ends_with(": the root element is not `project`"), "{text}");
        }
        for text in ["<project/>", "<x/>", "<x></x>", "text", "<![CDATA[text]]>", "&amp;"] {
            for root in ["<project/>", "<project></project>"] {
                let expected = "line 2: the root element is not the end of the document";
                assert_eq!(error(&format!("{root}\n{text}")), expected, "{root} {text}");
            }
        }
        assert_eq!(Pom::parse("\u{feff}<project/>\n<!-- end -->\n"), Ok(Pom::default()));
    }
}
