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

use proc_macro2::TokenStream;
use quote::quote;

use super::code::Code;
use super::expressions::{Expressions, Names};
use super::tokens::{integer, name};
use crate::ir::{Acceptor, Expected, Matcher, MatcherData, Module, Path, State, Waiter};

pub(super) fn emit(module: &Module) -> Code {
    if module.waiters().next().is_none() {
        return Code::of([]);
    }
    let mut expressions = Expressions::new(Names::Imported);
    let waiters: Vec<_> = module.waiters().map(waiter).collect();
    let paths: Vec<_> = module.paths.iter().map(|one| path(one, &mut expressions)).collect();
    let matchers = module.waiters().flat_map(|waiter| &waiter.acceptors).map(|acceptor| &acceptor.matcher);
    let expected = matchers.clone().any(|matcher| matches!(matcher, Matcher::Path { .. }));
    let expected = expected.then(|| quote!(Expected,));
    let path = (!paths.is_empty()).then(|| quote!(Path,));
    let uses = expressions.uses();
    let uses = quote! {
        use whitesmith_runtime::client::waiter::{Acceptor, #expected Matcher, #path Waiter};
        #uses
    };
    Code::of(std::iter::once(uses).chain(waiters).chain(paths))
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
