//! Help and labels of diagnostics: a fixed text, or one that is made of facts.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};
use std::ops::Deref;

use serde::Serialize;

use super::facts;
use super::{Backticked, List, ProgramFacts};
use crate::model::ShapeId;

/// Help, or the text of a label. There is no conversion from a `String`, so that text is made in one place.
///
/// ```
/// use whitesmith_codegen::diagnostic::{HelpFacts, Note};
///
/// let note = Note::from(HelpFacts::Nearest { name: "length".to_owned() });
/// assert_eq!(&*note, "did you mean `length`?");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Note(Cow<'static, str>);

impl Note {
    /// Help about an unknown name.
    pub(crate) fn nearest(near: impl Display) -> Self {
        HelpFacts::Nearest { name: near.to_string() }.into()
    }
}

impl Deref for Note {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Display for Note {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl From<&'static str> for Note {
    fn from(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

macro_rules! notes {
    ($($facts:ident)*) => {
        $(impl From<$facts> for Note {
            fn from(facts: $facts) -> Self {
                Self(Cow::Owned(facts.to_string()))
            }
        })*
    };
}

notes! { HelpFacts LabelFacts ProgramFacts }

facts! {
    /// Facts of help: how to fix what a diagnostic reports.
    HelpFacts

    Nearest { name: String }
        "did you mean `{name}`?",
    AddUse { id: String }
        "the name belongs to `{id}`: add `use {id}`, or write the whole ID",
    Write { text: String }
        "write `{text}`",
    WriteKey { key: &'static str, value: String }
        "write `{key} = {value}`",
    ExampleOfKey { key: &'static str, example: &'static str }
        "write `{key} = {example}`, for example",
    AddKey { key: &'static str, example: &'static str }
        "add it: `{key} = {example}`, for example",
    BelongsBefore { header: &'static str }
        "it belongs before the first `{header}`",
    BelongsIn { header: &'static str }
        "it belongs in `{header}`",
    Keys { keys: Backticked }
        "the keys are {keys}",
    Values { values: Backticked }
        "the values are {values}",
    Arguments { arguments: Backticked }
        "its arguments are {arguments}",
    TraitMembers { name: String, unknown: Backticked, members: Backticked }
        "`{name}` has no member {unknown}, only {members}",
    FreeModule { free: String, taken: Backticked }
        "use `{free}`, for example; the names {taken} are taken",
    Projections { projections: Backticked }
        "the projections are {projections}",
    Services { services: List<String> }
        "the services are {services}",
    ChooseService { how: &'static str, services: List<String> }
        "{how}: {services}",
    WriteReference { target: String }
        "write `{{\"target\": \"{target}\"}}`",
    Fetch { project: String }
        "run `whitesmith fetch {project}`",
    DeleteAndFetch { project: String }
        "delete it, and run `whitesmith fetch {project}`",
    FetchDependency { project: String, searched: String }
        "get it with `whitesmith fetch {project}`; searched: {searched}",
    ApplyProtocol { protocols: List<&'static str> }
        "apply one of {protocols}",
    ApplyScheme { schemes: List<String> }
        "apply one of {schemes}, or authenticate requests in a custom transport",
    ChooseName { id: ShapeId }
        "choose another name with `rename`, by the ID `{id}`",
    RaiseRecursionLimit { limit: usize }
        "add `#![recursion_limit = \"{limit}\"]` to the root of the crate",
    RelativeToPackage { folder: String }
        "paths are relative to the folder of the package, `{folder}`",
    AddAuth { schemes: List<String> }
        "add `@auth([{schemes}])` in order of priority",
    DefaultDelays { min: i64, max: i64 }
        "the defaults are `minDelay` {min} and `maxDelay` {max}",
    AddPageProperty { property: &'static str }
        "add `{property}` here or in `@paginated` of the service",
    AddHttpLabel { members: Backticked }
        "add `@httpLabel` and `@required` to the members {members}",
    ListOfObjects { key: &'static str }
        "`{key}` must be a list of objects",
    TargetOfMember { target: ShapeId }
        "target `{target}`, the target of this member",
    AddMixin { mixin: ShapeId }
        "add `@mixin` to `{mixin}`, or target it with members",
}

facts! {
    /// Facts of labels: what is at a location.
    LabelFacts

    Expected { token: String }
        "{token} is expected here",
    ExpectedOneOf { tokens: List<String> }
        "expected here: {tokens}",
    MixinType { shape_type: &'static str }
        "this is a mixin of type `{shape_type}`",
    Target { target: ShapeId }
        "it targets `{target}` here",
    OtherTarget { target: ShapeId }
        "and `{target}` here",
    AppliedTo { shape: ShapeId }
        "it is applied to `{shape}` here",
    Applied { name: String }
        "`{name}` is applied here",
    TargetType { shape_type: &'static str }
        "it targets this {shape_type}",
    ShapeType { shape_type: &'static str }
        "this is of type `{shape_type}`",
    ParameterType { value_type: String }
        "the parameter has the type {value_type} here",
    SameUri { operation: String }
        "`{operation}` has this URI",
    SameWaiter { operation: String }
        "`{operation}` has a waiter with that name",
    MissingMember { member: String }
        "it has no member `{member}`",
    Discriminator { name: String }
        "the union has the discriminator `{name}`",
    Protocol { service: String }
        "`{service}` has the protocol",
}
