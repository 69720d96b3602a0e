package rand

// entropy: 64 random bits from the runtime's generator (per P, unseeded unless a replay seed is set)
func entropy() uint64

// seedState: fills vec for math/rand's lagged Fibonacci generator: see below
func seedState(seed int64, vec *[607]int64)

// nextState: one step: *tap--, *feed-- (from 0 each wraps to 606); x = vec[*feed] + vec[*tap] (wrapping); vec[*feed] = x; returns x
func nextState(vec *[607]int64, tap, feed *int) uint64
