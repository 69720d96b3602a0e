package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

type header struct {
	Magic [2]byte
	Size  uint16
	Off   int32
	Scale float64
	_     [2]byte
	OK    bool
}

func main() {
	b := make([]byte, 8)
	binary.LittleEndian.PutUint32(b, 0x01020304)
	binary.BigEndian.PutUint16(b[4:], 0xABCD)
	fmt.Println(b, binary.LittleEndian.Uint64(b), binary.BigEndian.AppendUint32(nil, 7))
	var buf bytes.Buffer
	in := header{[2]byte{'G', 'O'}, 513, -2, 1.5, [2]byte{}, true}
	fmt.Println(binary.Write(&buf, binary.BigEndian, in), buf.Bytes(), binary.Size(in))
	var out header
	fmt.Println(binary.Read(&buf, binary.BigEndian, &out), out == in)
	binary.Write(&buf, binary.LittleEndian, []int16{1, -1})
	fmt.Println(buf.Bytes(), binary.Write(&buf, binary.LittleEndian, 5))
	v := binary.AppendVarint(binary.AppendUvarint(nil, 300), -300)
	u, n := binary.Uvarint(v)
	s, m := binary.Varint(v[n:])
	fmt.Println(v, u, n, s, m)
	fmt.Println(binary.ReadUvarint(bytes.NewReader([]byte{0x80})))
	fmt.Println(binary.LittleEndian, binary.BigEndian)
}
