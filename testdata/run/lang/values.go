package main

import (
	"fmt"
)

type V struct {
	a int8
	b int32
	s [3]uint16
}

const (
	A = iota * 10
	B
	C
	_
	E = 1 << iota
)

func two() (int, string) { return 7, "seven" }
func sum(xs ...int) (t int) {
	for _, x := range xs {
		t += x
	}
	return
}

func main() {
	x, y := V{1, 2, [3]uint16{3, 4, 5}}, V{1, 2, [3]uint16{3, 4, 5}}
	z := x
	z.s[1] = 9
	fmt.Println(x == y, x == z, x, z)
	p := &z
	p.b += 5
	q := &p.s[2]
	*q = 77
	fmt.Println(z, A, B, C, E)
	var i8 int8 = 127
	i8++
	var u8 uint8
	u8--
	var u32 uint32 = 1 << 31
	fmt.Println(i8, u8, u32<<1, -7/2, -7%3, 7&^5, 1<<3|1)
	a, b := two()
	a, c := a+1, b+"!"
	fmt.Println(a, b, c, sum(), sum(1, 2), sum([]int{4, 5, 6}...))
	s := []int{1, 2, 3, 4, 5}
	t := s[1:3:4]
	t = append(t, 100)
	t = append(t, 200)
	t[0] = -1
	fmt.Println(s, t, len(t), cap(s[2:]), copy(s, s[2:]), s)
	m := map[[2]int]string{{1, 2}: "x"}
	m[[2]int{3, 4}] = "y"
	v, ok := m[[2]int{5, 6}]
	fmt.Println(len(m), v == "", ok, m)
	delete(m, [2]int{1, 2})
	fmt.Println(m)
	for i, r := range "héllo\xff" {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println([]byte("hé"), []rune("hé"), string([]rune{0x4e16, 0x754c}))
	cc := complex(1, 2)
	fmt.Println(cc*cc, real(cc), imag(cc), cc == complex(1, 2))
	fmt.Println(min(3, 1, 2), max(2.5, 1), min("b", "a"))
	s[0], s[1] = s[1], s[0]
	fmt.Println(s)
	var e any = x
	fmt.Println(e == any(y), fmt.Sprintf("%T", e))
	arr := [...]string{2: "c", 0: "a"}
	for i, w := range arr {
		arr[2] = "changed"
		fmt.Printf("%d=%q ", i, w)
	}
	fmt.Println(len(arr))
	clear(m)
	fmt.Println(len(m))
}
