package main

import (
	"fmt"
	"runtime"
	"sort"
	"strings"
	"sync"
)

type tree struct {
	l, r *tree
	v    int
	s    string
}

func build(n int) *tree {
	if n == 0 {
		return nil
	}
	return &tree{build(n - 1), build(n - 1), n, fmt.Sprint("n", n)}
}

func (t *tree) sum() int {
	if t == nil {
		return 0
	}
	if t.s != fmt.Sprint("n", t.v) {
		panic("corrupt")
	}
	return t.v + t.l.sum() + t.r.sum()
}

func work(id int) string {
	m := map[string][]int{}
	for i := range 300 {
		k := fmt.Sprint("k", i%17)
		m[k] = append(m[k], i*id)
		defer func() { _ = k }()
	}
	keys := make([]string, 0)
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	t := build(7)
	ch := make(chan *tree, 3)
	go func() {
		for range 10 {
			ch <- build(3)
		}
		close(ch)
	}()
	n := 0
	for x := range ch {
		n += x.sum()
		runtime.Gosched()
	}
	var b strings.Builder
	for _, k := range keys {
		fmt.Fprint(&b, k, len(m[k]), m[k][0], ";")
	}
	return fmt.Sprint(t.sum(), n, b.String())
}

func main() {
	stop := make(chan bool)
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
				runtime.GC()
			}
		}
	}()
	var wg sync.WaitGroup
	out := make([]string, 20)
	for i := range out {
		wg.Add(1)
		go func() { defer wg.Done(); out[i] = work(i) }()
	}
	wg.Wait()
	close(stop)
	for _, s := range out {
		fmt.Println(s)
	}
}
