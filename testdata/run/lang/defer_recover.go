// Deferred calls, panics, recover, named results, runtime.Goexit; closures and captured variables.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
)

type T struct{ n int }

func (t T) Val()           { fmt.Print("val", t.n, " ") }
func (t *T) Ptr()          { fmt.Print("ptr", t.n, " ") }
func (t T) Chain(s string) T { fmt.Print("chain", s, " "); t.n++; return t }

func args() {
	t := T{1}
	defer t.Val()
	defer t.Ptr()
	f := t.Val
	defer f()
	defer T.Val(t)
	defer (*T).Ptr(&t)
	defer t.Chain("a").Chain("b").Val()
	t.n = 2
	for i := 0; i < 3; i++ {
		defer fmt.Print("i", i, " ")
		defer func() { fmt.Print("c", i, " ") }()
	}
	fmt.Print("body ")
}
func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
			n *= 2
		}
	}()
	n = 21
	panic("boom")
}
func unnamed() int {
	x := 1
	defer func() { x = 100 }()
	return x
}
func named2() (x int) {
	defer func() { x += 100 }()
	return 5
}
func nested() {
	defer func() {
		fmt.Println("outer", recover())
	}()
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("second")
	}()
	panic("first")
}
func replaced() {
	defer func() { fmt.Println("got", recover()) }()
	defer func() { panic("replacement") }()
	panic("original")
}
func notDirect() (s string) {
	defer func() {
		s = fmt.Sprint(recover())
	}()
	defer func() { helper() }()
	panic("direct only")
}
func helper() { fmt.Println("helper", recover()) }
func direct() {
	defer helper()
	panic("x")
}
func deferBuiltin() {
	m := map[int]int{1: 1}
	c := make(chan int)
	s := []int{1, 2}
	func() {
		defer delete(m, 1)
		defer close(c)
		defer copy(s, []int{9})
		defer print("")
		defer recover()
		defer clear(s[1:])
	}()
	_, ok := <-c
	fmt.Println(m, ok, s)
}
func reRaise() {
	defer func() {
		r := recover()
		fmt.Println("again", r)
	}()
	func() {
		defer func() {
			if r := recover(); r != nil {
				panic(fmt.Sprint("re-", r))
			}
		}()
		panic("a")
	}()
}
func loop() (r []string) {
	for i := range 3 {
		func() {
			defer func() {
				if e := recover(); e != nil {
					r = append(r, fmt.Sprint(i, e))
				}
			}()
			if i%2 == 0 {
				var a []int
				_ = a[i]
			}
		}()
	}
	return
}

type myErr struct{ s string }

func (e *myErr) Error() string { return e.s }
func typedNil() error {
	var e *myErr
	return e
}
func runtimeErrs() {
	for _, f := range []func(){
		func() { var p *T; p.n = 1 },
		func() { var m map[string]int; m["a"] = 1 },
		func() { a, b := 1, 0; _ = a / b },
		func() { var a any = "x"; _ = a.(int) },
		func() { var e error; _ = e.Error() },
		func() { _ = make([]int, func() int { return -5 }()) },
		func() { var a [4]int; i := 4; a[i] = 1 },
		func() { s := "abc"; i := 10; _ = s[i] },
		func() { _ = []int{}[:5:func() int { return 3 }()] },
	} {
		func() {
			defer func() {
				r := recover()
				re, ok := r.(runtime.Error)
				_, isErr := r.(error)
				fmt.Println(re, ok, isErr)
			}()
			f()
		}()
	}
}
func goexit() {
	done := make(chan string, 3)
	go func() {
		defer close(done)
		defer func() { done <- fmt.Sprint("rec ", recover()) }()
		func() {
			defer func() { done <- "inner defer" }()
			runtime.Goexit()
		}()
		done <- "unreachable"
	}()
	for s := range done {
		fmt.Println(s)
	}
}
func counter() (inc func() int, get func() int) {
	n := 0
	inc = func() int { n++; return n }
	get = func() int { return n }
	return
}
func adders() [3]func(int) int {
	var r [3]func(int) int
	for i := range r {
		base := i * 100
		r[i] = func(x int) int { base += x; return base }
	}
	return r
}
func deferOrder() (s string) {
	for _, w := range strings.Fields("a b c") {
		defer func(x string) { s += x + w }(strings.ToUpper(w))
	}
	return "="
}
func deferLoopVar() {
	for i := 0; i < 3; i++ {
		defer func() { fmt.Print(i, " ") }()
		i := i * 10
		defer func() { fmt.Print(i, " ") }()
	}
}
func multi() (a, b int, c string) {
	defer func() { a, b = b, a; c += "d" }()
	a, b = 1, 2
	return b * 10, a * 10, "c"
}
func fib() func() int {
	a, b := 0, 1
	return func() int { defer func() { a, b = b, a+b }(); return a }
}
func panicVals() {
	for _, v := range []any{1, "s", 2.5, errors.New("err"), &myErr{"my"}, T{3}, []int{1}, nil, struct{}{}} {
		func() {
			defer func() {
				r := recover()
				if e, ok := r.(error); ok {
					fmt.Printf("error %v %T; ", e, e)
					return
				}
				fmt.Printf("%v %T; ", r, r)
			}()
			panic(v)
		}()
	}
	fmt.Println()
}
func nilFuncDefer() {
	defer func() { fmt.Println("nil func:", recover()) }()
	var f func()
	defer f()
	fmt.Print("reached ")
}
func argPanics() {
	defer func() { fmt.Println(recover()) }()
	defer fmt.Println("never", func() int { panic("arg") }())
	fmt.Println("never")
}
func recursive(n int) {
	defer func() {
		if r := recover(); r != nil {
			if n > 0 {
				panic(fmt.Sprint(r, n))
			}
			fmt.Println(r)
		}
	}()
	if n == 3 {
		panic("base")
	}
	recursive(n + 1)
}

func main() {
	args()
	fmt.Println()
	fmt.Println(named())
	fmt.Println(unnamed(), named2())
	nested()
	replaced()
	fmt.Println(notDirect())
	direct()
	deferBuiltin()
	reRaise()
	fmt.Println(loop())
	fmt.Println(typedNil() == nil, typedNil() == (*myErr)(nil))
	runtimeErrs()
	goexit()
	inc, get := counter()
	inc()
	inc()
	fmt.Println(get())
	for _, f := range adders() {
		fmt.Print(f(1), f(2), " ")
	}
	fmt.Println()
	fmt.Println(deferOrder())
	deferLoopVar()
	fmt.Println()
	fmt.Println(multi())
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	panicVals()
	nilFuncDefer()
	argPanics()
	recursive(0)
	fmt.Println(recover())
	defer os.Exit(3)
	defer func() {
		defer func() { fmt.Println("last", recover()) }()
		panic(fmt.Errorf("x %w", os.ErrInvalid))
	}()
	panic("main")
}
