//! Static checks of rule sets: unknown names and functions, wrong types, values that may be missing.

use super::RuleError;
use super::functions::Function;
use super::syntax::{Action, Condition, Expression, ExpressionKind, Part, Rule, RuleSet, Step, Template};
use super::types::Type;
use crate::hash::HashMap;
use crate::nearest::nearest;
use crate::source::Span;

type Checked<T> = Result<T, RuleError>;

/// Checks a rule set. Reports the first error of each rule, and skips rules below one with an error.
pub fn check(rules: &RuleSet) -> Vec<RuleError> {
    let parameters = rules.parameters.iter().map(|(name, parameter)| {
        let kind = parameter.kind.clone();
        (name.clone(), if parameter.is_required { kind } else { kind.optional() })
    });
    let mut checker = Checker { scopes: vec![parameters.collect()], errors: Vec::new() };
    rules.rules.iter().for_each(|rule| checker.rule(rule));
    checker.errors
}

struct Checker {
    /// Types by name, inner scopes last.
    scopes: Vec<HashMap<String, Type>>,
    errors: Vec<RuleError>,
}

impl Checker {
    fn rule(&mut self, rule: &Rule) {
        self.scopes.push(HashMap::default());
        match self.conditions_and_result(rule) {
            Err(error) => self.errors.push(error),
            Ok(()) => {
                if let Action::Tree(rules) = &rule.action {
                    for rule in rules {
                        self.rule(rule);
                    }
                }
            }
        }
        self.scopes.pop();
    }

    fn conditions_and_result(&mut self, rule: &Rule) -> Checked<()> {
        rule.conditions.iter().try_for_each(|condition| self.condition(condition))?;
        match &rule.action {
            Action::Tree(_) => Ok(()),
            Action::Error(message) => self.expect(message, &Type::String, "an error"),
            Action::Endpoint(endpoint) => {
                self.expect(&endpoint.url, &Type::String, "a URL")?;
                for value in endpoint.headers.iter().flat_map(|(_, values)| values) {
                    self.expect(value, &Type::String, "a header")?;
                }
                endpoint.properties.iter().try_for_each(|(_, value)| self.type_of(value).map(drop))
            }
        }
    }

    fn condition(&mut self, condition: &Condition) -> Checked<()> {
        let kind = self.type_of(&condition.call)?;
        // The value is known to be present after this condition.
        if let Some(name) = &condition.assign {
            if self.look_up(name).is_some() {
                let message = format!("`{name}` already has a value and cannot be reassigned");
                return Err(RuleError::new(message, condition.span).with_help("choose another name for `assign`"));
            }
            self.insert(name, kind.present().clone());
        }
        if let ExpressionKind::Call(function, arguments) = &condition.call.kind
            && function == "isSet"
            && let [Expression { kind: ExpressionKind::Reference(name), .. }] = arguments.as_slice()
            && let Some(kind) = self.look_up(name)
        {
            self.insert(name, kind.present().clone());
        }
        Ok(())
    }

    fn insert(&mut self, name: &str, kind: Type) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name.to_owned(), kind);
        }
    }

    fn look_up(&self, name: &str) -> Option<Type> {
        self.scopes.iter().rev().find_map(|scope| scope.get(name)).cloned()
    }

    fn expect(&self, expression: &Expression, wanted: &Type, what: &str) -> Checked<()> {
        let found = self.type_of(expression)?;
        if found == *wanted { Ok(()) } else { Err(mismatch(what, wanted, &found, expression.span)) }
    }

    fn type_of(&self, expression: &Expression) -> Checked<Type> {
        let span = expression.span;
        Ok(match &expression.kind {
            ExpressionKind::Boolean(_) => Type::Boolean,
            ExpressionKind::Integer(_) => Type::Integer,
            ExpressionKind::Template(template) => {
                self.template(template, span)?;
                Type::String
            }
            ExpressionKind::List(items) => {
                Type::Tuple(items.iter().map(|item| self.type_of(item)).collect::<Checked<_>>()?)
            }
            ExpressionKind::Record(members) => {
                let members = members.iter().map(|(name, value)| Ok((name.clone(), self.type_of(value)?)));
                Type::Record(members.collect::<Checked<_>>()?)
            }
            ExpressionKind::Reference(name) => self.reference(name, span)?,
            ExpressionKind::Call(name, arguments) => self.call(name, arguments, span)?,
        })
    }

    fn reference(&self, name: &str, span: Span) -> Checked<Type> {
        self.look_up(name).ok_or_else(|| {
            let error = RuleError::new(format!("unknown name `{name}`"), span);
            let names: Vec<&str> = self.scopes.iter().flat_map(HashMap::keys).map(String::as_str).collect();
            error.with_nearest(nearest(name, names))
        })
    }

    fn template(&self, template: &Template, span: Span) -> Checked<()> {
        for part in &template.0 {
            let Part::Value(name, steps) = part else { continue };
            let found = into(self.reference(name, span)?, steps, name, span)?;
            if found != Type::String {
                return Err(mismatch(&format!("`{{{name}}}` in a string"), &Type::String, &found, span));
            }
        }
        Ok(())
    }

    fn call(&self, name: &str, arguments: &[Expression], span: Span) -> Checked<Type> {
        let Some(function) = Function::named(name) else {
            let error = RuleError::new(format!("unknown function `{name}`"), span);
            return Err(error.with_nearest(nearest(name, Function::names())));
        };
        let types: Vec<Type> = arguments.iter().map(|argument| self.type_of(argument)).collect::<Checked<_>>()?;
        if !function.arity.contains(&types.len()) {
            let wanted = match (function.arity.start(), function.arity.end()) {
                (least, most) if least == most => least.to_string(),
                (least, _) => format!("at least {least}"),
            };
            let message = format!("`{name}` takes {wanted} arguments, but has {}", types.len());
            return Err(RuleError::new(message, span));
        }
        (function.check)(&Arguments { name, expressions: arguments, types: &types, span })
    }
}

fn mismatch(what: &str, wanted: &Type, found: &Type, span: Span) -> RuleError {
    let error = RuleError::new(format!("{what} must be a {wanted}, but is {}", article(found)), span);
    if found.present() == wanted {
        error.with_help("it is optional: check it with `isSet` or `assign` it in an earlier condition")
    } else {
        error
    }
}

fn article(kind: &Type) -> String {
    let text = kind.to_string();
    if text.starts_with(['a', 'i', 'o']) { format!("an {text}") } else { format!("a {text}") }
}

/// The type of the value at a path.
pub(super) fn into(mut kind: Type, steps: &[Step], name: &str, span: Span) -> Checked<Type> {
    for step in steps {
        kind = match (&kind, step) {
            (Type::Record(members), Step::Key(key)) => {
                let found = members.iter().find(|(name, _)| name == key);
                let Some((_, found)) = found else {
                    let names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
                    let message = format!("`{name}` has no `{key}`, only {}", names.join(", "));
                    return Err(RuleError::new(message, span));
                };
                found.clone()
            }
            (Type::List(inner), Step::Index(_)) => inner.as_ref().clone().optional(),
            (Type::Tuple(items), Step::Index(index)) => {
                let at = usize::try_from(*index).ok();
                match at.and_then(|at| items.get(at)) {
                    Some(item) => item.clone(),
                    None => return Err(RuleError::new(format!("`{name}` has no element {index}"), span)),
                }
            }
            (Type::Optional(_), _) => {
                let error = RuleError::new(format!("`{name}` may be unset here"), span);
                return Err(error.with_help("check it with `isSet` or `assign` it in an earlier condition"));
            }
            (found, Step::Key(key)) => {
                let message = format!("`{key}` is read from `{name}`, which is {}", article(found));
                return Err(RuleError::new(message, span));
            }
            (found, Step::Index(_)) => {
                let message = format!("an element is read from `{name}`, which is {}", article(found));
                return Err(RuleError::new(message, span));
            }
        };
    }
    Ok(kind)
}

/// The arguments of a call, with their types.
pub(super) struct Arguments<'a> {
    pub(super) name: &'a str,
    pub(super) expressions: &'a [Expression],
    pub(super) types: &'a [Type],
    pub(super) span: Span,
}

impl Arguments<'_> {
    /// Requires types, one for each argument.
    pub(super) fn expect(&self, wanted: &[Type]) -> Checked<()> {
        for (at, (found, wanted)) in self.types.iter().zip(wanted).enumerate() {
            if found != wanted {
                let what = format!("argument {} of `{}`", at + 1, self.name);
                return Err(mismatch(&what, wanted, found, self.span_of(at)));
            }
        }
        Ok(())
    }

    /// Span of an argument.
    pub(super) fn span_of(&self, at: usize) -> Span {
        self.expressions.get(at).map_or(self.span, |expression| expression.span)
    }

    /// The common type of the arguments starting at an index, and whether one of them always has a value.
    pub(super) fn common(&self, from: usize) -> Checked<(Type, Vec<bool>)> {
        let mut types = self.types.iter().enumerate().skip(from);
        let Some((_, first)) = types.next() else { return Err(RuleError::new("an argument is missing", self.span)) };
        let mut present = vec![!matches!(first, Type::Optional(_))];
        for (at, found) in types {
            if found.present() != first.present() {
                let what = format!("argument {} of `{}`", at + 1, self.name);
                return Err(mismatch(&what, first.present(), found.present(), self.span_of(at)));
            }
            present.push(!matches!(found, Type::Optional(_)));
        }
        Ok((first.present().clone(), present))
    }
}
