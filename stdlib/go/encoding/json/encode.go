package json

import (
	"encoding"
	"encoding/base64"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Marshal returns v as JSON; see the package comment for how Go's types are written. The characters
// <, > and & in strings become \u003c and so on; an Encoder can leave them. Errors are of type
// *UnsupportedTypeError, *UnsupportedValueError or *MarshalerError.
func Marshal(v any) ([]byte, error) {
	e := encodeState{escapeHTML: true}
	if err := e.value(reflect.ValueOf(v), false); err != nil {
		return nil, err
	}
	return e.out, nil
}

// MarshalIndent is Marshal with a line for each element of arrays and objects; see Indent.
//
//	data, err := json.MarshalIndent(v, "", "  ")
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	return appendIndent(nil, b, prefix, indent)
}

// encodeState is JSON that is being written.
type encodeState struct {
	out        []byte
	escapeHTML bool
	depth      int         // of pointers, maps and slices
	inside     map[any]int // those that are being written, from some depth on
}

// cyclesFrom is the depth from which on values are looked at for containing themselves.
const cyclesFrom = 1000

// methods says by which methods values of a type write themselves.
type methods struct {
	json, text         bool
	addrJSON, addrText bool // by methods of the pointer type
}

var knownMethods sync.Map // reflect.Type to methods

func methodsOf(t reflect.Type) methods {
	if known, ok := knownMethods.Load(t); ok {
		return known.(methods)
	}
	m := methods{json: t.Implements(marshalerType), text: t.Implements(textMarshalerType)}
	if t.Kind() != reflect.Pointer {
		p := reflect.PointerTo(t)
		m.addrJSON, m.addrText = p.Implements(marshalerType), p.Implements(textMarshalerType)
	}
	knownMethods.Store(t, m)
	return m
}

// value writes v, in a string if isQuoted.
func (e *encodeState) value(v reflect.Value, isQuoted bool) error {
	if !v.IsValid() {
		e.null()
		return nil
	}
	t := v.Type()
	if m := methodsOf(t); m != (methods{}) {
		switch {
		case m.addrJSON && v.CanAddr():
			return e.marshaler(v.Addr(), t)
		case m.json:
			return e.marshaler(v, t)
		case m.addrText && v.CanAddr():
			return e.textMarshaler(v.Addr(), t)
		case m.text:
			return e.textMarshaler(v, t)
		}
	}
	switch v.Kind() {
	case reflect.Bool:
		e.scalar(strconv.AppendBool(nil, v.Bool()), isQuoted)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.scalar(strconv.AppendInt(nil, v.Int(), 10), isQuoted)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.scalar(strconv.AppendUint(nil, v.Uint(), 10), isQuoted)
	case reflect.Float32:
		return e.float(v, 32, isQuoted)
	case reflect.Float64:
		return e.float(v, 64, isQuoted)
	case reflect.String:
		return e.text(v, isQuoted)
	case reflect.Struct:
		return e.object(v)
	case reflect.Interface:
		if v.IsNil() {
			e.null()
			return nil
		}
		return e.value(v.Elem(), false)
	case reflect.Map:
		return e.mapping(v)
	case reflect.Slice:
		return e.slice(v)
	case reflect.Array:
		return e.elements(v)
	case reflect.Pointer:
		if v.IsNil() {
			e.null()
			return nil
		}
		return e.within(v, v.Interface, func() error { return e.value(v.Elem(), isQuoted) })
	default:
		return &UnsupportedTypeError{t}
	}
	return nil
}

func (e *encodeState) null() { e.out = append(e.out, "null"...) }

// within writes what v contains, unless it is already inside of that.
func (e *encodeState) within(v reflect.Value, identity func() any, write func() error) error {
	e.depth++
	defer func() { e.depth-- }()
	if e.depth <= cyclesFrom {
		return write()
	}
	key := identity()
	if e.inside[key] > 0 {
		return &UnsupportedValueError{v, fmt.Sprintf("encountered a cycle via %s", v.Type())}
	}
	if e.inside == nil {
		e.inside = map[any]int{}
	}
	e.inside[key]++
	defer delete(e.inside, key)
	return write()
}

func (e *encodeState) marshaler(v reflect.Value, t reflect.Type) error {
	if v.Kind() == reflect.Pointer && v.IsNil() {
		e.null()
		return nil
	}
	m, ok := v.Interface().(Marshaler)
	if !ok {
		e.null()
		return nil
	}
	b, err := m.MarshalJSON()
	if err == nil {
		e.out, err = e.compacted(b)
	}
	if err != nil {
		return &MarshalerError{t, err, "MarshalJSON"}
	}
	return nil
}

// compacted returns the output with b added.
func (e *encodeState) compacted(b []byte) ([]byte, error) {
	out, err := appendCompact(e.out, b, e.escapeHTML)
	if err != nil {
		return e.out, err
	}
	return out, nil
}

func (e *encodeState) textMarshaler(v reflect.Value, t reflect.Type) error {
	if v.Kind() == reflect.Pointer && v.IsNil() {
		e.null()
		return nil
	}
	m, ok := v.Interface().(encoding.TextMarshaler)
	if !ok {
		e.null()
		return nil
	}
	b, err := m.MarshalText()
	if err != nil {
		return &MarshalerError{t, err, "MarshalText"}
	}
	e.out = appendString(e.out, b, e.escapeHTML)
	return nil
}

func (e *encodeState) scalar(text []byte, isQuoted bool) {
	if isQuoted {
		e.out = append(e.out, '"')
		defer func() { e.out = append(e.out, '"') }()
	}
	e.out = append(e.out, text...)
}

// float writes a number as ECMAScript does.
func (e *encodeState) float(v reflect.Value, bits int, isQuoted bool) error {
	f := v.Float()
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return &UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, bits)}
	}
	format := byte('f')
	if abs := math.Abs(f); abs != 0 {
		tiny, huge := abs < 1e-6, abs >= 1e21
		if bits == 32 {
			tiny, huge = float32(abs) < 1e-6, float32(abs) >= 1e21
		}
		if tiny || huge {
			format = 'e'
		}
	}
	text := strconv.AppendFloat(nil, f, format, -1, bits)
	if n := len(text); format == 'e' && n >= 4 && text[n-4] == 'e' && text[n-3] == '-' && text[n-2] == '0' {
		text = append(text[:n-2], text[n-1]) // e-7 rather than e-07
	}
	e.scalar(text, isQuoted)
	return nil
}

func (e *encodeState) text(v reflect.Value, isQuoted bool) error {
	s := v.String()
	if v.Type() == numberType {
		if s == "" {
			s = "0"
		}
		if !isNumber(s) {
			return fmt.Errorf("json: invalid number literal %q", s)
		}
		e.scalar([]byte(s), isQuoted)
		return nil
	}
	if isQuoted {
		e.out = appendString(e.out, appendString(nil, s, e.escapeHTML), false)
		return nil
	}
	e.out = appendString(e.out, s, e.escapeHTML)
	return nil
}

// isNumber reports whether s is a number of JSON.
func isNumber(s string) bool {
	return s != "" && (s[0] == '-' || '0' <= s[0] && s[0] <= '9') && !isSpace(s[len(s)-1]) && check([]byte(s)) == nil
}

func (e *encodeState) object(v reflect.Value) error {
	open := byte('{')
	fields := fieldsOf(v.Type())
next:
	for i := range fields.list {
		f := &fields.list[i]
		fv := v
		for _, at := range f.index {
			if fv.Kind() == reflect.Pointer {
				if fv.IsNil() {
					continue next
				}
				fv = fv.Elem()
			}
			fv = fv.Field(at)
		}
		if f.omitEmpty && isEmpty(fv) || f.isZero != nil && f.isZero(fv) {
			continue
		}
		e.out = append(e.out, open)
		open = ','
		if e.escapeHTML {
			e.out = append(e.out, f.escapedKey...)
		} else {
			e.out = append(e.out, f.plainKey...)
		}
		if err := e.value(fv, f.isQuoted); err != nil {
			return err
		}
	}
	if open == '{' {
		e.out = append(e.out, '{')
	}
	e.out = append(e.out, '}')
	return nil
}

func (e *encodeState) mapping(v reflect.Value) error {
	t := v.Type()
	switch t.Key().Kind() {
	case reflect.String,
		reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
	default:
		if !t.Key().Implements(textMarshalerType) {
			return &UnsupportedTypeError{t}
		}
	}
	if v.IsNil() {
		e.null()
		return nil
	}
	return e.within(v, func() any { return v.UnsafePointer() }, func() error { return e.entries(v) })
}

func (e *encodeState) entries(v reflect.Value) error {
	type entry struct {
		key   string
		value reflect.Value
	}
	entries := make([]entry, 0, v.Len())
	for iter := v.MapRange(); iter.Next(); {
		key, err := keyText(iter.Key())
		if err != nil {
			return fmt.Errorf("json: encoding error for type %q: %q", v.Type().String(), err.Error())
		}
		entries = append(entries, entry{key, iter.Value()})
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.key, b.key) })
	e.out = append(e.out, '{')
	for i, entry := range entries {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		e.out = append(appendString(e.out, entry.key, e.escapeHTML), ':')
		if err := e.value(entry.value, false); err != nil {
			return err
		}
	}
	e.out = append(e.out, '}')
	return nil
}

// keyText returns a map's key as text.
func keyText(key reflect.Value) (string, error) {
	if key.Kind() == reflect.String {
		return key.String(), nil
	}
	if m, ok := key.Interface().(encoding.TextMarshaler); ok {
		if key.Kind() == reflect.Pointer && key.IsNil() {
			return "", nil
		}
		text, err := m.MarshalText()
		return string(text), err
	}
	if key.CanInt() {
		return strconv.FormatInt(key.Int(), 10), nil
	}
	return strconv.FormatUint(key.Uint(), 10), nil
}

func (e *encodeState) slice(v reflect.Value) error {
	if v.IsNil() {
		e.null()
		return nil
	}
	if elem := v.Type().Elem(); elem.Kind() == reflect.Uint8 {
		if p := reflect.PointerTo(elem); !p.Implements(marshalerType) && !p.Implements(textMarshalerType) {
			e.out = append(e.out, '"')
			e.out = base64.StdEncoding.AppendEncode(e.out, v.Bytes())
			e.out = append(e.out, '"')
			return nil
		}
	}
	type identity struct {
		first  any
		length int
	}
	return e.within(v, func() any { return identity{v.UnsafePointer(), v.Len()} }, func() error { return e.elements(v) })
}

func (e *encodeState) elements(v reflect.Value) error {
	e.out = append(e.out, '[')
	for i := range v.Len() {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		if err := e.value(v.Index(i), false); err != nil {
			return err
		}
	}
	e.out = append(e.out, ']')
	return nil
}

// Encoder writes JSON values to a stream, a line each.
//
//	enc := json.NewEncoder(os.Stdout)
//	enc.SetIndent("", "  ")
//	err := enc.Encode(v)
type Encoder struct {
	w              io.Writer
	err            error
	escapeHTML     bool
	prefix, indent string
}

// NewEncoder returns an Encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w, escapeHTML: true} }

// Encode writes v as Marshal does, and a newline. After an error of the writer it always fails.
func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	e := encodeState{escapeHTML: enc.escapeHTML}
	if err := e.value(reflect.ValueOf(v), false); err != nil {
		return err
	}
	out := append(e.out, '\n')
	if enc.prefix != "" || enc.indent != "" {
		var err error
		if out, err = appendIndent(nil, out, enc.prefix, enc.indent); err != nil {
			return err
		}
	}
	_, enc.err = enc.w.Write(out)
	return enc.err
}

// SetIndent makes Encode write a line for each element of arrays and objects; see Indent. Two empty
// strings undo that.
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// SetEscapeHTML tells whether <, > and & in strings are written as \u003c and so on, as they are
// unless it is told.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.escapeHTML = on }
