//! Tokens to text.

use proc_macro2::TokenStream;

/// Emitted code that is no Rust. A bug of this program, worth a report with the model that shows it.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the code emitted for `{path}` is not valid Rust: {reason}")]
pub struct Error {
    /// The file it was meant for.
    pub path: String,
    /// What the parser says.
    pub reason: String,
}

/// The text of a file: its header, then the code.
///
/// # Errors
/// When the tokens are no Rust file.
pub fn format(path: &str, header: &str, code: TokenStream) -> Result<String, Error> {
    let file = syn::parse2(code).map_err(|error| Error { path: path.to_owned(), reason: error.to_string() })?;
    let text = prettyplease::unparse(&file);
    Ok(format!("{header}{text}"))
}
