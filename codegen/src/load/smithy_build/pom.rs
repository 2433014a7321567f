//! The dependencies that a Maven POM lists. Knows nothing of folders.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::maven::Coordinates;

/// Dependencies that users of the artifact need. Those of tests, optional ones, and those whose version stands
/// elsewhere are left out. Malformed text ends the list.
pub(super) fn dependencies(text: &str, version: &str) -> Vec<Coordinates> {
    let mut reader = Reader::from_str(text);
    let mut path: Vec<String> = Vec::new();
    let mut found = Vec::new();
    let mut current = Dependency::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                path.push(start.name().as_ref().to_owned());
                if is_dependency(&path) {
                    current = Dependency::default();
                }
            }
            Ok(Event::Text(text)) if path.len() == DEPENDENCY.len() + 1 && is_dependency(&path[..DEPENDENCY.len()]) => {
                let text = text.trim().to_owned();
                current.set(path.last().map_or("", String::as_str), text);
            }
            Ok(Event::End(_)) => {
                if is_dependency(&path) {
                    found.extend(std::mem::take(&mut current).coordinates(version));
                }
                path.pop();
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

const DEPENDENCY: [&str; 3] = ["project", "dependencies", "dependency"];

fn is_dependency(path: &[String]) -> bool {
    path == DEPENDENCY
}

#[derive(Default)]
struct Dependency {
    group: String,
    artifact: String,
    version: String,
    scope: String,
    optional: String,
}

impl Dependency {
    fn set(&mut self, element: &str, text: String) {
        match element {
            "groupId" => self.group = text,
            "artifactId" => self.artifact = text,
            "version" => self.version = text,
            "scope" => self.scope = text,
            "optional" => self.optional = text,
            _ => {}
        }
    }

    fn coordinates(self, project: &str) -> Option<Coordinates> {
        let version = if self.version == "${project.version}" { project.to_owned() } else { self.version };
        let is_needed = matches!(&*self.scope, "" | "compile" | "runtime") && self.optional != "true";
        let coordinates = Coordinates { group: self.group, artifact: self.artifact, version };
        (is_needed && coordinates.is_plain()).then_some(coordinates)
    }
}

#[cfg(test)]
mod tests {
    use super::dependencies;

    fn of(inner: &str) -> Vec<String> {
        let text = format!(
            "<?xml version=\"1.0\"?><project><parent><version>7</version></parent><dependencyManagement><dependencies>\
             <dependency><groupId>m</groupId><artifactId>m</artifactId><version>1</version></dependency>\
             </dependencies></dependencyManagement><dependencies><dependency><groupId>g</groupId>\
             <artifactId>a</artifactId>{inner}</dependency></dependencies></project>"
        );
        dependencies(&text, "3")
            .into_iter()
            .map(|one| format!("{}:{}:{}", one.group, one.artifact, one.version))
            .collect()
    }

    #[test]
    fn dependencies_of_users_are_listed() {
        assert_eq!(of("<version>1.2</version>"), ["g:a:1.2"]);
        assert_eq!(of("<version> ${project.version}\n</version><scope>runtime</scope>"), ["g:a:3"]);
    }

    #[test]
    fn dependencies_of_tests_and_optional_ones_are_not() {
        assert_eq!(of("<version>1</version><scope>test</scope>"), [""; 0]);
        assert_eq!(of("<version>1</version><optional>true</optional>"), [""; 0]);
        assert_eq!(of("<version>${other}</version>"), [""; 0]);
        assert_eq!(of(""), [""; 0]);
    }

    #[test]
    fn malformed_text_has_no_dependencies() {
        assert!(dependencies("<project><dependencies></x>", "1").is_empty());
    }
}
