//! Exact constant values and their arithmetic. Spec: "Constants", "Constant expressions".

use num_bigint::BigInt;
use num_rational::BigRational;
use std::rc::Rc;

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
