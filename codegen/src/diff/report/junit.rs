//! `JUnit` XML, for test reports of build servers.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::text::one_line;
use super::{Entry, Report};
use crate::diagnostic::Severity;
use crate::diff::policy::Verdict;

/// Outcome of a test case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
}

impl Report<'_> {
    /// A test case for each edit, which fails if the edit is denied. Without denials, breaking and dangerous changes
    /// fail. A test case for each error of the new model, and for a denied version number that is unknown.
    pub fn junit(self) -> String {
        let entries: Vec<Entry<'_>> = self.groups().flat_map(|(_, entries)| entries).collect();
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        match self.write(&entries, &mut writer) {
            Ok(()) => {
                let mut text = String::from_utf8(writer.into_inner()).unwrap_or_default();
                text.push('\n');
                text
            }
            // Writing to memory does not fail.
            Err(_) => String::new(),
        }
    }

    fn write(self, entries: &[Entry<'_>], writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let outcome = |entry: &Entry<'_>| match entry.verdict {
            Verdict::Denied => Outcome::Failed,
            Verdict::Reported if !self.judgment.has_denials && entry.edit.severity() >= Severity::Danger => {
                Outcome::Failed
            }
            Verdict::Allowed(_) | Verdict::Reported => Outcome::Passed,
        };
        let failures = entries.iter().filter(|entry| outcome(entry) == Outcome::Failed).count().to_string();
        // A report without cases is an error to some tools.
        let errors = self.errors.len() + usize::from(self.judgment.is_undetermined);
        let count = (entries.len() + errors).max(1).to_string();
        let error_count = errors.to_string();
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let attributes =
            [("name", "whitesmith diff"), ("tests", &*count), ("failures", &*failures), ("errors", &*error_count)];
        let suite = writer.create_element("testsuite").with_attributes(attributes);
        suite.write_inner_content(|writer| {
            for entry in entries {
                self.case(entry, outcome(entry), writer)?;
            }
            for error in self.errors {
                let shape = error.shape.as_ref().map_or("model", |shape| shape.as_str());
                failed_to_compare(&format!("{shape} {}", error.id), &error.id, &error.message, writer)?;
            }
            if self.judgment.is_undetermined {
                failed_to_compare("semver", "semver", &self.semver(), writer)?;
            }
            if entries.is_empty() && errors == 0 {
                let attributes = [("classname", "whitesmith.diff"), ("name", "no changes")];
                writer.create_element("testcase").with_attributes(attributes).write_empty()?;
            }
            let text = format!("{}\nsemver: {}", self.summary(), self.semver());
            let text = lines(&text);
            writer.create_element("system-out").write_text_content(BytesText::new(&text))?;
            Ok(())
        })?;
        Ok(())
    }

    fn case(self, entry: &Entry<'_>, outcome: Outcome, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let diagnostic = &entry.lead.diagnostic;
        let shape = diagnostic.shape.as_ref().map_or("model", |shape| shape.as_str());
        let name = xml(&format!("{shape} {}", diagnostic.id));
        let id = xml(&diagnostic.id);
        let place = self.place(entry.lead);
        let (file, line) = place.map(|(file, line, _)| (xml(&file), line.to_string())).unzip();
        let mut case = writer.create_element("testcase");
        case = case.with_attributes([("classname", "whitesmith.diff"), ("name", &*name)]);
        if let (Some(file), Some(line)) = (&file, &line) {
            case = case.with_attributes([("file", &**file), ("line", &**line)]);
        }
        let title = xml(&entry.title());
        let notes = entry.help_and_notes().iter().map(|note| xml(note)).collect::<Vec<_>>().join("\n");
        case.write_inner_content(|writer| {
            if outcome == Outcome::Failed {
                let attributes = [("type", &*id), ("message", &*title)];
                let failure = writer.create_element("failure").with_attributes(attributes);
                failure.write_text_content(BytesText::new(&notes))?;
            } else {
                let text = format!("{title}\n{notes}");
                writer.create_element("system-out").write_text_content(BytesText::new(&text))?;
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// A test case for what keeps models from being compared.
fn failed_to_compare(name: &str, id: &str, message: &str, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let (name, id, message) = (xml(name), xml(id), xml(message));
    let case = writer.create_element("testcase");
    let case = case.with_attributes([("classname", "whitesmith.diff"), ("name", &*name)]);
    case.write_inner_content(|writer| {
        let attributes = [("type", &*id), ("message", &*message)];
        writer.create_element("error").with_attributes(attributes).write_empty()?;
        Ok(())
    })?;
    Ok(())
}

/// A message in one line, without characters that XML cannot contain.
fn xml(text: &str) -> String {
    // Control characters are escaped.
    one_line(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// Lines, each as [`xml`].
fn lines(text: &str) -> String {
    text.lines().map(xml).collect::<Vec<_>>().join("\n")
}
