//! `waiters.rs`: the acceptors of each waiter, and the expressions that they evaluate.
//!
//! ```text
//! pub(super) static ORDER_SHIPPED: Waiter = Waiter::new(
//!     "OrderShipped",
//!     &[Acceptor::success(Matcher::Output(&STATUS, Expected::String("SHIPPED")))],
//! );
//!
//! static STATUS: Path = Path::new("status", E::Field("status"));
//! ```

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::tokens::{float, integer, name};
use crate::ir::{Acceptor, Expected, Matcher, MatcherData, Module, Path, State, Waiter};
use crate::jmespath::{Comparator, Literal, Plan};

pub(super) fn emit(module: &Module) -> TokenStream {
    if module.waiters().next().is_none() {
        return TokenStream::new();
    }
    let mut expressions = Expressions::default();
    let waiters: Vec<_> = module.waiters().map(waiter).collect();
    let paths: Vec<_> = module.paths.iter().map(|one| path(one, &mut expressions)).collect();
    let matchers = module.waiters().flat_map(|waiter| &waiter.acceptors).map(|acceptor| &acceptor.matcher);
    let expected = matchers.clone().any(|matcher| matches!(matcher, Matcher::Path { .. }));
    let expected = expected.then(|| quote!(Expected,));
    let path = (!paths.is_empty()).then(|| quote!(Path,));
    let uses = expressions.uses();
    quote! {
        use whitesmith_runtime::client::waiter::{Acceptor, #expected Matcher, #path Waiter};
        #uses

        #(#waiters)*
        #(#paths)*
    }
}

fn waiter(waiter: &Waiter) -> TokenStream {
    let (target, wire_name) = (name(&waiter.target), &waiter.wire_name);
    let acceptors = waiter.acceptors.iter().map(acceptor);
    let delays = waiter.delays.map(|(min, max)| {
        let (min, max) = (integer(min), integer(max));
        quote!(.delays(#min, #max))
    });
    quote! {
        pub(super) static #target: Waiter = Waiter::new(#wire_name, &[#(#acceptors),*]) #delays;
    }
}

fn acceptor(acceptor: &Acceptor) -> TokenStream {
    let state = match acceptor.state {
        State::Success => quote!(success),
        State::Failure => quote!(failure),
        State::Retry => quote!(retry),
    };
    let matcher = match &acceptor.matcher {
        Matcher::Success(wanted) => quote!(Success(#wanted)),
        Matcher::Error(wanted) => quote!(Error(#wanted)),
        Matcher::Path { data, path, expected } => {
            let (path, expected) = (name(path), self::expected(expected));
            let kind = match data {
                MatcherData::Output => quote!(Output),
                MatcherData::InputOutput => quote!(InputOutput),
            };
            quote!(#kind(&#path, Expected::#expected))
        }
    };
    let message = acceptor.message.as_ref().map(|path| {
        let path = name(path);
        quote!(.message(&#path))
    });
    quote!(Acceptor::#state(Matcher::#matcher) #message)
}

fn expected(expected: &Expected) -> TokenStream {
    match expected {
        Expected::Bool(wanted) => quote!(Bool(#wanted)),
        Expected::String(wanted) => quote!(String(#wanted)),
        Expected::All(wanted) => quote!(All(#wanted)),
        Expected::Any(wanted) => quote!(Any(#wanted)),
    }
}

fn path(path: &Path, expressions: &mut Expressions) -> TokenStream {
    let (target, text, expression) = (name(&path.name), &path.text, expressions.expression(&path.plan));
    quote! {
        static #target: Path = Path::new(#text, #expression);
    }
}

/// Expressions as tokens, and the names of the runtime that they use.
#[derive(Default)]
struct Expressions(BTreeSet<&'static str>);

impl Expressions {
    fn uses(&self) -> Option<TokenStream> {
        let uses = self.0.iter().map(|used| match *used {
            "Expression" => quote!(Expression as E),
            other => {
                let other = name(other);
                quote!(#other)
            }
        });
        (!self.0.is_empty()).then(|| quote!(use whitesmith_runtime::jmespath::{#(#uses),*};))
    }

    fn expression(&mut self, plan: &Plan) -> TokenStream {
        self.0.insert("Expression");
        match plan {
            Plan::Current => quote!(E::Current),
            Plan::Field(field) => quote!(E::Field(#field)),
            Plan::Index(index) => {
                let index = integer(*index);
                quote!(E::Index(#index))
            }
            Plan::Slice(from, to, step) => {
                let (from, to, step) = (bound(*from), bound(*to), integer(*step));
                quote!(E::Slice(#from, #to, #step))
            }
            Plan::Literal(literal) => {
                let literal = self.literal(literal);
                quote!(E::Literal(#literal))
            }
            Plan::Flatten(inner) => {
                let inner = self.expression(inner);
                quote!(E::Flatten(&#inner))
            }
            Plan::Not(inner) => {
                let inner = self.expression(inner);
                quote!(E::Not(&#inner))
            }
            Plan::And(parts) => self.parts("And", &**parts),
            Plan::Or(parts) => self.parts("Or", &**parts),
            Plan::Chain(links) => self.parts("Chain", links),
            Plan::Project(parts) => self.parts("Project", &**parts),
            Plan::ProjectValues(parts) => self.parts("ProjectValues", &**parts),
            Plan::Filter(parts) => self.parts("Filter", &**parts),
            Plan::List(items) => self.parts("List", items),
            Plan::Compare(comparator, parts) => {
                self.0.insert("Comparator");
                let comparator = self::comparator(*comparator);
                let parts = self.all(&**parts);
                quote!(E::Compare(Comparator::#comparator, #parts))
            }
            Plan::Hash(items) => {
                let items = items.iter().map(|(name, item)| {
                    let item = self.expression(item);
                    quote!((#name, #item))
                });
                quote!(E::Hash(&[#(#items),*]))
            }
            Plan::Call(function, arguments) => {
                self.0.insert("Function");
                let (function, arguments) = (format_ident!("{}", camel(function)), self.all(arguments));
                quote!(E::Call(Function::#function, #arguments))
            }
        }
    }

    fn parts(&mut self, kind: &str, parts: &[Plan]) -> TokenStream {
        let (kind, parts) = (name(kind), self.all(parts));
        quote!(E::#kind(#parts))
    }

    fn all(&mut self, plans: &[Plan]) -> TokenStream {
        let plans = plans.iter().map(|plan| self.expression(plan));
        quote!(&[#(#plans),*])
    }

    fn literal(&mut self, literal: &Literal) -> TokenStream {
        self.0.insert("Literal");
        match literal {
            Literal::Null => quote!(Literal::Null),
            Literal::Bool(value) => quote!(Literal::Bool(#value)),
            Literal::Number(value) => {
                let value = float(*value);
                quote!(Literal::Number(#value))
            }
            Literal::String(text) => quote!(Literal::String(#text)),
            Literal::Array(elements) => {
                let elements = elements.iter().map(|element| self.literal(element));
                quote!(Literal::Array(&[#(#elements),*]))
            }
            Literal::Object(members) => {
                let members = members.iter().map(|(name, value)| {
                    let value = self.literal(value);
                    quote!((#name, #value))
                });
                quote!(Literal::Object(&[#(#members),*]))
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

/// `starts_with` as `StartsWith`, its name in the runtime.
fn camel(function: &str) -> String {
    use heck::ToUpperCamelCase;
    function.to_upper_camel_case()
}
