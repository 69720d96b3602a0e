// Maps and channels through reflection: every kind of key and element, iteration while changing,
// sending and receiving, select.
package main

import (
	"fmt"
	"math"
	"reflect"
	"runtime"
	"sort"
	"sync"
	"time"
)

type K struct {
	A int8
	S string
}
type Wide struct {
	A [12]int
	S string
}

func keys(v reflect.Value) []string {
	var out []string
	for _, k := range v.MapKeys() {
		out = append(out, fmt.Sprint(k))
	}
	sort.Strings(out)
	return out
}

func main() {
	m := map[string]int{"a": 1, "b": 2}
	v := reflect.ValueOf(m)
	fmt.Println(v.Len(), keys(v), v.MapIndex(reflect.ValueOf("a")), v.MapIndex(reflect.ValueOf("z")).IsValid())
	v.SetMapIndex(reflect.ValueOf("c"), reflect.ValueOf(3))
	v.SetMapIndex(reflect.ValueOf("a"), reflect.Value{})
	fmt.Println(m, v.MapIndex(reflect.ValueOf("c")).CanSet())
	for it := v.MapRange(); it.Next(); {
		v.SetMapIndex(it.Key(), reflect.ValueOf(int(it.Value().Int()*10)))
	}
	fmt.Println(m)
	type entry struct {
		k, e any
	}
	for _, c := range []struct {
		t    reflect.Type
		list []entry
	}{
		{reflect.TypeFor[map[int8]bool](), []entry{{int8(-1), true}, {int8(5), false}}},
		{reflect.TypeFor[map[float64]Wide](), []entry{{0.5, Wide{S: "w"}}, {math.Inf(1), Wide{}}}},
		{reflect.TypeFor[map[K][]string](), []entry{{K{1, "x"}, []string{"p"}}, {K{2, "y"}, []string(nil)}}},
		{reflect.TypeFor[map[any]error](), []entry{{1, fmt.Errorf("one")}, {"s", fmt.Errorf("two")}, {K{}, fmt.Errorf("three")}}},
		{reflect.TypeFor[map[[2]int]*int](), []entry{{[2]int{1, 2}, new(int)}}},
		{reflect.TypeFor[map[Wide]struct{}](), []entry{{Wide{S: "key"}, struct{}{}}}},
		{reflect.TypeFor[map[bool]complex128](), []entry{{true, 1i}}},
	} {
		m := reflect.MakeMapWithSize(c.t, 3)
		for _, e := range c.list {
			m.SetMapIndex(reflect.ValueOf(e.k), reflect.ValueOf(e.e))
		}
		for _, e := range c.list {
			if got := m.MapIndex(reflect.ValueOf(e.k)); !reflect.DeepEqual(got.Interface(), e.e) {
				fmt.Println("bad", c.t, e.k, got)
			}
		}
		it := m.MapRange()
		n := 0
		for it.Next() {
			key := reflect.New(c.t.Key()).Elem()
			key.SetIterKey(it)
			val := reflect.New(c.t.Elem()).Elem()
			val.SetIterValue(it)
			if m.MapIndex(key).Comparable() && !m.MapIndex(key).Equal(val) {
				fmt.Println("differs", key)
			}
			n++
		}
		m.SetMapIndex(reflect.ValueOf(c.list[0].k), reflect.Value{})
		fmt.Println(c.t, n, m.Len())
		it.Reset(m)
		for it.Next() {
			n--
		}
		m.Clear()
		fmt.Println(n, m.Len())
	}
	var nilm map[string]int
	fmt.Println(reflect.ValueOf(nilm).Len(), reflect.ValueOf(nilm).MapIndex(reflect.ValueOf("x")).IsValid(), reflect.ValueOf(nilm).IsNil(), len(reflect.ValueOf(nilm).MapKeys()))
	big := reflect.MakeMap(reflect.TypeFor[map[int]string]())
	for i := range 1000 {
		big.SetMapIndex(reflect.ValueOf(i), reflect.ValueOf(fmt.Sprint(i*i)))
		if i%100 == 0 {
			runtime.GC()
		}
	}
	sum := 0
	for it := big.MapRange(); it.Next(); {
		sum += len(it.Value().String()) + int(it.Key().Int())
	}
	fmt.Println(big.Len(), sum, big.Interface().(map[int]string)[31])
	nan := map[float64]int{math.NaN(): 1}
	fmt.Println(reflect.ValueOf(nan).MapIndex(reflect.ValueOf(math.NaN())).IsValid(), reflect.ValueOf(nan).MapKeys()[0])

	// Channels.
	c := make(chan int, 2)
	cv := reflect.ValueOf(c)
	cv.Send(reflect.ValueOf(1))
	fmt.Println(cv.Len(), cv.Cap(), cv.TrySend(reflect.ValueOf(2)), cv.TrySend(reflect.ValueOf(3)))
	x, ok := cv.Recv()
	fmt.Println(x, ok)
	x, ok = cv.TryRecv()
	fmt.Println(x, ok)
	x, ok = cv.TryRecv()
	fmt.Println(x.IsValid(), ok)
	cv.Close()
	x, ok = cv.Recv()
	fmt.Println(x, ok)
	x, ok = cv.TryRecv()
	fmt.Println(x, ok)

	// Unbuffered, with values of several sizes, both sides waiting.
	for _, val := range []any{int8(-3), "text", Wide{S: "wide"}, K{7, "k"}, []int{1, 2}, struct{}{}, float32(1.5), fmt.Errorf("e"), true} {
		ch := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, reflect.TypeOf(val)), 0)
		go func() {
			runtime.Gosched()
			ch.Send(reflect.ValueOf(val))
			ch.Send(reflect.ValueOf(val))
			ch.Close()
		}()
		a, ok1 := ch.Recv()
		runtime.GC()
		time.Sleep(time.Millisecond)
		b, ok2 := ch.Recv()
		z, ok3 := ch.Recv()
		fmt.Println(ch.Type(), a, ok1, b, ok2, z, ok3)
	}
	// Typed code on the other side.
	wide := make(chan Wide)
	go func() { wide <- Wide{S: "typed"} }()
	w, _ := reflect.ValueOf(wide).Recv()
	fmt.Println(w.Field(1))
	go reflect.ValueOf(wide).Send(reflect.ValueOf(Wide{S: "reflected", A: [12]int{11: 5}}))
	got := <-wide
	fmt.Println(got.S, got.A[11])
	anyc := make(chan any, 1)
	reflect.ValueOf(anyc).Send(reflect.ValueOf(5))
	fmt.Println(<-anyc)

	// Select.
	a, b := make(chan int), make(chan string, 1)
	recv := func(ch any) reflect.SelectCase {
		return reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch)}
	}
	i, r, ok := reflect.Select([]reflect.SelectCase{recv(a), recv(b), {Dir: reflect.SelectDefault}})
	fmt.Println(i, r.IsValid(), ok)
	b <- "buffered"
	i, r, ok = reflect.Select([]reflect.SelectCase{recv(a), {Dir: reflect.SelectRecv}, recv(b), {Dir: reflect.SelectDefault}})
	fmt.Println(i, r, ok)
	go func() { a <- 42 }()
	i, r, ok = reflect.Select([]reflect.SelectCase{recv(a), recv(b)})
	fmt.Println(i, r, ok)
	i, r, ok = reflect.Select([]reflect.SelectCase{recv(a), {Dir: reflect.SelectSend, Chan: reflect.ValueOf(b), Send: reflect.ValueOf("sent")}})
	fmt.Println(i, r.IsValid(), ok, <-b)
	taken := make(chan Wide, 1)
	go func() {
		time.Sleep(2 * time.Millisecond)
		runtime.GC()
		taken <- <-wide
		close(a)
	}()
	i, _, _ = reflect.Select([]reflect.SelectCase{recv(a), {Dir: reflect.SelectSend, Chan: reflect.ValueOf(wide), Send: reflect.ValueOf(Wide{S: "by select"})}})
	fmt.Println(i, "got", <-taken)
	i, r, ok = reflect.Select([]reflect.SelectCase{recv(a)})
	fmt.Println(i, r, ok)
	i, r, ok = reflect.Select([]reflect.SelectCase{recv(time.After(time.Millisecond))})
	fmt.Println(i, r.Type(), ok)

	// Many channels, merged.
	var cases []reflect.SelectCase
	var wg sync.WaitGroup
	for i := range 30 {
		ch := make(chan int)
		cases = append(cases, recv(ch))
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range 20 {
				ch <- i*100 + j
			}
			close(ch)
		}()
	}
	total, open := 0, len(cases)
	for open > 0 {
		i, r, ok := reflect.Select(cases)
		if !ok {
			cases[i].Chan = reflect.Value{}
			open--
			continue
		}
		total += int(r.Int())
	}
	wg.Wait()
	fmt.Println(total)
	defer func() { fmt.Println(recover()) }()
	blocked := make(chan int)
	go func() { time.Sleep(time.Millisecond); close(blocked) }()
	reflect.ValueOf(blocked).Send(reflect.ValueOf(1))
}
