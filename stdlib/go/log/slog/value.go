package slog

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Value is a value of any type. The zero Value holds nil. Compare Values by Equal.
type Value struct {
	kind Kind
	num  uint64
	any  any
}

// Kind is the kind of a Value.
type Kind int

// KindAny and the others are the kinds of a Value.
const (
	KindAny Kind = iota // anything else
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup     // attributes
	KindLogValuer // a value that tells another one for the log
)

var kindNames = [...]string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}

// String returns the name.
func (k Kind) String() string {
	if k >= 0 && int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "<unknown slog.Kind>"
}

// LogValuer is implemented by types that tell what of them goes into a log; it is asked only when a
// message is really logged.
//
//	func (p Password) LogValue() slog.Value { return slog.StringValue("***") }
type LogValuer interface {
	LogValue() Value
}

// Kind returns v's kind.
func (v Value) Kind() Kind { return v.kind }

// StringValue returns a Value of a string.
func StringValue(value string) Value { return Value{kind: KindString, any: value} }

// IntValue returns a Value of an int.
func IntValue(v int) Value { return Int64Value(int64(v)) }

// Int64Value returns a Value of an int64.
func Int64Value(v int64) Value { return Value{kind: KindInt64, num: uint64(v)} }

// Uint64Value returns a Value of a uint64.
func Uint64Value(v uint64) Value { return Value{kind: KindUint64, num: v} }

// Float64Value returns a Value of a float64.
func Float64Value(v float64) Value { return Value{kind: KindFloat64, num: math.Float64bits(v)} }

// BoolValue returns a Value of a bool.
func BoolValue(v bool) Value {
	if v {
		return Value{kind: KindBool, num: 1}
	}
	return Value{kind: KindBool}
}

// TimeValue returns a Value of a time, without its monotonic reading.
func TimeValue(v time.Time) Value { return Value{kind: KindTime, any: v.Round(0)} }

// DurationValue returns a Value of a duration.
func DurationValue(v time.Duration) Value { return Value{kind: KindDuration, num: uint64(v)} }

// GroupValue returns a Value of several attributes. Groups without attributes are left out.
func GroupValue(as ...Attr) Value { return Value{kind: KindGroup, any: withoutEmpty(as)} }

func withoutEmpty(as []Attr) []Attr {
	isEmpty := func(a Attr) bool { return a.Value.isEmptyGroup() }
	if slices.ContainsFunc(as, isEmpty) {
		return slices.DeleteFunc(slices.Clone(as), isEmpty)
	}
	return as
}

func (v Value) isEmptyGroup() bool { return v.kind == KindGroup && len(v.any.([]Attr)) == 0 }

// AnyValue returns a Value of anything, of the kind that fits: numbers of all sizes become those of 64
// bits, a []Attr becomes a group.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case string:
		return StringValue(v)
	case int:
		return Int64Value(int64(v))
	case int8:
		return Int64Value(int64(v))
	case int16:
		return Int64Value(int64(v))
	case int32:
		return Int64Value(int64(v))
	case int64:
		return Int64Value(v)
	case uint:
		return Uint64Value(uint64(v))
	case uint8:
		return Uint64Value(uint64(v))
	case uint16:
		return Uint64Value(uint64(v))
	case uint32:
		return Uint64Value(uint64(v))
	case uint64:
		return Uint64Value(v)
	case uintptr:
		return Uint64Value(uint64(v))
	case float32:
		return Float64Value(float64(v))
	case float64:
		return Float64Value(v)
	case bool:
		return BoolValue(v)
	case time.Time:
		return TimeValue(v)
	case time.Duration:
		return DurationValue(v)
	case []Attr:
		return GroupValue(v...)
	case Value:
		return v
	case LogValuer:
		return Value{kind: KindLogValuer, any: v}
	}
	return Value{any: v}
}

// Any returns what v holds.
func (v Value) Any() any {
	switch v.kind {
	case KindBool:
		return v.num == 1
	case KindDuration:
		return time.Duration(v.num)
	case KindFloat64:
		return math.Float64frombits(v.num)
	case KindInt64:
		return int64(v.num)
	case KindUint64:
		return v.num
	}
	return v.any
}

func (v Value) must(kind Kind) {
	if v.kind != kind {
		panic(fmt.Sprintf("Value kind is %s, not %s", v.kind, kind))
	}
}

// String returns v as text, whatever its kind is.
func (v Value) String() string {
	switch v.kind {
	case KindString:
		return v.any.(string)
	case KindInt64:
		return strconv.FormatInt(int64(v.num), 10)
	case KindUint64:
		return strconv.FormatUint(v.num, 10)
	case KindFloat64:
		return strconv.FormatFloat(math.Float64frombits(v.num), 'g', -1, 64)
	case KindBool:
		return strconv.FormatBool(v.num == 1)
	case KindDuration:
		return time.Duration(v.num).String()
	case KindTime:
		return v.any.(time.Time).String()
	}
	return fmt.Sprint(v.any)
}

// Int64 returns the value of kind Int64. It panics for other kinds.
func (v Value) Int64() int64 {
	v.must(KindInt64)
	return int64(v.num)
}

// Uint64 returns the value of kind Uint64. It panics for other kinds.
func (v Value) Uint64() uint64 {
	v.must(KindUint64)
	return v.num
}

// Bool returns the value of kind Bool. It panics for other kinds.
func (v Value) Bool() bool {
	v.must(KindBool)
	return v.num == 1
}

// Duration returns the value of kind Duration. It panics for other kinds.
func (v Value) Duration() time.Duration {
	v.must(KindDuration)
	return time.Duration(v.num)
}

// Float64 returns the value of kind Float64. It panics for other kinds.
func (v Value) Float64() float64 {
	v.must(KindFloat64)
	return math.Float64frombits(v.num)
}

// Time returns the value of kind Time. It panics for other kinds.
func (v Value) Time() time.Time {
	v.must(KindTime)
	return v.any.(time.Time)
}

// LogValuer returns the value of kind LogValuer. It panics for other kinds.
func (v Value) LogValuer() LogValuer { return v.any.(LogValuer) }

// Group returns the attributes of kind Group. It panics for other kinds.
func (v Value) Group() []Attr {
	if v.kind != KindGroup {
		panic("Group: bad kind")
	}
	return v.any.([]Attr)
}

// Equal reports whether both hold equal values of the same kind. It panics if they cannot be compared.
func (v Value) Equal(w Value) bool {
	if v.kind != w.kind {
		return false
	}
	switch v.kind {
	case KindInt64, KindUint64, KindBool, KindDuration:
		return v.num == w.num
	case KindFloat64:
		return v.Float64() == w.Float64()
	case KindTime:
		return v.Time().Equal(w.Time())
	case KindGroup:
		return slices.EqualFunc(v.Group(), w.Group(), Attr.Equal)
	}
	return v.any == w.any
}

// mostLogValues is how often LogValue is called for a value.
const mostLogValues = 5

// Resolve calls LogValue as long as there is one, at most a few times. A panic becomes an error as the
// value.
func (v Value) Resolve() (rv Value) {
	original := v
	defer func() {
		if r := recover(); r != nil {
			rv = AnyValue(fmt.Errorf("LogValue panicked\n%s", stack(3, 5)))
		}
	}()
	for range mostLogValues {
		if v.kind != KindLogValuer {
			return v
		}
		v = v.LogValuer().LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on Value of type %T", original.Any()))
}

// stack returns some calls of the present stack.
func stack(skip, count int) string {
	pcs := make([]uintptr, count+1)
	n := runtime.Callers(skip+1, pcs)
	if n == 0 {
		return "(no stack)"
	}
	frames := runtime.CallersFrames(pcs[:n])
	var b strings.Builder
	for i := 0; ; i++ {
		frame, more := frames.Next()
		fmt.Fprintf(&b, "called from %s (%s:%d)\n", frame.Function, frame.File, frame.Line)
		if !more {
			break
		}
		if i >= count {
			b.WriteString("(rest of stack elided)\n")
			break
		}
	}
	return b.String()
}
