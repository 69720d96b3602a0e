// Values keep what they refer to alive, on several workers, while collections run.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync"
)

type Node struct {
	Next *Node
	Name string
	Data []int
	M    map[string]*Node
	F    func() string
}

func build(i int) reflect.Value {
	v := reflect.New(reflect.TypeFor[Node]())
	e := v.Elem()
	e.FieldByName("Name").SetString(fmt.Sprint("node", i))
	data := reflect.MakeSlice(reflect.TypeFor[[]int](), 0, 0)
	for j := range 20 {
		data = reflect.Append(data, reflect.ValueOf(i*j))
	}
	e.FieldByName("Data").Set(data)
	m := reflect.MakeMap(reflect.TypeFor[map[string]*Node]())
	m.SetMapIndex(reflect.ValueOf("self"), v)
	e.FieldByName("M").Set(m)
	e.FieldByName("F").Set(reflect.MakeFunc(reflect.TypeFor[func() string](), func([]reflect.Value) []reflect.Value {
		return []reflect.Value{e.FieldByName("Name")}
	}))
	return v
}

func check(v reflect.Value, i int) bool {
	n := v.Interface().(*Node)
	return n.Name == fmt.Sprint("node", i) && len(n.Data) == 20 && n.Data[19] == i*19 && n.M["self"] == n && n.F() == n.Name &&
		reflect.ValueOf(n.F).Call(nil)[0].String() == n.Name
}

func concat(parts ...string) string { return strings.Join(parts, "+") }

func main() {
	var wg sync.WaitGroup
	stop := make(chan bool)
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
				runtime.GC()
				runtime.Gosched()
			}
		}
	}()
	bad := make(chan string, 100)
	for g := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var kept []reflect.Value
			var head reflect.Value
			for i := range 200 {
				v := build(g*1000 + i)
				if head.IsValid() {
					v.Elem().Field(0).Set(head)
				}
				head = v
				kept = append(kept, v)
				ch := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, v.Type()), i%2)
				go func() { ch.Send(v) }()
				r, ok := ch.Recv()
				if !ok || r.Pointer() != v.Pointer() {
					bad <- "channel"
				}
				args := []reflect.Value{reflect.ValueOf(strings.Repeat("x", i%7)), v.Elem().Field(1)}
				if s := reflect.ValueOf(concat).Call(args)[0].String(); !strings.HasSuffix(s, "+"+v.Elem().Field(1).String()) {
					bad <- s
				}
				met := reflect.ValueOf(&strings.Builder{})
				met.MethodByName("WriteString").Call(args[1:])
				if met.MethodByName("String").Call(nil)[0].String() != args[1].String() {
					bad <- "builder"
				}
			}
			for i, v := range kept {
				if !check(v, g*1000+i) {
					bad <- fmt.Sprint("node ", g, i)
				}
			}
			n := 0
			for v := head; !v.IsNil(); v = v.Elem().Field(0) {
				n++
			}
			if n != 200 {
				bad <- fmt.Sprint("list ", n)
			}
		}()
	}
	wg.Wait()
	close(stop)
	close(bad)
	for b := range bad {
		fmt.Println("bad", b)
	}
	fmt.Println("done")
}
