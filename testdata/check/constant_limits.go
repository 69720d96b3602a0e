package main

const (
	a int8  = 128
	b       = 1 << 600
	c uint  = -1
	d       = 1e400
	e float32 = 1e39
	g       = 10 / 0
	h       = "a" + 1
	i int   = 2.5
	j       = len([3]int{}) * 1.5
	k byte  = 'ÿ' + 1
)

var v = [2]int{1, 2, 3}
var w = [...]int{5: 1}[9]
var x int = d
var y = 1 << 3.5
var z = int8(1) << 8

func main() {
	var s uint8 = 255 + 1
	_ = s
	_ = 5 % 2.0
	_ = 5.5 % 2
	_ = ^1.5
	_ = uint32(1) << 40
	_ = "abc"[5]
	_ = []int{0: 1, 0: 2}
	_ = map[string]int{"a": 1, "a": 2}
	switch 1 {
	case 1, 2, 1:
	}
}
