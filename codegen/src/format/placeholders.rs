//! Code that rustfmt formats differently from `prettyplease`. A placeholder replaces it in the syntax tree, and the
//! line with the placeholder is replaced by the code after printing.
//!
//! Documentation and literals, which contain text of models, are printed with the item. So each placeholder is replaced
//! once, in its order, and the result is valid only if no other text looks like one.

use std::collections::HashSet;

use syn::{Block, Expr, Fields, FnArg, ImplItem, Item, ReturnType, Signature, Stmt, TraitItem, Type};

use super::flat::flat;
use super::list::{Trailing, filled};
use super::signature::{Parameter, signature};
use super::space::{INDENT, Space, WIDTH, width};
use super::{alias, assigned, printed, tail};

/// The code that a placeholder stands for.
enum Replaced {
    /// The value of a static or constant.
    Value(Expr),
    /// The type of a field or alias.
    Type(String),
    /// The fields of a tuple structure.
    Fields(Vec<String>),
    /// The last expression of a function.
    Tail(Expr),
    /// Name, generic parameters, parameters and result of a function.
    Signature(String, Vec<String>, Vec<Parameter>, Option<String>),
}

/// The start of all placeholders of an item. The index and an underscore follow it.
pub(super) struct Marker(String);

/// The start of all markers. A number and an underscore follow it; the usual marker has no number.
const STEM: &str = "__hole";

impl Default for Marker {
    fn default() -> Self {
        Self(format!("{STEM}_"))
    }
}

impl Marker {
    /// A marker that does not occur in the text.
    pub(super) fn absent_from(text: &str) -> Self {
        let number = |rest: &str| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok();
        let taken: HashSet<u64> = text.split(STEM).skip(1).filter_map(number).collect();
        let free = (1..=u64::MAX).find(|number| !taken.contains(number)).unwrap_or_default();
        Self(format!("{STEM}{free}_"))
    }
}

/// Replaced code, in the order of the placeholders in the text.
pub(super) struct Placeholders {
    marker: Marker,
    replaced: Vec<Replaced>,
}

impl Placeholders {
    /// Replaces code in the item by placeholders.
    pub(super) fn extract(item: &mut Item, marker: Marker) -> Self {
        let mut placeholders = Self { marker, replaced: Vec::new() };
        placeholders.item(item);
        placeholders
    }

    fn add(&mut self, replaced: Replaced) -> syn::Ident {
        let name = format!("{}{}_", self.marker.0, self.replaced.len());
        self.replaced.push(replaced);
        syn::Ident::new(&name, proc_macro2::Span::call_site())
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
        let replaced = self.add(Replaced::Type(flat(ty)));
        *ty = named(replaced);
    }

    fn fields(&mut self, fields: &mut Fields) {
        match fields {
            Fields::Named(fields) => fields.named.iter_mut().for_each(|field| self.ty(&mut field.ty)),
            Fields::Unnamed(fields) => {
                let texts = fields.unnamed.iter().map(|field| {
                    let visibility = flat(&field.vis);
                    let space = if visibility.is_empty() { "" } else { " " };
                    format!("{visibility}{space}{}", flat(&field.ty))
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
        let generics = std::mem::take(&mut signature.generics.params).iter().map(flat).collect();
        let parameters = std::mem::take(&mut signature.inputs).into_iter().map(|input| match input {
            FnArg::Receiver(receiver) => Parameter::receiver(&flat(&receiver)),
            FnArg::Typed(input) => Parameter::typed(&flat(&input.pat), flat(&input.ty)),
        });
        let result = match std::mem::replace(&mut signature.output, ReturnType::Default) {
            ReturnType::Default => None,
            ReturnType::Type(_, ty) => Some(flat(&ty)),
        };
        let replaced = Replaced::Signature(signature.ident.to_string(), generics, parameters.collect(), result);
        signature.ident = self.add(replaced);
    }

    fn tail(&mut self, block: &mut Block) {
        if let Some(Stmt::Expr(value, None)) = block.stmts.last_mut() {
            let replaced = self.add(Replaced::Tail(std::mem::replace(value, Expr::PLACEHOLDER)));
            *value = expression(replaced);
        }
    }

    /// The text with the code instead of placeholders. `None` if the marker occurs elsewhere, or a placeholder is
    /// missing.
    pub(super) fn restored(&self, text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len() + text.len() / 2);
        let mut replaced = self.replaced.iter().enumerate();
        for line in text.lines() {
            if let Some((before, rest)) = line.split_once(&self.marker.0) {
                let (index, replaced) = replaced.next()?;
                let after = rest.strip_prefix(&format!("{index}_"))?;
                if after.contains(&self.marker.0) {
                    return None;
                }
                out.push_str(&replaced.filled(before, after));
            } else {
                out.push_str(line);
            }
            out.push('\n');
        }
        replaced.next().is_none().then_some(out)
    }
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
                let text = assigned(name, &flat(value), indent)
                    .unwrap_or_else(|| format!("{name} {}", indented(&printed(value), indent)));
                format!("{start}{text}{after}")
            }
            Self::Type(ty) => {
                let text = alias(name, ty, indent).unwrap_or_else(|| format!("{name} {ty}"));
                format!("{start}{text}{after}")
            }
            Self::Tail(value) => {
                let text = tail(&flat(value), indent).unwrap_or_else(|| indented(&printed(value), indent));
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
            Self::Signature(name, generics, parameters, result) => {
                let end = after.strip_prefix("()").unwrap_or(after);
                let head = format!("{}{name}", before.trim_start());
                let generics = angles(generics, indent + width(&head) + "()".len() + width(end), indent);
                signature(&format!("{head}{generics}("), parameters, (result.as_deref(), end), indent)
            }
        }
    }
}

/// Generic parameters on one line, or each on its own if the code around them is too wide.
fn angles(parameters: &[String], taken: usize, indent: usize) -> String {
    let line = format!("<{}>", parameters.join(", "));
    if parameters.is_empty() {
        String::new()
    } else if taken + width(&line) <= WIDTH {
        line
    } else {
        let inner = Space::line(indent + INDENT);
        let start = inner.new_line();
        let lines = parameters.join(&format!(",{start}"));
        format!("<{start}{lines},{}>", Space::line(indent).new_line())
    }
}

fn indented(text: &str, indent: usize) -> String {
    text.replace('\n', &Space::line(indent).new_line())
}

/// `use` lines, with lines of names in braces if the names are too many for one line.
pub(super) fn imports(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let start = line.trim_start();
        let is_import = start.strip_prefix("pub ").unwrap_or(start).starts_with("use ");
        if is_import && line.ends_with('{') {
            let body: Vec<&str> = lines.by_ref().map(str::trim).take_while(|line| *line != "};").collect();
            let body = body.join(" ");
            let names: Vec<&str> = body.trim_end_matches(',').split(", ").collect();
            let whole = format!("{line}{}}};", names.join(", "));
            if width(&whole) <= IMPORT {
                out.push_str(&whole);
            } else {
                let outer = Space::line(line.len() - start.len());
                let inner = Space::line(outer.indent + INDENT);
                // rustfmt reserves the width of the comma.
                let inner = inner.narrower(1).unwrap_or(inner);
                out.extend([line, &inner.new_line(), &filled(&names, inner, Trailing::OwnLines)]);
                out.extend([&outer.new_line(), "};"]);
            }
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

/// Maximum width of a `use` line with names in braces. rustfmt reserves their width twice.
const IMPORT: usize = WIDTH - 2;
