// Names that are no types where types are wanted.
package p

import "math" // ERROR "imported and not used"

const c = 1

var v int

func fun() {}

type s struct{ f int }

func (r s) m(param int) (result int) {
	local := 1
	var _ c      // ERROR "c (constant) is not a type"
	var _ v      // ERROR "v (package-level variable) is not a type"
	var _ fun    // ERROR "fun (function) is not a type"
	var _ r      // ERROR "r (receiver) is not a type"
	var _ param  // ERROR "param (parameter) is not a type"
	var _ result // ERROR "result (result variable) is not a type"
	var _ local  // ERROR "local (local variable) is not a type"
	var _ len    // ERROR "len (built-in function) is not a type"
	var _ nil    // ERROR "nil (untyped nil) is not a type"
	var _ math   // ERROR "math (package name) is not a type"
	var _ missing // ERROR "undefined: missing"
	var _ s.f    // ERROR "s.f is not a type"
	return
}
