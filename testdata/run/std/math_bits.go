package main

import (
	"fmt"
	"math/bits"
)

func main() {
	for _, x := range []uint64{0, 1, 0x80, 0xF0F0, 1 << 63, 1<<64 - 1} {
		fmt.Println(bits.LeadingZeros64(x), bits.TrailingZeros64(x), bits.OnesCount64(x), bits.Len64(x), bits.Reverse64(x), bits.ReverseBytes64(x), bits.RotateLeft64(x, 4), bits.RotateLeft64(x, -4))
		fmt.Println(bits.LeadingZeros8(uint8(x)), bits.TrailingZeros16(uint16(x)), bits.OnesCount32(uint32(x)), bits.Len8(uint8(x)), bits.Reverse8(uint8(x)), bits.ReverseBytes16(uint16(x)), bits.RotateLeft8(uint8(x), 3))
	}
	fmt.Println(bits.Add64(1<<64-1, 1, 0))
	fmt.Println(bits.Sub64(0, 1, 0))
	fmt.Println(bits.Mul64(1<<63, 6))
	fmt.Println(bits.Div64(1, 5, 7))
	fmt.Println(bits.Rem64(9, 5, 7), bits.UintSize)
	defer func() {
		fmt.Println(recover())
		defer func() { fmt.Println(recover()) }()
		var zero uint64
		bits.Div64(1, 1, zero)
	}()
	bits.Div64(7, 0, 7)
}
