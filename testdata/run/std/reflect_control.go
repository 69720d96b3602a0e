// Control flow across reflected calls: panics, Goexit, iterators, goroutines, preemption, deep recursion.
package main

import (
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"time"
)

func callf(f any, args ...any) []reflect.Value {
	var in []reflect.Value
	for _, a := range args {
		in = append(in, reflect.ValueOf(a))
	}
	return reflect.ValueOf(f).Call(in)
}

type myErr struct{ code int }

func (e myErr) Error() string { return fmt.Sprint("code ", e.code) }

func main() {
	// A panic passes through several reflected calls; deferred calls run on the way.
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		callf(func() {
			defer fmt.Println("outer deferred")
			callf(func() {
				defer func() { fmt.Println("inner deferred") }()
				panic(myErr{3})
			})
		})
		fmt.Println("not reached")
	}()
	// Recovered inside: the call returns.
	out := callf(func(n int) (r int, err error) {
		defer func() {
			if x := recover(); x != nil {
				err = fmt.Errorf("wrapped: %w", x.(error))
			}
		}()
		return []int{1}[n], nil
	}, 5)
	var re runtime.Error
	fmt.Println(out[0], out[1], errors.As(out[1].Interface().(error), &re))
	// Goexit.
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("goexit deferred")
		callf(func() { runtime.Goexit() })
		fmt.Println("not reached")
	}()
	wg.Wait()
	// Iterators made and called through reflection.
	count := reflect.MakeFunc(reflect.TypeFor[func(func(int, string) bool)](), func(in []reflect.Value) []reflect.Value {
		for i := 0; ; i++ {
			if !in[0].Call([]reflect.Value{reflect.ValueOf(i), reflect.ValueOf(strings.Repeat("*", i))})[0].Bool() {
				return nil
			}
		}
	}).Interface().(func(func(int, string) bool))
	find := func(n int) string {
		for i, s := range count {
			if i == 1 {
				continue
			}
			if i == n {
				return s
			}
		}
		return "none"
	}
	fmt.Println(find(4))
	func() {
		defer func() { fmt.Println("from the body:", recover()) }()
		for i := range count {
			if i == 2 {
				panic("stop")
			}
		}
	}()
outer:
	for i := range count {
		for j := range count {
			if j > i {
				continue outer
			}
			if i == 3 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	// Goroutines and deferred calls of made functions, with arguments.
	ch := make(chan string, 3)
	send := reflect.MakeFunc(reflect.TypeFor[func(string, ...int)](), func(in []reflect.Value) []reflect.Value {
		ch <- fmt.Sprint(in[0], in[1].Len())
		return nil
	}).Interface().(func(string, ...int))
	func() {
		defer send("defer", 1, 2)
		go send("go", 1)
	}()
	a, b := <-ch, <-ch
	if a > b {
		a, b = b, a
	}
	fmt.Println(a, b)
	type T struct{ n int }
	// Preemption inside a reflected call.
	stop := false
	var mu sync.Mutex
	go func() {
		time.Sleep(5 * time.Millisecond)
		mu.Lock()
		stop = true
		mu.Unlock()
	}()
	spins := callf(func() int {
		n := 0
		for {
			n++
			if n%1000 == 0 {
				mu.Lock()
				s := stop
				mu.Unlock()
				if s {
					return n
				}
			}
		}
	})[0].Int()
	fmt.Println(spins > 0)
	// The stack grows under reflected calls.
	var deep func(n int, pad [20]int) int
	deep = func(n int, pad [20]int) int {
		if n == 0 {
			return pad[3]
		}
		pad[3]++
		return int(callf(deep, n-1, pad)[0].Int())
	}
	fmt.Println(deep(2000, [20]int{}))
	made := reflect.MakeFunc(reflect.TypeOf(deep), func(in []reflect.Value) []reflect.Value {
		if in[0].Int() == 0 {
			return []reflect.Value{in[1].Index(3)}
		}
		p := in[1].Interface().([20]int)
		p[3]++
		return callf(deep, int(in[0].Int())-1, p)
	}).Interface().(func(int, [20]int) int)
	deep = made
	fmt.Println(made(1500, [20]int{}))
	// Closures see their variables.
	total := 0
	add := func(n int) { total += n }
	for i := range 10 {
		callf(add, i)
	}
	fmt.Println(total)
	// Blocking inside.
	c := make(chan int)
	go func() { c <- 8 }()
	fmt.Println(callf(func(c chan int) int { return <-c }, c)[0])
	res := make([]int, 8)
	for i := range res {
		wg.Add(1)
		go callf(func(i int, out *int) {
			defer wg.Done()
			time.Sleep(time.Millisecond)
			*out = i * i
		}, i, &res[i])
	}
	wg.Wait()
	fmt.Println(res)
}
