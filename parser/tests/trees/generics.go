package p

type A[P any] []P
type B[P, Q any, R ~int | ~string] struct{}
type C[P *Q,] int
type D[P *Q | R] int
type E[P *Q] int
type F[P (Q), R any] int
type G[N] int
type H[N + 1] int
type I[P []int] int
type J[P interface{ m() }] = []P
type K[P func(int)] int
type (
	L[P any] int
	M[N] int
)

func f[P any](x P) P { return x }
func g[K comparable, V int | string](m map[K]V) {}
func (l *L[P]) m()   {}
func (B[_, Q, R]) n() {}

var _ = f[int](1)
var _ = g[string, int]
var _ = A[int]{1, 2}
var _ = pkg.A[pkg.B[int], []string]{}
var _ = a[b](c)
var _ = x < y
var a, b = w < x, y > (z)
