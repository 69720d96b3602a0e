package p

type A [4]int
type B [...]int
type C []map[string]chan int
type D chan<- func(int) (string, error)
type E <-chan <-chan int
type F chan (<-chan int)
type G *pkg.T
type H struct {
	a, b int `tag`
	pkg.T
	*U "embedded"
	L[int]
	*M[int, string]
	f func() struct{}
	n [n]int
	g G[int]
}
type I interface {
	m(x int) error
	fmt.Stringer
	~int | ~string | T[int]
	*T
	comparable
}
type J [N * 2]int
type K (int)
type L func(a, b int, c ...string) (x, y int)
type N func() func() int

var _ = (func())(nil)
var _ = []int(nil)
var _ = map[string]int(x)
var _ = chan int(nil)
var _ = <-chan int(x)
var _ = interface{}(x)
var _ = *(*int)(p)
var _ = struct{ a int }{1}
