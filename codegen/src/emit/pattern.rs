//! Patterns as tokens: the steps or programs that the runtime matches with.
//!
//! ```text
//! static ID_PATTERN: Pattern = {
//!     const SET_1: Set = Set::new().range(b'0', b'9');
//!     Pattern::steps(types::Id::PATTERN, &[Step::Literal("id-"), Step::Class(&SET_1, 4, 4)])
//! };
//! ```

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::pattern::{ClassSet, Plan, Search, Step};

/// The value of a pattern. `source` is the constant with its text, `rt` the runtime.
pub(super) fn value(plan: &Plan, source: &TokenStream) -> TokenStream {
    let mut sets = Sets::default();
    let (programs, value) = match plan {
        Plan::Steps(steps) => {
            let steps: Vec<_> = steps.iter().map(|one| step(one, &mut sets)).collect();
            (Vec::new(), quote!(rt::pattern::Pattern::steps(#source, &[#(#steps),*])))
        }
        Plan::Searches(searches) => {
            let programs: Vec<_> =
                searches.iter().enumerate().map(|(index, one)| program(index, one, &mut sets)).collect();
            let searches = searches.iter().enumerate().map(|(index, one)| {
                let name = program_name(index);
                if one.negated {
                    quote!(rt::pattern::Search::avoid(&#name))
                } else {
                    quote!(rt::pattern::Search::find(&#name))
                }
            });
            (programs, quote!(rt::pattern::Pattern::search(#source, &[#(#searches),*])))
        }
    };
    if sets.0.is_empty() && programs.is_empty() {
        return value;
    }
    let consts = sets.0.iter().enumerate().map(|(index, one)| {
        let (name, value) = (Sets::name(index), set(one));
        quote!(const #name: rt::pattern::Set = #value;)
    });
    quote!({
        #(#consts)*
        #(#programs)*
        #value
    })
}

/// The constant of the program of a search.
fn program(index: usize, search: &Search, sets: &mut Sets) -> TokenStream {
    let (name, length) = (program_name(index), Literal::usize_unsuffixed(search.length()));
    let steps = search.steps.iter().map(|one| step(one, sets));
    quote!(const #name: rt::pattern::Program<#length> = rt::pattern::Program::new(&[#(#steps),*]);)
}

fn program_name(index: usize) -> Ident {
    format_ident!("PROGRAM_{}", index + 1)
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
        Step::Skip => quote!(rt::pattern::Step::Skip),
        Step::Start => quote!(rt::pattern::Step::Start),
        Step::End => quote!(rt::pattern::Step::End),
        Step::WordBoundary => quote!(rt::pattern::Step::WordBoundary),
        Step::NoWordBoundary => quote!(rt::pattern::Step::NoWordBoundary),
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
    let categories = (!set.categories.is_empty()).then(|| {
        let names = set.categories.join(" ");
        quote!(.categories(#names))
    });
    let negated = set.negated.then(|| quote!(.negated()));
    quote!(rt::pattern::Set::new() #(#ranges)* #chars #others #categories #negated)
}
