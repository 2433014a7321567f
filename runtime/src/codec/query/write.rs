//! Writer of forms.

use std::fmt::Write as _;

use percent_encoding::utf8_percent_encode;

use super::{Dialect, Layout, format_of};
use crate::codec::Unwritable;
use crate::codec::json::write_document;
use crate::codec::text::to_text;
use crate::reflect::{Ref, Reflect};
use crate::schema::{Kind, Member};
use crate::uri::RESERVED;

/// Appends the parameters of a structure, each preceded by `&`.
///
/// # Errors
/// If a list contains null.
pub fn write(out: &mut String, dialect: Dialect, shape: &dyn Reflect) -> Result<(), Unwritable> {
    let mut writer = Writer { out, key: String::new(), dialect, invalid: None };
    writer.members(shape);
    writer.invalid.map_or(Ok(()), Err)
}

struct Writer<'o> {
    out: &'o mut String,
    /// Name of the current parameter.
    key: String,
    dialect: Dialect,
    /// The first value that cannot be written.
    invalid: Option<Unwritable>,
}

impl Writer<'_> {
    fn put(&mut self, value: &str) {
        self.out.push('&');
        self.out.extend(utf8_percent_encode(&self.key, RESERVED));
        self.out.push('=');
        self.out.extend(utf8_percent_encode(value, RESERVED));
    }

    /// Appends a segment to the name while `work` runs.
    fn at(&mut self, step: impl std::fmt::Display, work: impl FnOnce(&mut Self)) {
        let length = self.key.len();
        let dot = if length == 0 { "" } else { "." };
        // Writing to a string cannot fail.
        let _ = write!(self.key, "{dot}{step}");
        work(self);
        self.key.truncate(length);
    }

    fn members(&mut self, shape: &dyn Reflect) {
        let members = shape.schema().members;
        let is_union = shape.schema().kind == Kind::Union;
        shape.each(&mut |index, value| {
            if let Some(member) = members.get(index) {
                let layout = self.dialect.layout(member);
                self.at(self.dialect.name_of(member), |writer| {
                    // The variant must be written even if its value has no parameters.
                    if is_union { writer.kept(member, value) } else { writer.value(member, layout, value) }
                });
            }
            true
        });
    }

    fn value(&mut self, member: &Member, layout: Layout, value: Ref<'_>) {
        match value {
            Ref::Absent | Ref::Null => {}
            Ref::Shape(shape) => self.members(shape),
            Ref::Document(document) => {
                let mut json = Vec::new();
                write_document(&mut json, document);
                self.put(&String::from_utf8_lossy(&json));
            }
            Ref::List(list) => {
                let Some(element) = member.target.members.first() else { return };
                if list.is_empty() && self.dialect == Dialect::Aws {
                    self.put("");
                }
                for index in 0..list.len() {
                    let name = element.traits.xml_name.unwrap_or("member");
                    let value = list.get(index);
                    if matches!(value, Ref::Absent | Ref::Null) {
                        let reason = "contains null, which forms cannot represent in lists";
                        self.invalid.get_or_insert(Unwritable { member: member.name, reason });
                    }
                    self.numbered(layout, name, index, |writer| writer.kept(element, value));
                }
            }
            Ref::Map(map) => {
                let [key_member, value_member] = member.target.members else { return };
                let mut index = 0;
                map.each(&mut |key, value| {
                    self.numbered(layout, "entry", index, |writer| {
                        writer.at(key_member.traits.xml_name.unwrap_or("key"), |writer| writer.put(key));
                        let name = value_member.traits.xml_name.unwrap_or("value");
                        writer.at(name, |writer| writer.kept(value_member, value));
                    });
                    index += 1;
                    true
                });
            }
            leaf => {
                if let Some(text) = to_text(leaf, format_of(member)) {
                    self.put(&text);
                }
            }
        }
    }

    fn numbered(&mut self, layout: Layout, name: &str, index: usize, work: impl FnOnce(&mut Self)) {
        if layout == Layout::Flattened {
            self.at(index + 1, work);
        } else {
            self.at(name, |writer| writer.at(index + 1, work));
        }
    }

    /// Writes an element of a collection. An element without parameters is written as an empty parameter, so that later
    /// elements keep their positions.
    fn kept(&mut self, member: &Member, value: Ref<'_>) {
        let length = self.out.len();
        self.value(member, self.dialect.layout(member), value);
        if self.out.len() == length && matches!(value, Ref::Shape(_) | Ref::List(_) | Ref::Map(_)) {
            self.put("");
        }
    }
}
