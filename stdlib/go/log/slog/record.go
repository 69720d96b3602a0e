package slog

import (
	"runtime"
	"slices"
	"time"
)

// Attr is an attribute: a value with a key.
type Attr struct {
	Key   string
	Value Value
}

// String returns an Attr of a string.
func String(key, value string) Attr { return Attr{key, StringValue(value)} }

// Int returns an Attr of an int.
func Int(key string, value int) Attr { return Attr{key, IntValue(value)} }

// Int64 returns an Attr of an int64.
func Int64(key string, value int64) Attr { return Attr{key, Int64Value(value)} }

// Uint64 returns an Attr of a uint64.
func Uint64(key string, v uint64) Attr { return Attr{key, Uint64Value(v)} }

// Float64 returns an Attr of a float64.
func Float64(key string, v float64) Attr { return Attr{key, Float64Value(v)} }

// Bool returns an Attr of a bool.
func Bool(key string, v bool) Attr { return Attr{key, BoolValue(v)} }

// Time returns an Attr of a time, without its monotonic reading.
func Time(key string, v time.Time) Attr { return Attr{key, TimeValue(v)} }

// Duration returns an Attr of a duration.
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }

// Group returns an Attr of several attributes, which args tell as those of Logger.Info do.
//
//	slog.Group("request", "method", "GET", "size", 42)
func Group(key string, args ...any) Attr { return Attr{key, GroupValue(attrs(args)...)} }

// GroupAttrs is Group with attributes.
func GroupAttrs(key string, attrs ...Attr) Attr { return Attr{key, GroupValue(attrs...)} }

// Any returns an Attr of anything; see AnyValue.
func Any(key string, value any) Attr { return Attr{key, AnyValue(value)} }

// Equal reports whether keys and values are equal.
func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

// String returns key=value.
func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

func (a Attr) isZero() bool { return a.Key == "" && a.Value.kind == KindAny && a.Value.any == nil }

// badKey is the key of a value that has none.
const badKey = "!BADKEY"

// nextAttr makes an attribute of the first arguments and returns the rest.
func nextAttr(args []any) (Attr, []any) {
	switch x := args[0].(type) {
	case string:
		if len(args) == 1 {
			return String(badKey, x), nil
		}
		return Any(x, args[1]), args[2:]
	case Attr:
		return x, args[1:]
	default:
		return Any(badKey, x), args[1:]
	}
}

func attrs(args []any) []Attr {
	var as []Attr
	for len(args) > 0 {
		var a Attr
		a, args = nextAttr(args)
		as = append(as, a)
	}
	return as
}

// Record is a message with all that belongs to it. Handlers get it by value; one that keeps it, or adds
// to it, must Clone it.
type Record struct {
	Time    time.Time // when it was logged; a zero time is left out
	Message string
	Level   Level
	PC      uintptr // of the call that logged it, 0 if unknown
	attrs   []Attr
}

// NewRecord makes a Record without attributes.
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone returns a copy that shares nothing with r.
func (r Record) Clone() Record {
	r.attrs = slices.Clone(r.attrs)
	return r
}

// NumAttrs returns the number of attributes.
func (r Record) NumAttrs() int { return len(r.attrs) }

// Attrs calls f with each attribute until it returns false.
func (r Record) Attrs(f func(Attr) bool) {
	for _, a := range r.attrs {
		if !f(a) {
			return
		}
	}
}

// AddAttrs adds attributes. Groups without attributes are left out.
func (r *Record) AddAttrs(attrs ...Attr) {
	for _, a := range attrs {
		if !a.Value.isEmptyGroup() {
			r.attrs = append(r.attrs, a)
		}
	}
}

// Add adds attributes, which args tell as those of Logger.Info do.
func (r *Record) Add(args ...any) { r.AddAttrs(attrs(args)...) }

// Source is a place in the source code.
type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// Source returns where the message was logged, nil if that is unknown.
func (r Record) Source() *Source {
	if r.PC == 0 {
		return nil
	}
	frame, _ := runtime.CallersFrames([]uintptr{r.PC}).Next()
	return &Source{frame.Function, frame.File, frame.Line}
}

// group returns the source as attributes, without what is not known.
func (s *Source) group() Value {
	var as []Attr
	if s.Function != "" {
		as = append(as, String("function", s.Function))
	}
	if s.File != "" {
		as = append(as, String("file", s.File))
	}
	if s.Line != 0 {
		as = append(as, Int("line", s.Line))
	}
	return GroupValue(as...)
}
