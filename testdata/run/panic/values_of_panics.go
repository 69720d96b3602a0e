package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"bytes"
	"bufio"
	"context"
	"container/ring"
	"math/rand"
	"strconv"
	"unsafe"
)

type T int

func (t T) F()   {}
func (t *T) P()  {}
func (t T) g() int { return int(t) }

type I interface{ F() }
type J interface {
	F()
	G(int) string
}
type E struct{ I }
type PE struct{ *T }
type S struct{ a, b int; p *int }
type U struct{ f func() }
type G[X any] struct{ x X }

func (g G[X]) M() X { return g.x }

type myErr struct{ s string }

func (e myErr) Error() string { return e.s }

type str string
type stringer struct{ n int }

func (s stringer) String() string { return fmt.Sprint("stringer ", s.n) }

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isErr := r.(error)
		_, isRt := r.(runtime.Error)
		fmt.Printf("%s: %T %v %v %v\n", name, r, r, isErr, isRt)
		if e, ok := r.(error); ok {
			var ta *runtime.TypeAssertionError
			var pn *runtime.PanicNilError
			if errors.As(e, &ta) {
				fmt.Println("  assertion", ta.Error())
			}
			if errors.As(e, &pn) {
				fmt.Println("  nil", pn.Error())
			}
		}
		if x, ok := r.(*runtime.TypeAssertionError); ok {
			fmt.Println("  direct", x)
		}
	}()
	f()
}

func main() {
	zero, one, neg := 0, 1, -1
	var np *S
	var nt *T
	var ni I
	var nj J
	var nm map[string]int
	var nf func()
	var nch chan int
	s := []int{1, 2, 3}
	str1 := "hello"
	arr := [3]int{}
	var a any
	big := 100
	u8 := uint8(200)
	try("div", func() { fmt.Println(one / zero) })
	try("mod", func() { fmt.Println(one % zero) })
	try("udiv", func() { fmt.Println(uint8(one) / uint8(zero)) })
	try("opdiv", func() { x := 1; x /= zero; fmt.Println(x) })
	try("shift", func() { fmt.Println(one << neg) })
	try("shr", func() { fmt.Println(one >> neg) })
	try("opshift", func() { x := 1; x <<= neg; fmt.Println(x) })
	try("nilfield", func() { fmt.Println(np.b) })
	try("nilstar", func() { fmt.Println(*np) })
	try("nilstore", func() { np.a = 1 })
	try("niladdr", func() { fmt.Println(&np.b) })
	try("nilfunc", func() { nf() })
	try("nildefer", func() { defer nf() })
	try("nilmethod", func() { ni.F() })
	try("niljmethod", func() { nj.G(1) })
	try("nilptrval", func() { nt.F() })
	try("nilptrptr", func() { nt.P() })
	try("methexpr", func() { (*T).F(nt) })
	try("methexprv", func() { f := (*T).F; f(nt) })
	try("methval", func() { f := nt.F; f() })
	try("methvali", func() { f := ni.F; f() })
	try("methvale", func() { var e E; f := e.F; _ = f })
	try("methvalee", func() { var e E; e.F() })
	try("pe", func() { var e PE; e.F() })
	try("pep", func() { var e PE; e.P() })
	try("peI", func() { var i I = PE{}; i.F() })
	try("peI2", func() { var i I = &PE{}; i.F() })
	try("peI3", func() { var p *PE; var i I = p; i.F() })
	try("eI", func() { var i I = E{}; i.F() })
	try("eI2", func() { var p *E; var i I = p; i.F() })
	try("gen2", func() { var p *G[int]; p.M() })
	try("deferif", func() { defer ni.F() })
	try("goif", func() { go ni.F() })
	try("index", func() { fmt.Println(s[big]) })
	try("indexneg", func() { fmt.Println(s[neg]) })
	try("indexstr", func() { fmt.Println(str1[big]) })
	try("indexarr", func() { fmt.Println(arr[big]) })
	try("indexu8", func() { fmt.Println(arr[u8]) })
	try("indexset", func() { s[big] = 1 })
	try("indexaddr", func() { fmt.Println(&s[big]) })
	try("slice1", func() { fmt.Println(s[big:]) })
	try("slice2", func() { fmt.Println(s[:big]) })
	try("slice3", func() { fmt.Println(s[2:one]) })
	try("slice4", func() { fmt.Println(s[neg:]) })
	try("slice5", func() { fmt.Println(s[:neg]) })
	try("slice6", func() { fmt.Println(s[0:1:big]) })
	try("slice7", func() { fmt.Println(s[0:big:2]) })
	try("slice8", func() { fmt.Println(s[2:one:2]) })
	try("slice9", func() { fmt.Println(s[one:2:neg]) })
	try("slicestr", func() { fmt.Println(str1[big:]) })
	try("slicestr2", func() { fmt.Println(str1[3:one]) })
	try("slicestr3", func() { fmt.Println(str1[:big]) })
	try("slicearr", func() { fmt.Println(arr[:big]) })
	try("slicearr3", func() { fmt.Println(arr[0:1:big]) })
	try("slicenilarr", func() { var p *[3]int; fmt.Println(p[:]) })
	try("indexnilarr", func() { var p *[3]int; fmt.Println(p[1]) })
	try("rangenilarr", func() { var p *[3]int; for i := range p { fmt.Print(i) }; for _, v := range p { fmt.Print(v) } })
	try("toarr", func() { fmt.Println([4]int(s)) })
	try("toarrp", func() { fmt.Println((*[4]int)(s)) })
	try("nilmap", func() { nm["a"] = 1 })
	try("nilmapinc", func() { nm["a"]++ })
	try("nilmapdel", func() { delete(nm, "a"); clear(nm) })
	try("unhash", func() { m := map[any]int{}; m[[]int{}] = 1 })
	try("unhash3", func() { m := map[any]int{1: 1}; fmt.Println(m[U{}]) })
	try("unhash5", func() { m := map[I]int{}; var x any = [1]any{[]int{}}; _ = m; mm := map[any]int{x: 1}; fmt.Println(mm) })
	try("uncomp", func() { a = []int{}; fmt.Println(a == a) })
	try("uncomp2", func() { a = U{}; b := a; fmt.Println(a == b) })
	try("uncomp3", func() { var x, y any = [2]any{1, []int{}}, [2]any{1, []int{}}; fmt.Println(x == y) })
	try("uncomp4", func() { var x, y any = [2]any{1, []int{}}, [2]any{2, []int{}}; fmt.Println(x == y) })
	try("uncomp5", func() { var x any = 1; switch x { case any([]int{}): }; x = []int{}; switch x { case x: } })
	try("assert1", func() { a = nil; fmt.Println(a.(int)) })
	try("assert2", func() { a = "x"; fmt.Println(a.(int)) })
	try("assert3", func() { a = 3; fmt.Println(a.(I)) })
	try("assert4", func() { a = nil; fmt.Println(a.(I)) })
	try("assert5", func() { ni = T(3); fmt.Println(ni.(J)) })
	try("assert6", func() { ni = T(3); fmt.Println(ni.(*T)) })
	try("assert7", func() { ni = nil; fmt.Println(ni.(T)) })
	try("assert8", func() { type T int; a = T(1); fmt.Println(a.(interface{ F() })) })
	try("assert9", func() { a = 1; _ = a.(func()) })
	try("assert10", func() { a = time.Second; fmt.Println(a.(error)) })
	try("assert11", func() { type T int; ni = nil; a = T(1); fmt.Println(a.(I)) })
	try("assert12", func() { a = struct{ x int }{}; fmt.Println(a.(struct{ y int })) })
	try("assert13", func() { a = E{}; fmt.Println(a.(fmt.Stringer)) })
	try("nilpanic", func() { panic(nil) })
	try("errpanic", func() { panic(errors.New("x")) })
	try("fmtpanic", func() { panic(fmt.Errorf("wrap %w", io.EOF)) })
	try("strpanic", func() { panic("s") })
	try("sendclosed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("closeclosed", func() { c := make(chan int); close(c); close(c) })
	try("closenil", func() { close(nch) })
	try("selclosed", func() { c := make(chan int); close(c); select { case c <- 1: default: } })
	try("makeslice", func() { _ = make([]int, neg) })
	try("makeslice2", func() { _ = make([]int, 1, zero) })
	try("makeslice3", func() { n := 1 << 62; _ = make([]int, n) })
	try("makeslicecap", func() { n := 1 << 62; _ = make([]int, 0, n) })
	try("makechan", func() { _ = make(chan int, neg) })
	try("makemap", func() { fmt.Println(len(make(map[int]int, neg))) })
	try("wg", func() { var wg sync.WaitGroup; wg.Add(-1) })
	try("wg2", func() { var wg sync.WaitGroup; wg.Done() })
	try("once", func() { var o sync.Once; func() { defer func() { fmt.Println(recover()) }(); o.Do(func() { panic("o") }) }(); o.Do(func() { fmt.Println("never") }) })
	try("oncefunc", func() { f := sync.OnceFunc(func() { panic("of") }); func() { defer func() { fmt.Println(recover()) }(); f() }(); f() })
	try("atomic", func() { var v atomic.Value; v.Store(1); v.Store("x") })
	try("atomic2", func() { var v atomic.Value; v.Store(nil) })
	try("atomic3", func() { var v atomic.Value; v.Store(1); v.CompareAndSwap("a", 2) })
	try("repeat", func() { strings.Repeat("x", neg) })
	try("repeat2", func() { bytes.Repeat([]byte("x"), neg) })
	try("repeat3", func() { strings.Repeat("xxxxxxxx", 1<<61) })
	try("grow", func() { var b strings.Builder; b.Grow(-1) })
	try("bufgrow", func() { var b bytes.Buffer; b.Grow(-1) })
	try("buftrunc", func() { var b bytes.Buffer; b.Truncate(5) })
	try("builder", func() { var b strings.Builder; b.WriteString("x"); c := b; c.WriteString("y") })
	try("replacer", func() { strings.NewReplacer("a") })
	try("ticker", func() { time.NewTicker(0) })
	try("rand", func() { rand.Intn(0) })
	try("randp", func() { rand.Int63n(-1) })
	try("ctx", func() { context.WithValue(context.Background(), nil, 1) })
	try("ctx2", func() { context.WithCancel(nil) })
	try("ctx3", func() { context.WithValue(context.Background(), []int{}, 1) })
	try("bufio", func() { bufio.NewReader(nil).ReadByte() })
	try("ring", func() { var r *ring.Ring; r.Next() })
	try("base", func() { strconv.FormatInt(1, 99) })
	try("unsafe1", func() { var p *int; _ = unsafe.Slice(p, one) })
	try("unsafe2", func() { x := 1; _ = unsafe.Slice(&x, neg) })
	try("unsafe3", func() { x := 1; _ = unsafe.Slice(&x, 1<<61) })
	try("unsafe4", func() { var p *byte; _ = unsafe.String(p, one) })
	try("unsafe5", func() { x := byte(1); _ = unsafe.String(&x, neg) })
	try("unsafe6", func() { var p *int; fmt.Println(unsafe.Slice(p, zero) == nil, unsafe.String((*byte)(nil), zero) == "") })
	try("timer", func() { var t *time.Timer; t.Stop() })
	try("timer2", func() { var t time.Timer; t.Stop() })
	try("file", func() { var f *os.File; _, err := f.Read(nil); fmt.Println(err) })
	try("fmtnil", func() { var e *myErr; fmt.Println(e); var st *stringer; fmt.Printf("%v %s\n", st, st) })
	try("rec", func() { defer func() { r := recover(); panic(fmt.Sprint("again ", r)) }(); panic("first") })
	try("cond", func() { c := sync.NewCond(&sync.Mutex{}); c2 := *c; c.Signal(); c2.Signal() })
	try("maxint", func() { var x [8]int; i := 1 << 40; fmt.Println(x[i]) })
	try("i8idx", func() { i := int8(-5); fmt.Println(s[i]) })
	try("i8sl", func() { i := int8(-5); fmt.Println(s[:i]) })
}
