// Type inference that works, and where it cannot.
package p

type named[P any] interface{ m() }
type using[P any] interface{ m(P) }
type sized interface{ ~int | ~string }
type impl struct{}

func (*impl) set(string) {}

func id[P any](x P) P                                  { return x }
func same[P any](x, y P)                               {}
func apply[A, B any](f func(A) B, x A) B               { return f(x) }
func byMethod[P interface{ *T; set(string) }, T any](T) {}
func unnamed[P any](named[P])                          {}
func viaMethod[P any](using[P])                        {}
func onlyResult[P any]() (p P)                         { return }
func limited[P sized](P)                               {}

func _(n named[int], u using[int]) {
	_ = id(1) + id[int](2)
	same(1, 2.5)
	same("a", 1 /* ERROR "mismatched types untyped string and untyped int (cannot infer P)" */)
	same(1 /* ERROR "cannot use 1 (untyped int constant) as string value in argument to same" */, id("x"))
	_ = apply(id, 1)
	byMethod(impl{})
	viaMethod(u)
	unnamed( /* ERROR "in call to unnamed, cannot infer P" */ n)
	onlyResult( /* ERROR "in call to onlyResult, cannot infer P" */ )
	limited( /* ERROR "float64 does not satisfy sized (float64 missing in ~int | ~string)" */ 1.5)
	_ = id /* ERROR "cannot use generic function id without instantiation" */
	_ = (id /* ERROR "cannot use generic function id without instantiation" */)(1)
}
