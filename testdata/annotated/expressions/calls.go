// Calls and conversions.
package p

func pair() (a int, err error)      { return }
func plain() (int, string)          { return 0, "" }
func none()                         {}
func two(x int, y string) (z int)   { return }

func _() {
	_ = pair /* ERROR "assignment mismatch: 1 variable but pair returns 2 values" */ ()
	_ = 1 + pair /* ERROR "multiple-value pair() (value of type (a int, err error)) in single-value context" */ ()
	_ = -plain /* ERROR "multiple-value plain() (value of type (int, string)) in single-value context" */ ()
	_ = none /* ERROR "none() (no value) used as value" */ ()
	two(1 /* ERROR "not enough arguments in call to two\n\thave (number)\n\twant (int, string)" */)
	two(1, "a", 3 /* ERROR "too many arguments in call to two\n\thave (number, string, number)\n\twant (int, string)" */)
	two("a" /* ERROR "cannot use \"a\" (untyped string constant) as int value in argument to two" */, "b")
	two(plain())
	two /* ERROR "cannot use ... in call to non-variadic two" */ (1, nil...)
	_ = int /* ERROR "missing argument in conversion to int" */ ()
	_ = int(1, 2 /* ERROR "too many arguments in conversion to int" */)
	_ = int8(300 /* ERROR "constant 300 overflows int8" */)
	_ = string(1.5 /* ERROR "cannot convert 1.5 (untyped float constant) to type string" */)
	1 /* ERROR "invalid operation: cannot call 1 (untyped int constant): untyped int is not a function" */ ()
}
