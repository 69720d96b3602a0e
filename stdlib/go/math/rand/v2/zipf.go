package rand

import "math"

// Zipf makes numbers k from 0 to imax with a probability in proportion to (v + k) ** -s.
type Zipf struct {
	r                  *Rand
	imax, v, q, s      float64
	oneMinusQ, inverse float64
	hxm, hx0MinusHxm   float64
}

func (z *Zipf) h(x float64) float64 { return math.Exp(z.oneMinusQ*math.Log(z.v+x)) * z.inverse }

func (z *Zipf) hInverse(x float64) float64 {
	return math.Exp(z.inverse*math.Log(z.oneMinusQ*x)) - z.v
}

// NewZipf returns a Zipf with these parameters; nil unless s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, imax: float64(imax), v: v, q: s}
	z.oneMinusQ = 1 - z.q
	z.inverse = 1 / z.oneMinusQ
	z.hxm = z.h(z.imax + .5)
	z.hx0MinusHxm = z.h(.5) - math.Exp(math.Log(z.v)*-z.q) - z.hxm
	z.s = 1 - z.hInverse(z.h(1.5)-math.Exp(-z.q*math.Log(z.v+1)))
	return z
}

// Uint64 returns the next number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		u := z.hxm + z.r.Float64()*z.hx0MinusHxm
		x := z.hInverse(u)
		k := math.Floor(x + .5)
		if k-x <= z.s || u >= z.h(k+.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
