//! Expressions: literals, paths, calls, chains of methods, arrays, tuples, macros, casts, and blocks of constants.

use proc_macro2::{Spacing, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Block, Expr, Item, Lit, Stmt, Token};

use super::list::{List, Trailing};
use super::node::{Chains, Node, assigned};
use super::space::{INDENT, SHORT, Space, ends_with_brackets, first_width, last_width, width};
use super::types;

/// Formats the expression within this space.
pub(super) fn layout(value: &Expr, space: Space, chains: Chains) -> Option<String> {
    match value {
        Expr::Lit(lit) => literal(&lit.lit, space),
        Expr::Path(path) => types::path(&path.path, space),
        Expr::Reference(reference) => {
            let operator = if reference.mutability.is_some() { "&mut " } else { "&" };
            prefixed(operator, &reference.expr, space, chains)
        }
        Expr::Unary(unary) => prefixed(&unary.op.to_token_stream().to_string(), &unary.expr, space, chains),
        Expr::Array(array) => list("", ["[", "]"], values(&array.elems), Trailing::OwnLines).layout(space, chains),
        Expr::Tuple(tuple) if tuple.elems.len() > 1 => {
            list("", ["(", ")"], values(&tuple.elems), Trailing::OwnLines).layout(space, chains)
        }
        Expr::Call(call) => {
            let name = layout(&call.func, space, chains)?;
            list(&name, ["(", ")"], values(&call.args), Trailing::OwnLines).layout(space, chains)
        }
        Expr::Macro(call) => macro_call(call, space, chains),
        Expr::Cast(cast) => {
            let text = format!("{} as {}", layout(&cast.expr, space, chains)?, types::layout(&cast.ty, space)?);
            (width(&text) <= space.width && !text.contains('\n')).then_some(text)
        }
        Expr::Closure(closure) => {
            let parameters: Vec<String> =
                closure.inputs.iter().map(|input| input.to_token_stream().to_string()).collect();
            let head = format!("|{}| ", parameters.join(", "));
            let text = format!("{head}{}", layout(&closure.body, space.after(head.len())?, chains)?);
            (width(&text) <= space.width && !text.contains('\n')).then_some(text)
        }
        Expr::MethodCall(_) | Expr::Field(_) | Expr::Await(_) => chain(value, space, chains),
        Expr::Block(block) if block.label.is_none() => constants(&block.block, space, chains),
        _ => None,
    }
}

/// The expression without operators around it.
pub(super) fn operand(value: &Expr) -> &Expr {
    match value {
        Expr::Reference(reference) => operand(&reference.expr),
        Expr::Unary(unary) => operand(&unary.expr),
        Expr::Cast(cast) => operand(&cast.expr),
        other => other,
    }
}

/// Whether it is a literal or a name, possibly with an operator.
pub(super) fn is_simple(value: &Expr) -> bool {
    match operand(value) {
        Expr::Lit(_) => true,
        Expr::Path(path) => path.path.segments.len() == 1,
        _ => false,
    }
}

fn list<'a>(head: &'a str, brackets: [&'static str; 2], items: Vec<Node<'a>>, trailing: Trailing) -> List<'a> {
    List { head, brackets, items, limit: SHORT, trailing }
}

fn values(values: &Punctuated<Expr, Token![,]>) -> Vec<Node<'_>> {
    values.iter().map(Node::Value).collect()
}

fn literal(literal: &Lit, space: Space) -> Option<String> {
    let text = match literal {
        Lit::Str(text) => text.token().to_string(),
        other => other.to_token_stream().to_string(),
    };
    // Strings may be wider than a line.
    (matches!(literal, Lit::Str(_)) || space.fits(&text)).then_some(text)
}

fn prefixed(operator: &str, value: &Expr, space: Space, chains: Chains) -> Option<String> {
    Some(format!("{operator}{}", layout(value, space.after(operator.len())?, chains)?))
}

/// A macro whose arguments are expressions.
fn macro_call(call: &syn::ExprMacro, space: Space, chains: Chains) -> Option<String> {
    let name = format!("{}!", types::path(&call.mac.path, space)?);
    let tokens: Vec<TokenTree> = call.mac.tokens.clone().into_iter().collect();
    let arguments = if has_colon(&tokens) {
        None
    } else {
        call.mac.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated).ok()
    };
    match arguments {
        Some(arguments) if matches!(call.mac.delimiter, syn::MacroDelimiter::Paren(_)) => {
            list(&name, ["(", ")"], values(&arguments), Trailing::Never).layout(space, chains)
        }
        // Custom syntax stays on one line, which rustfmt does not change.
        _ if matches!(call.mac.delimiter, syn::MacroDelimiter::Paren(_)) => {
            Some(format!("{name}({})", custom(&tokens)))
        }
        _ => Some(super::printed(call).replace('\n', &space.new_line())),
    }
}

/// Whether there is a colon that is not a part of `::`: in the syntax of the runtime's macros, not in expressions.
fn has_colon(tokens: &[TokenTree]) -> bool {
    let is_joint = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':');
    tokens.windows(2).any(|pair| is_colon(&pair[1]) && !is_joint(&pair[1]) && !is_joint(&pair[0]))
}

/// Arguments with custom syntax: `self, Order.name: value`.
fn custom(tokens: &[TokenTree]) -> String {
    let mut out = String::new();
    // Whether the next token follows without a space.
    let mut is_joined = true;
    for token in tokens {
        let (joins_before, joins_after) = match token {
            TokenTree::Punct(punct) => match (punct.as_char(), punct.spacing()) {
                ('.', _) | (':', Spacing::Joint) => (true, true),
                // The second half of `::`.
                (':', _) if out.ends_with(':') => (true, true),
                (':' | ',', _) => (true, false),
                (_, spacing) => (false, spacing == Spacing::Joint),
            },
            _ => (false, false),
        };
        if !is_joined && !joins_before {
            out.push(' ');
        }
        out.push_str(&token.to_string());
        is_joined = joins_after;
    }
    out
}

/// `{ const A: T = …; value }`
fn constants(block: &Block, space: Space, chains: Chains) -> Option<String> {
    let inner = Space::line(space.indent + INDENT);
    let mut out = String::from("{");
    for stmt in &block.stmts {
        let text = match stmt {
            Stmt::Item(Item::Const(item)) => {
                let name = format!("const {}: {} =", item.ident, types::layout(&item.ty, inner)?);
                assigned(&name, &Node::Value(&item.expr), inner.indent)? + ";"
            }
            Stmt::Expr(value, None) => layout(value, inner, chains)?,
            _ => return None,
        };
        out.push_str(&inner.new_line());
        out.push_str(&text);
    }
    Some(format!("{out}{}}}", space.new_line()))
}

/// A link of a chain.
enum Link<'a> {
    /// `.name` with generic arguments, and the arguments of the call.
    Call(String, Vec<Node<'a>>),
    /// `.field` or `.await`.
    Plain(String),
}

impl Link<'_> {
    fn layout(&self, space: Space, chains: Chains) -> Option<String> {
        match self {
            Self::Call(name, arguments) => {
                list(name, ["(", ")"], arguments.clone(), Trailing::OwnLines).layout(space, chains)
            }
            Self::Plain(text) => space.fits(text).then(|| text.clone()),
        }
    }
}

/// The first expression of a chain, and its links.
fn links(value: &Expr) -> Option<(&Expr, Vec<Link<'_>>)> {
    let mut links = Vec::new();
    let mut receiver = value;
    loop {
        receiver = match receiver {
            Expr::MethodCall(call) if call.turbofish.is_none() => {
                links.push(Link::Call(format!(".{}", call.method), values(&call.args)));
                &call.receiver
            }
            Expr::MethodCall(_) => return None,
            Expr::Field(field) => {
                links.push(Link::Plain(format!(".{}", field.member.to_token_stream())));
                &field.base
            }
            Expr::Await(future) => {
                links.push(Link::Plain(".await".to_owned()));
                &future.base
            }
            first => {
                links.reverse();
                return Some((first, links));
            }
        };
    }
}

fn chain(value: &Expr, space: Space, chains: Chains) -> Option<String> {
    let (first, links) = links(value)?;
    let mut start = layout(first, space, chains)?;
    let mut ends_with_block = is_block(first) && start.contains('\n');
    let mut links = links.as_slice();
    // If the text so far is shorter than an indent, the next link stays on the same line.
    while let Some((link, after)) = links.split_first()
        && start.len() <= INDENT.saturating_sub(space.before)
        && !start.contains('\n')
    {
        let Some(text) = link.layout(space.after(start.len())?, chains) else { break };
        start.push_str(&text);
        ends_with_block = ends_with_brackets(&start);
        links = after;
    }
    let Some((last, middle)) = links.split_last() else { return space.fits(&start).then_some(start) };
    let inner = Space::line(space.indent + if ends_with_block { 0 } else { INDENT });
    let mut texts = vec![start];
    for link in middle {
        texts.push(link.layout(inner, chains)?);
    }
    let (text, is_one_line) = last_link(last, &texts, (space, inner), chains)?;
    texts.push(text);
    if !is_one_line && chains == Chains::OneLine {
        return None;
    }
    let chain = texts.join(&if is_one_line { String::new() } else { inner.new_line() });
    space.fits(&chain).then_some(chain)
}

fn is_block(value: &Expr) -> bool {
    matches!(value, Expr::Call(_) | Expr::Macro(_) | Expr::Array(_) | Expr::Block(_))
}

/// The last link of a chain, and whether the chain is one line, apart from further lines of the last link.
fn last_link(
    last: &Link<'_>,
    before: &[String],
    (space, inner): (Space, Space),
    chains: Chains,
) -> Option<(String, bool)> {
    let is_extendable = ends_with_brackets(&before[0]);
    let taken =
        if is_extendable { last_width(&before[0]) } else { before.iter().map(|text| width(text)).sum::<usize>() };
    let budget = if before.len() == 1 { space.width } else { space.width.min(SHORT) }.saturating_sub(taken);
    let is_one_line = budget > 0 && before.iter().all(|text| !text.contains('\n'));
    let below = inner.narrower(space.trailing_width())?;
    if is_one_line || is_extendable {
        let beside = if is_one_line { space } else { inner };
        if let Some(text) = beside.after(taken).and_then(|space| last.layout(space, chains)) {
            let lines = text.lines().count();
            let fits = first_width(&text) <= budget;
            if fits && lines >= 5 {
                return Some((text, is_one_line));
            }
            return Some(match last.layout(below, chains) {
                Some(own) if !fits || own.lines().count() < lines => (own, false),
                _ => (text, fits && is_one_line),
            });
        }
    }
    let own = if is_one_line {
        space
    } else if is_extendable {
        inner
    } else {
        below
    };
    Some((last.layout(own, chains)?, false))
}
