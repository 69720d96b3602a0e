package main

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: %v\n", name, r)
		} else {
			fmt.Printf("%s: ok\n", name)
		}
	}()
	f()
}

func inner() any { return recover() }

type R struct{ n int }

func (r R) Rec()   { fmt.Println("R.Rec", r.n, recover()) }
func (r *R) PRec() { fmt.Println("R.PRec", r.n, recover()) }

type IRec interface{ Rec() }
type ER struct{ R }
type EPR struct{ *R }
type EI struct{ IRec }

func recHelper() { fmt.Println("helper", recover()) }

func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("rec: %v", r)
			n *= 2
		}
	}()
	n = 21
	panic("p")
}

func deferLoop() (s string) {
	for i := range 3 {
		defer func() { s += fmt.Sprint(i) }()
	}
	return "r"
}

func deferArgs() {
	x := 1
	defer fmt.Println("arg", x)
	x = 2
	defer func(v int) { fmt.Println("v", v, x) }(x)
	x = 3
}

func nestedPanics() {
	defer func() { fmt.Println("outer", recover()) }()
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("second")
	}()
	panic("first")
}

func replace() {
	defer func() { fmt.Println("got", recover()) }()
	defer func() { panic("replaced") }()
	panic("orig")
}

func recoverTwice() {
	defer func() { fmt.Println("b", recover()) }()
	defer func() { fmt.Println("a", recover(), recover()) }()
	panic(1)
}

func repanic() {
	defer func() { fmt.Println("final", recover()) }()
	defer func() {
		r := recover()
		panic(fmt.Sprint("re-", r))
	}()
	panic("x")
}

func deepRecover() {
	defer func() { fmt.Println("outer got", recover()) }()
	func() {
		defer func() {
			func() { fmt.Println("nested recover", recover()) }()
		}()
		panic("deep")
	}()
}

func recoverNoPanic() { fmt.Println(recover()) }

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("seq done")
		for i := range n {
			if !yield(i) {
				fmt.Println("stopped", i)
				return
			}
		}
	}
}

func pairs(yield func(int, string) bool) {
	_ = yield(1, "a") && yield(2, "b") && yield(3, "c")
}

func bad1(yield func(int) bool) {
	yield(1)
	yield(2)
}

var saved func(int) bool

func bad2(yield func(int) bool) {
	saved = yield
	yield(1)
}

func bad3(yield func(int) bool) {
	defer func() { fmt.Println("bad3 recovered", recover()) }()
	yield(1)
}

func bad4(yield func(int) bool) {
	func() {
		defer func() { recover() }()
		yield(1)
	}()
	yield(2)
}

func bad5(yield func(int) bool) {
	defer yield(9)
	yield(1)
}

func bad6(yield func(int) bool) {
	go func() {}()
	if yield(1) {
		defer func() {
			r := recover()
			fmt.Println("bad6", r)
			panic(fmt.Sprint("wrapped ", r))
		}()
		yield(2)
	}
}

func rangeRet() (a int, b string) {
	defer func() { a++ }()
	for i := range count(10) {
		defer fmt.Println("deferred in range", i)
		if i == 3 {
			return i * 10, "ret"
		}
	}
	return -1, ""
}

func rangeNested() string {
outer:
	for i := range count(3) {
		for j := range count(3) {
			switch {
			case j == 1 && i == 0:
				continue outer
			case i == 1:
				break outer
			}
			fmt.Println(i, j)
		}
	}
	for k, v := range pairs {
		for i := range count(5) {
			if i == k {
				break
			}
			if k == 3 {
				return fmt.Sprint(k, v, i)
			}
		}
	}
	return "none"
}

func rangeGoto() {
	n := 0
again:
	for i := range count(3) {
		n++
		if i == 1 && n < 4 {
			goto again
		}
		if n > 5 {
			goto done
		}
	}
	fmt.Println("unreached?", n)
done:
	fmt.Println("n", n)
}

func rangePanic() {
	defer func() { fmt.Println("rangePanic", recover()) }()
	for i := range count(3) {
		if i == 1 {
			panic(fmt.Sprint("body ", i))
		}
	}
}

func rangeRecover() (r any) {
	for i := range count(3) {
		defer func() {
			if x := recover(); x != nil {
				r = fmt.Sprint(x, i)
			}
		}()
	}
	panic("after")
}

func rangeRecoverIn() {
	for i := range count(3) {
		func() {
			defer func() { fmt.Println("rec", i, recover()) }()
			panic(i)
		}()
	}
}

func seqPanic(yield func(int) bool) {
	yield(1)
	panic("seq panic")
}

func goexits() {
	done := make(chan string, 10)
	run := func(name string, f func()) {
		go func() {
			defer func() { done <- name + fmt.Sprint(recover()) }()
			f()
			done <- "returned"
		}()
		fmt.Println(<-done)
	}
	run("plain ", runtime.Goexit)
	run("deferred ", func() { defer runtime.Goexit() })
	run("in defer after panic ", func() { defer func() { runtime.Goexit() }(); panic("gone") })
	run("recover then ", func() {
		defer func() { fmt.Println("r", recover()) }()
		defer runtime.Goexit()
		panic("p")
	})
	run("panic in defer of goexit ", func() {
		defer func() { panic("late") }()
		runtime.Goexit()
	})
	run("recovered panic in goexit ", func() {
		defer fmt.Println("still running defers")
		defer func() {
			defer func() { fmt.Println("rr", recover()) }()
			panic("late")
		}()
		runtime.Goexit()
	})
	run("range goexit ", func() {
		defer fmt.Println("outer defer")
		for range count(2) {
			defer fmt.Println("range defer")
			runtime.Goexit()
		}
	})
	run("goexit in seq ", func() {
		for range func(y func(int) bool) { defer fmt.Println("seqdef"); runtime.Goexit() } {
		}
	})
}

type errT struct{ code int }

func (e *errT) Error() string { return fmt.Sprint("errT ", e.code) }

func wrapErr() (err error) {
	defer func() {
		if e, ok := recover().(error); ok {
			err = e
		}
	}()
	panic(&errT{3})
}

func deferModify() (x int) {
	defer func() { x += 1 }()
	defer func() { x *= 2 }()
	return 5
}

func deferClosureVar() {
	f := func() { fmt.Println("f1") }
	defer f()
	f = func() { fmt.Println("f2") }
}

func deferMethod() {
	r := R{1}
	defer r.Rec()
	r.n = 2
	defer r.PRec()
	r.n = 3
}

func builtins() {
	m := map[string]int{"a": 1, "b": 2}
	s := []int{1, 2}
	ch := make(chan int, 1)
	func() {
		defer delete(m, "a")
		defer copy(s, []int{9})
		defer close(ch)
		defer clear(m)
		defer print()
		defer func() { recover() }()
		defer panic("deferred panic")
	}()
	_, ok := <-ch
	fmt.Println(m, s, ok)
	func() {
		defer recover()
		defer func() { fmt.Println("x") }()
	}()
	try("defer recover builtin", func() {
		defer recover()
		panic("not stopped?")
	})
	try("defer inner", func() {
		defer inner()
		panic("stopped by inner")
	})
	try("defer func calling inner", func() {
		defer func() { inner() }()
		panic("not stopped by inner")
	})
}

func main() {
	try("R", func() { defer R{1}.Rec(); panic("a") })
	try("PR", func() { defer (&R{2}).PRec(); panic("b") })
	try("PRec val", func() { defer (&R{2}).Rec(); panic("b2") })
	try("I", func() { var i IRec = R{3}; defer i.Rec(); panic("c") })
	try("IP", func() { var i IRec = &R{3}; defer i.Rec(); panic("c2") })
	try("ER", func() { var i IRec = ER{R{4}}; defer i.Rec(); panic("d") })
	try("EPR", func() { var i IRec = EPR{&R{5}}; defer i.Rec(); panic("e") })
	try("EI", func() { var i IRec = EI{R{6}}; defer i.Rec(); panic("f") })
	try("EIv", func() { defer EI{R{6}}.Rec(); panic("f2") })
	try("EId", func() { e := EI{EI{EPR{&R{7}}}}; defer e.Rec(); panic("f3") })
	try("mv", func() { f := R{7}.Rec; defer f(); panic("g") })
	try("mvI", func() { var i IRec = ER{R{7}}; f := i.Rec; defer f(); panic("g2") })
	try("me", func() { defer R.Rec(R{8}); panic("h") })
	try("meI", func() { defer IRec.Rec(ER{R{8}}); panic("h2") })
	try("meF", func() { f := (*ER).Rec; defer f(&ER{R{8}}); panic("h3") })
	try("helper", func() { defer recHelper(); panic("i") })
	try("helperv", func() { f := recHelper; defer f(); panic("j") })
	try("wrapped", func() { defer func() { R{9}.Rec() }(); panic("k") })
	fmt.Println(named())
	fmt.Println(deferLoop())
	deferArgs()
	nestedPanics()
	replace()
	recoverTwice()
	repanic()
	deepRecover()
	recoverNoPanic()
	fmt.Println(rangeRet())
	fmt.Println(rangeNested())
	rangeGoto()
	rangePanic()
	fmt.Println(rangeRecover())
	rangeRecoverIn()
	try("bad1", func() { for range bad1 { break } })
	try("bad1ret", func() { for range bad1 { return } })
	try("bad1ok", func() { for i := range bad1 { fmt.Println(i) } })
	try("bad2", func() { for i := range bad2 { fmt.Println(i) }; saved(3) })
	try("bad3", func() { for i := range bad3 { panic(fmt.Sprint("in body ", i)) } })
	try("bad4", func() { for i := range bad4 { fmt.Println(i); panic("bad4 body") } })
	try("bad5", func() { for i := range bad5 { if i == 1 { break } } })
	try("bad5b", func() { for i := range bad5 { fmt.Println("b", i) } })
	try("bad6", func() { for i := range bad6 { if i == 2 { panic("body2") } } })
	try("seqPanic", func() { for i := range seqPanic { fmt.Println(i) } })
	try("seqPanic2", func() { for range seqPanic { break } })
	try("nilseq", func() { var s iter.Seq[int]; for range s { } })
	try("concurrent", func() {
		for i := range func(y func(int) bool) { y(1); y(2) } {
			for j := range func(y2 func(int) bool) { y2(i); y2(i + 1) } {
				if j == 2 { break }
			}
		}
	})
	try("reenter", func() {
		var y func(int) bool
		for i := range func(yield func(int) bool) { y = yield; yield(1) } {
			if i == 1 { y(2) }
		}
	})
	goexits()
	fmt.Println(wrapErr())
	fmt.Println(deferModify())
	deferClosureVar()
	try("deferMethod", deferMethod)
	builtins()
	next, stop := iter.Pull(count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	next2, stop2 := iter.Pull2(pairs)
	fmt.Println(next2())
	stop2()
	stop2()
	try("pullpanic", func() {
		next, stop := iter.Pull(func(yield func(int) bool) { yield(1); panic("in pull") })
		defer stop()
		fmt.Println(next())
		fmt.Println(next())
	})
	ch := make(chan any)
	go func() {
		defer func() { ch <- recover() }()
		defer func() { panic(recover()) }()
		panic(errors.New("moved"))
	}()
	v := <-ch
	try("other goroutine", func() { panic(v) })
	defer fmt.Println("never")
	defer os.Exit(3)
	panic("exit wins")
}
