package math

// Abs: clears the sign bit
func Abs(x float64) float64

// Acos: special cases as documented
func Acos(x float64) float64

// Acosh: special cases as documented
func Acosh(x float64) float64

// Asin: special cases as documented
func Asin(x float64) float64

// Asinh: special cases as documented
func Asinh(x float64) float64

// Atan: special cases as documented
func Atan(x float64) float64

// Atanh: special cases as documented
func Atanh(x float64) float64

// Cbrt: special cases as documented
func Cbrt(x float64) float64

// Ceil: keeps -0
func Ceil(x float64) float64

// Cos: special cases as documented
func Cos(x float64) float64

// Cosh: special cases as documented
func Cosh(x float64) float64

// Erf: special cases as documented
func Erf(x float64) float64

// Erfc: special cases as documented
func Erfc(x float64) float64

// Erfcinv: Erfinv(1 - x)
func Erfcinv(x float64) float64

// Erfinv: Wichura AS241
func Erfinv(x float64) float64

// Exp: special cases as documented
func Exp(x float64) float64

// Exp2: exact for integers
func Exp2(x float64) float64

// Expm1: special cases as documented
func Expm1(x float64) float64

// Floor: keeps -0
func Floor(x float64) float64

// Gamma: Gamma(-integer) = NaN, Gamma(±0) = ±Inf
func Gamma(x float64) float64

// J0: special cases as documented
func J0(x float64) float64

// J1: special cases as documented
func J1(x float64) float64

// Log: special cases as documented
func Log(x float64) float64

// Log10: log2(x) * (Ln2/Ln10)
func Log10(x float64) float64

// Log1p: special cases as documented
func Log1p(x float64) float64

// Log2: exact for powers of two
func Log2(x float64) float64

// Logb: binary exponent; Logb(0) = -Inf, Logb(±Inf) = +Inf
func Logb(x float64) float64

// Round: half away from zero
func Round(x float64) float64

// RoundToEven: half to even
func RoundToEven(x float64) float64

// Sin: special cases as documented
func Sin(x float64) float64

// Sinh: special cases as documented
func Sinh(x float64) float64

// Sqrt: special cases as documented
func Sqrt(x float64) float64

// Tan: special cases as documented
func Tan(x float64) float64

// Tanh: special cases as documented
func Tanh(x float64) float64

// Trunc: keeps -0
func Trunc(x float64) float64

// Y0: special cases as documented
func Y0(x float64) float64

// Y1: special cases as documented
func Y1(x float64) float64

// Atan2: as C
func Atan2(y, x float64) float64

// Copysign: as C
func Copysign(f, sign float64) float64

// Dim: max(x-y, 0); Dim(Inf, Inf) = NaN
func Dim(x, y float64) float64

// FMA: fused
func FMA(x, y, z float64) float64

// Float32bits: bits
func Float32bits(f float32) uint32

// Float32frombits: bits
func Float32frombits(b uint32) float32

// Float64bits: bits
func Float64bits(f float64) uint64

// Float64frombits: bits
func Float64frombits(b uint64) float64

// Frexp: 0.5 <= |frac| < 1; 0, Inf, NaN give (f, 0)
func Frexp(f float64) (frac float64, exp int)

// Hypot: Inf wins over NaN; scaled: max * sqrt(1 + (min/max)^2)
func Hypot(p, q float64) float64

// Ilogb: Ilogb(0) = MinInt32, Ilogb(NaN) = MaxInt32, Ilogb(±Inf) = MaxInt32
func Ilogb(x float64) int

// Inf: +Inf if sign >= 0
func Inf(sign int) float64

// IsInf: sign > 0: +Inf, < 0: -Inf, 0: either
func IsInf(f float64, sign int) bool

// IsNaN: f != f
func IsNaN(f float64) (is bool)

// Jn: Bessel
func Jn(n int, x float64) float64

// Yn: Bessel
func Yn(n int, x float64) float64

// Ldexp: any int exp, denormals rounded once
func Ldexp(frac float64, exp int) float64

// Lgamma: Lgamma(-integer) = +Inf
func Lgamma(x float64) (lgamma float64, sign int)

// Max: Inf wins over NaN; Max(+0, -0) = +0
func Max(x, y float64) float64

// Min: -Inf wins over NaN; Min(+0, -0) = -0
func Min(x, y float64) float64

// Mod: C fmod
func Mod(x, y float64) float64

// Modf: both have the sign of f; Modf(±Inf) = ±Inf, NaN
func Modf(f float64) (integer float64, fractional float64)

// NaN: bits 0x7FF8000000000001
func NaN() float64

// Nextafter: as C
func Nextafter(x, y float64) (r float64)

// Nextafter32: as C
func Nextafter32(x, y float32) (r float32)

// Pow: C pow; Pow(-1, ±Inf) = 1, Pow(1, NaN) = 1
func Pow(x, y float64) float64

// Pow10: exactly rounded 10**n; 0 below -323, +Inf above 308
func Pow10(n int) float64

// Remainder: IEEE remainder
func Remainder(x, y float64) float64

// Signbit: sign bit
func Signbit(x float64) bool

// Sincos: (Sin(x), Cos(x))
func Sincos(x float64) (sin, cos float64)
