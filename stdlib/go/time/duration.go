package time

import "errors"

// Duration is a span of time in nanoseconds, up to about 290 years. Multiply to make one: 5 *
// time.Second; of a variable, time.Duration(n) * time.Second.
type Duration int64

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// Nanosecond and the others are the usual units of a Duration. Days are left out since they are not
// always of the same length.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

// String returns text such as "1h15m30.5s" or "2.5ms", "0s" for zero.
func (d Duration) String() string { return durationText(d) }

func durationText(d Duration) string

// Nanoseconds returns d as a number of nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns d as a whole number of microseconds, cut off.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds returns d as a whole number of milliseconds, cut off.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// Seconds returns d in seconds, with a fraction.
func (d Duration) Seconds() float64 { return float64(d/Second) + float64(d%Second)/1e9 }

// Minutes returns d in minutes, with a fraction.
func (d Duration) Minutes() float64 { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }

// Hours returns d in hours, with a fraction.
func (d Duration) Hours() float64 { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

// Truncate rounds d towards zero to a multiple of m; it returns d if m <= 0.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halves away from zero; it returns d if m <= 0.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		if r = -r; r+r < m {
			return d + r
		}
		if e := d - m + r; e < d {
			return e
		}
		return minDuration
	}
	if r+r < m {
		return d - r
	}
	if e := d + m - r; e > d {
		return e
	}
	return maxDuration
}

// Abs returns d without its sign; the most negative one becomes the greatest.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// parseDuration: code 0 ok, 1 invalid, 2 missing unit, 3 unknown unit (in unit).
func parseDuration(s string) (d Duration, code int, unit string)

// ParseDuration reads a duration such as "300ms", "-1.5h" or "1h15m30.5s". Units are ns, us (or
// µs), ms, s, m and h.
func ParseDuration(s string) (Duration, error) {
	d, code, unit := parseDuration(s)
	switch code {
	case 0:
		return d, nil
	case 2:
		return 0, errors.New("time: missing unit in duration " + quote(s))
	case 3:
		return 0, errors.New("time: unknown unit " + quote(unit) + " in duration " + quote(s))
	}
	return 0, errors.New("time: invalid duration " + quote(s))
}

func quote(s string) string
