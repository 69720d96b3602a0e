package bits

// LeadingZeros returns the number of zero bits above the highest one, 64 for 0.
func LeadingZeros(x uint) int

// LeadingZeros8 returns the number of zero bits above the highest one, 8 for 0.
func LeadingZeros8(x uint8) int

// LeadingZeros16 returns the number of zero bits above the highest one, 16 for 0.
func LeadingZeros16(x uint16) int

// LeadingZeros32 returns the number of zero bits above the highest one, 32 for 0.
func LeadingZeros32(x uint32) int

// LeadingZeros64 returns the number of zero bits above the highest one, 64 for 0.
func LeadingZeros64(x uint64) int

// Len returns how many bits x needs, 0 for 0.
func Len(x uint) int

// Len8 returns how many bits x needs, 0 for 0.
func Len8(x uint8) int

// Len16 returns how many bits x needs, 0 for 0.
func Len16(x uint16) (n int)

// Len32 returns how many bits x needs, 0 for 0.
func Len32(x uint32) (n int)

// Len64 returns how many bits x needs, 0 for 0.
func Len64(x uint64) (n int)

// OnesCount returns how many bits of x are set.
func OnesCount(x uint) int

// OnesCount8 returns how many bits of x are set.
func OnesCount8(x uint8) int

// OnesCount16 returns how many bits of x are set.
func OnesCount16(x uint16) int

// OnesCount32 returns how many bits of x are set.
func OnesCount32(x uint32) int

// OnesCount64 returns how many bits of x are set.
func OnesCount64(x uint64) int

// TrailingZeros returns the number of zero bits below the lowest one, 64 for 0.
func TrailingZeros(x uint) int

// TrailingZeros8 returns the number of zero bits below the lowest one, 8 for 0.
func TrailingZeros8(x uint8) int

// TrailingZeros16 returns the number of zero bits below the lowest one, 16 for 0.
func TrailingZeros16(x uint16) int

// TrailingZeros32 returns the number of zero bits below the lowest one, 32 for 0.
func TrailingZeros32(x uint32) int

// TrailingZeros64 returns the number of zero bits below the lowest one, 64 for 0.
func TrailingZeros64(x uint64) int

// Reverse returns x with its bits in reverse order.
func Reverse(x uint) uint

// Reverse8 returns x with its bits in reverse order.
func Reverse8(x uint8) uint8

// Reverse16 returns x with its bits in reverse order.
func Reverse16(x uint16) uint16

// Reverse32 returns x with its bits in reverse order.
func Reverse32(x uint32) uint32

// Reverse64 returns x with its bits in reverse order.
func Reverse64(x uint64) uint64

// ReverseBytes returns x with its bytes in reverse order.
func ReverseBytes(x uint) uint

// ReverseBytes16 returns x with its bytes in reverse order.
func ReverseBytes16(x uint16) uint16

// ReverseBytes32 returns x with its bytes in reverse order.
func ReverseBytes32(x uint32) uint32

// ReverseBytes64 returns x with its bytes in reverse order.
func ReverseBytes64(x uint64) uint64

// RotateLeft returns x rotated left by k bits, right by -k if k is negative.
func RotateLeft(x uint, k int) uint

// RotateLeft8 returns x rotated left by k bits, right by -k if k is negative.
func RotateLeft8(x uint8, k int) uint8

// RotateLeft16 returns x rotated left by k bits, right by -k if k is negative.
func RotateLeft16(x uint16, k int) uint16

// RotateLeft32 returns x rotated left by k bits, right by -k if k is negative.
func RotateLeft32(x uint32, k int) uint32

// RotateLeft64 returns x rotated left by k bits, right by -k if k is negative.
func RotateLeft64(x uint64, k int) uint64

// Add returns x + y + carry and the carry out. carry must be 0 or 1.
func Add(x, y, carry uint) (sum, carryOut uint)

// Sub returns x - y - borrow and the borrow out. borrow must be 0 or 1.
func Sub(x, y, borrow uint) (diff, borrowOut uint)

// Mul returns all bits of x * y, the upper and the lower half.
func Mul(x, y uint) (hi, lo uint)

// Add32 returns x + y + carry and the carry out. carry must be 0 or 1.
func Add32(x, y, carry uint32) (sum, carryOut uint32)

// Sub32 returns x - y - borrow and the borrow out. borrow must be 0 or 1.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32)

// Mul32 returns all bits of x * y, the upper and the lower half.
func Mul32(x, y uint32) (hi, lo uint32)

// Add64 returns x + y + carry and the carry out. carry must be 0 or 1.
func Add64(x, y, carry uint64) (sum, carryOut uint64)

// Sub64 returns x - y - borrow and the borrow out. borrow must be 0 or 1.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64)

// Mul64 returns all bits of x * y, the upper and the lower half.
func Mul64(x, y uint64) (hi, lo uint64)

// div64: (hi<<64 | lo) / y; the caller has checked y > hi
func div64(hi, lo, y uint64) (quo, rem uint64)
