package math

// Abs returns x without its sign.
func Abs(x float64) float64

// Acos returns the angle, 0 to Pi, whose cosine is x; NaN if x is not within -1 and 1.
func Acos(x float64) float64

// Acosh returns the inverse hyperbolic cosine of x; NaN if x < 1.
func Acosh(x float64) float64

// Asin returns the angle, -Pi/2 to Pi/2, whose sine is x; NaN if x is not within -1 and 1.
func Asin(x float64) float64

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x float64) float64

// Atan returns the angle, -Pi/2 to Pi/2, whose tangent is x.
func Atan(x float64) float64

// Atanh returns the inverse hyperbolic tangent of x; ±Inf for ±1 and NaN beyond.
func Atanh(x float64) float64

// Cbrt returns the cube root of x, negative for negative x.
func Cbrt(x float64) float64

// Ceil returns the least whole number that is not less than x.
func Ceil(x float64) float64

// Cos returns the cosine of x, which is in radians; NaN for ±Inf.
func Cos(x float64) float64

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64

// Erf returns the error function of x, from -1 to 1.
func Erf(x float64) float64

// Erfc returns 1 - Erf(x), exactly also where that is tiny.
func Erfc(x float64) float64

// Erfcinv returns the x with Erfc(x) equal to the argument; NaN if that is not within 0 and 2.
func Erfcinv(x float64) float64

// Erfinv returns the x with Erf(x) equal to the argument; NaN if that is not within -1 and 1.
func Erfinv(x float64) float64

// Exp returns e to the power of x; +Inf where that is too great, 0 where it is too small.
func Exp(x float64) float64

// Exp2 returns 2 to the power of x, exactly for whole x.
func Exp2(x float64) float64

// Expm1 returns Exp(x) - 1, exactly also for x near 0.
func Expm1(x float64) float64

// Floor returns the greatest whole number that is not greater than x.
func Floor(x float64) float64

// Gamma returns the gamma function of x, which is (x-1)! for whole x > 0; NaN for whole x < 0 and
// ±Inf for ±0.
func Gamma(x float64) float64

// J0 returns the Bessel function of the first kind of order 0.
func J0(x float64) float64

// J1 returns the Bessel function of the first kind of order 1.
func J1(x float64) float64

// Log returns the natural logarithm of x; -Inf for 0 and NaN for x < 0.
func Log(x float64) float64

// Log10 returns the logarithm of x to base 10; -Inf for 0 and NaN for x < 0.
func Log10(x float64) float64

// Log1p returns Log(1 + x), exactly also for x near 0; -Inf for -1 and NaN for x < -1.
func Log1p(x float64) float64

// Log2 returns the logarithm of x to base 2, exactly for powers of two; -Inf for 0 and NaN for x <
// 0.
func Log2(x float64) float64

// Logb returns x's exponent to base 2 as a float64, the floor of Log2(|x|); -Inf for 0 and +Inf for
// ±Inf.
func Logb(x float64) float64

// Round returns the nearest whole number, halves away from zero: Round(2.5) is 3, Round(-2.5) is
// -3.
func Round(x float64) float64

// RoundToEven returns the nearest whole number, halves to the even one: RoundToEven(2.5) is 2.
func RoundToEven(x float64) float64

// Sin returns the sine of x, which is in radians; NaN for ±Inf.
func Sin(x float64) float64

// Sinh returns the hyperbolic sine of x.
func Sinh(x float64) float64

// Sqrt returns the square root of x, correctly rounded; NaN for x < 0.
func Sqrt(x float64) float64

// Tan returns the tangent of x, which is in radians; NaN for ±Inf.
func Tan(x float64) float64

// Tanh returns the hyperbolic tangent of x.
func Tanh(x float64) float64

// Trunc returns x without its fraction, rounded towards zero.
func Trunc(x float64) float64

// Y0 returns the Bessel function of the second kind of order 0; -Inf for 0 and NaN for x < 0.
func Y0(x float64) float64

// Y1 returns the Bessel function of the second kind of order 1; -Inf for 0 and NaN for x < 0.
func Y1(x float64) float64

// Atan2 returns the angle, -Pi to Pi, of the point with the coordinates x and y, with the right
// quadrant. Mind the order of the arguments.
func Atan2(y, x float64) float64

// Copysign returns f with the sign of sign.
func Copysign(f, sign float64) float64

// Dim returns x - y, or 0 if that is negative.
func Dim(x, y float64) float64

// FMA returns x*y + z, rounded only once.
func FMA(x, y, z float64) float64

// Float32bits returns the bits of f.
func Float32bits(f float32) uint32

// Float32frombits returns the number with the bits b.
func Float32frombits(b uint32) float32

// Float64bits returns the bits of f.
func Float64bits(f float64) uint64

// Float64frombits returns the number with the bits b.
func Float64frombits(b uint64) float64

// Frexp splits f into frac * 2**exp with frac from 0.5 up to but not 1, or its negative. 0, ±Inf
// and NaN are returned with exp 0.
func Frexp(f float64) (frac float64, exp int)

// Hypot returns Sqrt(p*p + q*q) without needless overflow; +Inf if p or q is infinite, also if the
// other is NaN.
func Hypot(p, q float64) float64

// Ilogb returns x's exponent to base 2 as an int; MinInt32 for 0, MaxInt32 for ±Inf and NaN.
func Ilogb(x float64) int

// Inf returns +Inf if sign >= 0, else -Inf.
func Inf(sign int) float64

// IsInf reports whether f is +Inf (sign > 0), -Inf (sign < 0) or either (sign 0).
func IsInf(f float64, sign int) bool

// IsNaN reports whether f is NaN, which is unequal to everything, itself too.
func IsNaN(f float64) (is bool)

// Jn returns the Bessel function of the first kind of order n.
func Jn(n int, x float64) float64

// Yn returns the Bessel function of the second kind of order n.
func Yn(n int, x float64) float64

// Ldexp returns frac * 2**exp; it undoes Frexp.
func Ldexp(frac float64, exp int) float64

// Lgamma returns the natural logarithm of |Gamma(x)| and the sign of Gamma(x), 1 or -1.
func Lgamma(x float64) (lgamma float64, sign int)

// Max returns the greater one of x and y; NaN if one is NaN, but +Inf if the other is that. See
// also the built-in function max.
func Max(x, y float64) float64

// Min returns the lesser one of x and y; NaN if one is NaN, but -Inf if the other is that. See also
// the built-in function min.
func Min(x, y float64) float64

// Mod returns the remainder of x/y with the sign of x; NaN if y is 0 or x is infinite.
func Mod(x, y float64) float64

// Modf returns the whole part of f and the rest, both with the sign of f. For ±Inf the rest is NaN.
func Modf(f float64) (integer float64, fractional float64)

// NaN returns the value that stands for no number.
func NaN() float64

// Nextafter returns the float64 next to x in the direction of y, x if they are equal.
func Nextafter(x, y float64) (r float64)

// Nextafter32 returns the float32 next to x in the direction of y, x if they are equal.
func Nextafter32(x, y float32) (r float32)

// Pow returns x to the power of y. Pow(x, 0) and Pow(1, y) are 1 for all x and y, NaN too; for x <
// 0 and y that is finite and not whole it is NaN.
func Pow(x, y float64) float64

// Pow10 returns 10 to the power of n; 0 if n < -323, +Inf if n > 308.
func Pow10(n int) float64

// Remainder returns x - n*y, with n the whole number nearest to x/y, the even one of two. It may be
// negative.
func Remainder(x, y float64) float64

// Signbit reports whether x is negative or -0.
func Signbit(x float64) bool

// Sincos returns Sin(x) and Cos(x).
func Sincos(x float64) (sin, cos float64)
