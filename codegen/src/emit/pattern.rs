//! Patterns as tokens: the steps or automata that the runtime matches with.
//!
//! ```text
//! static ID_PATTERN: Pattern = {
//!     const SET_1: Set = Set::new().range(b'0', b'9');
//!     Pattern::steps(types::Id::PATTERN, &[Step::Literal("id-"), Step::Class(&SET_1, 4, 4)])
//! };
//! ```

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::pattern::{Automaton, ClassSet, Plan, Step};

/// The value of a pattern. `source` is the constant with its text, `rt` the runtime.
pub(super) fn value(plan: &Plan, source: &TokenStream) -> TokenStream {
    match plan {
        Plan::Steps(steps) => {
            let mut sets = Sets::default();
            let steps: Vec<_> = steps.iter().map(|one| step(one, &mut sets)).collect();
            let value = quote!(rt::pattern::Pattern::steps(#source, &[#(#steps),*]));
            if sets.0.is_empty() {
                return value;
            }
            let consts = sets.0.iter().enumerate().map(|(index, one)| {
                let (name, value) = (Sets::name(index), set(one));
                quote!(const #name: rt::pattern::Set = #value;)
            });
            quote!({
                #(#consts)*
                #value
            })
        }
        Plan::Automata(automata) => {
            let automata = automata.iter().map(automaton);
            quote!(rt::pattern::Pattern::automata(#source, &[#(#automata),*]))
        }
    }
}

/// The sets of a pattern, without duplicates, in the order of its steps.
#[derive(Default)]
struct Sets(Vec<ClassSet>);

impl Sets {
    fn add(&mut self, set: &ClassSet) -> Ident {
        let index = self.0.iter().position(|known| known == set).unwrap_or_else(|| {
            self.0.push(set.clone());
            self.0.len() - 1
        });
        Self::name(index)
    }

    fn name(index: usize) -> Ident {
        format_ident!("SET_{}", index + 1)
    }
}

fn automaton(one: &Automaton) -> TokenStream {
    let expression = super::tokens::raw_string(&one.expression);
    if one.negated {
        quote!(rt::pattern::Automaton::avoid(#expression))
    } else {
        quote!(rt::pattern::Automaton::find(#expression))
    }
}

fn step(one: &Step, sets: &mut Sets) -> TokenStream {
    match one {
        Step::Literal(text) => quote!(rt::pattern::Step::Literal(#text)),
        Step::Class(set, min, max) => {
            let (set, min, max) = (sets.add(set), Literal::u32_unsuffixed(*min), maximum(*max));
            quote!(rt::pattern::Step::Class(&#set, #min, #max))
        }
        Step::OneOf(branches) => {
            let branches = branches.iter().map(|steps| {
                let steps = steps.iter().map(|one| step(one, sets));
                quote!(&[#(#steps),*])
            });
            quote!(rt::pattern::Step::OneOf(&[#(#branches),*]))
        }
        Step::Repeat(steps, min, max) => {
            let steps: Vec<_> = steps.iter().map(|one| step(one, sets)).collect();
            let (min, max) = (Literal::u32_unsuffixed(*min), maximum(*max));
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

/// Ranges of three or more characters as ranges, all others as a string.
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
