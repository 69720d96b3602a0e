package big

// Word is a digit of a number, 64 bits.
type Word uint

// MaxBase is the greatest base of texts.
const MaxBase = 10 + ('z' - 'a' + 1) + ('Z' - 'A' + 1)

// A nat is a natural number: words, the lowest first, the highest not zero. Functions store their results in z if
// it has room; z may be an operand.
type nat []Word

func natAdd(z, x, y nat) nat

// natSub is x-y; x must not be less.
func natSub(z, x, y nat) nat
func natMul(z, x, y nat) nat

// natDivMod: y must not be zero.
func natDivMod(z, r, x, y nat) (quotient, rest nat)
func natCmp(x, y nat) int
func natShl(z, x nat, n uint) nat
func natShr(z, x nat, n uint) nat

// natPower is x to the y-th power, modulo m if that is not zero.
func natPower(z, x, y, m nat) nat
func natSqrt(z, x nat) nat

// natProduct is the product of all numbers between from and to, included.
func natProduct(z nat, from, to uint64) nat
func natGCD(z, x, y nat) nat

// natCofactor is the greatest common divisor, and a factor of x in it.
func natCofactor(x, y nat) (divisor nat, negative bool, factor nat)
func natJacobi(x, y nat) int
func natIsPrime(x nat, rounds int) bool
func natText(x nat, base uint32) string

// What natScan finds wrong.
const (
	flawNone = iota
	flawNoDigits
	flawSeparator
)

// natScan reads a number at the beginning of text: its value, the base that a prefix said, the number of digits
// (minus the number of those behind the point) and of bytes used.
func natScan(z nat, text string, base uint32, fraction bool) (value nat, realBase, count, used, flaw int)

// intAdd adds signed numbers.
func intAdd(z nat, xneg bool, x nat, yneg bool, y nat) (bool, nat)

// Operations of intBits.
const (
	opAnd = iota
	opOr
	opXor
	opAndNot
)

// intBits combines the bits of two's complement numbers.
func intBits(op int, z nat, xneg bool, x nat, yneg bool, y nat) (bool, nat)

// natFloat is the floating-point number nearest to x * 2**exp, a float32 if narrow, and how it differs: -1 below, +1
// above. More: something is left out behind x's last bit.
func natFloat(x nat, exp int, more, narrow bool) (f float64, acc int)

// How natRound rounds a magnitude.
const (
	roundEven = iota
	roundHalfAway
	roundDown
	roundUp
)

// natRound rounds x to so many bits: the result has its highest bit at the top of a word and no zero words at the
// bottom. length is the number of bits before the point of x, after rounding; way is -1 if the magnitude became
// smaller, +1 if larger. More: something is left out behind x's last bit; then x has more bits than asked for.
func natRound(z, x nat, bits uint, how int, more bool) (mant nat, length, way int)

// natDecimal writes x * 2**exp as 0.digits * 10**point.
func natDecimal(x nat, exp int) (digits string, point int)
