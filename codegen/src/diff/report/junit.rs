//! `JUnit` XML, for test reports of build servers.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

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
    /// fail.
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
        let count = entries.len().max(1).to_string();
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let attributes = [("name", "whitesmith diff"), ("tests", &*count), ("failures", &*failures), ("errors", "0")];
        let suite = writer.create_element("testsuite").with_attributes(attributes);
        suite.write_inner_content(|writer| {
            for entry in entries {
                self.case(entry, outcome(entry), writer)?;
            }
            if entries.is_empty() {
                let attributes = [("classname", "whitesmith.diff"), ("name", "no changes")];
                writer.create_element("testcase").with_attributes(attributes).write_empty()?;
            }
            let text = format!("{}\nsemver: {}", self.summary(), self.semver());
            let text = clean(&text);
            writer.create_element("system-out").write_text_content(BytesText::new(&text))?;
            Ok(())
        })?;
        Ok(())
    }

    fn case(self, entry: &Entry<'_>, outcome: Outcome, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let diagnostic = &entry.lead.diagnostic;
        let shape = diagnostic.shape.as_ref().map_or("model", |shape| shape.as_str());
        let name = clean(&format!("{shape} {}", diagnostic.id));
        let place = self.place(entry.lead);
        let (file, line) = place.map(|(file, line, _)| (clean(&file), line.to_string())).unzip();
        let mut case = writer.create_element("testcase");
        case = case.with_attributes([("classname", "whitesmith.diff"), ("name", &*name)]);
        if let (Some(file), Some(line)) = (&file, &line) {
            case = case.with_attributes([("file", &**file), ("line", &**line)]);
        }
        let title = clean(entry.title().trim_end());
        let notes = clean(&entry.help_and_notes().join("\n"));
        case.write_inner_content(|writer| {
            if outcome == Outcome::Failed {
                let attributes = [("type", diagnostic.id.as_str()), ("message", &*title)];
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

/// Without control characters, which XML cannot contain.
fn clean(text: &str) -> String {
    text.chars().filter(|char| !char.is_control() || matches!(char, '\n' | '\t')).collect()
}
