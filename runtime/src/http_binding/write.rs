//! Writes headers.

use http::header::{HeaderMap, HeaderName, HeaderValue};

use super::text::{Place, to_text};
use super::{InvalidMember, sets_itself};
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
                let members = shape.schema().members;
                map.each(&mut |key, value| {
                    let name = format!("{prefix}{key}");
                    // Headers of other members take precedence.
                    if let Ref::Str(text) = value
                        && !(headers.contains_key(&name) && members.iter().any(|member| is_bound(member, &name)))
                    {
                        result = check_name(&headers, member, &name)
                            .and_then(|()| insert(&mut headers, member, &name, text));
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

/// Whether a member is bound to the header of this name.
fn is_bound(member: &Member, name: &str) -> bool {
    matches!(member.traits.binding, Binding::Header(own) if own.eq_ignore_ascii_case(name))
}

/// Rejects names that data must not choose, and those of earlier entries: names of headers have no case.
fn check_name(headers: &HeaderMap, member: &Member, name: &str) -> Result<(), InvalidMember> {
    let invalid = |reason| Err(InvalidMember { member: member.name, reason });
    if sets_itself(name) {
        invalid("must not have the name of a header that HTTP itself sets")
    } else if headers.contains_key(name) {
        invalid("has two entries for the same header")
    } else {
        Ok(())
    }
}

/// Text of a header: the elements of a list in one line, quoted if they have commas or quotes. That of an empty list is
/// empty. `None` for a list of nothing but null.
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
    if texts.is_empty() && list.len() > 0 { None } else { Some(texts.join(", ")) }
}

fn insert(headers: &mut HeaderMap, member: &Member, name: &str, text: &str) -> Result<(), InvalidMember> {
    let invalid = |reason| InvalidMember { member: member.name, reason };
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| invalid("is not a valid header name"))?;
    let mut value =
        HeaderValue::from_bytes(text.as_bytes()).map_err(|_| invalid("has characters that a header does not allow"))?;
    value.set_sensitive(member.has_sensitive());
    headers.insert(name, value);
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::read::read_header;
    use super::super::text::TextFormat;
    use super::*;
    use crate::codec::Strictness;
    use crate::memory::Reading;
    use crate::schema::{Schema, prelude};
    use crate::{member, structure};

    static TEXTS: Schema =
        Schema::map("t#Texts", &[member!("key", prelude::STRING), member!("value", prelude::STRING)]);
    static ALL: Schema = Schema::structure(
        "t#All",
        &[member!("hello", prelude::STRING).header("hello"), member!("others", TEXTS).prefix_headers("")],
    );

    #[derive(Clone)]
    struct All {
        hello: Option<String>,
        others: Option<BTreeMap<String, String>>,
    }
    structure! { All: ALL { hello, others } }

    fn written(names: &[&str]) -> Result<HeaderMap, InvalidMember> {
        let others = names.iter().map(|name| ((*name).to_owned(), "map".to_owned())).collect();
        headers(&All { hello: Some("own".to_owned()), others: Some(others) })
    }

    #[test]
    fn headers_of_other_members_take_precedence_over_entries() {
        let found = written(&["Hello", "X-Other"]).expect("valid");
        assert_eq!(
            (&found["hello"], &found["x-other"]),
            (&"own".parse().expect("valid"), &"map".parse().expect("valid"))
        );
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn entries_with_names_that_http_sets_itself_are_rejected() {
        for name in ["Host", "content-length", "Transfer-Encoding", "connection", "Upgrade", "trailer", "Keep-Alive"] {
            let error = written(&[name]).expect_err(name);
            assert!(error.to_string().contains("HTTP itself"), "{error}");
        }
    }

    #[test]
    fn a_map_of_all_headers_can_be_written_as_it_was_read() {
        let sent = [("host", "a"), ("content-length", "1"), ("te", "trailers"), ("hello", "own"), ("x-other", "b")];
        let sent = sent.map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        let mut read = All { hello: None, others: None };
        for (index, member) in ALL.members.iter().enumerate() {
            let format = TextFormat { place: Place::Header, strictness: Strictness::Strict };
            let (headers, budget) = (sent.clone().into_iter().collect(), &mut Reading::default().budget);
            read_header(&mut read, index, member, &headers, format, budget).expect("valid");
        }
        let names: Vec<_> = read.others.iter().flatten().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["hello", "x-other"]);
        assert_eq!(headers(&read).expect("valid"), sent.into_iter().skip(3).collect::<HeaderMap>());
    }

    static WORDS: Schema = Schema::list("t#Words", &[member!("member", prelude::STRING)]);
    static LISTS: Schema = Schema::structure("t#Lists", &[member!("words", WORDS).header("x-words")]);

    #[derive(Clone)]
    struct Lists {
        words: Option<Vec<String>>,
    }
    structure! { Lists: LISTS { words } }

    #[test]
    fn lists_are_read_as_they_were_written() {
        for (words, header) in [
            (None, None),
            (Some(vec![]), Some("")),
            (Some(vec![""]), Some("\"\"")),
            (Some(vec!["a", "b"]), Some("a, b")),
        ] {
            let lists = Lists { words: words.map(|words| words.into_iter().map(str::to_owned).collect()) };
            let written = headers(&lists).expect("valid");
            assert_eq!(written.get("x-words").map(|value| value.to_str().expect("text")), header);
            let mut read = Lists { words: None };
            for strictness in [Strictness::Lenient, Strictness::Strict] {
                let format = TextFormat { place: Place::Header, strictness };
                let found =
                    read_header(&mut read, 0, &LISTS.members[0], &written, format, &mut Reading::default().budget);
                assert_eq!((found.expect("valid"), &read), (header.is_some(), &lists));
            }
        }
    }

    #[test]
    fn entries_for_one_header_are_rejected() {
        let error = written(&["X-Other", "x-other"]).expect_err("the same header");
        assert!(error.to_string().contains("two entries"), "{error}");
    }
}
