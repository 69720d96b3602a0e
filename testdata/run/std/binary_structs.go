// encoding/binary with structs, arrays and slices; what it refuses.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

type Header struct {
	Magic [4]byte
	Ver   uint16
	_     [2]byte
	Flags uint32
	Ratio float32
	C     complex64
	On    bool
	Pts   [2]Point
}
type Point struct{ X, Y int16 }
type named uint32
type hidden struct {
	A uint8
	b uint8
}

func main() {
	h := Header{[4]byte{'G', 'O', 'R', 'N'}, 3, [2]byte{}, 0xdeadbeef, 1.5, 1 - 2i, true, [2]Point{{1, -2}, {3, -4}}}
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		var buf bytes.Buffer
		fmt.Println(binary.Write(&buf, order, h), binary.Size(h), buf.Len(), order)
		fmt.Printf("%x\n", buf.Bytes())
		var g Header
		fmt.Println(binary.Read(&buf, order, &g), g == h)
		b, err := binary.Append([]byte("pre"), order, &h)
		fmt.Println(len(b), err)
		out := make([]byte, 40)
		n, err := binary.Encode(out, order, h)
		fmt.Println(n, err)
		n, err = binary.Encode(out[:10], order, h)
		fmt.Println(n, err)
		var k Header
		n, err = binary.Decode(out, order, &k)
		fmt.Println(n, err, k == h)
		n, err = binary.Decode(out[:5], order, &k)
		fmt.Println(n, err)
	}
	var buf bytes.Buffer
	for _, x := range []any{int8(-1), uint16(2), []uint32{1, 2}, [3]int16{1, 2, 3}, true, []bool{true, false}, 1.5, []Point{{1, 2}, {3, 4}}, named(7), []named{8}, &Point{9, 9}, new(uint64), []float64{1}, struct{}{}, [0]int32{}} {
		buf.Reset()
		err := binary.Write(&buf, binary.BigEndian, x)
		fmt.Printf("%T %v %x %d\n", x, err, buf.Bytes(), binary.Size(x))
	}
	for _, x := range []any{1, "s", []int{1}, map[int]int{}, struct{ S string }{}, []any{1}, [][]uint8{{1}}, uint(1), &struct{ P *int }{}} {
		buf.Reset()
		fmt.Println(binary.Write(&buf, binary.LittleEndian, x), binary.Read(bytes.NewReader(make([]byte, 99)), binary.LittleEndian, x), binary.Size(x))
		_, err := binary.Append(nil, binary.LittleEndian, x)
		fmt.Println(err)
	}
	fmt.Println(binary.Read(bytes.NewReader(make([]byte, 99)), binary.LittleEndian, Point{}))
	var p Point
	fmt.Println(binary.Read(bytes.NewReader([]byte{1, 2}), binary.LittleEndian, &p), binary.Read(bytes.NewReader(nil), binary.LittleEndian, &p))
	pts := make([]Point, 2)
	fmt.Println(binary.Read(bytes.NewReader([]byte{1, 0, 2, 0, 3, 0, 4, 0, 5}), binary.LittleEndian, pts), pts)
	bs := make([]bool, 3)
	fmt.Println(binary.Read(bytes.NewReader([]byte{0, 1, 2}), binary.LittleEndian, bs), bs)
	buf.Reset()
	fmt.Println(binary.Write(&buf, binary.LittleEndian, hidden{1, 2}), buf.Bytes())
	func() {
		defer func() { fmt.Println(recover()) }()
		var g hidden
		fmt.Println(binary.Read(&buf, binary.LittleEndian, &g), g)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(binary.Write(&buf, binary.LittleEndian, (*Point)(nil)))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(binary.Write(&buf, binary.LittleEndian, nil))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(binary.Read(bytes.NewReader(make([]byte, 99)), binary.LittleEndian, (*Point)(nil)))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(binary.Size(nil), binary.Size((*Point)(nil)))
	}()
}
