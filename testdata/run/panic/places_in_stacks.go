package main

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"errors"
)

var initial = where("var")

var lit = func() string { return where("lit") }()

func init() {
	where("init0")
	func() { where("init0 lit") }()
}

func init() { where("init1") }

//go:noinline
func where(tag string) string {
	pcs := make([]uintptr, 30)
	n := runtime.Callers(2, pcs)
	frames := runtime.CallersFrames(pcs[:n])
	var out []string
	for {
		f, more := frames.Next()
		name := f.Function
		if strings.HasPrefix(name, "runtime.") {
			out = append(out, name)
		} else {
			out = append(out, fmt.Sprintf("%s:%d(%s)", name, f.Line, filepath.Base(f.File)))
		}
		if !more {
			break
		}
	}
	fmt.Println(tag, strings.Join(out, " "))
	return tag
}

type T struct{ n int }

//go:noinline
func (t T) V(tag string) { where(tag) }

//go:noinline
func (t *T) P(tag string) { where(tag) }

type I interface{ V(string) }

type E struct{ T }
type PE struct{ *T }

type G[X any] struct{ x X }

//go:noinline
func (g *G[X]) M(tag string) { where(tag) }

//go:noinline
func (g G[X]) V(tag string) { func() { where(tag) }() }

//go:noinline
func F[X any](x X) { where("F"); func() { where("F.lit") }() }

func nested() {
	func() {
		defer func() {}()
		where("n1")
		func() {
			defer where("n1.1")
			func() { defer where("n1.1.1") }()
		}()
		func() { defer where("n1.2") }()
	}()
	f := func() { where("n2") }
	f()
	defer func() { where("n3 deferred") }()
	defer where("direct defer")
	for i := range 1 {
		defer func() { where(fmt.Sprint("n4 ", i)) }()
	}
}

//go:noinline
func seq(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func ranges() {
	for i := range seq(1) {
		where(fmt.Sprint("range ", i))
		for range seq(1) {
			where("range inner")
			func() { where("range lit") }()
		}
		func() { where("range lit2") }()
		defer func() { where("range defer") }()
	}
	for range seq(1) {
		where("range 2")
	}
	func() {
		defer func() {}()
		for range seq(1) {
			where("range in lit")
		}
	}()
}

func caller(skip int) {
	_, file, line, ok := runtime.Caller(skip)
	fmt.Println("caller", skip, filepath.Base(file), line, ok)
}

func multi(a,
	b, c string) string {
	return a + b + c
}

func panics() {
	defer func() {
		r := recover()
		fmt.Println("recovered", r)
		where("in recover")
	}()
	var p *T
	fmt.Println(p.n)
}

func panics2() (err error) {
	defer func() {
		if r := recover(); r != nil {
			where("in recover 2")
			err = fmt.Errorf("r %v", r)
		}
	}()
	panic(
		4)
	return nil
}

func explicit() {
	defer func() {
		recover()
		where("explicit")
	}()
	panic(errors.New("x"))
}

func goexit() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer where("goexit")
		runtime.Goexit()
	}()
	<-done
}

func name(f any, pc uintptr) {
	fn := runtime.FuncForPC(pc)
	file, line := fn.FileLine(pc)
	fmt.Println(fn.Name(), filepath.Base(file), line)
}

func stack(all bool) {
	s := string(debug.Stack())
	for _, l := range strings.Split(s, "\n") {
		l = strings.TrimSpace(l)
		if i := strings.LastIndex(l, " +0x"); i >= 0 {
			l = l[:i]
		}
		if strings.Contains(l, "/stack.go:") {
			l = "stack.go"
		}
		if i := strings.LastIndex(l, "/"); i >= 0 && strings.Contains(l, ".go:") {
			l = l[i+1:]
		}
		if i := strings.LastIndexByte(l, '('); i >= 0 && !strings.HasPrefix(l, "created") {
			l = l[:i]
		}
		fmt.Println("  |", l)
	}
}

func main() {
	where("main")
	t := T{1}
	t.V("t.V")
	t.P("t.P")
	(&t).V("pt.V")
	var i I = t
	i.V("i.V")
	i = &t
	i.V("ip.V")
	E{t}.V("E.V")
	i = E{t}
	i.V("iE.V")
	i = PE{&t}
	i.V("iPE.V")
	f := t.V
	f("f t.V")
	g := (&t).P
	g("g t.P")
	h := T.V
	h(t, "h T.V")
	k := (*T).V
	k(&t, "k *T.V")
	l := I.V
	l(i, "l I.V")
	m := i.V
	m("m i.V")
	(&G[int]{}).M("G.M")
	G[string]{}.V("G.V")
	var gi I = G[int]{}
	gi.V("gi")
	gi = &G[int]{}
	gi.V("gip")
	F(1)
	F("x")
	nested()
	ranges()
	caller(0)
	caller(1)
	caller(9)
	_ = multi("a",
		where("arg"),
		"c")
	panics()
	fmt.Println(panics2())
	explicit()
	goexit()
	done := make(chan int)
	go func() {
		where("go lit")
		done <- 1
	}()
	<-done
	go func() { defer close(done); where("go 2") }()
	<-done
	pc, _, _, _ := runtime.Caller(0)
	name(nil, pc)
	stack(false)
	func() {
		defer func() {
			recover()
			stack(false)
		}()
		var mm map[string]int
		mm["a"] = 1
	}()
	x := where("x") +
		where("y")
	_ = x
	if where("c1") == "" ||
		where("c2") == "" {
	}
	switch {
	case where("s1") == "":
	case where(
		"s2") == "":
	}
	for i := 0; i < len(where("f")[:1]); i++ {
	}
	s := struct{ a, b string }{
		a: where("lit a"),
		b: where("lit b"),
	}
	_ = s
	fmt.Sprint(
		where("arg1"),
		where("arg2"))
	defer os.Exit(0)
	return
}
