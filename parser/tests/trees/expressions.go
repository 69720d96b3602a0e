package p

var _ = a + b*c - d
var _ = a || b && c == d + e<<f
var _ = a*b + c*d == e && !f || g
var _ = -x * +y &^ ^z
var _ = !<-c
var _ = &T{1, 2}
var _ = *p.q.r
var _ = (a + b) * c
var _ = x.(T).y[1](2)
var _ = x[:] + x[1:] + x[:2] + x[1:2] + x[1:2:3] + x[:2:3]
var _ = f(a, b...)
var _ = f(
	a,
	b,
)
var _ = []T{{1}, {2, 3}, 5: {4}}
var _ = map[string][]int{"a": {1}, "b": nil}
var _ = map[P]T{{1, 2}: {3}}
var _ = [...]string{0: "a", 2: "c"}
var _ = func(x int) int { return x }(1)
var _ = 0x1p-2 + 1_000i + 'a' + "s" + `raw`
var _ = a.b.c(d)(e).f
