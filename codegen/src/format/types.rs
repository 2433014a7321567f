//! Types: paths with generic arguments, `impl Trait`, and all others on one line.

use quote::ToTokens;
use syn::{GenericArgument, Path, PathArguments, Type, TypeParamBound};

use super::list::{List, Trailing};
use super::node::{Chains, Node};
use super::space::{Space, WIDTH, ends_with_brackets, last_width, width};

/// Formats the type within this space.
pub(super) fn layout(ty: &Type, space: Space) -> Option<String> {
    match ty {
        Type::Path(ty) if ty.qself.is_none() => path(&ty.path, space),
        Type::ImplTrait(ty) => {
            let bounds: Vec<_> = ty.bounds.iter().collect();
            let beside = joined(&bounds, space, " + ")?;
            let is_fine = !beside.contains('\n') && width(&beside) <= space.width;
            let text = if is_fine || bounds.len() < 2 { beside } else { below(&bounds, space)? };
            Some(format!("impl {text}"))
        }
        other => {
            let text = super::printed_type(other);
            space.fits(&text).then_some(text)
        }
    }
}

fn joined(bounds: &[&TypeParamBound], space: Space, with: &str) -> Option<String> {
    let texts: Option<Vec<String>> = bounds.iter().map(|one| bound(one, space)).collect();
    Some(texts?.join(with))
}

/// Each bound on its own line, unless the one before ends with brackets only.
fn below(bounds: &[&TypeParamBound], space: Space) -> Option<String> {
    let mut out = String::new();
    let mut is_extendable = true;
    for (index, one) in bounds.iter().enumerate() {
        let text = bound(one, space)?;
        if index > 0 {
            out.push_str(&if is_extendable { " ".to_owned() } else { space.new_line() });
            out.push_str("+ ");
        }
        is_extendable = ends_with_brackets(&text);
        out.push_str(&text);
    }
    Some(out)
}

fn bound(bound: &TypeParamBound, space: Space) -> Option<String> {
    match bound {
        TypeParamBound::Trait(bound) => path(&bound.path, space),
        other => Some(other.to_token_stream().to_string()),
    }
}

/// A path with its generic arguments.
pub(super) fn path(path: &Path, space: Space) -> Option<String> {
    let mut out = String::new();
    if path.leading_colon.is_some() {
        out.push_str("::");
    }
    for (index, segment) in path.segments.iter().enumerate() {
        if index > 0 {
            out.push_str("::");
        }
        let before =
            if out.contains('\n') { last_width(&out).saturating_sub(space.indent + space.before) } else { width(&out) };
        let name = segment.ident.to_string();
        let space = space.after(before)?.after(width(&name))?;
        out.push_str(&name);
        match &segment.arguments {
            PathArguments::None => {}
            PathArguments::AngleBracketed(arguments) if arguments.colon2_token.is_none() => {
                let items: Option<Vec<Node<'_>>> = arguments.args.iter().map(argument).collect();
                let brackets = ["<", ">"];
                let list = List { head: "", brackets, items: items?, limit: WIDTH, trailing: Trailing::OwnLines };
                out.push_str(&list.layout(space, Chains::Free)?);
            }
            _ => return None,
        }
    }
    Some(out)
}

fn argument(argument: &GenericArgument) -> Option<Node<'_>> {
    match argument {
        GenericArgument::Type(ty) => Some(Node::Type(ty)),
        GenericArgument::AssocType(binding) if binding.generics.is_none() => Some(Node::Binding(binding)),
        _ => None,
    }
}
