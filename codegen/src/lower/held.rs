//! Finds structures and unions whose constraints are held by types, so that builders need not check their values again.
//! Must not know models.

use crate::hash::{HashMap, HashSet};
use crate::ir::{Attributes, Body, DefinedIn, Definition, Entry, Member, SchemaBody, SchemaRef, Setting};

/// Settings of schemas that are constraints.
const CONSTRAINTS: [&str; 5] = ["max", "max_length", "min", "min_length", "unique"];

/// Marks the structures and unions that other shapes contain, that have constraints, and whose types hold all of them.
pub(super) fn mark(definitions: &mut [Definition]) {
    let graph = Graph::of(definitions);
    let newtypes: HashSet<&str> = definitions.iter().filter(|one| is_newtype(one)).map(schema).collect();
    let unheld = definitions.iter().filter(|one| !is_held(one, &newtypes)).map(schema);
    let unheld = graph.closure(unheld);
    let constrained = definitions.iter().filter(|one| is_newtype(one) || is_enum(one)).map(schema);
    let constrained = graph.closure(constrained);
    let is_marked = |one: &Definition| {
        let name = schema(one);
        let has_members = matches!(one.body, Body::Structure { .. } | Body::Union { .. });
        has_members && graph.is_contained(name) && constrained.contains(name) && !unheld.contains(name)
    };
    let marked: Vec<bool> = definitions.iter().map(is_marked).collect();
    for (definition, _) in definitions.iter_mut().zip(marked).filter(|(_, is_marked)| *is_marked) {
        definition.settings.push(Setting::flag("held"));
    }
}

/// Schemas that contain a schema, by its name.
struct Graph<'d>(HashMap<&'d str, Vec<&'d str>>);

impl<'d> Graph<'d> {
    fn of(definitions: &'d [Definition]) -> Self {
        let mut containers: HashMap<&str, Vec<&str>> = HashMap::default();
        for definition in definitions {
            for target in entries(&definition.body).into_iter().filter_map(local) {
                containers.entry(target).or_default().push(schema(definition));
            }
        }
        Self(containers)
    }

    fn is_contained(&self, schema: &str) -> bool {
        self.0.contains_key(schema)
    }

    /// The schemas, and those that contain them at any depth.
    fn closure(&self, schemas: impl Iterator<Item = &'d str>) -> HashSet<&'d str> {
        let mut waiting: Vec<&str> = schemas.collect();
        let mut found = HashSet::default();
        while let Some(next) = waiting.pop() {
            if found.insert(next) {
                waiting.extend(self.0.get(next).into_iter().flatten());
            }
        }
        found
    }
}

fn schema(definition: &Definition) -> &str {
    &definition.schema
}

/// Whether types hold the constraints of the shape, apart from those of its members.
fn is_held(definition: &Definition, newtypes: &HashSet<&str>) -> bool {
    // Another module may have other types, and user's types reject values by their own rules.
    if definition.defined_in != DefinedIn::Here || definition.custom.is_some() {
        return false;
    }
    match &definition.body {
        Body::Plain { pattern, .. } => {
            pattern.is_none() && definition.settings.iter().all(|setting| !CONSTRAINTS.contains(&setting.method))
        }
        // Models may have defaults that are not valid.
        Body::Structure { members, .. } | Body::Union { members, .. } => {
            members.iter().all(|Member { entry, .. }| {
                let has_default = entry.settings.iter().any(|setting| setting.method == "default");
                !has_default || local(entry).is_none_or(|target| !newtypes.contains(target))
            })
        }
        // Macros of the user may make values, such as `#[derive(Default)]`.
        Body::Newtype { .. } => definition.attributes == Attributes::default(),
        Body::StringEnum { .. } | Body::IntEnum { .. } => true,
    }
}

fn is_newtype(definition: &Definition) -> bool {
    matches!(definition.body, Body::Newtype { .. })
}

fn is_enum(definition: &Definition) -> bool {
    matches!(definition.body, Body::StringEnum { .. } | Body::IntEnum { .. })
}

/// The members of the shape's schema.
fn entries(body: &Body) -> Vec<&Entry> {
    match body {
        Body::Structure { members, .. } | Body::Union { members, .. } => {
            members.iter().map(|member| &member.entry).collect()
        }
        Body::Plain { schema, .. } | Body::Newtype { schema, .. } => match schema {
            SchemaBody::List(entry) => vec![&**entry],
            SchemaBody::Map(entries) => vec![&entries.0, &entries.1],
            SchemaBody::Simple(_) | SchemaBody::Enum(_) | SchemaBody::IntEnum(_) => Vec::new(),
        },
        Body::StringEnum { .. } | Body::IntEnum { .. } => Vec::new(),
    }
}

/// The name of the entry's schema, unless the runtime has it.
fn local(entry: &Entry) -> Option<&str> {
    match &entry.target {
        SchemaRef::Local(name) => Some(name),
        SchemaRef::Prelude(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::config::{Attributes, Constraints, Entry, Overrides, ServiceConfig};
    use crate::pipeline;
    use crate::selector::Selector;
    use crate::source::{SourceMap, Span};

    const MODEL: &str = r#"$version: "2.0"
namespace a
use b#Foreign
@smithy.protocols#rpcv2Cbor service V { version: "1", operations: [Get] }
operation Get { input := {
    held: Held, holder: Holder, plain: Plain, choice: Choice, kinds: Kinds, other: Other, own: Own, imports: Imports
} }
structure Held { name: Name, again: Choice }
union Choice { held: Held, names: Names }
structure Holder { list: Defaulted }
list Defaulted { member: WithDefault }
structure WithDefault { @default(5) size: Size }
structure Other { size: Size, @default("") text: String }
structure Plain { text: String }
structure Kinds { kind: Kind }
structure Own { name: Code }
structure Imports { foreign: Foreign }
@length(min: 1) string Name
@length(min: 2) string Code
@length(max: 2) list Names { member: Name }
@range(min: 1) integer Size
enum Kind { A }
"#;

    const FOREIGN: &str = r#"$version: "2.0"
namespace b
structure Foreign { key: Key }
@length(min: 3) string Key
"#;

    /// Names of the marked schemas.
    fn marked(config: ServiceConfig) -> Vec<String> {
        let mut sources = SourceMap::default();
        sources.add("a.smithy", MODEL.to_owned());
        sources.add("b.smithy", FOREIGN.to_owned());
        let (model, found) = pipeline::model_accepting(&sources, &[]);
        let model = model.unwrap_or_else(|| panic!("{found:?}"));
        let config = ServiceConfig { id: "a#V".to_owned(), ..config };
        let (module, _) = super::super::lower(&model, &config).expect("a valid model");
        let marked = module.definitions.into_iter().filter(|one| one.settings.iter().any(|it| it.method == "held"));
        marked.map(|definition| definition.schema).collect()
    }

    /// With types for constraints.
    fn marked_with(overrides: Overrides) -> Vec<String> {
        marked(ServiceConfig { overrides: Arc::new(overrides), ..ServiceConfig::default() })
    }

    fn entry(value: &str) -> Entry {
        Entry { value: value.to_owned(), key_span: Span::NONE, span: Span::NONE }
    }

    #[test]
    fn structures_and_unions_are_marked_if_types_hold_all_constraints() {
        let with = |constraints| ServiceConfig { constraints, ..ServiceConfig::default() };
        // Not those with defaults of constrained types, without constraints, or that nothing contains.
        let types = ["CHOICE", "HELD", "IMPORTS", "KINDS", "OTHER", "OWN", "FOREIGN"];
        assert_eq!(marked(with(Constraints::Types)), types);
        assert_eq!(marked(with(Constraints::Checked)), ["KINDS"]);
    }

    #[test]
    fn structures_of_other_modules_are_not_marked_nor_what_contains_them() {
        let externs = [("b".to_owned(), entry("crate::other"))].into();
        let found = marked_with(Overrides { externs, ..Overrides::default() });
        assert_eq!(found, ["CHOICE", "HELD", "KINDS", "OTHER", "OWN"]);
    }

    #[test]
    fn structures_with_types_of_the_user_are_not_marked() {
        let of = |id: &str| {
            let types = [(id.parse().expect("an ID"), entry("crate::own::Type"))].into();
            marked_with(Overrides { types, ..Overrides::default() })
        };
        assert_eq!(of("a#Code"), ["CHOICE", "HELD", "IMPORTS", "KINDS", "OTHER", "FOREIGN"]);
        // At any depth.
        assert_eq!(of("b#Key"), ["CHOICE", "HELD", "KINDS", "OTHER", "OWN"]);
        assert_eq!(of("a#Name"), ["IMPORTS", "KINDS", "OTHER", "OWN", "FOREIGN"]);
    }

    #[test]
    fn newtypes_with_macros_of_the_user_hold_nothing() {
        let selector = Selector::parse(":is([id = 'a#Code'], [id = 'a#Other'])").expect("a selector");
        let (derive, attributes) = (vec!["Default".to_owned()], Vec::new());
        let attributes = vec![Attributes { selector, span: Span::NONE, derive, attributes }];
        let found = marked_with(Overrides { attributes, ..Overrides::default() });
        assert_eq!(found, ["CHOICE", "HELD", "IMPORTS", "KINDS", "OTHER", "FOREIGN"]);
    }
}
