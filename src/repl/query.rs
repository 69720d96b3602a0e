//! Questions to the checker about code that does not run: what an expression is.

use super::entry::placed;
use super::session::Session;
use parser::ast::{ExprId, ExprKind};
use source::Diagnostic;
use types::Checker;
use types::constant::Value;
use types::info::{Mode, TypeAndValue};
use types::types::{Type, TypeId};

/// What an expression stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A call without results.
    NoValue,
    Nil,
    /// Its text, and what it means.
    Type {
        name: String,
        meaning: String,
    },
    /// A constant that no type of Go's holds, and its kind.
    Exact {
        value: String,
        kind: String,
    },
    /// The types of its values; several if it is a call with several results.
    Values(Vec<String>),
    /// A call of one of fmt's functions that print: how much was printed is of no interest.
    Printed,
}

impl Shape {
    /// What `:type` says.
    pub fn describe(&self) -> String {
        match self {
            Shape::NoValue => "no value".to_string(),
            Shape::Nil => "untyped nil".to_string(),
            Shape::Type { name, meaning } if meaning.is_empty() => format!("type {name}"),
            Shape::Type { name, meaning } => format!("type {name} {meaning}"),
            Shape::Exact { kind, .. } => format!("{kind} constant"),
            Shape::Values(types) if types.len() == 1 => types[0].clone(),
            Shape::Values(types) => format!("({})", types.join(", ")),
            Shape::Printed => "(int, error)".to_string(),
        }
    }
}

impl Session {
    /// What the expression `code` is.
    ///
    /// # Errors
    /// Why it is none.
    pub fn shape(&mut self, code: &str) -> Result<Shape, Vec<Diagnostic>> {
        self.ask(
            code,
            &|ck, expr| match ck.info.type_and_value(expr).cloned() {
                Some(_) if prints(ck, expr) => Shape::Printed,
                Some(tv) => shape(ck, &tv),
                None => Shape::NoValue,
            },
        )
    }

    /// As [`Session::shape`], with untyped constants called so.
    ///
    /// # Errors
    /// As there.
    pub fn static_type(&mut self, text: &str) -> Result<String, Vec<Diagnostic>> {
        let code = placed(text, &format!("entry{}", self.entries), 1, 1);
        self.ask(&code, &|ck, expr| {
            let Some(tv) = ck.info.type_and_value(expr).cloned() else {
                return Shape::NoValue.describe();
            };
            if matches!(tv.mode, Mode::Builtin(_)) {
                return "built-in function".to_string();
            }
            match &tv.value {
                Some(_) => format!("{} constant", ck.type_string(tv.ty)),
                None => shape(ck, &tv).describe(),
            }
        })
    }
}

/// Whether the expression is a call of fmt's Print, Fprint or one of their like.
fn prints(ck: &Checker<'_>, expr: ExprId) -> bool {
    let ExprKind::Call { func, .. } = ck.ast.kind(ck.ast.unparen(expr)) else {
        return false;
    };
    let callee = ck.ast.unparen(func);
    let name = match ck.ast.kind(callee) {
        ExprKind::Selector { sel, .. } => sel,
        _ => callee,
    };
    let Some(function) = ck.info.object(name).map(|o| ck.obj(o)) else {
        return false;
    };
    let is_of_fmt = function
        .pkg
        .is_some_and(|p| ck.pkg(p).path.as_str() == "fmt");
    let name = function.name.as_str();
    is_of_fmt && (name.starts_with("Print") || name.starts_with("Fprint"))
}

fn shape(ck: &mut Checker<'_>, tv: &TypeAndValue) -> Shape {
    match tv.mode {
        Mode::NoValue | Mode::Builtin(_) => Shape::NoValue,
        Mode::NilValue => Shape::Nil,
        Mode::TypeExpr => {
            let name = ck.type_string(tv.ty);
            let under = ck.underlying(tv.ty);
            let meaning = match ck.type_string(under) {
                same if same == name => String::new(),
                other => other,
            };
            Shape::Type { name, meaning }
        }
        _ => {
            if let Some(value) = tv.value.as_ref().filter(|v| is_unholdable(tv.ty, v)) {
                return Shape::Exact {
                    value: value.to_string(),
                    kind: ck.type_string(tv.ty),
                };
            }
            let types = match ck.types.get(tv.ty).clone() {
                Type::Tuple(vars) => vars.iter().map(|&t| ck.type_string(t)).collect(),
                _ => vec![ck.type_string(ck.default_type(tv.ty))],
            };
            Shape::Values(types)
        }
    }
}

/// Whether the default type of an untyped constant cannot hold it.
fn is_unholdable(t: TypeId, value: &Value) -> bool {
    match t {
        TypeId::UNTYPED_INT => matches!(value, Value::BigInt(_)),
        TypeId::UNTYPED_RUNE => value.as_i64().is_none_or(|n| i32::try_from(n).is_err()),
        TypeId::UNTYPED_FLOAT => value.round_f64().is_none(),
        _ => false,
    }
}
