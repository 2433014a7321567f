//! Code that rustfmt formats differently from `prettyplease`. A placeholder replaces it in the syntax tree, and the
//! line with the placeholder is replaced by the code after printing.

use syn::{Block, Expr, Fields, FnArg, ImplItem, Item, ReturnType, Signature, Stmt, TraitItem, Type};

use super::list::{Trailing, filled};
use super::node::{Node, assigned};
use super::space::{INDENT, Space, WIDTH, width};
use super::{printed, printed_type, types};

/// The code that a placeholder stands for.
enum Replaced {
    /// The value of a static or constant.
    Value(Expr),
    /// The type of a field or alias.
    Type(Type),
    /// The fields of a tuple structure.
    Fields(Vec<String>),
    /// The last expression of a function.
    Tail(Expr),
    /// Name, parameters and result of a function.
    Signature(String, Vec<(String, Option<Type>)>, Option<Type>),
}

/// Replaced code, in the order of the placeholders in the text.
#[derive(Default)]
pub(super) struct Placeholders(Vec<Replaced>);

fn marker(index: usize) -> String {
    format!("__hole_{index}_")
}

impl Placeholders {
    /// Replaces code in the item by placeholders.
    pub(super) fn extract(item: &mut Item) -> Self {
        let mut placeholders = Self::default();
        placeholders.item(item);
        placeholders
    }

    fn add(&mut self, replaced: Replaced) -> syn::Ident {
        self.0.push(replaced);
        syn::Ident::new(&marker(self.0.len() - 1), proc_macro2::Span::call_site())
    }

    fn item(&mut self, item: &mut Item) {
        match item {
            Item::Static(item) => self.value(&mut item.expr),
            Item::Const(item) => self.value(&mut item.expr),
            Item::Type(item) => self.ty(&mut item.ty),
            Item::Struct(item) => self.fields(&mut item.fields),
            Item::Enum(item) => item.variants.iter_mut().for_each(|variant| self.fields(&mut variant.fields)),
            Item::Fn(item) => {
                self.signature(&mut item.sig);
                self.tail(&mut item.block);
            }
            Item::Impl(item) => item.items.iter_mut().for_each(|item| match item {
                ImplItem::Const(item) => self.value(&mut item.expr),
                ImplItem::Fn(item) => {
                    self.signature(&mut item.sig);
                    self.tail(&mut item.block);
                }
                _ => {}
            }),
            Item::Trait(item) => item.items.iter_mut().for_each(|item| {
                if let TraitItem::Fn(item) = item {
                    self.signature(&mut item.sig);
                }
            }),
            _ => {}
        }
    }

    fn value(&mut self, value: &mut Expr) {
        let replaced = self.add(Replaced::Value(std::mem::replace(value, Expr::PLACEHOLDER)));
        *value = expression(replaced);
    }

    fn ty(&mut self, ty: &mut Type) {
        let replaced = self.add(Replaced::Type(std::mem::replace(ty, nothing())));
        *ty = named(replaced);
    }

    fn fields(&mut self, fields: &mut Fields) {
        match fields {
            Fields::Named(fields) => fields.named.iter_mut().for_each(|field| self.ty(&mut field.ty)),
            Fields::Unnamed(fields) => {
                let texts = fields.unnamed.iter().map(|field| {
                    let visibility = quote::ToTokens::to_token_stream(&field.vis).to_string();
                    let visibility = visibility.replace("pub (super)", "pub(super) ").trim_end().to_owned();
                    let space = if visibility.is_empty() { "" } else { " " };
                    format!("{visibility}{space}{}", flat_type(&field.ty))
                });
                let texts: Vec<String> = texts.collect();
                let Some(mut only) = std::mem::take(&mut fields.unnamed).into_iter().next() else { return };
                let replaced = self.add(Replaced::Fields(texts));
                (only.attrs, only.vis, only.ty) = (Vec::new(), syn::Visibility::Inherited, named(replaced));
                fields.unnamed.push(only);
            }
            Fields::Unit => {}
        }
    }

    /// Removes the parameters and the result.
    fn signature(&mut self, signature: &mut Signature) {
        let parameters = std::mem::take(&mut signature.inputs).into_iter().map(|input| match input {
            FnArg::Receiver(receiver) => {
                (quote::ToTokens::to_token_stream(&receiver).to_string().replace("& ", "&"), None)
            }
            FnArg::Typed(input) => (quote::ToTokens::to_token_stream(&input.pat).to_string() + ":", Some(*input.ty)),
        });
        let result = match std::mem::replace(&mut signature.output, ReturnType::Default) {
            ReturnType::Default => None,
            ReturnType::Type(_, ty) => Some(*ty),
        };
        let replaced = Replaced::Signature(signature.ident.to_string(), parameters.collect(), result);
        signature.ident = self.add(replaced);
    }

    fn tail(&mut self, block: &mut Block) {
        if let Some(Stmt::Expr(value, None)) = block.stmts.last_mut() {
            let replaced = self.add(Replaced::Tail(std::mem::replace(value, Expr::PLACEHOLDER)));
            *value = expression(replaced);
        }
    }

    /// Appends the text, with the code instead of placeholders.
    pub(super) fn restore(&self, text: &str, out: &mut String) {
        let mut placeholders = self.0.iter().enumerate().map(|(index, replaced)| (marker(index), replaced)).peekable();
        for line in text.lines() {
            let found =
                placeholders.peek().and_then(|(marker, replaced)| Some((line.split_once(marker.as_str())?, *replaced)));
            if let Some(((before, after), replaced)) = found {
                placeholders.next();
                out.push_str(&replaced.filled(before, after));
            } else {
                out.push_str(line);
            }
            out.push('\n');
        }
    }
}

fn nothing() -> Type {
    Type::Verbatim(proc_macro2::TokenStream::new())
}

/// A type that consists of a name.
fn named(name: syn::Ident) -> Type {
    Type::Path(syn::TypePath { attrs: Vec::new(), qself: None, path: name.into() })
}

/// An expression that consists of a name.
fn expression(name: syn::Ident) -> Expr {
    Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path: name.into() })
}

impl Replaced {
    /// The lines that replace the line with a placeholder.
    fn filled(&self, before: &str, after: &str) -> String {
        let indent = before.len() - before.trim_start().len();
        let name = before.trim();
        let start = " ".repeat(indent);
        match self {
            Self::Value(value) => {
                let text = assigned(name, &Node::Value(value), indent)
                    .unwrap_or_else(|| format!("{name} {}", indented(&printed(value), indent)));
                format!("{start}{text}{after}")
            }
            Self::Type(ty) => {
                let text =
                    assigned(name, &Node::Type(ty), indent).unwrap_or_else(|| format!("{name} {}", flat_type(ty)));
                format!("{start}{text}{after}")
            }
            Self::Tail(value) => {
                let space = Space::line(indent);
                let text = super::node::tail(value, space).unwrap_or_else(|| indented(&printed(value), indent));
                format!("{start}{text}{after}")
            }
            // The printer has put the fields of a structure with a long name on a separate line.
            Self::Fields(fields) if name.is_empty() => {
                fields.iter().map(|field| format!("{start}{field},")).collect::<Vec<_>>().join("\n")
            }
            Self::Fields(fields) => {
                let line = format!("{before}{}{after}", fields.join(", "));
                if width(&line) <= WIDTH {
                    return line;
                }
                let inner = Space::line(indent + INDENT);
                let fields: Vec<String> = fields.iter().map(|field| format!("{}{field},", inner.new_line())).collect();
                format!("{before}{}\n{start}{after}", fields.concat())
            }
            Self::Signature(name, parameters, result) => {
                let (generics, end) = after.rsplit_once("()").unwrap_or(("", after));
                let head = format!("{}{name}{generics}(", before.trim_start());
                signature(&head, (parameters, result.as_ref()), end, indent)
            }
        }
    }
}

/// A signature: `before` is the text before the parenthesis of the parameters, `end` is ` {` or `;`.
fn signature(
    before: &str,
    (parameters, result): (&[(String, Option<Type>)], Option<&Type>),
    end: &str,
    indent: usize,
) -> String {
    let start = " ".repeat(indent);
    let inner = Space::line(indent + INDENT).narrower(1).unwrap_or(Space::line(0));
    let parameters: Vec<String> = parameters
        .iter()
        .map(|(name, ty)| match ty {
            None => name.clone(),
            Some(ty) => {
                let space = inner.after(name.len() + 1);
                let ty = space.and_then(|space| types::layout(ty, space)).unwrap_or_else(|| flat_type(ty));
                format!("{name} {ty}")
            }
        })
        .collect();
    let arrow = |space: Space| {
        let result = result?;
        let text = space.after(3).and_then(|space| types::layout(result, Space { before: 0, ..space }));
        Some(format!("-> {}", text.unwrap_or_else(|| flat_type(result))))
    };
    let plain = arrow(Space::line(indent)).unwrap_or_default();
    let space = if plain.is_empty() { "" } else { " " };
    let line = format!("{start}{before}{}){space}{plain}{end}", parameters.join(", "));
    let is_short = !line.contains('\n') && width(&line) <= WIDTH;
    if is_short || (parameters.is_empty() && !plain.contains('\n')) {
        return line;
    }
    let plain = if plain.contains('\n') {
        let space = Space::line(indent).after(indent + 2);
        space.and_then(arrow).unwrap_or(plain)
    } else {
        plain
    };
    let lines: Vec<String> = parameters.iter().map(|parameter| format!("{}{parameter},", inner.new_line())).collect();
    let head = format!("{start}{before}{}\n{start})", lines.concat());
    let last = format!("){space}{plain}");
    let last_width = indent + super::space::last_width(&last);
    // The brace after a wide result is on a separate line.
    if let Some(rest) = end.strip_prefix(" {")
        && !plain.contains('\n')
        && last_width + 2 > WIDTH - indent
    {
        return format!("{head}{space}{plain}\n{start}{{{rest}");
    }
    format!("{head}{space}{plain}{end}")
}

/// The type on one line.
fn flat_type(ty: &Type) -> String {
    let space = Space { indent: 0, before: 0, width: usize::MAX / 2 };
    types::layout(ty, space).filter(|text| !text.contains('\n')).unwrap_or_else(|| printed_type(ty))
}

fn indented(text: &str, indent: usize) -> String {
    text.replace('\n', &Space::line(indent).new_line())
}

/// Appends `use` lines, with lines of names in braces if the names are too many for one line.
pub(super) fn imports(text: &str, out: &mut String) {
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("use ") && line.ends_with('{') {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "};").map(str::trim).collect();
            let body = body.join(" ");
            let names: Vec<String> = body.trim_end_matches(',').split(", ").map(str::to_owned).collect();
            let whole = format!("{line}{}}};", names.join(", "));
            if width(&whole) <= WIDTH {
                out.push_str(&whole);
            } else {
                let inner = Space::line(INDENT);
                out.extend([line, &inner.new_line(), &filled(&names, inner, Trailing::OwnLines), "\n};"]);
            }
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
}
