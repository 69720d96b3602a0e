//! Values checked against Go 1.26.

use super::arith::Division;
use super::*;
use parser::ast::{BinaryOp, LitKind, UnaryOp};

fn int(text: &str) -> Value {
    Value::from_literal(LitKind::Int, text)
}
fn float(text: &str) -> Value {
    Value::from_literal(LitKind::Float, text)
}

#[test]
fn integer_literals_of_all_bases() {
    for (text, want) in [
        ("0", "0"),
        ("1_000", "1000"),
        ("0x_FF", "255"),
        ("0b1010", "10"),
        ("0o17", "15"),
        ("0_17", "15"),
        ("9223372036854775808", "9223372036854775808"),
        ("0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695"),
    ] {
        assert_eq!(int(text).to_string(), want, "{text}");
    }
}

#[test]
fn float_literals_are_exact() {
    assert_eq!(float("0.1").as_f64(), Some(0.1));
    assert_eq!(float("0x1p-2").as_f64(), Some(0.25));
    assert_eq!(float("0x.8p1").as_f64(), Some(1.0));
    assert_eq!(float("1e400").to_string(), "1e+400");
    assert_eq!(
        float("4.940656458412465441765687928682213723651e-324").as_f64(),
        Some(5e-324)
    );
    assert_eq!(
        float("1.79769313486231570814527423731704356798e+308").as_f64(),
        Some(f64::MAX)
    );
    assert_eq!(float("1.8e308").as_f64(), Some(f64::INFINITY));
    assert_eq!(float("16777217.0").as_f32(), Some(16777216.0));
    assert_eq!(float("3.4e39").round_f32(), None);
    assert_eq!(float("1e-46").as_f32(), Some(0.0));
}

#[test]
fn absurd_exponents_do_not_hang() {
    assert!(float("1e1000000000").is_unknown());
    assert!(float("1e99999999999999999999").is_unknown());
    assert_eq!(float("1e-1000000000").sign(), 0);
    assert!(float("0x1p1000000000").is_unknown());
}

#[test]
fn long_quotients_stay_integers_when_multiplied_back() {
    let big = float("1e2000");
    let q = Value::binary_op(&float("1.0"), BinaryOp::Div, &big, Division::Exact);
    let one = Value::binary_op(&q, BinaryOp::Mul, &big, Division::Exact);
    assert_eq!(one.to_int(), Value::Int(1));
}

#[test]
fn rune_and_string_literals() {
    assert_eq!(
        Value::from_literal(LitKind::Rune, "'\\u00e4'"),
        Value::Int(0xe4)
    );
    assert_eq!(
        Value::from_literal(LitKind::Rune, "'\\xff'"),
        Value::Int(255)
    );
    assert_eq!(Value::from_literal(LitKind::Rune, "'\\''"), Value::Int(39));
    assert_eq!(unquote("\"a\\n\\377\\u00e4\"").unwrap(), b"a\n\xff\xc3\xa4");
    assert_eq!(unquote("`a\\n\r`").unwrap(), b"a\\n");
}

#[test]
fn imaginary_literals() {
    assert_eq!(
        Value::from_literal(LitKind::Imaginary, "0123i").to_string(),
        "(0 + 123i)"
    );
    assert_eq!(
        Value::from_literal(LitKind::Imaginary, "0x10i").to_string(),
        "(0 + 16i)"
    );
    assert_eq!(
        Value::from_literal(LitKind::Imaginary, "1.5i").to_string(),
        "(0 + 1.5i)"
    );
}

#[test]
fn arithmetic_leaves_the_small_range_and_comes_back() {
    let max = Value::Int(i64::MAX);
    let sum = Value::binary_op(&max, BinaryOp::Add, &Value::Int(1), Division::Truncated);
    assert_eq!(sum.to_string(), "9223372036854775808");
    let back = Value::binary_op(&sum, BinaryOp::Sub, &Value::Int(1), Division::Truncated);
    assert_eq!(back, max);
    assert_eq!(
        Value::shift(&Value::Int(1), BinaryOp::Shl, 100).bit_len(),
        101
    );
    assert_eq!(
        Value::shift(&Value::Int(-1), BinaryOp::Shr, 200),
        Value::Int(-1)
    );
    assert_eq!(
        Value::binary_op(
            &Value::Int(-7),
            BinaryOp::Div,
            &Value::Int(2),
            Division::Truncated
        ),
        Value::Int(-3)
    );
    assert_eq!(
        Value::binary_op(
            &Value::Int(-7),
            BinaryOp::Rem,
            &Value::Int(2),
            Division::Truncated
        ),
        Value::Int(-1)
    );
    let min = Value::Int(i64::MIN);
    let quotient = Value::binary_op(&min, BinaryOp::Div, &Value::Int(-1), Division::Truncated);
    assert_eq!(quotient.to_string(), "9223372036854775808");
}

#[test]
fn complement_of_unsigned_values_stays_in_the_type() {
    assert_eq!(
        Value::unary_op(UnaryOp::Xor, &Value::Int(1), Some(8)),
        Value::Int(254)
    );
    assert_eq!(
        Value::unary_op(UnaryOp::Xor, &Value::Int(1), None),
        Value::Int(-2)
    );
    assert_eq!(
        Value::unary_op(UnaryOp::Xor, &Value::Int(0), Some(64)).to_string(),
        "18446744073709551615"
    );
}

#[test]
fn floats_print_with_six_digits() {
    for (text, want) in [
        ("1.0", "1"),
        ("0.5", "0.5"),
        ("100000.0", "100000"),
        ("1000000.0", "1e+06"),
        ("123456789.0", "1.23457e+08"),
        ("0.0001", "0.0001"),
        ("0.00001", "1e-05"),
        ("3.14159265", "3.14159"),
        ("1e-400", "1e-400"),
    ] {
        assert_eq!(float(text).to_string(), want, "{text}");
    }
}

#[test]
fn strings_print_quoted_and_shortened() {
    assert_eq!(Value::string(b"a\"\n\xff").to_string(), r#""a\"\n\xff""#);
    let long = Value::string(&[b'x'; 100]).to_string();
    assert!(long.len() == 72 && long.ends_with("..."));
}
