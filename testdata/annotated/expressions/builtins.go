// Arguments of built-in functions.
package p

import "unsafe"

type inner struct{ x int }
type outer struct{ *inner }

func g() {}

func _(s []int, m map[string]int, a [3]int, strs []string, p *int) {
	_ = append(nil /* ERROR "invalid append: argument must be a slice; have untyped nil" */, 1)
	_ = append(a /* ERROR "invalid append: argument must be a slice; have a (variable of type [3]int)" */, 1)
	_ = append(s, "x" /* ERROR "cannot use \"x\" (untyped string constant) as int value in argument to append" */)
	clear(a /* ERROR "cannot clear a (variable of type [3]int): argument must be (or constrained by) map or slice" */)
	copy(s /* ERROR "invalid copy: arguments s (variable of type []int) and strs (variable of type []string) have different element types int and string" */, strs)
	copy(nil /* ERROR "invalid copy: argument must be a slice; have untyped nil" */, s)
	_ = cap /* ERROR "invalid use of ... with built-in cap" */ (s...)
	delete(m, 1 /* ERROR "cannot use 1 (untyped int constant) as string value in argument to delete" */)
	_ = make(int /* ERROR "invalid argument: cannot make int: type must be slice, map, or channel" */, 1)
	_ = new(g /* ERROR "g() (no value) used as value or type" */ ())
	_ = unsafe.Offsetof(outer /* ERROR "field x is embedded via a pointer in outer" */ {}.x)
	_ = unsafe.String(1 /* ERROR "cannot use 1 (untyped int constant) as *byte value in argument to unsafe.String" */, 1)
	len /* ERROR "len (built-in) must be called" */
	_ = *len /* ERROR "invalid operation: cannot indirect len (built-in)" */
	_ = max(1, "x" /* ERROR "mismatched types" */)
}
