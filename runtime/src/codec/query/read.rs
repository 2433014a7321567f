//! Reader of forms. It is strict, because only servers read forms.

use super::form::{Form, Node};
use super::{Dialect, Layout, format_of};
use crate::codec::json::read_document_within;
use crate::codec::members::{REPEATED, Seen, find};
use crate::codec::text::{from_text, integer};
use crate::codec::{Error, MAX_DEPTH, Strictness};
use crate::constraint::Path;
use crate::memory::{Extent, Reading};
use crate::reflect::{Fill, ListSlot, MapSlot, Reflect, Slot};
use crate::schema::{Kind, Member, Schema};

const FILL: Fill = Fill::VALUE;

/// Fills a structure. Missing required members are added to `reading`; unknown parameters are ignored.
///
/// # Errors
/// If a parameter is nested more than 128 levels deep, or does not match its member's schema.
pub fn read(form: &Form<'_>, dialect: Dialect, shape: &mut dyn Reflect, reading: &mut Reading) -> Result<(), Error> {
    Reader { dialect, reading, depth: 0 }.shape(shape, form.root(), &Path::Root)
}

struct Reader<'s> {
    dialect: Dialect,
    reading: &'s mut Reading,
    depth: u32,
}

fn wrong(path: &Path<'_>, message: impl Into<String>) -> Error {
    Error::new(path.pointer(), message.into())
}

impl Reader<'_> {
    fn shape(&mut self, shape: &mut dyn Reflect, node: Node<'_, '_>, path: &Path<'_>) -> Result<(), Error> {
        let schema = shape.schema();
        let mut seen = Seen::default();
        let mut variants = 0;
        for (name, child) in node.children() {
            let found = find(schema, 0, |member| self.dialect.is_name(member, name));
            let Some((index, member)) = found.and_then(|index| Some((index, schema.members.get(index)?))) else {
                continue;
            };
            let path = Path::Member(path, member.name);
            let extent = Extent::of(shape);
            let slot = shape.slot(index, FILL);
            self.reading.budget.charge(extent.boxed(&slot)).map_err(|full| wrong(&path, full))?;
            self.fill(slot, member, self.dialect.layout(member), child, &path)?;
            seen.mark(index);
            variants += 1;
        }
        if schema.kind == Kind::Union {
            return if variants == 1 {
                Ok(())
            } else {
                Err(wrong(path, "a union must have exactly one of its members"))
            };
        }
        seen.close(shape, |_| true, path, self.reading);
        Ok(())
    }

    fn fill(
        &mut self,
        slot: Slot<'_>,
        member: &'static Member,
        layout: Layout,
        node: Node<'_, '_>,
        path: &Path<'_>,
    ) -> Result<(), Error> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(wrong(path, "nested too deep"));
        }
        match slot {
            Slot::Shape(shape) => self.shape(shape, node, path)?,
            Slot::List(list) => self.list(list, member.target, layout, node, path)?,
            Slot::Map(map) => self.map(map, member.target, layout, node, path)?,
            slot => {
                let text = node.value().ok_or_else(|| wrong(path, "the parameter has no value"))?;
                if node.is_repeated() {
                    return Err(wrong(path, REPEATED));
                }
                let filled = match slot {
                    Slot::Document(place) => {
                        let document = read_document_within(text.as_bytes(), self.reading);
                        document.map(|document| *place = document).map_err(|_| "JSON")
                    }
                    slot => from_text(slot, text, format_of(member), Strictness::Strict),
                };
                filled.map_err(|expected| wrong(path, format!("the text is not {expected}")))?;
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn list(
        &mut self,
        list: &mut dyn ListSlot,
        schema: &'static Schema,
        layout: Layout,
        node: Node<'_, '_>,
        path: &Path<'_>,
    ) -> Result<(), Error> {
        let Some(member) = schema.members.first() else { return Err(wrong(path, "a list without a member")) };
        list.clear(FILL);
        for (index, child) in
            numbered(layout, member.traits.xml_name.unwrap_or("member"), node, path)?.into_iter().enumerate()
        {
            let path = Path::Element(path, index);
            self.reading.budget.grow(list.push_cost()).map_err(|full| wrong(&path, full))?;
            self.fill(list.push(FILL), member, self.dialect.layout(member), child, &path)?;
        }
        Ok(())
    }

    fn map(
        &mut self,
        map: &mut dyn MapSlot,
        schema: &'static Schema,
        layout: Layout,
        node: Node<'_, '_>,
        path: &Path<'_>,
    ) -> Result<(), Error> {
        let [key_member, member] = schema.members else { return Err(wrong(path, "a map without members")) };
        map.clear(FILL);
        for child in numbered(layout, "entry", node, path)? {
            let key = child.child(key_member.traits.xml_name.unwrap_or("key")).and_then(Node::value);
            let key = key.ok_or_else(|| wrong(path, "a map entry has no key"))?;
            let path = Path::entry(path, key_member, key);
            self.reading.budget.charge(map.insert_cost()).map_err(|full| wrong(&path, full))?;
            match child.child(member.traits.xml_name.unwrap_or("value")) {
                Some(child) => {
                    self.fill(map.insert(key, FILL), member, self.dialect.layout(member), child, &path)?;
                }
                None if schema.sparse => map.insert_blank(key),
                None => return Err(wrong(&path, "a map entry has no value")),
            }
        }
        Ok(())
    }
}

/// Returns the parameters whose next segment is a number, in numeric order. Gaps are allowed.
fn numbered<'a, 'f>(
    layout: Layout,
    name: &str,
    node: Node<'a, 'f>,
    path: &Path<'_>,
) -> Result<Vec<Node<'a, 'f>>, Error> {
    let node = if layout == Layout::Flattened {
        node
    } else if let Some(child) = node.child(name) {
        child
    } else if node.children().next().is_none() {
        // An empty collection is a parameter without a value.
        return Ok(Vec::new());
    } else {
        return Err(wrong(path, format!("the parameter's next segment is not {name}")));
    };
    let mut found = Vec::new();
    for (segment, child) in node.children() {
        let number: Option<u32> = integer(segment);
        found.push((number.ok_or_else(|| wrong(path, "the parameter's next segment is not a number"))?, child));
    }
    found.sort_by_key(|(number, _)| *number);
    Ok(found.into_iter().map(|(_, child)| child).collect())
}
