//! The text of a Maven POM. Independent of folders and of other POMs.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::hash::HashMap;

/// Maximum nesting of elements.
const MAX_DEPTH: usize = 64;

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
    /// Reads the text up to the first syntax error.
    pub(super) fn parse(text: &str) -> Self {
        let mut reader = Reader::from_str(text);
        let mut path: Vec<String> = Vec::new();
        let mut pom = Self::default();
        loop {
            match reader.read_event() {
                Ok(Event::Start(start)) => {
                    path.push(start.name().as_ref().to_owned());
                    if path.len() > MAX_DEPTH {
                        return pom;
                    }
                    pom.start(&path);
                }
                Ok(Event::Text(text)) => pom.text(&path, text.trim()),
                Ok(Event::End(_)) => {
                    path.pop();
                }
                Ok(Event::Eof) | Err(_) => return pom,
                Ok(_) => {}
            }
        }
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
        );
        assert_eq!(pom.parent.as_ref().map(|parent| &*parent.version), Some("7"));
        assert_eq!((&*pom.artifact, &*pom.group, &*pom.properties["x.version"]), ("a", "", "3"));
        assert_eq!((&*pom.managed[0].version, &*pom.managed[0].scope), ("${x.version}", "import"));
        assert_eq!(pom.dependencies.len(), 1);
        assert_eq!(pom.dependencies[0].exclusions, [("e".to_owned(), "*".to_owned())]);
        assert_eq!(pom.dependencies[0].optional, "true");
    }

    #[test]
    fn malformed_text_has_no_dependencies() {
        assert_eq!(Pom::parse("<project><dependencies></x>"), Pom::default());
        assert_eq!(Pom::parse(&"<project>".repeat(1000)), Pom::default());
    }
}
