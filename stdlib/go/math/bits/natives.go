package bits

// LeadingZeros: width for 0
func LeadingZeros(x uint) int

// LeadingZeros8: width for 0
func LeadingZeros8(x uint8) int

// LeadingZeros16: width for 0
func LeadingZeros16(x uint16) int

// LeadingZeros32: width for 0
func LeadingZeros32(x uint32) int

// LeadingZeros64: width for 0
func LeadingZeros64(x uint64) int

// Len: bits needed, 0 for 0
func Len(x uint) int

// Len8: bits needed, 0 for 0
func Len8(x uint8) int

// Len16: bits needed, 0 for 0
func Len16(x uint16) int

// Len32: bits needed, 0 for 0
func Len32(x uint32) int

// Len64: bits needed, 0 for 0
func Len64(x uint64) int

// OnesCount: population count
func OnesCount(x uint) int

// OnesCount8: population count
func OnesCount8(x uint8) int

// OnesCount16: population count
func OnesCount16(x uint16) int

// OnesCount32: population count
func OnesCount32(x uint32) int

// OnesCount64: population count
func OnesCount64(x uint64) int

// TrailingZeros: width for 0
func TrailingZeros(x uint) int

// TrailingZeros8: width for 0
func TrailingZeros8(x uint8) int

// TrailingZeros16: width for 0
func TrailingZeros16(x uint16) int

// TrailingZeros32: width for 0
func TrailingZeros32(x uint32) int

// TrailingZeros64: width for 0
func TrailingZeros64(x uint64) int

// Reverse: bit order reversed
func Reverse(x uint) uint

// Reverse8: bit order reversed
func Reverse8(x uint8) uint8

// Reverse16: bit order reversed
func Reverse16(x uint16) uint16

// Reverse32: bit order reversed
func Reverse32(x uint32) uint32

// Reverse64: bit order reversed
func Reverse64(x uint64) uint64

// ReverseBytes: byte order reversed
func ReverseBytes(x uint) uint

// ReverseBytes16: byte order reversed
func ReverseBytes16(x uint16) uint16

// ReverseBytes32: byte order reversed
func ReverseBytes32(x uint32) uint32

// ReverseBytes64: byte order reversed
func ReverseBytes64(x uint64) uint64

// RotateLeft: k modulo the width, negative k rotates right
func RotateLeft(x uint, k int) uint

// RotateLeft8: k modulo the width, negative k rotates right
func RotateLeft8(x uint8, k int) uint8

// RotateLeft16: k modulo the width, negative k rotates right
func RotateLeft16(x uint16, k int) uint16

// RotateLeft32: k modulo the width, negative k rotates right
func RotateLeft32(x uint32, k int) uint32

// RotateLeft64: k modulo the width, negative k rotates right
func RotateLeft64(x uint64, k int) uint64

// Add: carry is 0 or 1
func Add(x, y, carry uint) (sum, carryOut uint)

// Sub: borrow is 0 or 1
func Sub(x, y, borrow uint) (diff, borrowOut uint)

// Mul: full product
func Mul(x, y uint) (hi, lo uint)

// Add32: carry is 0 or 1
func Add32(x, y, carry uint32) (sum, carryOut uint32)

// Sub32: borrow is 0 or 1
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32)

// Mul32: full product
func Mul32(x, y uint32) (hi, lo uint32)

// Add64: carry is 0 or 1
func Add64(x, y, carry uint64) (sum, carryOut uint64)

// Sub64: borrow is 0 or 1
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64)

// Mul64: full product
func Mul64(x, y uint64) (hi, lo uint64)

// div64: (hi<<64 | lo) / y; the caller has checked y > hi
func div64(hi, lo, y uint64) (quo, rem uint64)
