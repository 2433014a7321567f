//! The keys of `codegen.toml`, in one table. Reference page, JSON schema, comments of new files and errors about
//! the structure of a file come from it. Does not read values; `file` does.

/// A key of `codegen.toml`.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The name, as written in the file.
    pub name: &'static str,
    /// Its values.
    pub kind: Kind,
    /// Meaning of its absence.
    pub absent: Absent,
    /// Documentation, in Markdown. Each paragraph is one string.
    pub docs: &'static [&'static str],
    /// A value, as TOML.
    pub example: &'static str,
}

/// Values of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `true` or `false`.
    Boolean,
    /// Text.
    Text,
    /// A path, relative to the folder of the file.
    Path,
    /// A list of paths, relative to the folder of the file.
    Paths,
    /// A list of text.
    Texts,
    /// A table whose keys and values are text.
    Names,
    /// One of these words, each with its meaning.
    Choice(&'static [(&'static str, &'static str)]),
}

/// The meaning of the absence of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// It is an error.
    Required,
    /// It means this value, as TOML.
    Value(&'static str),
    /// The consequence.
    Otherwise(&'static str),
}

/// Whether a table has to be in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Its absence is an error.
    Required,
    /// It may be absent.
    Optional,
}

/// A table of `codegen.toml`.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The header, as written in the file. Empty for keys before the first header.
    pub header: &'static str,
    /// Its purpose.
    pub docs: &'static str,
    /// Whether the file has at least one such table.
    pub presence: Presence,
    /// Its keys, in the order of the reference page.
    pub keys: &'static [Key],
}

/// Keys before the first header.
pub const ROOT: Table = Table {
    header: "",
    docs: "Keys at the start of the file are about the crate.",
    presence: Presence::Required,
    keys: &[
        Key {
            name: "package",
            kind: Kind::Path,
            absent: Absent::Required,
            docs: &["Folder of the crate that code is generated into. `src/lib.rs` and a module for each service are \
                     written below it; `Cargo.toml` is created, or completed."],
            example: r#""generated""#,
        },
        Key {
            name: "runtime",
            kind: Kind::Text,
            absent: Absent::Otherwise(
                "the dependency in the manifest of the package, or else the runtime of the workspace around it",
            ),
            docs: &[
                "Source of the crate `whitesmith-runtime`: `path:DIR`, `git:URL` or a version. Paths are relative to \
                     the folder of this file.",
            ],
            example: r#""path:../whitesmith/runtime""#,
        },
        Key {
            name: "rename",
            kind: Kind::Names,
            absent: Absent::Otherwise("names derived from those of the model"),
            docs: &[
                "Rust names of shapes, operations and members, by their ID. Messages contain the name of the model. \
                     A name that is used twice is an error.",
            ],
            example: r#"{ "acme#Order" = "Purchase", "acme#Order$ref" = "reference" }"#,
        },
        Key {
            name: "extern",
            kind: Kind::Names,
            absent: Absent::Otherwise("all types are generated"),
            docs: &[
                "Generated modules that have the types of a namespace: of another crate, or `crate::…` for a module \
                     of the same crate. Types and schemas of the namespace are imported from there. Inputs and outputs of \
                     operations are always generated.",
            ],
            example: r#"{ "acme.common" = "acme_common::common" }"#,
        },
        Key {
            name: "types",
            kind: Kind::Names,
            absent: Absent::Otherwise("all types are generated"),
            docs: &["Your own types in place of those of shapes, by the ID of the shape. They implement \
                     `CustomType` of the runtime. Paths start with `crate::` or the name of a crate. Inputs, outputs, errors \
                     and streams cannot be replaced, since the interfaces of clients and servers consist of them."],
            example: r#"{ "acme#OrderId" = "acme_types::OrderId" }"#,
        },
    ],
};

/// Keys of `[[attributes]]`.
pub const ATTRIBUTES: Table = Table {
    header: "[[attributes]]",
    docs: "Each `[[attributes]]` adds attributes to the types, fields and variants of the shapes and members that a \
           selector matches.",
    presence: Presence::Optional,
    keys: &[
        Key {
            name: "selector",
            kind: Kind::Text,
            absent: Absent::Required,
            docs: &["A [selector](https://smithy.io/2.0/spec/selectors.html)."],
            example: r#""structure [id|namespace=acme]""#,
        },
        Key {
            name: "derive",
            kind: Kind::Texts,
            absent: Absent::Value("[]"),
            docs: &["Derive macros of types, in addition to those of generated code."],
            example: r#"["Hash"]"#,
        },
        Key {
            name: "attributes",
            kind: Kind::Texts,
            absent: Absent::Value("[]"),
            docs: &["Attributes of types, fields and variants, as in code."],
            example: r##"["#[must_use]"]"##,
        },
    ],
};

/// Keys of `[[service]]`.
pub const SERVICE: Table = Table {
    header: "[[service]]",
    docs: "Each `[[service]]` generates one module of the crate.",
    presence: Presence::Required,
    keys: &[
        Key {
            name: "module",
            kind: Kind::Text,
            absent: Absent::Required,
            docs: &[
                "Name of the Rust module. A feature of the same name turns it on, so names of other features of the \
                     crate, such as `client`, `server` and `serde`, are taken.",
            ],
            example: r#""image_builder""#,
        },
        Key {
            name: "id",
            kind: Kind::Text,
            absent: Absent::Required,
            docs: &["Shape ID of the service. For types without a service, the ID of an entry of the metadata \
                     `shapeClosures`."],
            example: r#""com.amazonaws.imagebuilder#imagebuilder""#,
        },
        Key {
            name: "models",
            kind: Kind::Paths,
            absent: Absent::Required,
            docs: &["Files and folders of the model: `.smithy`, JSON AST, JAR or ZIP files, and `smithy-build.json`. \
                     All of them form one model."],
            example: r#"["models/imagebuilder.json"]"#,
        },
        Key {
            name: "projection",
            kind: Kind::Text,
            absent: Absent::Value(r#""source""#),
            docs: &["Projection of the `smithy-build.json` among the models."],
            example: r#""public""#,
        },
        Key {
            name: "name",
            kind: Kind::Text,
            absent: Absent::Otherwise("derived from the name of the service shape"),
            docs: &["Name of the service in Rust types, such as that of the server trait."],
            example: r#""ImageBuilder""#,
        },
        Key {
            name: "operations",
            kind: Kind::Texts,
            absent: Absent::Otherwise("all operations of the service"),
            docs: &["Names of the operations to generate, and with them the types that they use."],
            example: r#"["ListWorkflowExecutions", "ListWorkflowStepExecutions"]"#,
        },
        Key {
            name: "sides",
            kind: Kind::Choice(&[
                ("both", "client and server, each behind a feature"),
                ("client", "client only"),
                ("server", "server only"),
                ("types", "types and schemas, without operations"),
            ]),
            absent: Absent::Value(r#""both""#),
            docs: &["What is generated besides types."],
            example: r#""client""#,
        },
        Key {
            name: "constraints",
            kind: Kind::Choice(&[
                ("types", "by newtypes, whose values are valid"),
                ("checked", "by checks of plain types when a structure is built, sent or received"),
            ]),
            absent: Absent::Value(r#""types""#),
            docs: &["How constraints of simple shapes, lists and maps are enforced."],
            example: r#""checked""#,
        },
        Key {
            name: "nullability",
            kind: Kind::Choice(&[
                (
                    "authoritative",
                    "required members, and members with a default unless they have `@clientOptional`, are not `Option`",
                ),
                (
                    "client-careful",
                    "only members with a default are not `Option`, unless they have `@clientOptional` or their structure \
                     has `@input`: for models whose owner may remove `@required`",
                ),
            ]),
            absent: Absent::Value(r#""authoritative""#),
            docs: &["Which members are `Option`."],
            example: r#""client-careful""#,
        },
        Key {
            name: "style",
            kind: Kind::Choice(&[
                ("plain", "those of Whitesmith"),
                (
                    "aws-sdk",
                    "also those of `aws-sdk-rust`: accessors of members, variants of errors with their suffix, such as \
                     `Exception`, the modules `operation`, `error`, `config`, `primitives`, `pages` and `presigning`; \
                     with `constraints = \"checked\"`, also its setters and `build`",
                ),
            ]),
            absent: Absent::Value(r#""plain""#),
            docs: &[
                "Names and types of generated code. The names of `aws-sdk-rust` are for programs that were written \
                     for it; the additional code takes time to compile.",
            ],
            example: r#""aws-sdk""#,
        },
        Key {
            name: "exhaustive",
            kind: Kind::Boolean,
            absent: Absent::Value("false"),
            docs: &["Omit `#[non_exhaustive]`, so that struct expressions and matches without a wildcard compile. \
                     Additions to the model then break users: use it only if you maintain all users of the crate."],
            example: "true",
        },
        Key {
            name: "validation-error",
            kind: Kind::Text,
            absent: Absent::Otherwise("`smithy.framework#ValidationException`"),
            docs: &["Shape ID of the error with which the server reports violations of constraints. It must be an \
                     error of the operations."],
            example: r#""com.amazonaws.imagebuilder#InvalidRequestException""#,
        },
        Key {
            name: "traits",
            kind: Kind::Texts,
            absent: Absent::Value("[]"),
            docs: &[
                "Shape IDs of custom traits whose values the generated schemas contain. Layers of servers read them \
                     with `custom_trait`, for operations and for the service.",
            ],
            example: r#"["acme#tier"]"#,
        },
        Key {
            name: "max-body",
            kind: Kind::Names,
            absent: Absent::Otherwise("2 MiB, or more for operations whose members may be larger"),
            docs: &[
                "Maximum sizes of request bodies that servers accept, by the name of the operation; `*` stands for all \
                     operations that are not named. Units are `B`, `KiB` and `MiB`. `max_body` in the settings of a server \
                     takes precedence.",
                "Without this key, the model can raise the limit: by `@length` of blobs and strings, a body has room \
                     for the longest value of each member, one element of each list and map, and 1 MiB for all others, \
                     up to 64 MiB. A byte of a blob counts as four bytes and a character as twelve, for escapes; in \
                     payloads, as one and four. \
                     Streaming blobs are not limited.",
            ],
            example: r#"{ "*" = "4 MiB", CreateWorkflow = "16 MiB" }"#,
        },
        Key {
            name: "accept",
            kind: Kind::Texts,
            absent: Absent::Value("[]"),
            docs: &["IDs of diagnostics to ignore, for models that you do not maintain. `A` also stands for `A.B`. \
                     Diagnostics that the generator relies on cannot be ignored."],
            example: r#"["ShapeIdConflict"]"#,
        },
    ],
};

/// All tables, in the order of the file.
pub const TABLES: &[Table] = &[ROOT, SERVICE, ATTRIBUTES];

impl Table {
    /// Name of the key whose value is a list of these tables. `None` for keys before the first header.
    pub(super) fn list(&self) -> Option<&'static str> {
        self.header.strip_prefix("[[")?.strip_suffix("]]")
    }
}
