package rand

import (
	"math"
	"sync"
)

// Tables of the ziggurat method (Marsaglia and Tsang): the area under the density is covered by
// layers of equal area; k is the part of a layer that lies wholly under the curve, w scales an
// integer to the layer's width, f is the density at its edge.
const (
	normRight, normArea = 3.442619855899, 9.91256303526217e-3
	expRight, expArea   = 7.69711747013104972, 3.949659822581572e-3
)

var (
	zigOnce sync.Once
	zigNorm layers
	zigExp  layers
)

type layers struct {
	k    []uint32
	w, f []float32
}

func makeLayers(n int, right, area, unit float64, density, inverse func(float64) float64) layers {
	z := layers{make([]uint32, n), make([]float32, n), make([]float32, n)}
	d, t := right, right
	q := area / density(d)
	z.k[0] = uint32(d / q * unit)
	z.w[0], z.w[n-1] = float32(q/unit), float32(d/unit)
	z.f[0], z.f[n-1] = 1, float32(density(d))
	for i := n - 2; i >= 1; i-- {
		d = inverse(area/d + density(d))
		z.k[i+1] = uint32(d / t * unit)
		t = d
		z.f[i], z.w[i] = float32(density(d)), float32(d/unit)
	}
	return z
}

func makeTables() {
	zigNorm = makeLayers(128, normRight, normArea, 1<<31,
		func(x float64) float64 { return math.Exp(-.5 * x * x) },
		func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) })
	zigExp = makeLayers(256, expRight, expArea, 1<<32,
		func(x float64) float64 { return math.Exp(-x) },
		func(y float64) float64 { return -math.Log(y) })
}

// NormFloat64 returns a random number of the standard normal distribution (mean 0, deviation 1).
func (r *Rand) NormFloat64() float64 {
	zigOnce.Do(makeTables)
	z := &zigNorm
	for {
		j := int32(r.Uint32())
		i := j & 0x7F
		x := float64(j) * float64(z.w[i])
		size := uint32(j)
		if j < 0 {
			size = -size
		}
		if size < z.k[i] {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(r.Float64()) * (1 / normRight)
				y := -math.Log(r.Float64())
				if y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return normRight + x
			}
			return -normRight - x
		}
		if z.f[i]+float32(r.Float64())*(z.f[i-1]-z.f[i]) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// ExpFloat64 returns a random number of the exponential distribution with rate 1 (mean 1).
func (r *Rand) ExpFloat64() float64 {
	zigOnce.Do(makeTables)
	z := &zigExp
	for {
		j := r.Uint32()
		i := j & 0xFF
		x := float64(j) * float64(z.w[i])
		if j < z.k[i] {
			return x
		}
		if i == 0 {
			return expRight - math.Log(r.Float64())
		}
		if z.f[i]+float32(r.Float64())*(z.f[i-1]-z.f[i]) < float32(math.Exp(-x)) {
			return x
		}
	}
}
