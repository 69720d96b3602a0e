package main

import "fmt"

// An index of an unsigned type that has wrapped around is shown as the large number it is.

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

type pair struct{ a, b int }

func main() {
	s, n, m := []int{1, 2, 3}, uint(0), -1
	arr := [4]byte{}
	p := &arr
	ps := []pair{{1, 2}}
	str := "abc"
	var u64 uint64 = 1<<63 + 5
	try(func() { fmt.Println(s[n-1]) })
	try(func() { fmt.Println(s[m]) })
	try(func() { s[n-1] = 1 })
	try(func() { s[m] = 1 })
	try(func() { fmt.Println(arr[u64], arr[m]) })
	try(func() { fmt.Println(p[u64]) })
	try(func() { p[uintptr(n)-1] = 1 })
	try(func() { fmt.Println(ps[u64].b) })
	try(func() { ps[u64].b = 1 })
	try(func() { fmt.Println(str[u64]) })
	try(func() { fmt.Println(str[m]) })
	try(func() { fmt.Println(s[uint8(200)], s[uint32(1<<31)]) })
	try(func() { fmt.Println(s[int64(u64)]) })
	try(func() { s[n-1] += s[0] })
	try(func() { fmt.Println(&s[n-1]) })
}
