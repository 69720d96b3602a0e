//! Operators on constants.

use super::{Kind, Value, power_of_two};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use parser::ast::{BinaryOp, UnaryOp};
use std::cmp::Ordering;
use std::rc::Rc;

/// Whether `/` on two integers truncates (operands of integer type) or is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Division {
    Truncated,
    Exact,
}

/// `x` and `y` as values of the larger of their kinds.
fn matched(x: &Value, y: &Value) -> (Value, Value) {
    let convert = |v: &Value, kind| match kind {
        Kind::Float => v.to_float(),
        Kind::Complex => v.to_complex(),
        _ => v.clone(),
    };
    let kind = x.kind().max(y.kind());
    (convert(x, kind), convert(y, kind))
}

impl Value {
    /// `op x`. `unsigned_bits` is the size of an operand of unsigned type, for `^`.
    pub fn unary_op(op: UnaryOp, x: &Value, unsigned_bits: Option<u32>) -> Value {
        match (op, x) {
            (
                UnaryOp::Plus,
                Value::Int(_) | Value::BigInt(_) | Value::Rational(_) | Value::Complex(_),
            ) => x.clone(),
            (UnaryOp::Neg, Value::Int(v)) => match v.checked_neg() {
                Some(v) => Value::Int(v),
                None => Value::from_bigint(-BigInt::from(*v)),
            },
            (UnaryOp::Neg, Value::BigInt(v)) => Value::from_bigint(-&**v),
            (UnaryOp::Neg, Value::Rational(v)) => Value::Rational(Rc::new(-&**v)),
            (UnaryOp::Neg, Value::Complex(c)) => Value::complex(
                Value::unary_op(op, &c.0, None),
                Value::unary_op(op, &c.1, None),
            ),
            (UnaryOp::Xor, Value::Int(_) | Value::BigInt(_)) => {
                let flipped = match x {
                    Value::Int(v) => BigInt::from(!*v),
                    _ => -x.as_bigint().unwrap_or_default() - 1,
                };
                // The spec: for unsigned x, m ^ x with m having all bits of the type set to 1.
                match unsigned_bits {
                    Some(bits) => Value::from_bigint(flipped & (power_of_two(bits.into()) - 1)),
                    None => Value::from_bigint(flipped),
                }
            }
            (UnaryOp::Not, Value::Bool(b)) => Value::Bool(!b),
            _ => Value::Unknown,
        }
    }

    /// `x op y` for an arithmetic or logical operator; a zero divisor gives `Unknown`.
    pub fn binary_op(x: &Value, op: BinaryOp, y: &Value, division: Division) -> Value {
        match matched(x, y) {
            (Value::Bool(a), Value::Bool(b)) => match op {
                BinaryOp::AndAnd => Value::Bool(a && b),
                BinaryOp::OrOr => Value::Bool(a || b),
                _ => Value::Unknown,
            },
            (Value::String(a), Value::String(b)) => match op {
                BinaryOp::Add => Value::String([&a[..], &b[..]].concat().into()),
                _ => Value::Unknown,
            },
            (Value::Int(a), Value::Int(b)) => small_int_op(a, op, b, division)
                .unwrap_or_else(|| big_int_op(&a.into(), op, &b.into(), division)),
            (a @ (Value::Int(_) | Value::BigInt(_)), b @ (Value::Int(_) | Value::BigInt(_))) => {
                match (a.as_bigint(), b.as_bigint()) {
                    (Some(a), Some(b)) => big_int_op(&a, op, &b, division),
                    _ => Value::Unknown,
                }
            }
            (Value::Rational(a), Value::Rational(b)) => rational_op(&a, op, &b),
            (Value::Complex(a), Value::Complex(b)) => complex_op(&a, op, &b),
            _ => Value::Unknown,
        }
    }

    /// `x << count` or `x >> count` of an integer constant. The caller bounds `count`.
    pub fn shift(x: &Value, op: BinaryOp, count: u64) -> Value {
        match (x, op) {
            (Value::Int(0), _) => Value::Int(0),
            (Value::Int(v), BinaryOp::Shr) => Value::Int(v >> count.min(63)),
            (Value::BigInt(v), BinaryOp::Shr) => Value::from_bigint(&**v >> count),
            (Value::Int(v), BinaryOp::Shl) if count < 63 && (v << count) >> count == *v => {
                Value::Int(v << count)
            }
            (Value::Int(v), BinaryOp::Shl) => Value::from_bigint(BigInt::from(*v) << count),
            (Value::BigInt(v), BinaryOp::Shl) => Value::from_bigint(&**v << count),
            _ => Value::Unknown,
        }
    }

    /// `x op y` for a comparison operator; false where the kinds do not allow it.
    pub fn compare(x: &Value, op: BinaryOp, y: &Value) -> bool {
        let order = match matched(x, y) {
            (Value::Bool(a), Value::Bool(b)) => a.cmp(&b),
            (Value::String(a), Value::String(b)) => a.cmp(&b),
            (Value::Int(a), Value::Int(b)) => a.cmp(&b),
            (a @ (Value::Int(_) | Value::BigInt(_)), b @ (Value::Int(_) | Value::BigInt(_))) => {
                a.as_bigint().cmp(&b.as_bigint())
            }
            (Value::Rational(a), Value::Rational(b)) => a.cmp(&b),
            // Only equality is defined on complex values.
            (Value::Complex(a), Value::Complex(b)) if a == b => Ordering::Equal,
            (Value::Complex(_), Value::Complex(_)) => Ordering::Less,
            _ => return false,
        };
        match op {
            BinaryOp::Eql => order.is_eq(),
            BinaryOp::Neq => order.is_ne(),
            BinaryOp::Lss => order.is_lt(),
            BinaryOp::Leq => order.is_le(),
            BinaryOp::Gtr => order.is_gt(),
            BinaryOp::Geq => order.is_ge(),
            _ => false,
        }
    }
}

/// `None` where the result may not fit.
fn small_int_op(a: i64, op: BinaryOp, b: i64, division: Division) -> Option<Value> {
    let result = match op {
        BinaryOp::Add => a.checked_add(b)?,
        BinaryOp::Sub => a.checked_sub(b)?,
        BinaryOp::Mul => a.checked_mul(b)?,
        BinaryOp::Div if division == Division::Truncated => a.checked_div(b)?,
        BinaryOp::Rem => a.checked_rem(b)?,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::AndNot => a & !b,
        _ => return None,
    };
    Some(Value::Int(result))
}

fn big_int_op(a: &BigInt, op: BinaryOp, b: &BigInt, division: Division) -> Value {
    if matches!(op, BinaryOp::Div | BinaryOp::Rem) && b.is_zero() {
        return Value::Unknown;
    }
    let result = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div if division == Division::Exact => {
            return Value::from_rational(BigRational::new(a.clone(), b.clone()));
        }
        BinaryOp::Div => a / b,
        BinaryOp::Rem => a % b,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::AndNot => a & (-b - 1),
        _ => return Value::Unknown,
    };
    Value::from_bigint(result)
}

fn rational_op(a: &BigRational, op: BinaryOp, b: &BigRational) -> Value {
    match op {
        BinaryOp::Add => Value::from_rational(a + b),
        BinaryOp::Sub => Value::from_rational(a - b),
        BinaryOp::Mul => Value::from_rational(a * b),
        BinaryOp::Div if !b.is_zero() => Value::from_rational(a / b),
        _ => Value::Unknown,
    }
}

fn complex_op(x: &(Value, Value), op: BinaryOp, y: &(Value, Value)) -> Value {
    let calc = |a: &Value, op, b: &Value| Value::binary_op(a, op, b, Division::Exact);
    let ((a, b), (c, d)) = (x, y);
    match op {
        BinaryOp::Add | BinaryOp::Sub => Value::complex(calc(a, op, c), calc(b, op, d)),
        BinaryOp::Mul => {
            // (a+bi) * (c+di) = (ac-bd) + (bc+ad)i
            let [ac, bd, bc, ad] = [(a, c), (b, d), (b, c), (a, d)].map(|(x, y)| calc(x, op, y));
            Value::complex(calc(&ac, BinaryOp::Sub, &bd), calc(&bc, BinaryOp::Add, &ad))
        }
        BinaryOp::Div => {
            // (a+bi) / (c+di) = ((ac+bd) + (bc-ad)i) / (cc+dd)
            let [ac, bd, bc, ad, cc, dd] = [(a, c), (b, d), (b, c), (a, d), (c, c), (d, d)]
                .map(|(x, y)| calc(x, BinaryOp::Mul, y));
            let norm = calc(&cc, BinaryOp::Add, &dd);
            Value::complex(
                calc(&calc(&ac, BinaryOp::Add, &bd), op, &norm),
                calc(&calc(&bc, BinaryOp::Sub, &ad), op, &norm),
            )
        }
        _ => Value::Unknown,
    }
}
