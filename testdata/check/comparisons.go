package main

import "sync"

type M map[string]int

func main() {
	var i int
	var s string
	var m M
	var f func()
	var p *int
	var e error
	var a any
	_ = i == s
	_ = m == 3
	_ = f == 1
	_ = p == 1
	_ = p == "x"
	_ = e == 1
	_ = i == "a"
	_ = "a" == i
	_ = 1 == m
	_ = a - 1
	_ = a < 1
	_ = m + 1
	_ = e + 1
	_ = i == nil
	_ = nil == i
	_ = f == f
	_ = m < m
	_ = p < p
	_ = 1 + a
	i += "x"
	i = m
	m - 1
	var wg sync.WaitGroup
	wg.ch()
	wg.Wait() = 1
	wg.Wait()++
	wg.Wait() <- 1
	select { case 1: }
	select { case i = 1: }
	select { case i + 1: }
	select { case f(): }
}
