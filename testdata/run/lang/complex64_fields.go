// Complex numbers of 64 bits at odd multiples of four bytes.
package main

import "fmt"

func f() int { return 3 }

func main() {
	v := struct {
		E bool
		F complex64
	}{f() == 3, complex(1, float32(f()))}
	fmt.Println(v)
	c := complex(1, float32(f()))
	fmt.Println(c)
	var d complex64 = complex(1, float32(f()))
	fmt.Println(d)
	w := struct {
		E bool
		F complex64
	}{true, d}
	fmt.Println(w)
	w2 := struct {
		F complex64
		D float32
	}{d, 2}
	fmt.Println(w2)
	w3 := struct {
		B byte
		X float32
		F complex64
		D float32
	}{1, 3, d, 2}
	w3.F = complex(5, 6)
	fmt.Println(w3, w3.F, real(w3.F))
	arr := [3]complex64{1, d, 3i}
	fmt.Println(arr)
	sl := []complex64{1, d, 3i}
	sl[1] += 2
	fmt.Println(sl)
	p := &w3
	p.F *= 2
	fmt.Println(*p)
	m := map[complex64]complex64{d: d}
	fmt.Println(m)
}

type odd struct {
	n int32
	c complex64
	m [2]complex64
	k int32
}

var global = odd{1, 2 + 3i, [2]complex64{4, 5i}, 6}

func init() {
	local := global
	local.c += 1i
	local.m[1] = local.c
	for i := range local.m {
		local.m[i] *= 2
	}
	list := []odd{local, global}
	list[1].c, list[0].m[0] = list[0].c, list[1].m[1]
	array := [2]odd{local, global}
	for i := range array {
		array[i].c = array[1-i].m[i]
		array[i].m[1-i] = complex(float32(i), 7)
	}
	p := &list[0]
	p.m[1] = real64(p.c)
	global.c = local.m[0]
	fmt.Println(local, list, array, *p, global, local == list[0], global.c, array[1].m[0])
}

func real64(c complex64) complex64 { return complex(real(c), 0) }
