// Comparison, conversion, embedding, method sets, blank identifiers, shadowed names, initialisation.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"unsafe"
)

type (
	P struct{ X, Y int }
	Q struct {
		X int `json:"x"`
		Y int
	}
	E    struct{}
	F    func(int) F
	IntS []int
	A    = struct{ N int }
	B    = struct{ N int }
	M    map[string]M
	Rec  []Rec
	RP   *RP
	RC   chan RC
	RF   func(RF) int
	Fd   struct {
		_ int
		a int
		_ string
	}
)
type Animal interface {
	Sound() string
	Name() string
}
type base struct{ name string }

func (b base) Name() string      { return b.name }
func (b *base) Rename(s string)  { b.name = s }
func (b base) Sound() string     { return "..." }

type Dog struct {
	*base
	age int
}

func (Dog) Sound() string { return "Woof" }

type Puppy struct {
	Dog
	E
	toy string
}
type L1 struct{ L2a; L2b }
type L2a struct{ V, W int }
type L2b struct{ V int; L3 }
type L3 struct{ W, Z int }
type withIface struct {
	Animal
	fmt.Stringer
	error
}
type str string

func (s str) String() string { return "<" + string(s) + ">" }

type alias = Dog
type emb struct {
	alias
	int
	*strings.Builder
}
type Named interface{ Name() string }

func (E) Do(_ int, _ string) (_ int, err error) { return 7, nil }
func (*E) Ptr()                                   {}
func (_ P) Blank() string                         { return "blank" }
func (P) unnamed(int, string) int                 { return 1 }

var (
	v1 = v2 + 1
	v2 = f2()
	v3, v4 = two(v1)
	v5 = func() int { return v6 * 2 }()
	v6 = (P{3, 4}).sum()
	_  = trace("blank")
	v7 = m["x"]
	m  = map[string]int{"x": v8}
	v8 = trace("v8")
)

func (p P) sum() int { return p.X + p.Y + v9 }

var v9 = 100

func f2() int            { return v10 }
func two(i int) (int, string) { return i * 2, fmt.Sprint(i) }

var v10 = 41

func trace(s string) int { fmt.Println("init", s); return len(s) }

var x, y = 1, "y"

func init() { fmt.Println("init1", v1, v2, v3, v4, v5, v6, v7) }
func init() { fmt.Println("init2", x, y) }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "->", r)
		}
	}()
	f()
}
func vari(pre string, xs ...int) string { return fmt.Sprint(pre, len(xs), xs == nil, xs) }
func varAny(xs ...any) int               { return len(xs) }
func multi() (string, int, int)          { return "m", 1, 2 }

func main() {
	p, q := P{1, 2}, Q{1, 2}
	fmt.Println(P(q) == p, Q(p), (*P)(&q).X, struct{ X, Y int }{1, 2} == p, any(p) == any(P(q)), any(p) == any(q))
	fmt.Println([2]P{{1, 2}, {3, 4}} == [2]P{{1, 2}, {3, 4}}, A{1} == B{1}, E{} == E{}, [0]int{} == [0]int{})
	var e1, e2 error
	fmt.Println(e1 == e2, e1 == nil, errors.New("a") == errors.New("a"))
	var pp *P
	var ia any = pp
	fmt.Println(ia == nil, ia == (*P)(nil), ia != any((*Q)(nil)))
	mk := map[any]string{1: "int", "a": "str", P{1, 2}: "P", [2]int{1, 2}: "arr", 1.0: "float", nil: "nil", true: "bool", int8(1): "i8", struct{}{}: "empty", 'a': "rune", 2i: "cplx", (*P)(nil): "ptr"}
	fmt.Println(mk[1], mk["a"], mk[P{1, 2}], mk[[2]int{1, 2}], mk[1.0], mk[nil], mk[true], mk[int8(1)], mk[E{}] == "", mk[struct{}{}], mk['a'], mk[0+2i], mk[pp], len(mk))
	try("hash", func() { mk[[]int{}] = "x" })
	try("hash2", func() { _ = mk[P{}.sum] })
	try("hash3", func() { _ = mk[struct{ a any }{map[int]int{}}] })
	try("eq", func() { fmt.Println(any([]int{}) == any([]int{})) })
	try("eq2", func() { fmt.Println(any([]int{}) == any(1)) })
	try("eq3", func() { var a, b [2]any; a[1] = func() {}; b[1] = func() {}; fmt.Println(a == b) })
	try("eq4", func() { type S struct{ i int; a any }; a, b := S{1, []int{}}, S{2, []int{}}; fmt.Println(a == b); b.i = 1; fmt.Println(a == b) })
	try("conv", func() { var a Animal; _ = a.(Named) })
	try("conv2", func() { var a any = "s"; _ = a.(int) })
	try("conv3", func() { var a any = P{}; _ = a.(Animal) })
	try("conv4", func() { var a Named = Dog{}; _ = a.(interface{ Rename(string); Zap() }) })
	try("nilmap", func() { var m map[string]int; m["a"]++ })
	try("arr", func() { s := []int{1, 2}; _ = [3]int(s) })
	try("idx", func() { s := []int{1}; i := 5; _ = s[i] })
	try("slice", func() { s := []int{1}; i := 5; _ = s[1:i] })
	try("slice2", func() { s := "abc"; i, j := 2, 1; _ = s[i:j] })
	try("slice3", func() { s := make([]int, 2, 4); i := 5; _ = s[:2:i] })
	try("div", func() { z := 0; fmt.Println(1 / z) })
	try("neg", func() { z := -1; fmt.Println(1 << z) })
	try("make", func() { z := -1; _ = make([]int, z) })
	try("nilp", func() { fmt.Println(pp.X) })
	try("embnil", func() { fmt.Println(Dog{}.Name()) })
	try("nilf", func() { var f F; f(1) })
	try("custom", func() { panic(fmt.Errorf("wrap %w", os.ErrNotExist)) })
	try("close", func() { var c chan int; close(c) })
	try("close2", func() { c := make(chan int); close(c); close(c) })
	try("nilerr", func() { panic(nil) })
	b := &base{"Rex"}
	d := Dog{b, 3}
	var an Animal = d
	d.Rename("Max")
	fmt.Println(an.Name(), an.Sound(), d.base.Sound(), Dog.Name(d), (*base).Name(b), Animal.Sound(d))
	pu := Puppy{Dog: d, toy: "ball"}
	pu.Rename("Bit")
	an = pu
	fmt.Println(an.Name(), pu.name, pu.Dog.base.name, an.(Puppy).toy)
	fmt.Println(pu.Do(1, ""))
	rename, nameOf := pu.Rename, pu.Name
	rename("Later")
	fmt.Println(nameOf(), pu.Name())
	l := L1{L2a{1, 2}, L2b{3, L3{4, 5}}}
	fmt.Println(l.W, l.Z, l.L2b.V, l.L2b.W)
	w := withIface{an, str("st"), errors.New("err")}
	fmt.Println(w.Name(), w.String(), w.Error())
	em := emb{alias: d, int: 4, Builder: &strings.Builder{}}
	em.WriteString("built")
	fmt.Println(em.int, em.alias.age, em.age, em.String(), em.Len(), em.Name())
	var f F
	cnt := 0
	f = func(i int) F { cnt += i; return f }
	f(1)(2)(3)
	fmt.Println(cnt, Rec{Rec{}, nil, Rec{Rec{}}}, M{"a": {"b": nil}}, len(M{}["q"]["r"]))
	var rp RP
	rp = &rp
	fmt.Println(*rp == rp, RF(func(r RF) int { return 3 })(nil))
	fmt.Println(Fd{a: 1} == Fd{a: 1}, unsafe.Sizeof(Fd{}), unsafe.Offsetof(Fd{}.a), p.Blank(), p.unnamed(1, ""))
	fmt.Println(vari("a"), vari("b", nil...), vari("c", []int{}...), vari("d", 1, 2), vari(fmt.Sprint(), IntS{1}...), vari(multi()), varAny(multi()), varAny([]any{1, 2}...), varAny([]any{1, 2}), varAny(nil), varAny(nil, nil))
	{
		len := func(s string) int { return 42 }
		true := false
		type int string
		var nil int = "x"
		string := 3
		fmt.Println(len(""), true, nil, string)
	}
	type error interface{ Foo() }
	var er error
	fmt.Printf("%v %T\n", er, &er)
	arr := [3][2]int{{1}, {2, 3}}
	arr2 := arr
	arr2[1][1] = 9
	pa := &arr
	pa[0][0] = 8
	func(a [3][2]int) { a[2][0] = 5 }(arr)
	fmt.Println(arr, arr2, len(pa), cap(pa[1:2]), pa[1:][0])
	s := []int{1, 2, 3, 4, 5}
	t := s[1:3:4]
	t = append(t, 100)
	t = append(t, 200)
	t[0] = -1
	fmt.Println(s, t, len(t), copy(s, s[2:]), s, copy(s[1:], s), s)
	ap := (*[2]int)(s)
	ap[0] = 77
	fmt.Println(s[0], [2]int(s), *(*[0]int)(s), (*[0]int)([]int(nil)) == nil, (*[0]int)([]int{}) == nil)
	type S struct {
		m map[string][]func() int
		n struct{ k [2]struct{ v int } }
	}
	var st S
	st.m = map[string][]func() int{"f": {func() int { return 1 }, func() int { return st.n.k[1].v }}}
	st.n.k[1].v = 6
	fmt.Println(st.m["f"][1](), len(st.m["g"]), st.n)
	mp := map[string]*P{"a": {1, 2}}
	mp["a"].X++
	ms := map[string]P{"a": {1, 2}}
	cp := ms["a"]
	cp.X = 50
	mi := map[P][]int{{1, 2}: {1}}
	mi[P{1, 2}] = append(mi[P{1, 2}], 2)
	mi[P{}] = append(mi[P{}], 3)
	fmt.Println(*mp["a"], ms, mi, len(mi))
	i, j := 0, 1
	i, s[i] = 2, 55
	s[j], j = 66, 3
	fmt.Println(i, j, s)
	lit := [...]string{5: "five", "six", 1: "one"}
	fmt.Printf("%d %q\n", len(lit), lit)
	ml := [][]P{{{1, 2}, {}}, {{Y: 1}}}
	mlp := []*P{{1, 2}, nil, {X: 3}}
	mm := map[P]map[string][]int{{1, 2}: {"a": {1, 2}}}
	fmt.Println(ml, *mlp[2], mm, []rune{'a': 1}['a'], [...]int{'b' - 'a': 3})
	var anon struct {
		A int
		B struct{ C []string }
	}
	anon.B.C = append(anon.B.C, "z")
	anon2 := anon
	anon2.B.C[0] = "shared"
	fmt.Printf("%+v %T\n", anon, anon)
}
