//! IR to files. One file per target; `TARGETS` says which there are.

mod builders;
mod client;
mod errors;
mod operations;
mod pattern;
mod schema;
mod server;
mod tokens;
mod types;
mod waiters;

use proc_macro2::TokenStream;
use quote::quote;

use crate::format;
use crate::ir::Module;

/// A type's name as generated code has it: keywords differ from what the IR says.
#[cfg(feature = "cli")]
pub(crate) fn type_name(name: &str) -> String {
    tokens::name(name).to_string()
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the package's `src`, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// How every generated Rust file begins. A file that begins otherwise is somebody's own, and is never overwritten.
pub const HEADER: &str = "// Written by whitesmith";

/// Version of the runtime interface that generated code uses; see `runtime/src/compatibility.rs`.
const RUNTIME_VERSION: u32 = 1;

/// A target: one file of each generated module that has anything for it.
struct Target {
    file: &'static str,
    /// What the file holds, for its first line of documentation.
    holds: &'static str,
    emit: fn(&Module) -> TokenStream,
}

const TARGETS: &[Target] = &[
    Target { file: "types", holds: "Structures, unions, enums and constrained types", emit: types::emit },
    Target { file: "schema", holds: "Static tables that the runtime interprets", emit: schema::emit },
    Target { file: "errors", holds: "An error enum for each operation", emit: errors::emit },
    Target { file: "operations", holds: "A marker for each operation", emit: operations::emit },
    Target { file: "client", holds: "The client", emit: client::emit },
    Target { file: "waiters", holds: "The waiters", emit: waiters::emit },
    Target { file: "server", holds: "The server", emit: server::emit },
];

/// The files of a module.
///
/// # Errors
/// When emitted code is no Rust: a bug of this program, named with its file.
pub fn emit(module: &Module) -> Result<Vec<File>, format::Error> {
    let mut files = Vec::new();
    for target in TARGETS {
        let path = format!("{}/{}.rs", module.name, target.file);
        let holds = format!(" {} of `{}`.", target.holds, module.service);
        let code = (target.emit)(module);
        if code.is_empty() {
            continue;
        }
        let text = format::format(&path, &header(module), quote! { #![doc = #holds] #code })?;
        files.push(File { path, text });
    }
    let path = format!("{}/mod.rs", module.name);
    let text = format::format(&path, &header(module), index(module))?;
    files.push(File { path, text });
    Ok(files)
}

/// The first lines of each file: who wrote it, from what, and that edits are lost.
fn header(module: &Module) -> String {
    // A file's name may hold anything, line ends too.
    let sources = module.sources.join(", ").escape_debug().to_string();
    format!("{HEADER} from {sources}. Edits are lost: change the model, and generate again.\n\n")
}

/// The module's own file.
fn index(module: &Module) -> TokenStream {
    let docs = tokens::inner_docs(&module.docs);
    // Deprecated things are deprecated for users, not for the code that defines them.
    let deprecated = module.docs.deprecated
        || module.definitions.iter().any(|definition| definition.docs.deprecated)
        || module.operations.iter().any(|operation| operation.docs.deprecated);
    let allow = deprecated.then(|| quote!(#[allow(deprecated)]));
    let waiters = module.waiters().next().map(|_| {
        quote! {
            #[cfg(feature = "client")]
            mod waiters;
        }
    });
    let version = proc_macro2::Literal::u32_unsuffixed(RUNTIME_VERSION);
    quote! {
        #docs

        #[cfg(feature = "client")]
        #allow
        pub mod client;
        #allow
        pub mod errors;
        #allow
        pub mod operations;
        #allow
        pub mod schema;
        #[cfg(feature = "server")]
        #allow
        pub mod server;
        #allow
        pub mod types;
        #waiters

        #[cfg(feature = "client")]
        pub use client::Client;

        const _: () = ::whitesmith_runtime::generated_with(#version);
    }
}
