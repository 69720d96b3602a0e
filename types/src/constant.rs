//! Exact constant values and their arithmetic. Spec: "Constants", "Constant expressions".
//!
//! Integers are exact without limit (the checker reports those beyond 512 bits). Floats are exact
//! rationals up to 4096 bits a part, and beyond that are rounded to a mantissa of 512 bits, as gc
//! does. A magnitude past [`round::MAX_EXPONENT`] makes the value [`Value::Unknown`].
//!
//! - `arith`: operators, shifts, comparison
//! - `literal`: values of literals
//! - `round`: rounding to `float32`, `float64` and to the precision limit
//! - `format`: how gc prints constants in messages

mod arith;
mod format;
mod literal;
mod round;

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::rc::Rc;

pub use arith::Division;
pub use format::quote;
pub use literal::unquote;

/// A constant. Small integers stay unboxed. A float or complex value is an exact rational where
/// that is feasible.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// After an error.
    Unknown,
    Bool(bool),
    /// Go strings are bytes: invalid UTF-8 can be written with escapes.
    String(Rc<[u8]>),
    Int(i64),
    /// Outside the range of `i64`.
    BigInt(Rc<BigInt>),
    Rational(Rc<BigRational>),
    Complex(Rc<(Value, Value)>),
}

/// The kinds of constants. Numeric kinds are ordered by what they can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Unknown,
    Bool,
    String,
    Int,
    Float,
    Complex,
}

impl Value {
    pub fn kind(&self) -> Kind {
        match self {
            Value::Unknown => Kind::Unknown,
            Value::Bool(_) => Kind::Bool,
            Value::String(_) => Kind::String,
            Value::Int(_) | Value::BigInt(_) => Kind::Int,
            Value::Rational(_) => Kind::Float,
            Value::Complex(_) => Kind::Complex,
        }
    }

    pub fn is_unknown(&self) -> bool {
        matches!(self, Value::Unknown)
    }

    pub fn string(bytes: &[u8]) -> Value {
        Value::String(bytes.into())
    }

    pub fn from_u64(v: u64) -> Value {
        match i64::try_from(v) {
            Ok(v) => Value::Int(v),
            Err(_) => Value::BigInt(Rc::new(v.into())),
        }
    }

    pub fn from_bigint(v: BigInt) -> Value {
        match v.to_i64() {
            Some(v) => Value::Int(v),
            None => Value::BigInt(Rc::new(v)),
        }
    }

    /// A float constant, limited in precision and magnitude.
    pub fn from_rational(v: BigRational) -> Value {
        round::limited(v).map_or(Value::Unknown, |v| Value::Rational(Rc::new(v)))
    }

    /// `Unknown` for infinities and NaN.
    pub fn from_f64(v: f64) -> Value {
        BigRational::from_float(v).map_or(Value::Unknown, |v| Value::Rational(Rc::new(v)))
    }

    /// `re` and `im` must be integer or float constants.
    pub fn complex(re: Value, im: Value) -> Value {
        match (re.to_float(), im.to_float()) {
            (Value::Unknown, _) | (_, Value::Unknown) => Value::Unknown,
            parts => Value::Complex(Rc::new(parts)),
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(b) => Some(*b),
            _ => None,
        }
    }

    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Value::String(s) => Some(s),
            _ => None,
        }
    }

    /// The value of an integer constant that fits.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Value::Int(v) => Some(*v),
            _ => None,
        }
    }

    /// The value of an integer constant that fits.
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Value::Int(v) => u64::try_from(*v).ok(),
            Value::BigInt(v) => v.to_u64(),
            _ => None,
        }
    }

    /// The value of an integer constant.
    pub fn as_bigint(&self) -> Option<BigInt> {
        match self {
            Value::Int(v) => Some((*v).into()),
            Value::BigInt(v) => Some((**v).clone()),
            _ => None,
        }
    }

    /// The value of an integer or float constant.
    pub fn as_rational(&self) -> Option<BigRational> {
        match self {
            Value::Int(v) => Some(BigRational::from_integer((*v).into())),
            Value::BigInt(v) => Some(BigRational::from_integer((**v).clone())),
            Value::Rational(v) => Some((**v).clone()),
            _ => None,
        }
    }

    /// The nearest `float64` of a real constant, infinite if out of range.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            // Up to 2^53 the conversion is exact.
            Value::Int(v) if v.unsigned_abs() <= 1 << 53 => Some(*v as f64),
            _ => Some(round::to_f64(&self.as_rational()?)),
        }
    }

    /// The nearest `float32` of a real constant, infinite if out of range.
    pub fn as_f32(&self) -> Option<f32> {
        Some(round::to_f32(&self.as_rational()?))
    }

    /// The integer constant that equals this numeric constant, or `Unknown`.
    pub fn to_int(&self) -> Value {
        match self {
            Value::Int(_) | Value::BigInt(_) => self.clone(),
            Value::Rational(r) if r.is_integer() => Value::from_bigint(r.to_integer()),
            Value::Rational(r) => {
                round::nearly_integer(r).map_or(Value::Unknown, Value::from_bigint)
            }
            Value::Complex(c) if c.1.sign() == 0 => c.0.to_int(),
            _ => Value::Unknown,
        }
    }

    /// The float constant that equals this numeric constant, or `Unknown`.
    pub fn to_float(&self) -> Value {
        match self {
            Value::Int(_) | Value::BigInt(_) => self
                .as_rational()
                .map_or(Value::Unknown, Value::from_rational),
            Value::Rational(_) => self.clone(),
            Value::Complex(c) if c.1.sign() == 0 => c.0.to_float(),
            _ => Value::Unknown,
        }
    }

    /// The complex constant that equals this numeric constant, or `Unknown`.
    pub fn to_complex(&self) -> Value {
        match self {
            Value::Int(_) | Value::BigInt(_) | Value::Rational(_) => {
                Value::complex(self.clone(), Value::Int(0))
            }
            Value::Complex(_) => self.clone(),
            _ => Value::Unknown,
        }
    }

    /// The real part of a numeric constant.
    pub fn real(&self) -> Value {
        match self {
            Value::Int(_) | Value::BigInt(_) | Value::Rational(_) => self.clone(),
            Value::Complex(c) => c.0.clone(),
            _ => Value::Unknown,
        }
    }

    /// The imaginary part of a numeric constant.
    pub fn imag(&self) -> Value {
        match self {
            Value::Int(_) | Value::BigInt(_) | Value::Rational(_) => Value::Int(0),
            Value::Complex(c) => c.1.clone(),
            _ => Value::Unknown,
        }
    }

    /// -1, 0 or 1; for complex constants 0 iff the value is zero. 1 for anything not numeric.
    pub fn sign(&self) -> i32 {
        match self {
            Value::Int(v) => v.signum() as i32,
            Value::BigInt(v) => match v.sign() {
                Sign::Minus => -1,
                Sign::NoSign => 0,
                Sign::Plus => 1,
            },
            Value::Rational(r) if r.is_zero() => 0,
            Value::Rational(r) if r.is_negative() => -1,
            Value::Rational(_) => 1,
            Value::Complex(c) => c.0.sign() | c.1.sign(),
            _ => 1,
        }
    }

    /// The number of bits of an integer constant's magnitude.
    pub fn bit_len(&self) -> u64 {
        match self {
            Value::Int(v) => u64::from(64 - v.unsigned_abs().leading_zeros()),
            Value::BigInt(v) => v.bits(),
            _ => 0,
        }
    }

    /// This real constant rounded to a `float32`, `None` if it overflows.
    pub fn round_f32(&self) -> Option<Value> {
        let v = self.as_f32()?;
        v.is_finite().then(|| Value::from_f64(f64::from(v)))
    }

    /// This real constant rounded to a `float64`, `None` if it overflows.
    pub fn round_f64(&self) -> Option<Value> {
        let v = self.as_f64()?;
        v.is_finite().then(|| Value::from_f64(v))
    }
}

/// `2^n`.
fn power_of_two(n: u64) -> BigInt {
    BigInt::one() << n
}

#[cfg(test)]
mod tests;
