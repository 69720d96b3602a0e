package time

import "errors"

// Duration is a time span in nanoseconds.
type Duration int64

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

func (d Duration) String() string { return durationText(d) }

func durationText(d Duration) string

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }
func (d Duration) Seconds() float64    { return float64(d/Second) + float64(d%Second)/1e9 }
func (d Duration) Minutes() float64    { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }
func (d Duration) Hours() float64      { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

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

// ParseDuration reads a duration such as "1h15m30.5s".
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
