// Method sets: embedding by value, pointer and interface; depth, ambiguity, shadowing; generic embedded types.
package main

import (
	"bytes"
	"fmt"
	"io"
	"sort"
	"sync"
)

type I interface{ M() string }
type V struct{ n int }
type P struct{ n int }

func (v V) M() string  { return fmt.Sprint("V", v.n) }
func (p *P) M() string { p.n++; return fmt.Sprint("P", p.n) }

type EV struct{ V }
type EP struct{ *V }
type EPP struct{ *P }
type EI struct{ I }
type Deep struct{ EI }
type Both struct {
	EV
	Extra
}
type Extra struct{ X, Y int }

func (Extra) Other() string { return "other" }

type Amb struct {
	V
	*P
}

func (a Amb) M() string { return a.V.M() + a.P.M() }

type Shadow struct {
	EV
	M2
}
type M2 struct{}

func (M2) M() string { return "M2 wins? no: depth 1 vs 2" }

type G[T any] struct{ val T }

func (g G[T]) Get() T   { return g.val }
func (g *G[T]) Put(v T) { g.val = v }

type EG struct {
	G[int]
	name string
}
type EGP[T any] struct{ *G[T] }
type EGG struct{ EGP[string] }
type GetPut[T any] interface {
	Get() T
	Put(T)
}
type ReadCounter struct {
	io.Reader
	n int
}

func (r *ReadCounter) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.n += n
	return n, err
}

type Reverse struct{ sort.Interface }

func (r Reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

type Safe struct {
	sync.RWMutex
	m map[string]int
}

func (s *Safe) Inc(k string) int { s.Lock(); defer s.Unlock(); s.m[k]++; return s.m[k] }

type RW interface {
	io.Reader
	io.Writer
}
type RWS interface {
	RW
	fmt.Stringer
	Write([]byte) (int, error)
}
type fnField struct {
	M func() string
	V int
}
type embFn struct{ fnField }
type T1 struct{ T2 }
type T2 struct{ T3 }
type T3 struct{ *T4 }
type T4 struct{ v [3]int }

func (t *T4) Set(i, v int) { t.v[i] = v }
func (t T4) Get(i int) int { return t.v[i] }

type A = V
type EA struct{ A }
type num int

func (n num) Abs() num {
	if n < 0 {
		return -n
	}
	return n
}
func (n *num) Neg() { *n = -*n }

type holder struct {
	num
	arr [2]num
	m   map[string]num
}
type Logger interface{ Log(string) }
type Base struct{ log []string }

func (b *Base) Log(s string)      { b.log = append(b.log, s) }
func (b *Base) Run(l Logger) *Base { l.Log("run"); return b }

type Child struct {
	Base
	prefix string
}

func (c *Child) Log(s string) { c.Base.Log(c.prefix + s) }

func callAll(is ...I) {
	for _, i := range is {
		fmt.Print(i.M(), " ")
	}
	fmt.Println()
}
func rec(f func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}

func main() {
	v, p := V{1}, &P{10}
	callAll(v, &v, p, EV{v}, &EV{v}, EP{&v}, &EP{&v}, EPP{p}, &EPP{p}, EI{v}, &EI{p}, Deep{EI{p}}, Amb{v, p}, &Amb{v, p})
	fmt.Println(Shadow{EV{v}, M2{}}.M(), Both{EV{V{5}}, Extra{1, 2}}.M(), Both{}.Other(), Both{Extra: Extra{Y: 3}}.Y)
	fs := []func() string{v.M, (&v).M, p.M, EV{v}.M, EPP{p}.M, EI{p}.M, Deep{EI{I: EP{&v}}}.M}
	v.n, p.n = 100, 200
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	ex := []any{V.M, (*V).M, (*P).M, EV.M, (*EV).M, EP.M, EPP.M, (*EPP).M, I.M, EI.M, Deep.M, Amb.M, (*Amb).M}
	for _, e := range ex {
		fmt.Printf("%T ", e)
	}
	fmt.Println()
	fmt.Println(EPP.M(EPP{p}), (*EPP).M(&EPP{p}), I.M(p), (*EV).M(&EV{v}), interface{ M() string }.M(v))
	eg := EG{name: "eg"}
	eg.Put(5)
	var gp GetPut[int] = &eg
	gp.Put(gp.Get() + 1)
	fmt.Println(eg.Get(), eg.val, eg.G.val, EG.Get(eg))
	egg := EGG{EGP[string]{&G[string]{"s"}}}
	var gs GetPut[string] = egg
	gs.Put(gs.Get() + "!")
	fmt.Println(egg.val, egg.Get())
	rc := &ReadCounter{Reader: bytes.NewBufferString("hello world")}
	io.Copy(io.Discard, rc)
	fmt.Println(rc.n)
	xs := []int{3, 1, 2}
	sort.Sort(Reverse{sort.IntSlice(xs)})
	fmt.Println(xs)
	s := Safe{m: map[string]int{}}
	s.Inc("a")
	fmt.Println(s.Inc("a"))
	s.RLock()
	s.RUnlock()
	var rws RWS = bytes.NewBufferString("buf")
	rws.Write([]byte("+"))
	var rw RW = rws
	rw.(io.Writer).Write([]byte("-"))
	fmt.Println(rws, rws.String(), rw.(fmt.Stringer).String())
	ef := embFn{fnField{M: func() string { return "field fn" }, V: 2}}
	fmt.Println(ef.M(), ef.V)
	t := T1{T2{T3{&T4{}}}}
	t.Set(1, 7)
	t2 := t
	t2.Set(1, 8)
	set := t.T2.T3.Set
	set(2, 9)
	fmt.Println(t.Get(1), t2.v, t.T2.Get(2), T1.Get(t, 2))
	fmt.Println(EA{V{3}}.M(), EA{A: A{4}}.A.M())
	h := holder{num: -3, m: map[string]num{"k": -8}}
	h.Neg()
	h.arr[1] = 4
	h.arr[1].Neg()
	sl := h.arr[:]
	sl[0].Neg()
	fmt.Println(h.num, h.arr, h.Abs(), h.m["k"].Abs(), h.arr[1].Abs(), num(-5).Abs())
	c := &Child{prefix: "c:"}
	c.Run(c).Run(c.Base.Run(c))
	fmt.Println(c.log)
	var nilEP EP
	rec(func() { nilEP.M() })
	var nilEI EI
	rec(func() { nilEI.M() })
	rec(func() { f := nilEI.M; _ = f })
	rec(func() { var pv *V; f := pv.M; _ = f })
	rec(func() { var pp *P; f := pp.M; fmt.Println("bound"); f() })
	rec(func() { var pev *EV; var i I = pev; i.M() })
	rec(func() { t := T1{}; fmt.Println(t.T4 == nil); t.Get(0) })
	var i I = (*P)(nil)
	_, isV := i.(V)
	_, isP := i.(*P)
	_, isS := i.(fmt.Stringer)
	fmt.Println(i == nil, isV, isP, isS)
	fmt.Printf("%T %T %v\n", i, Deep{EI{v}}, Deep{EI{v}})
	local := struct {
		V
		*P
		x int
	}{v, p, 1}
	fmt.Println(local.V.M(), local.P.M(), local.x)
	anon := struct{ I }{v}
	callAll(anon, &anon, struct{ *Amb }{&Amb{v, p}}, struct{ EI }{EI{anon}})
}
