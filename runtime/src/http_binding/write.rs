//! Writes headers.

use http::header::{HeaderMap, HeaderName, HeaderValue};

use super::InvalidMember;
use super::text::{Place, to_text};
use crate::reflect::{Ref, Reflect};
use crate::schema::{Binding, Kind, Member};

/// Headers of the members that are bound to headers.
pub(crate) fn headers(shape: &dyn Reflect) -> Result<HeaderMap, InvalidMember> {
    let mut headers = HeaderMap::new();
    for (index, member) in shape.schema().members.iter().enumerate() {
        match (member.traits.binding, shape.get(index)) {
            (_, Ref::Absent | Ref::Null) => {}
            (Binding::Header(name), value) => {
                if let Some(text) = header_text(member, value) {
                    insert(&mut headers, member, name, &text)?;
                }
            }
            (Binding::PrefixHeaders(prefix), Ref::Map(map)) => {
                let mut result = Ok(());
                map.each(&mut |key, value| {
                    if let Ref::Str(text) = value {
                        let name = format!("{prefix}{key}");
                        // Headers of other members take precedence.
                        let taken =
                            HeaderName::from_bytes(name.as_bytes()).is_ok_and(|name| headers.contains_key(name));
                        if !taken {
                            result = insert(&mut headers, member, &name, text);
                        }
                    }
                    result.is_ok()
                });
                result?;
            }
            _ => {}
        }
    }
    Ok(headers)
}

/// Text of a header: the elements of a list in one line, quoted if they have commas or quotes.
fn header_text(member: &Member, value: Ref<'_>) -> Option<String> {
    let (Ref::List(list), [element]) = (value, member.target.members) else {
        return to_text(value, member, Place::Header);
    };
    let is_string = matches!(element.target.kind, Kind::String | Kind::Enum);
    let mut texts = Vec::new();
    for index in 0..list.len() {
        let Some(text) = to_text(list.get(index), element, Place::Header) else { continue };
        let quoted = is_string && (text.is_empty() || text.contains([',', '"']) || text.trim() != text);
        texts.push(if quoted { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) } else { text });
    }
    if texts.is_empty() { None } else { Some(texts.join(", ")) }
}

fn insert(headers: &mut HeaderMap, member: &Member, name: &str, text: &str) -> Result<(), InvalidMember> {
    let invalid = |reason| InvalidMember { member: member.name, reason };
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| invalid("is not a valid header name"))?;
    let mut value =
        HeaderValue::from_bytes(text.as_bytes()).map_err(|_| invalid("has characters that a header does not allow"))?;
    value.set_sensitive(member.is_sensitive());
    headers.insert(name, value);
    Ok(())
}
