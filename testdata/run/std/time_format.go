package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.February, 29, 13, 4, 5, 123456789, time.UTC)
	for _, l := range []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly, "2006-002 __2 Jan January 1 _2 3 4 5 pm .000 .999 ,000 Z07 -07:00:00 Januaryx Monday Mondays 20060102150405 06 _2006"} {
		s := t.Format(l)
		fmt.Println(s)
		p, err := time.Parse(l, s)
		fmt.Println(p, err)
	}
	fmt.Println(t, t.Unix(), t.UnixMilli(), t.UnixMicro(), t.UnixNano(), t.YearDay(), t.Weekday(), t.Month())
	fmt.Println(t.ISOWeek())
	fmt.Println(t.Clock())
	fmt.Println(t.Date())
	fmt.Printf("%v %d %s %#v\n", t.Month(), t.Month(), t.Weekday(), t)
	z := time.FixedZone("EST", -5*3600)
	fmt.Println(t.In(z), t.In(z).Location(), t.In(time.FixedZone("", 5400)))
	fmt.Println(t.Add(36*time.Hour), t.AddDate(1, 1, 1), t.AddDate(0, -3, 30), t.Add(-time.Nanosecond*123456790))
	u := time.Date(2025, 13, 32, 25, 61, 61, -1, time.UTC)
	fmt.Println(u, u.Sub(t), t.Sub(u), u.After(t), u.Before(t), u.Equal(u.In(z)), t.Compare(u))
	fmt.Println(t.Truncate(time.Hour), t.Round(time.Hour), t.Round(time.Microsecond), t.Truncate(7*24*time.Hour))
	var zero time.Time
	fmt.Println(zero, zero.IsZero(), zero.Unix(), time.Unix(0, 0).UTC(), time.Unix(1e9, 1e9+5).UTC(), time.UnixMilli(-1).UTC())
	for _, y := range []int{-1, 0, 1, 999, 1900, 2000, 2100, 9999, 10000} {
		d := time.Date(y, 12, 31, 0, 0, 0, 0, time.UTC)
		fmt.Println(d, d.YearDay(), d.Weekday())
	}
	for _, d := range []time.Duration{0, 1, 999, 1000, 1500, 1e6, 1e9, 90 * time.Second, 3*time.Hour + 5*time.Millisecond, -time.Minute, 1<<63 - 1, -1 << 63} {
		fmt.Println(d, d.Seconds(), d.Minutes(), d.Hours(), d.Milliseconds(), d.Round(time.Second), d.Truncate(time.Minute), d.Abs())
	}
	for _, s := range []string{"1h15m30.5s", "-1.5h", "+5us", "3µs", "", "3", "x", "1d", "1.1.1s", "9223372036854775807ns", "9223372036854775808ns", ".5s", "0", "-0", "1s2"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	for _, c := range [][2]string{{time.RFC3339, "2024-02-30T00:00:00Z"}, {time.RFC3339, "2024-13-01T00:00:00Z"}, {time.RFC3339, "2024-01-01T25:00:00Z"}, {time.RFC3339, "2024-01-01"}, {time.DateOnly, "2024-01-01x"}, {time.RFC3339, "2024-01-01T00:00:00.5+02:00"}, {time.RFC1123, "Thu, 29 Feb 2024 13:04:05 CET"}, {time.Kitchen, "3:04AM"}, {time.Kitchen, "13:04PM"}, {"Jan 2 2006", "feb  3 2020"}, {"2006-002", "2024-366"}, {"2006-002", "2023-366"}, {"15:04:05", "12:34:56.789"}, {"MST", "GMT+3"}} {
		p, err := time.Parse(c[0], c[1])
		fmt.Println(p, err)
	}
	ny, err := time.LoadLocation("America/New_York")
	if err == nil {
		for _, m := range []time.Month{1, 7} {
			d := time.Date(2024, m, 1, 12, 0, 0, 0, ny)
			fmt.Println(d, d.UTC(), d.IsDST())
			f := time.Date(2051, m, 1, 12, 0, 0, 0, ny)
			fmt.Println(f, f.UTC())
		}
		fmt.Println(time.Date(2024, 3, 10, 2, 30, 0, 0, ny), time.Date(2024, 11, 3, 1, 30, 0, 0, ny))
		p, err := time.ParseInLocation("2006-01-02 15:04 MST", "2024-07-01 10:00 EDT", ny)
		fmt.Println(p, err, p.UTC())
		fmt.Println(time.Date(1883, 11, 18, 12, 3, 57, 0, ny), time.Date(1800, 1, 1, 0, 0, 0, 0, ny))
	}
	_, err = time.LoadLocation("No/Where")
	fmt.Println(err)
	b, _ := t.MarshalJSON()
	fmt.Println(string(b))
	var back time.Time
	fmt.Println(back.UnmarshalJSON(b), back.Equal(t), back == t)
}
