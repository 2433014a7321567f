//! Examples of calls (spec: "examples trait"): documents of the model become calls of setters.
//!
//! Examples with values that have no literal, such as documents or streams, are omitted.

use super::structures::Structures;
use super::{Lowering, docs};
use crate::ir::{Arguments, Collection, Example, Expression, Member, Setter, TimestampFormat, Type};
use crate::model::{Node, Shape, ShapeId, ShapeType};
use crate::traits::{self, Examples};

impl Lowering<'_> {
    /// The examples of an operation.
    pub(super) fn examples(&self, shape: &Shape, input: &ShapeId, structures: &Structures<'_>) -> Vec<Example> {
        let values = Values { lowering: self, structures };
        let examples = shape.get::<Examples>().map(|examples| examples.0.as_slice()).unwrap_or_default();
        let example = |example: &traits::Example| {
            let setters = example.input.as_ref().map_or(Some(Vec::new()), |node| values.setters(input, node))?;
            let title = example.documentation.as_deref().unwrap_or(&example.title);
            let error = example.error.as_ref().map(|error| &*error.shape_id);
            let error = error.and_then(|id| self.types.get(&self.model.shape_named(id)?.id));
            Some(Example { title: docs::text(title, "").lines, setters, error: error.cloned() })
        };
        examples.iter().filter_map(example).collect()
    }
}

struct Values<'l, 'm> {
    lowering: &'l Lowering<'m>,
    structures: &'l Structures<'l>,
}

impl Values<'_, '_> {
    /// Calls of setters that set the members of an object in a structure.
    fn setters(&self, id: &ShapeId, object: &Node) -> Option<Vec<Setter>> {
        let shape = self.lowering.model.shape(id)?;
        let members = self.members(id)?;
        let mut setters = Vec::new();
        for (name, (_, node)) in object.as_object()?.iter().filter(|(_, (_, node))| !node.is_null()) {
            let target = self.lowering.model.shape(&shape.members.get(&**name)?.target)?;
            let member = members.iter().find(|member| member.entry.name == **name)?;
            let calls: Vec<Vec<Expression>> = match target.kind {
                ShapeType::List => self.elements(target, node)?.into_iter().map(|element| vec![element]).collect(),
                ShapeType::Map => {
                    self.entries(target, node)?.into_iter().map(|(key, value)| vec![key, value]).collect()
                }
                _ => vec![vec![self.argument(target, node)?]],
            };
            for arguments in calls {
                setters.push(Setter { name: member.setters.add.clone(), arguments: passed(member, arguments)? });
            }
        }
        Some(setters)
    }

    fn members(&self, id: &ShapeId) -> Option<&[Member]> {
        self.structures.members(self.lowering.types.get(id)?)
    }

    /// The elements of a list. `None` if it is empty, because an empty array has no type.
    fn elements(&self, list: &Shape, node: &Node) -> Option<Vec<Expression>> {
        let element = self.lowering.model.shape(&list.members.get("member")?.target)?;
        let nodes = node.as_array().filter(|nodes| !nodes.is_empty())?;
        nodes.iter().map(|node| self.argument(element, node)).collect()
    }

    fn entries(&self, map: &Shape, node: &Node) -> Option<Vec<(Expression, Expression)>> {
        let value = self.lowering.model.shape(&map.members.get("value")?.target)?;
        let key = self.lowering.model.shape(&map.members.get("key")?.target)?;
        if self.lowering.custom_path(key).is_some() {
            return None;
        }
        let object = node.as_object().filter(|object| !object.is_empty())?;
        let entry = |key: &str, node: &Node| Some((Expression::Str(key.to_owned()), self.argument(value, node)?));
        object.iter().map(|(key, (_, node))| entry(key, node)).collect()
    }

    /// A value that setters convert.
    fn argument(&self, target: &Shape, node: &Node) -> Option<Expression> {
        // Values of user's types have no literals.
        if self.lowering.custom_path(target).is_some() {
            return None;
        }
        Some(match target.kind {
            ShapeType::String | ShapeType::Enum | ShapeType::Blob => Expression::Str(node.as_str()?.to_owned()),
            // Nothing else converts to a timestamp without crates of other types.
            ShapeType::Timestamp => match node.as_number() {
                Some(seconds) => Expression::Timestamp(seconds.as_str().to_owned(), TimestampFormat::EpochSeconds),
                None => Expression::Timestamp(node.as_str()?.to_owned(), TimestampFormat::DateTime),
            },
            ShapeType::Boolean => Expression::Bool(node.as_bool()?),
            ShapeType::Byte | ShapeType::Short | ShapeType::Integer | ShapeType::IntEnum | ShapeType::Long => {
                Expression::Integer(i64::try_from(node.as_number()?.as_i128()?).ok()?)
            }
            ShapeType::Float => {
                Expression::Narrow(Some(node.as_number()?.as_f64() as f32).filter(|value| value.is_finite())?)
            }
            ShapeType::Double => Expression::Float(node.as_number()?.as_f64()),
            ShapeType::Structure => {
                let ty = self.lowering.types.get(&target.id)?;
                Expression::Structure(ty.clone(), self.setters(&target.id, node)?, self.structures.build(ty)?)
            }
            ShapeType::Union => self.variant(target, node)?,
            ShapeType::List => Expression::Array(self.elements(target, node)?),
            ShapeType::Map => {
                let entries = self.entries(target, node)?;
                Expression::Array(entries.into_iter().map(|entry| Expression::Entry(Box::new(entry))).collect())
            }
            _ => return None,
        })
    }

    fn variant(&self, union: &Shape, node: &Node) -> Option<Expression> {
        let (name, (_, node)) = node.as_object()?.iter().next()?;
        let target = self.lowering.model.shape(&union.members.get(&**name)?.target)?;
        let member = self.members(&union.id)?.iter().find(|member| member.entry.name == **name)?;
        // Variants do not convert their value.
        let value = exact(&member.ty, self.argument(target, node)?)?;
        Some(Expression::Variant(self.lowering.types.get(&union.id)?.clone(), member.name.clone(), Box::new(value)))
    }
}

/// The arguments of the first setter of a member.
fn passed(member: &Member, arguments: Vec<Expression>) -> Option<Vec<Expression>> {
    if member.setters.arguments == Arguments::Convertible {
        return Some(arguments);
    }
    let types = match &member.collection {
        None => vec![member.ty.without_null()],
        Some(Collection::List(element)) => vec![element],
        Some(Collection::Map(key, value)) => vec![key, value],
    };
    let argument = |(ty, value): (&Type, Expression)| match ty {
        // Setters convert these.
        Type::String => Some(value),
        Type::Boxed(inner) => exact(inner, value),
        ty => exact(ty, value),
    };
    types.into_iter().zip(arguments).map(argument).collect()
}

/// The value with this type, if it can be written.
fn exact(ty: &Type, value: Expression) -> Option<Expression> {
    Some(match (ty, value) {
        (Type::Option(inner), value) => Expression::Some(Box::new(exact(inner, value)?)),
        (Type::Boxed(_) | Type::String | Type::Blob, value) => Expression::Into(Box::new(value)),
        (Type::Named(_), value @ (Expression::Str(_) | Expression::Integer(_))) => Expression::TryInto(Box::new(value)),
        (Type::Named(_), value @ (Expression::Structure(..) | Expression::Variant(..)))
        | (Type::Timestamp, value @ Expression::Timestamp(..))
        | (Type::Bool | Type::I8 | Type::I16 | Type::I32 | Type::I64 | Type::F32 | Type::F64, value) => value,
        (Type::List(element), Expression::Array(elements)) => {
            let elements = elements.into_iter().map(|value| exact(element, value)).collect::<Option<_>>()?;
            Expression::Into(Box::new(Expression::Array(elements)))
        }
        (Type::Map(types), Expression::Array(entries)) => {
            let entries = entries.into_iter().map(|entry| exact_entry(types, entry)).collect::<Option<_>>()?;
            Expression::Into(Box::new(Expression::Array(entries)))
        }
        _ => return None,
    })
}

fn exact_entry((key, value): &(Type, Type), entry: Expression) -> Option<Expression> {
    let Expression::Entry(entry) = entry else { return None };
    Some(Expression::Entry(Box::new((exact(key, entry.0)?, exact(value, entry.1)?))))
}
