// Operations on operands whose type is a type parameter.
package main

import "fmt"

type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}
type Float interface{ ~float32 | ~float64 }
type Cplx interface{ ~complex64 | ~complex128 }
type Numeric interface{ Integer | Float | Cplx }
type Bytes interface{ ~string | ~[]byte }

func arith[T Numeric](a, b T) []T { return []T{a + b, a - b, a * b, a / b, -a, +a} }
func bits[T Integer](a, b T, s uint) []T {
	return []T{a & b, a | b, a ^ b, a &^ b, ^a, a << s, a >> s, a % b, a << 3 >> 3, 1 << s}
}
func inc[T Numeric](x T) T { x++; x++; x--; x += 10; x *= 2; return x }
func consts[T Integer]() (a, b T, c string) {
	const k = 100
	a = k
	b = T(k) + 27
	var x T = 1
	return a, b, fmt.Sprint(x<<7, T(0)-1 > 0)
}
func conv[To, From Integer | Float](f From) To { return To(f) }
func str[T Bytes](x T) string                  { return string(x) }
func byts[T Bytes](x T) []byte                 { return []byte(x) }
func at[T Bytes](x T, i int) byte              { return x[i] }
func sub[T Bytes](x T, i, j int) T              { return x[i:j] }
func lenb[T Bytes](x T) int                    { return len(x) }
func rangeBytes[T ~string | ~[]byte](x T) (n int) {
	for i := 0; i < len(x); i++ {
		n = n*31 + int(x[i])
	}
	return
}
func copyb[T Bytes](dst []byte, x T) int    { return copy(dst, x) }
func appb[T Bytes](dst []byte, x T) []byte   { return append(dst, x...) }
func runes[T ~string](x T) []rune            { return []rune(x) }
func fromRunes[T ~[]rune](x T) string        { return string(x) }
func fromRune[T ~rune | ~byte](x T) string   { return string(rune(x)) }

func mk[S ~[]E, E any](n int) S            { return make(S, n, n*2) }
func mkm[M ~map[K]V, K comparable, V any]() M { return make(M, 4) }
func mkc[C ~chan E, E any](n int) C         { return make(C, n) }
func idx[S ~[]E | ~*[3]E | ~[3]E, E any](s S, i int) E { return s[i] }
func idxm[M ~map[K]E, K comparable, E any](s M, i K) E { return s[i] }
func set[S ~[]E | ~*[3]E, E any](s S, i int, e E)     { s[i] = e }
func setm[M ~map[K]E, K comparable, E any](s M, i K, e E)     { s[i] = e }
func lens[S ~[]int | ~*[3]int | ~[3]int | ~map[int]int | ~string | ~chan int](s S) int { return len(s) }
func caps[S ~[]int | ~*[3]int | ~[3]int | ~chan int](s S) int      { return cap(s) }
func sum[S ~[]E, E Integer](s S) (t E) {
	for _, v := range s {
		t += v
	}
	return
}
func sumA[A ~[4]int](a A) (t int) {
	for i, v := range a {
		t += i * v
	}
	return
}
func sumP[A ~*[4]int](a A) (t int) {
	for i, v := range a {
		t += i * v
		a[i] = 0
	}
	return
}
func rangeInt[T Integer](n T) (r []T) {
	for i := range int(n) {
		r = append(r, T(i))
	}
	return
}
func rangeMap[M ~map[K]V, K comparable, V Integer](m M) (t V) {
	for k, v := range m {
		_ = k
		t += v
	}
	clear(m)
	return
}
func rangeFunc[F ~func(yield func(T) bool), T any](f F) (r []T) {
	for v := range f {
		r = append(r, v)
	}
	return
}
func rangeChan[C ~<-chan T | ~chan T, T any](c C) (r []T) {
	for v := range c {
		r = append(r, v)
	}
	return
}
func rangeStr[S ~string](s S) (r []rune) {
	for _, c := range s {
		r = append(r, c)
	}
	return
}
func send[C ~chan T | ~chan<- T, T any](c C, v T) { c <- v }
func recv[C ~chan T | ~<-chan T, T any](c C) (T, bool) {
	v, ok := <-c
	return v, ok
}
func cls[C ~chan T | ~chan<- T, T any](c C) { close(c) }
func call[F ~func(A) R, A, R any](f F, a A) R { return f(a) }
func deref[P ~*T, T any](p P) T             { return *p }
func store[P ~*T, T any](p P, v T)           { *p = v }
func slice3[S ~[]E, E any](s S) S            { return s[1:2:3] }
func app[S ~[]E, E any](s S, e ...E) S       { return append(s, e...) }
func lit[S ~[]E, E any](e E) S               { return S{e, 3: e} }
func litm[M ~map[string]E, E any](e E) M     { return M{"k": e} }
func lita[A ~[3]E, E any](e E) A             { return A{1: e} }
func lits[T ~struct{ X, Y int }](x int) T    { return T{X: x} }
func del[M ~map[K]V, K comparable, V any](m M, k K) { delete(m, k) }
func minmax[T Integer | Float | ~string](a, b, c T) (T, T) { return min(a, b, c), max(a, b, c) }
func eq[T comparable](a, b T) bool          { return a == b }
func zero[T any]() (z T)                     { return }
func isZero[T comparable](v T) bool          { return v == *new(T) }
func toArr[S ~[]int](s S) [2]int              { return [2]int(s) }
func toArrP[S ~[]int](s S) *[2]int            { return (*[2]int)(s) }
func swtch[T any](v T) string {
	switch x := any(v).(type) {
	case int:
		return fmt.Sprint("int", x+1)
	case string:
		return "string" + x
	case []T:
		return "slice"
	case fmt.Stringer:
		return "stringer " + x.String()
	}
	return fmt.Sprintf("%T", v)
}
func swT[T any](v any) string {
	switch v.(type) {
	case T:
		return "T"
	case []T:
		return "[]T"
	case map[string]T:
		return "map T"
	case func(T) T:
		return "func"
	case *T:
		return "*T"
	}
	return "?"
}
func re[T Cplx](c T) (string) { return fmt.Sprint(c*c, c == c) }

type MyInt int8
type MyS []MyInt
type Str string
type Arr [4]int
type P struct{ X, Y int }

func (m MyInt) String() string { return "my" }

func main() {
	fmt.Println(arith(7, 2), arith(7.0, 2), arith[uint8](7, 9), arith[float32](1, 3), arith(1+2i, 2))
	fmt.Println(bits(12, 10, 2), bits[int8](-77, 3, 3), bits[uint16](0xfff0, 0x0ff, 9), bits[uint64](1<<63, 3, 64), bits[int32](-5, 2, 40))
	fmt.Println(inc(3), inc[int8](60), inc(1.5), inc(2i), inc[uint8](250))
	fmt.Println(consts[int8]())
	fmt.Println(consts[uint8]())
	fmt.Println(consts[int64]())
	fmt.Println(conv[int8](300), conv[uint16](-1), conv[float32](1<<24+1), conv[int](-3.99), conv[float64](float32(0.1)), conv[uint8, MyInt](-1))
	fmt.Println(str("a"), str([]byte("b")), byts("c"), byts([]byte("d")), at("xyz", 1), at([]byte("xyz"), 2), sub("hello", 1, 3), sub([]byte("hello"), 1, 3), lenb(Str("héé")), rangeBytes("ab"), rangeBytes([]byte("ab")))
	b := make([]byte, 3)
	fmt.Println(copyb(b, "hello"), string(b), copyb(b, []byte("z")), string(b), string(appb(b, "app")), string(appb(b, Str("S"))))
	fmt.Println(runes("héλ"), fromRunes([]rune{955, 'x'}), fromRune('λ'), fromRune(byte(200)))
	s := mk[[]string](2)
	fmt.Println(len(s), cap(s), len(mkm[map[string]int]()), cap(mkc[chan int](3)))
	a3 := [3]int{1, 2, 3}
	set[*[3]int, int](&a3, 1, 20)
	m := map[int]int{5: 50}
	setm(m, 6, 60)
	set[[]int, int]([]int{0}, 0, 1)
	fmt.Println(idx[[3]int, int](a3, 1), idx[*[3]int, int](&a3, 2), idx[[]int, int]([]int{4}, 0), idxm(m, 6), idxm(m, 7), idx[MyS, MyInt](MyS{8}, 0))
	fmt.Println(lens(a3), lens(&a3), lens([]int{1}), lens(m), lens("four"), lens(make(chan int, 3)), caps(a3), caps(make([]int, 1, 9)))
	fmt.Println(sum(MyS{100, 27, 1}), sumA(Arr{1, 2, 3, 4}))
	a4 := [4]int{1, 1, 1, 1}
	fmt.Println(sumP(&a4), a4)
	fmt.Println(rangeInt(3), rangeInt[uint8](2), rangeInt(MyInt(2)), rangeInt(-1))
	m2 := map[string]int8{"a": 100, "b": 100}
	fmt.Println(rangeMap(m2), len(m2))
	fmt.Println(rangeFunc(func(y func(string) bool) { _ = y("p") && y("q") }))
	c := make(chan int, 3)
	send(c, 1)
	send((chan<- int)(c), 2)
	fmt.Println(recv(c))
	cls(c)
	fmt.Println(rangeChan(c), rangeStr(Str("aé\xff")))
	fmt.Println(recv((<-chan int)(c)))
	fmt.Println(call(func(i int) string { return fmt.Sprint(i, "!") }, 4))
	x := 3
	store(&x, 9)
	fmt.Println(deref(&x), len(slice3([]int{1, 2, 3, 4})), cap(slice3([]int{1, 2, 3, 4})), app(MyS{1}, 2, 3), lit[[]int](7), litm[map[string]Str]("v"), lita[[3]string]("mid"), lits[P](4))
	del(m, 5)
	fmt.Println(m)
	fmt.Println(minmax(3, 1, 2))
	fmt.Println(minmax("b", "a", "c"))
	fmt.Println(minmax(2.5, -0.0, 1))
	fmt.Println(eq(1, 1), eq("a", "b"), eq[any](1, 1.0), eq(P{1, 2}, P{1, 2}), eq([2]string{"a"}, [2]string{"a"}), eq[any](P{}, P{}))
	fmt.Println(zero[int](), zero[*int](), zero[P](), zero[[2]string](), zero[error]() == nil, isZero(0), isZero("x"), isZero(P{}))
	fmt.Println(toArr([]int{1, 2, 3}), *toArrP([]int{4, 5}))
	fmt.Println(swtch(1), swtch("s"), swtch(MyInt(3)), swtch(2.5), swtch([]int{}), swtch(any("in")))
	fmt.Println(swT[int](1), swT[int]([]int{}), swT[string](map[string]string{}), swT[P](new(P)), swT[P](func(P) P { return P{} }), swT[any](1), swT[error](1))
	fmt.Println(re(1+1i), re(complex64(2i)))
	defer func() { fmt.Println(recover()) }()
	eq[any]([]int{}, []int{})
}
