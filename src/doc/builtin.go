// Package builtin is no package: it describes what every Go file knows without an import. Names such as Type stand for
// any type that fits.
package builtin

// Type stands for any type; it is the same one for all of a function's parameters.
type Type int

// Type1 stands for any type, another one than Type.
type Type1 int

// IntegerType stands for any integer type.
type IntegerType int

// FloatType stands for float32 or float64.
type FloatType float32

// ComplexType stands for complex64 or complex128.
type ComplexType complex64

// bool is the type of the truth values true and false.
type bool bool

// true and false are the truth values.
const (
	true  = 0 == 0
	false = 0 != 0
)

// uint8 holds whole numbers from 0 to 255.
type uint8 uint8

// uint16 holds whole numbers from 0 to 65535.
type uint16 uint16

// uint32 holds whole numbers from 0 to 4294967295.
type uint32 uint32

// uint64 holds whole numbers from 0 to 18446744073709551615.
type uint64 uint64

// int8 holds whole numbers from -128 to 127.
type int8 int8

// int16 holds whole numbers from -32768 to 32767.
type int16 int16

// int32 holds whole numbers from -2147483648 to 2147483647.
type int32 int32

// int64 holds whole numbers from -9223372036854775808 to 9223372036854775807.
type int64 int64

// float32 holds IEEE 754 numbers of 32 bits, about 7 decimal digits.
type float32 float32

// float64 holds IEEE 754 numbers of 64 bits, about 15 decimal digits.
type float64 float64

// complex64 holds complex numbers whose parts are float32.
type complex64 complex64

// complex128 holds complex numbers whose parts are float64.
type complex128 complex128

// string holds bytes that never change, usually text in UTF-8. len counts its bytes, s[i] is a byte, and range goes
// over its code points:
//
//	for i, r := range "aé" {
//		fmt.Println(i, string(r))
//	}
type string string

// int holds whole numbers of the machine's size: 64 bits in gorun.
type int int

// uint holds whole numbers from 0 up, of the same size as int.
type uint uint

// uintptr holds whole numbers that are large enough for an address.
type uintptr uintptr

// byte is another name for uint8, for bytes rather than small numbers.
type byte = uint8

// rune is another name for int32, for Unicode code points. 'a' is a rune.
type rune = int32

// any is another name for interface{}: the type that holds values of every type.
type any = interface{}

// comparable is a constraint: the types whose values == compares.
type comparable interface{ comparable }

// error is the type of what went wrong; nil means that nothing did.
//
//	f, err := os.Open(name)
//	if err != nil {
//		return fmt.Errorf("reading settings: %w", err)
//	}
type error interface {
	// Error says what went wrong.
	Error() string
}

// iota counts the lines of a group of constants, from 0.
//
//	const (
//		Red = iota
//		Green
//		Blue
//	)
const iota = 0

// nil is the zero value of pointers, functions, interfaces, maps, slices and channels.
var nil Type

// append returns the slice with the elements behind its own. There may be a new array below, so the result must be
// kept:
//
//	s = append(s, 1, 2)
//	s = append(s, others...)
//	b = append([]byte("hello "), "world"...)
func append(slice []Type, elems ...Type) []Type

// copy copies elements from src to dst, as many as both have room for, and returns how many. A string may be copied
// to a slice of bytes.
func copy(dst, src []Type) int

// delete removes the element with the key from the map; nothing happens if there is none.
func delete(m map[Type]Type1, key Type)

// len returns how many elements there are: bytes of a string, elements of an array, slice or map, values that wait in a
// channel.
func len(v Type) int

// cap returns how many elements there is room for: of a slice up to its array's end, of a channel its buffer.
func cap(v Type) int

// make makes a slice, map or channel.
//
//	make([]int, 3)      // three zeroes
//	make([]int, 0, 10)  // empty, with room for ten
//	make(map[string]int)
//	make(chan int)      // without a buffer: a send waits for a receiver
//	make(chan int, 5)
func make(t Type, size ...IntegerType) Type

// max returns the largest of its arguments, which are numbers or strings.
func max[T cmp.Ordered](x T, y ...T) T

// min returns the smallest of its arguments, which are numbers or strings.
func min[T cmp.Ordered](x T, y ...T) T

// new returns a pointer to a new variable: of the given type and with its zero value, or with the value of the given
// expression.
//
//	p := new(int)
//	q := new(6 * 7)
func new(TypeOrExpr Type) *Type

// complex makes a complex number of its real and imaginary part.
func complex(r, i FloatType) ComplexType

// real returns the real part of a complex number.
func real(c ComplexType) FloatType

// imag returns the imaginary part of a complex number.
func imag(c ComplexType) FloatType

// clear removes all elements of a map, and sets all elements of a slice to zero.
func clear[T ~[]Type | ~map[Type]Type1](t T)

// close says that nothing more will be sent on the channel. Receivers get what waits in it, then zero values at once;
// in v, ok := <-c, ok is false then, and a range over the channel ends. Only senders should close, once: sending on a
// closed channel and closing it again panic.
func close(c chan<- Type)

// panic stops what the goroutine does. Deferred functions run, from the innermost call outwards; unless one of them
// calls recover, the program ends with the value, the goroutine's stack and exit status 2.
func panic(v any)

// recover, called by a deferred function, ends a panic and returns its value; the function that deferred it returns
// normally. It returns nil if there is no panic.
//
//	defer func() {
//		if r := recover(); r != nil {
//			err = fmt.Errorf("failed: %v", r)
//		}
//	}()
func recover() any

// print writes its arguments to standard error, for quick debugging; fmt.Print is for programs.
func print(args ...Type)

// println writes its arguments to standard error with spaces between them and a newline behind.
func println(args ...Type)
