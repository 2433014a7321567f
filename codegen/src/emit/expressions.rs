//! Expressions of waiters and endpoint parameters as values of the runtime.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::tokens::{float, integer, name};
use crate::jmespath::{Comparator, Literal, Plan};

/// Expressions as tokens, and the names of the runtime that they use.
pub(super) struct Expressions {
    names: Names,
    used: BTreeSet<&'static str>,
}

/// How items of the runtime are named.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// By the short names of [`Expressions::uses`].
    Imported,
    /// By paths.
    Paths,
}

impl Expressions {
    pub(super) fn new(names: Names) -> Self {
        Self { names, used: BTreeSet::new() }
    }

    /// The `use` line of imported names.
    pub(super) fn uses(&self) -> Option<TokenStream> {
        let uses = self.used.iter().map(|used| match *used {
            "Expression" => quote!(Expression as E),
            other => {
                let other = name(other);
                quote!(#other)
            }
        });
        let has_uses = self.names == Names::Imported && !self.used.is_empty();
        has_uses.then(|| quote!(use whitesmith_runtime::jmespath::{#(#uses),*};))
    }

    /// An item of the runtime.
    fn item(&mut self, item: &'static str) -> TokenStream {
        self.used.insert(item);
        let ident = name(item);
        match self.names {
            Names::Paths => quote!(rt::jmespath::#ident),
            Names::Imported if item == "Expression" => quote!(E),
            Names::Imported => quote!(#ident),
        }
    }

    pub(super) fn expression(&mut self, plan: &Plan) -> TokenStream {
        let e = self.item("Expression");
        match plan {
            Plan::Current => quote!(#e::Current),
            Plan::Field(field) => quote!(#e::Field(#field)),
            Plan::Index(index) => {
                let index = integer(*index);
                quote!(#e::Index(#index))
            }
            Plan::Slice(from, to, step) => {
                let (from, to, step) = (bound(*from), bound(*to), integer(*step));
                quote!(#e::Slice(#from, #to, #step))
            }
            Plan::Literal(literal) => {
                let literal = self.literal(literal);
                quote!(#e::Literal(#literal))
            }
            Plan::Flatten(inner) => {
                let inner = self.expression(inner);
                quote!(#e::Flatten(&#inner))
            }
            Plan::Not(inner) => {
                let inner = self.expression(inner);
                quote!(#e::Not(&#inner))
            }
            Plan::And(parts) => self.parts("And", &**parts),
            Plan::Or(parts) => self.parts("Or", &**parts),
            Plan::Chain(links) => self.parts("Chain", links),
            Plan::Project(parts) => self.parts("Project", &**parts),
            Plan::ProjectValues(parts) => self.parts("ProjectValues", &**parts),
            Plan::Filter(parts) => self.parts("Filter", &**parts),
            Plan::List(items) => self.parts("List", items),
            Plan::Compare(comparator, parts) => {
                let (item, comparator) = (self.item("Comparator"), self::comparator(*comparator));
                let parts = self.all(&**parts);
                quote!(#e::Compare(#item::#comparator, #parts))
            }
            Plan::Hash(items) => {
                let items = items.iter().map(|(name, item)| {
                    let item = self.expression(item);
                    quote!((#name, #item))
                });
                quote!(#e::Hash(&[#(#items),*]))
            }
            Plan::Call(function, arguments) => {
                let item = self.item("Function");
                // The enum of the runtime has the same variants.
                let (function, arguments) = (format_ident!("{function:?}"), self.all(arguments));
                quote!(#e::Call(#item::#function, #arguments))
            }
        }
    }

    fn parts(&mut self, kind: &str, parts: &[Plan]) -> TokenStream {
        let (e, kind, parts) = (self.item("Expression"), name(kind), self.all(parts));
        quote!(#e::#kind(#parts))
    }

    fn all(&mut self, plans: &[Plan]) -> TokenStream {
        let plans = plans.iter().map(|plan| self.expression(plan));
        quote!(&[#(#plans),*])
    }

    fn literal(&mut self, literal: &Literal) -> TokenStream {
        let item = self.item("Literal");
        match literal {
            Literal::Null => quote!(#item::Null),
            Literal::Bool(value) => quote!(#item::Bool(#value)),
            Literal::Number(value) => {
                let value = float(*value);
                quote!(#item::Number(#value))
            }
            Literal::String(text) => quote!(#item::String(#text)),
            Literal::Array(elements) => {
                let elements = elements.iter().map(|element| self.literal(element));
                quote!(#item::Array(&[#(#elements),*]))
            }
            Literal::Object(members) => {
                let members = members.iter().map(|(name, value)| {
                    let value = self.literal(value);
                    quote!((#name, #value))
                });
                quote!(#item::Object(&[#(#members),*]))
            }
        }
    }
}

fn bound(bound: Option<i64>) -> TokenStream {
    match bound.map(integer) {
        Some(bound) => quote!(::std::option::Option::Some(#bound)),
        None => quote!(::std::option::Option::None),
    }
}

fn comparator(comparator: Comparator) -> TokenStream {
    match comparator {
        Comparator::Equal => quote!(Equal),
        Comparator::NotEqual => quote!(NotEqual),
        Comparator::Less => quote!(Less),
        Comparator::LessOrEqual => quote!(LessOrEqual),
        Comparator::Greater => quote!(Greater),
        Comparator::GreaterOrEqual => quote!(GreaterOrEqual),
    }
}
