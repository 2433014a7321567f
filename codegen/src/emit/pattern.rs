//! Patterns as tokens: the steps, or the automata, with which the runtime matches.
//!
//! ```text
//! static ID_PATTERN: rt::pattern::Pattern = rt::pattern::Pattern::steps(
//!     types::Id::PATTERN,
//!     &[rt::pattern::Step::Literal("id-"), rt::pattern::Step::Class(rt::pattern::Set::new().range(b'0', b'9'), 4, 4)],
//! );
//! ```

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::pattern::{Automaton, ClassSet, Plan, Step};

/// The pattern's value; `source` names the constant that holds its text. `rt` is the runtime.
pub(super) fn value(plan: &Plan, source: &TokenStream) -> TokenStream {
    match plan {
        Plan::Steps(steps) => {
            let steps = steps.iter().map(step);
            quote!(rt::pattern::Pattern::steps(#source, &[#(#steps),*]))
        }
        Plan::Automata(automata) => {
            let automata = automata.iter().map(automaton);
            quote!(rt::pattern::Pattern::automata(#source, &[#(#automata),*]))
        }
    }
}

fn automaton(one: &Automaton) -> TokenStream {
    let expression = super::types::raw_string(&one.expression);
    if one.negated {
        quote!(rt::pattern::Automaton::avoid(#expression))
    } else {
        quote!(rt::pattern::Automaton::find(#expression))
    }
}

fn step(step: &Step) -> TokenStream {
    match step {
        Step::Literal(text) => quote!(rt::pattern::Step::Literal(#text)),
        Step::Class(set, min, max) => {
            let (set, min, max) = (self::set(set), Literal::u32_unsuffixed(*min), maximum(*max));
            quote!(rt::pattern::Step::Class(#set, #min, #max))
        }
        Step::OneOf(branches) => {
            let branches = branches.iter().map(|steps| {
                let steps = steps.iter().map(self::step);
                quote!(&[#(#steps),*])
            });
            quote!(rt::pattern::Step::OneOf(&[#(#branches),*]))
        }
        Step::Repeat(steps, min, max) => {
            let (steps, min, max) = (steps.iter().map(self::step), Literal::u32_unsuffixed(*min), maximum(*max));
            quote!(rt::pattern::Step::Repeat(&[#(#steps),*], #min, #max))
        }
    }
}

fn maximum(max: Option<u32>) -> TokenStream {
    match max.map(Literal::u32_unsuffixed) {
        Some(max) => quote!(#max),
        None => quote!(u32::MAX),
    }
}

/// Ranges of three characters and more as ranges, the others as a text.
fn set(set: &ClassSet) -> TokenStream {
    let mut singles = String::new();
    let mut ranges = Vec::new();
    for (first, last) in &set.ascii {
        if last - first < 2 {
            singles.extend((*first..=*last).map(char::from));
        } else {
            let (first, last) = (Literal::byte_character(*first), Literal::byte_character(*last));
            ranges.push(quote!(.range(#first, #last)));
        }
    }
    let chars = (!singles.is_empty()).then(|| quote!(.chars(#singles)));
    let others = (!set.others.is_empty()).then(|| {
        let pairs = set.others.iter().map(|(first, last)| quote!((#first, #last)));
        quote!(.others(&[#(#pairs),*]))
    });
    let negated = set.negated.then(|| quote!(.negated()));
    quote!(rt::pattern::Set::new() #(#ranges)* #chars #others #negated)
}
