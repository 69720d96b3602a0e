package time

// Layout and the others are layouts for Format and Parse; see the package comment for what they are
// made of. Layout itself shows all parts once. RFC3339 suits programs that exchange times.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// format writes the clock reading local (seconds since 1970) in the layout.
func format(layout string, local int64, nsec int, zone string, offset int) string

// parsed is what parse found; its fields are in the order that the native writes.
type parsed struct {
	year, month, day, hour, min, sec, nsec int
	offset                                 int // -1: none given
	zone                                   int // 0 none, 1 UTC, 2 an abbreviation
	code                                   int // 0 ok, 1 mismatch, 2 out of range, 3 extra text
}

// parse reads value; the strings are the layout's and the value's offending parts, or what is out of range, and the
// zone's abbreviation.
func parse(layout, value string, p *parsed) (layoutElem, valueElem, zone string)

// Format returns the time as layout shows it.
//
//	t.Format("2006-01-02 15:04") // "2026-11-21 07:45"
//	t.Format(time.RFC1123)
func (t Time) Format(layout string) string {
	name, offset, _, _, _ := t.zone()
	return format(layout, t.unixSec()+int64(offset), int(t.nsec()), name, offset)
}

// AppendFormat appends what Format returns to b and returns the longer slice.
func (t Time) AppendFormat(b []byte, layout string) []byte { return append(b, t.Format(layout)...) }

// String returns text such as "2026-11-21 07:45:00.5 +0000 UTC", and after it m=± and the reading
// of the monotonic clock if there is one. It is for debugging; use Format else.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic != 0 {
		s += " m=" + monoText(t.ext)
	}
	return s
}

// monoText is a monotonic reading in seconds, with sign and nine decimals.
func monoText(ns int64) string

// GoString returns t in Go syntax, as a call of Date.
func (t Time) GoString() string {
	y, m, d := t.Date()
	h, mi, s := t.Clock()
	month := "time." + m.String()
	loc := "time.Location(" + quote(t.Location().name) + ")"
	switch t.Location() {
	case UTC:
		loc = "time.UTC"
	case Local:
		loc = "time.Local"
	}
	return "time.Date(" + itoa(y) + ", " + month + ", " + itoa(d) + ", " + itoa(h) + ", " + itoa(mi) + ", " + itoa(s) + ", " + itoa(t.Nanosecond()) + ", " + loc + ")"
}

// ParseError tells where a text that should be a time differs from its layout.
type ParseError struct {
	Layout     string // the layout
	Value      string // the text
	LayoutElem string // the part of the layout that did not fit
	ValueElem  string // the text where it did not fit
	Message    string // what is wrong, empty if the text does not fit the layout at all
}

// Error returns all of that as text.
func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

// Parse reads a time that is written as layout shows. What the layout doesn't have is as little as
// possible, January 1 of year 0; without a zone the time is UTC. The error is a *ParseError.
//
//	t, err := time.Parse("2006-01-02 15:04", "2026-11-21 07:45")
func Parse(layout, value string) (Time, error) { return parseIn(layout, value, UTC, Local) }

// ParseInLocation is Parse for times that are of loc if they don't name a zone.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parseIn(layout, value, loc, loc)
}

func parseIn(layout, value string, standard, local *Location) (Time, error) {
	var p parsed
	layoutElem, valueElem, zone := parse(layout, value, &p)
	switch p.code {
	case 1:
		return Time{}, &ParseError{layout, value, layoutElem, valueElem, ""}
	case 2:
		return Time{}, &ParseError{layout, value, layoutElem, value, ": " + valueElem + " out of range"}
	case 3:
		return Time{}, &ParseError{layout, value, "", valueElem, ": extra text: " + quote(valueElem)}
	}
	utc := Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, UTC)
	switch {
	case p.zone == 1:
		return utc, nil
	case p.offset != -1:
		t := utc.Add(-Duration(p.offset) * Second)
		// The local zone if it has that offset then (and that name).
		name, offset, _, _, _ := local.lookup(t.unixSec())
		if offset == p.offset && (zone == "" || name == zone) {
			t.setLoc(local)
			return t, nil
		}
		t.setLoc(FixedZone(zone, p.offset))
		return t, nil
	case p.zone == 2:
		if local.kind != 0 {
			local.lookup(0)
			if offset, ok := zoneNamed(local.id, zone, utc.unixSec()); ok {
				t := utc.Add(-Duration(offset) * Second)
				t.setLoc(local)
				return t, nil
			}
		} else if local.zone == zone {
			t := utc.Add(-Duration(local.offset) * Second)
			t.setLoc(local)
			return t, nil
		}
		offset := 0
		if len(zone) > 3 && zone[:3] == "GMT" {
			offset = gmtOffset(zone[3:]) * 3600
		}
		// An unknown abbreviation labels the time, but does not move it.
		utc.setLoc(FixedZone(zone, offset))
		return utc, nil
	}
	return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, standard), nil
}

func gmtOffset(s string) int {
	n := 0
	for _, c := range s[1:] {
		n = n*10 + int(c-'0')
	}
	if s[0] == '-' {
		return -n
	}
	return n
}
