// Package time measures time, tells and formats dates, and lets goroutines wait.
//
//	start := time.Now()
//	time.Sleep(20 * time.Millisecond)
//	fmt.Println(time.Since(start) >= 20*time.Millisecond) // true
//
//	select {
//	case v := <-results:
//		fmt.Println(v)
//	case <-time.After(time.Second):
//		fmt.Println("too late")
//	}
//
// A Time from Now also holds a reading of a clock that nobody sets, which Sub, Since, Before and
// the like use if both times have one; so measured spans are right even if the computer's clock is
// set meanwhile.
//
// Layouts of Format and Parse show how the reference time would be written, Mon Jan 2 15:04:05 MST
// 2006, which is 01/02 03:04:05PM '06 -0700:
//
//	year    2006 06                  month   January Jan 01 1
//	day     02 2 _2 002 __2          weekday Monday Mon
//	hour    15 03 3 PM pm            minute  04 4
//	second  05 5                     fraction .000 (three digits) .999 (no zeros at the end) ,000 ,999
//	zone    MST -0700 -07:00 -07 Z0700 Z07:00 (Z for UTC)
package time

import "errors"

// Month is a month of the year, from January, which is 1.
type Month int

// January to December are the months, from 1 to 12.
const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

// Weekday is a day of the week, from Sunday, which is 0.
type Weekday int

// Sunday to Saturday are the days of the week, from 0 to 6.
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// String returns the English name.
func (m Month) String() string {
	if m >= January && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + itoa(int(m)) + ")"
}

// String returns the English name.
func (d Weekday) String() string {
	if d >= Sunday && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + itoa(int(d)) + ")"
}

// Time is an instant with the precision of nanoseconds, and a location whose clocks show it. The
// zero value is January 1 of year 1, 00:00 UTC; IsZero tests for it. Compare times by Equal, Before
// and After: == also compares locations. Values may be copied; goroutines may share a Time as long
// as nobody assigns to it.
type Time struct {
	// With a monotonic reading: its flag in the top bit, 33 bits of seconds since 1885, 30 bits of nanoseconds.
	// Otherwise nanoseconds.
	wall uint64
	// The monotonic reading, or seconds since year 1.
	ext int64
	loc *Location
}

const (
	hasMonotonic = 1 << 63
	nsecBits     = 30
	nsecMask     = 1<<nsecBits - 1
	secMask      = 1<<33 - 1

	unixToInternal = 62135596800 // from year 1 to 1970
	wallToInternal = 59453308800 // from year 1 to 1885
)

func itoa(i int) string

// clock returns the words of the present Time.
func clock() (wall uint64, ext int64)

// monotonic returns what clock returns as ext.
func monotonic() int64

// civil returns the date of a day counted from 1970-01-01.
func civil(day int64) (year int, month Month, dayOfMonth int, yearDay int)

// dayNumber is civil's inverse for any month and day.
func dayNumber(year int, month Month, day int) int64

// Now returns the present time, in Local, with a reading of the monotonic clock.
func Now() Time {
	wall, ext := clock()
	return Time{wall, ext, Local}
}

func (t *Time) nsec() int32 { return int32(t.wall & nsecMask) }

func (t *Time) sec() int64 {
	if t.wall&hasMonotonic != 0 {
		return wallToInternal + int64(t.wall<<1>>(nsecBits+1))
	}
	return t.ext
}

func (t *Time) unixSec() int64 { return t.sec() - unixToInternal }

func (t *Time) stripMono() {
	if t.wall&hasMonotonic != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

func (t *Time) setLoc(loc *Location) {
	if loc == &utcLoc {
		loc = nil
	}
	t.stripMono()
	t.loc = loc
}

// local returns the seconds since 1970 that the location's clocks show.
func (t Time) local() int64 {
	_, offset, _, _, _ := t.zone()
	return t.unixSec() + int64(offset)
}

func floorDiv(a, b int64) (q, r int64) {
	q, r = a/b, a%b
	if r < 0 {
		q, r = q-1, r+b
	}
	return
}

func unixTime(sec int64, nsec int32) Time {
	return Time{uint64(nsec), sec + unixToInternal, Local}
}

// Unix returns the time sec seconds and nsec nanoseconds after the beginning of 1970 UTC, in Local.
// nsec may be of any size.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		q, r := floorDiv(nsec, 1e9)
		sec, nsec = sec+q, r
	}
	return unixTime(sec, int32(nsec))
}

// UnixMilli returns the time msec milliseconds after the beginning of 1970 UTC, in Local.
func UnixMilli(msec int64) Time {
	q, r := floorDiv(msec, 1e3)
	return Unix(q, r*1e6)
}

// UnixMicro returns the time usec microseconds after the beginning of 1970 UTC, in Local.
func UnixMicro(usec int64) Time {
	q, r := floorDiv(usec, 1e6)
	return Unix(q, r*1e3)
}

// Date returns the time when the clocks of loc show that. Numbers outside of their range carry
// over: October 32 is November 1. It panics if loc is nil.
//
//	t := time.Date(2026, time.November, 21, 7, 45, 0, 0, time.UTC)
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	q, r := floorDiv(int64(nsec), 1e9)
	unix := dayNumber(year, month, day)*86400 + int64(hour)*3600 + int64(min)*60 + int64(sec) + q
	if loc != UTC {
		// Try the offset in force about then; if that leads across a change, the other side's.
		_, offset, start, end, _ := loc.lookup(unix)
		if offset != 0 {
			utc := unix - int64(offset)
			if utc < start || utc >= end {
				_, offset, _, _, _ = loc.lookup(utc)
			}
			unix -= int64(offset)
		}
	}
	t := unixTime(unix, int32(r))
	t.setLoc(loc)
	return t
}

// After reports whether t is later than u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is earlier than u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether t and u are the same instant, perhaps in different locations.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Compare returns -1, 0 or +1 as t is earlier than, equal to or later than u.
func (t Time) Compare(u Time) int {
	a, b := t.ext, u.ext
	if t.wall&u.wall&hasMonotonic == 0 {
		a, b = t.sec(), u.sec()
		if a == b {
			a, b = int64(t.nsec()), int64(u.nsec())
		}
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// IsZero reports whether t is the zero value, January 1 of year 1, 00:00 UTC.
func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// Date returns year, month and day.
func (t Time) Date() (year int, month Month, day int) {
	n, _ := floorDiv(t.local(), 86400)
	year, month, day, _ = civil(n)
	return
}

// Year returns the year.
func (t Time) Year() int {
	y, _, _ := t.Date()
	return y
}

// Month returns the month.
func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

// Day returns the day of the month, from 1.
func (t Time) Day() int {
	_, _, d := t.Date()
	return d
}

// YearDay returns the day of the year, from 1 to 366.
func (t Time) YearDay() int {
	n, _ := floorDiv(t.local(), 86400)
	_, _, _, y := civil(n)
	return y
}

// Weekday returns the day of the week.
func (t Time) Weekday() Weekday {
	n, _ := floorDiv(t.local(), 86400)
	_, r := floorDiv(n+4, 7)
	return Weekday(r)
}

// ISOWeek returns the week, 1 to 53, by ISO 8601 and the year that it counts to, which near New
// Year may be another than t's.
func (t Time) ISOWeek() (year, week int) {
	n, _ := floorDiv(t.local(), 86400)
	// The week belongs to the year that its Thursday is in.
	_, fromMonday := floorDiv(n+3, 7)
	year, _, _, day := civil(n - fromMonday + 3)
	return year, (day-1)/7 + 1
}

// Clock returns hour, minute and second.
func (t Time) Clock() (hour, min, sec int) {
	_, r := floorDiv(t.local(), 86400)
	return int(r / 3600), int(r / 60 % 60), int(r % 60)
}

// Hour returns the hour, 0 to 23.
func (t Time) Hour() int {
	h, _, _ := t.Clock()
	return h
}

// Minute returns the minute, 0 to 59.
func (t Time) Minute() int {
	_, m, _ := t.Clock()
	return m
}

// Second returns the second, 0 to 59.
func (t Time) Second() int {
	_, _, s := t.Clock()
	return s
}

// Nanosecond returns the nanoseconds within the second, 0 to 999999999.
func (t Time) Nanosecond() int { return int(t.nsec()) }

// Unix returns the seconds since the beginning of 1970 UTC.
func (t Time) Unix() int64 { return t.unixSec() }

// UnixMilli returns the milliseconds since the beginning of 1970 UTC.
func (t Time) UnixMilli() int64 { return t.unixSec()*1e3 + int64(t.nsec())/1e6 }

// UnixMicro returns the microseconds since the beginning of 1970 UTC.
func (t Time) UnixMicro() int64 { return t.unixSec()*1e6 + int64(t.nsec())/1e3 }

// UnixNano returns the nanoseconds since the beginning of 1970 UTC. It is right for the years 1678
// to 2262.
func (t Time) UnixNano() int64 { return t.unixSec()*1e9 + int64(t.nsec()) }

// Add returns the time d later.
func (t Time) Add(d Duration) Time {
	sec, nsec := int64(d/1e9), t.nsec()+int32(d%1e9)
	if nsec >= 1e9 {
		sec, nsec = sec+1, nsec-1e9
	} else if nsec < 0 {
		sec, nsec = sec-1, nsec+1e9
	}
	if t.wall&hasMonotonic != 0 {
		s := int64(t.wall<<1>>(nsecBits+1)) + sec
		mono := t.ext + int64(d)
		if s >= 0 && s <= secMask && (mono > t.ext) == (d > 0) || d == 0 {
			t.wall = hasMonotonic | uint64(s)<<nsecBits | uint64(nsec)
			t.ext = mono
			return t
		}
		t.stripMono()
	}
	t.wall = uint64(nsec)
	t.ext += sec
	return t
}

// Sub returns the time from u to t; what doesn't fit a Duration is the greatest or smallest one.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMonotonic != 0 {
		return Duration(t.ext - u.ext)
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// Since returns the time from t until now.
//
//	start := time.Now()
//	work()
//	fmt.Println(time.Since(start))
func Since(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return Duration(monotonic() - t.ext)
	}
	return Now().Sub(t)
}

// Until returns the time from now until t.
func Until(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return Duration(t.ext - monotonic())
	}
	return t.Sub(Now())
}

// AddDate returns t with years, months and days added to its date. As in Date, numbers carry over:
// one month after October 31 is December 1.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}

// Truncate returns t rounded down to a multiple of d since year 1, UTC, and without the monotonic
// reading; if d <= 0 nothing is rounded.
func (t Time) Truncate(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	return t.Add(-modulo(t.sec(), t.nsec(), d))
}

// Round returns t rounded to the nearest multiple of d since year 1, UTC, halves up, and without
// the monotonic reading. If d <= 0 nothing is rounded, so that Round(0) only takes the reading
// away.
func (t Time) Round(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	r := modulo(t.sec(), t.nsec(), d)
	if r+r < d {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// modulo is the time since year 1 modulo d.
func modulo(sec int64, nsec int32, d Duration) Duration

// UTC returns the same instant in UTC.
func (t Time) UTC() Time {
	t.setLoc(&utcLoc)
	return t
}

// Local returns the same instant in the system's zone.
func (t Time) Local() Time {
	t.setLoc(Local)
	return t
}

// In returns the same instant as the clocks of loc show it. It panics if loc is nil.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

// Location returns t's location.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

func (t Time) zone() (name string, offset int, start, end int64, dst bool) {
	return t.Location().lookup(t.unixSec())
}

// Zone returns the abbreviation of the zone in force at t, such as "CET", and its offset in seconds
// east of UTC.
func (t Time) Zone() (name string, offset int) {
	name, offset, _, _, _ = t.zone()
	return
}

// IsDST reports whether daylight saving time is in force at t.
func (t Time) IsDST() bool {
	_, _, _, _, dst := t.zone()
	return dst
}

// ZoneBounds returns since when and until when the zone in force at t holds; a zero Time stands for
// no bound.
func (t Time) ZoneBounds() (start, end Time) {
	_, _, s, e, _ := t.zone()
	if s != alpha {
		start = unixTime(s, 0)
		start.setLoc(t.loc)
	}
	if e != omega {
		end = unixTime(e, 0)
		end.setLoc(t.loc)
	}
	return
}

var errRange = errors.New("year outside of range [0,9999]")

// AppendText appends t in the format of RFC3339Nano to b. Years beyond 0 to 9999 are an error.
func (t Time) AppendText(b []byte) ([]byte, error) {
	if y := t.Year(); y < 0 || y > 9999 {
		return nil, errors.New("Time.MarshalText: " + errRange.Error())
	}
	return t.AppendFormat(b, RFC3339Nano), nil
}

// MarshalText returns t in the format of RFC3339Nano. Years beyond 0 to 9999 are an error.
func (t Time) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// MarshalJSON returns what MarshalText does, in double quotes.
func (t Time) MarshalJSON() ([]byte, error) {
	if y := t.Year(); y < 0 || y > 9999 {
		return nil, errors.New("Time.MarshalJSON: " + errRange.Error())
	}
	return append(t.AppendFormat([]byte{'"'}, RFC3339Nano), '"'), nil
}

// UnmarshalText sets t to a time in the format of RFC3339, with or without a fraction.
func (t *Time) UnmarshalText(data []byte) error {
	var err error
	*t, err = Parse(RFC3339, string(data))
	return err
}

// UnmarshalJSON sets t to a time in the format of RFC3339, in double quotes. null changes nothing.
func (t *Time) UnmarshalJSON(data []byte) error {
	s := string(data)
	if s == "null" {
		return nil
	}
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}
