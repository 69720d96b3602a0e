package json

import (
	"encoding"
	"encoding/base64"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Unmarshal reads the JSON value in data into what v points to; see the package comment for which
// types fit. Pointers, maps and slices are made as needed; null makes them nil and leaves other
// values alone. Keys go to the fields of that name, in any case if there is no better one; keys
// without a field, and fields without a key, are passed over. A value that doesn't fit is passed over
// too, and the first such mistake is returned in the end, as an *UnmarshalTypeError. If data is not
// JSON, the error is a *SyntaxError and nothing has changed.
func Unmarshal(data []byte, v any) error {
	if err := check(data); err != nil {
		return err
	}
	d := decodeState{data: data}
	return d.decode(v)
}

// decodeState is valid JSON that is being read.
type decodeState struct {
	data         []byte
	at           int // the next byte
	firstMistake error
	useNumber    bool
	strictFields bool
	path         []string     // names of the fields that lead here
	innermost    reflect.Type // struct type with the last of them
}

func (d *decodeState) decode(v any) error {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	if err := d.value(target); err != nil {
		return d.placed(err)
	}
	return d.firstMistake
}

// placed adds the place to an error.
func (d *decodeState) placed(err error) error {
	if e, ok := err.(*UnmarshalTypeError); ok && d.innermost != nil {
		e.Struct = d.innermost.Name()
		path := d.path
		if e.Field != "" {
			path = append(slices.Clone(path), e.Field)
		}
		e.Field = strings.Join(path, ".")
	}
	return err
}

func (d *decodeState) mistake(err error) {
	if d.firstMistake == nil {
		d.firstMistake = d.placed(err)
	}
}

// unfit notes that what was read until now doesn't fit type t.
func (d *decodeState) unfit(what string, t reflect.Type) {
	d.mistake(&UnmarshalTypeError{Value: what, Type: t, Offset: int64(d.at)})
}

// peek returns the next byte that is no space.
func (d *decodeState) peek() byte {
	for isSpace(d.data[d.at]) {
		d.at++
	}
	return d.data[d.at]
}

// literal reads a string, number, or one of the words.
func (d *decodeState) literal() []byte {
	start := d.at
	if d.data[start] == '"' {
		for d.at++; d.data[d.at] != '"'; d.at++ {
			if d.data[d.at] == '\\' {
				d.at++
			}
		}
		d.at++
		return d.data[start:d.at]
	}
	for d.at < len(d.data) {
		switch c := d.data[d.at]; {
		case isSpace(c), c == ',', c == ']', c == '}', c == ':':
			return d.data[start:d.at]
		}
		d.at++
	}
	return d.data[start:]
}

// skip reads a value that begins at the next byte, and returns it.
func (d *decodeState) skip() []byte {
	start := d.at
	depth := 0
	for {
		switch d.peek() {
		case '[', '{':
			depth++
			d.at++
		case ']', '}':
			depth--
			d.at++
		case ',', ':':
			d.at++
		default:
			d.literal()
		}
		if depth == 0 {
			return d.data[start:d.at]
		}
	}
}

// value reads a value into v, or passes over it if v is not valid. The error is one that ends all.
func (d *decodeState) value(v reflect.Value) error {
	c := d.peek()
	switch {
	case !v.IsValid():
		d.skip()
		return nil
	case c == '{':
		return d.object(v)
	case c == '[':
		return d.array(v)
	}
	return d.store(d.literal(), v, false)
}

// target follows pointers from v, making what is missing, up to a value, or to one that reads itself.
// With null it stops at a pointer that can be set to nil.
func target(v reflect.Value, isNull bool) (Unmarshaler, encoding.TextUnmarshaler, reflect.Value) {
	original := v
	hasAddr := false
	// A named type may have methods of its pointer type.
	if v.Kind() != reflect.Pointer && v.Type().Name() != "" && v.CanAddr() {
		hasAddr = true
		v = v.Addr()
	}
	for {
		if v.Kind() == reflect.Interface && !v.IsNil() {
			inner := v.Elem()
			if inner.Kind() == reflect.Pointer && !inner.IsNil() && (!isNull || inner.Elem().Kind() == reflect.Pointer) {
				hasAddr = false
				v = inner
				continue
			}
		}
		if v.Kind() != reflect.Pointer || isNull && v.CanSet() {
			break
		}
		if inner := v.Elem(); inner.Kind() == reflect.Interface && inner.Elem().Equal(v) {
			v = inner // a pointer to an interface that holds that pointer
			break
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if v.Type().NumMethod() > 0 && v.CanInterface() {
			if u, ok := v.Interface().(Unmarshaler); ok {
				return u, nil, reflect.Value{}
			}
			if !isNull {
				if u, ok := v.Interface().(encoding.TextUnmarshaler); ok {
					return nil, u, reflect.Value{}
				}
			}
		}
		if hasAddr {
			v, hasAddr = original, false
		} else {
			v = v.Elem()
		}
	}
	return nil, nil, v
}

// array reads an array.
func (d *decodeState) array(v reflect.Value) error {
	u, tu, t := target(v, false)
	if u != nil {
		return u.UnmarshalJSON(d.skip())
	}
	if tu != nil {
		d.at++
		d.unfit("array", v.Type())
		d.at--
		d.skip()
		return nil
	}
	v = t
	switch {
	case v.Kind() == reflect.Interface && v.NumMethod() == 0:
		v.Set(reflect.ValueOf(d.anyArray()))
		return nil
	case v.Kind() != reflect.Array && v.Kind() != reflect.Slice:
		d.at++
		d.unfit("array", v.Type())
		d.at--
		d.skip()
		return nil
	}
	d.at++
	n := 0
	for d.peek() != ']' {
		if d.data[d.at] == ',' {
			d.at++
		}
		var element reflect.Value
		if v.Kind() == reflect.Slice && n >= v.Len() {
			if n >= v.Cap() {
				v.Grow(1)
			}
			v.SetLen(n + 1)
		}
		if n < v.Len() {
			element = v.Index(n)
		}
		if err := d.value(element); err != nil {
			return err
		}
		n++
	}
	d.at++
	switch {
	case v.Kind() == reflect.Slice && n == 0:
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	case v.Kind() == reflect.Slice:
		v.SetLen(n)
	default:
		for ; n < v.Len(); n++ {
			v.Index(n).SetZero()
		}
	}
	return nil
}

// object reads an object.
func (d *decodeState) object(v reflect.Value) error {
	u, tu, t := target(v, false)
	if u != nil {
		return u.UnmarshalJSON(d.skip())
	}
	if tu != nil {
		d.at++
		d.unfit("object", v.Type())
		d.at--
		d.skip()
		return nil
	}
	v = t
	isMap := v.Kind() == reflect.Map && isKey(v.Type().Key())
	switch {
	case v.Kind() == reflect.Interface && v.NumMethod() == 0:
		v.Set(reflect.ValueOf(d.anyObject()))
		return nil
	case !isMap && v.Kind() != reflect.Struct:
		d.at++
		d.unfit("object", v.Type())
		d.at--
		d.skip()
		return nil
	}
	if isMap && v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	d.at++
	for d.peek() != '}' {
		if d.data[d.at] == ',' {
			d.at++
			d.peek()
		}
		keyAt := d.at
		key := unquote(d.literal())
		d.peek() // the colon
		d.at++
		d.peek()
		var err error
		if isMap {
			err = d.entry(v, key, keyAt)
		} else {
			err = d.field(v, key)
		}
		if err != nil {
			return err
		}
	}
	d.at++
	return nil
}

// isKey reports whether map keys of type t can be read.
func isKey(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String,
		reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return true
	}
	return reflect.PointerTo(t).Implements(textUnmarshalerType)
}

// entry reads the value of a key of a map.
func (d *decodeState) entry(v reflect.Value, text []byte, keyAt int) error {
	value := reflect.New(v.Type().Elem()).Elem()
	if err := d.value(value); err != nil {
		return err
	}
	t := v.Type().Key()
	key := reflect.New(t).Elem()
	unfit := func() {
		d.mistake(&UnmarshalTypeError{Value: "number " + string(text), Type: t, Offset: int64(keyAt + 1)})
	}
	switch {
	case reflect.PointerTo(t).Implements(textUnmarshalerType):
		if err := key.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(text); err != nil {
			return err
		}
	case t.Kind() == reflect.String:
		key.SetString(string(text))
	case key.CanInt():
		n, err := strconv.ParseInt(string(text), 10, 64)
		if err != nil || key.OverflowInt(n) {
			unfit()
			return nil
		}
		key.SetInt(n)
	default:
		n, err := strconv.ParseUint(string(text), 10, 64)
		if err != nil || key.OverflowUint(n) {
			unfit()
			return nil
		}
		key.SetUint(n)
	}
	v.SetMapIndex(key, value)
	return nil
}

// field reads the value of a key of a struct.
func (d *decodeState) field(v reflect.Value, key []byte) error {
	fields := fieldsOf(v.Type())
	f := fields.byName[string(key)]
	if f == nil {
		f = fields.byFolded[fold(string(key))]
	}
	if f == nil {
		if d.strictFields {
			d.mistake(fmt.Errorf("json: unknown field %q", key))
		}
		d.skip()
		return nil
	}
	depth, outer := len(d.path), d.innermost
	defer func() { d.path, d.innermost = d.path[:depth], outer }()
	fv := v
	for i, at := range f.index {
		if fv.Kind() == reflect.Pointer {
			if fv.IsNil() {
				if !fv.CanSet() {
					d.mistake(fmt.Errorf("json: cannot set embedded pointer to unexported struct: %v", fv.Type().Elem()))
					d.skip()
					return nil
				}
				fv.Set(reflect.New(fv.Type().Elem()))
			}
			fv = fv.Elem()
		}
		if i < len(f.index)-1 {
			d.path = append(d.path, fv.Type().Field(at).Name)
		}
		fv = fv.Field(at)
	}
	d.path = append(d.path, f.name)
	d.innermost = v.Type()
	if !f.isQuoted {
		return d.keepPlace(d.value(fv))
	}
	switch d.peek() {
	case '"':
		return d.keepPlace(d.store(unquote(d.literal()), fv, true))
	case 'n':
		return d.keepPlace(d.store(d.literal(), fv, false))
	}
	if c := d.peek(); c == '[' || c == '{' {
		d.skip()
	} else {
		d.anyValue() // notes a number that is too large
	}
	d.mistake(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal unquoted value into %v", fv.Type()))
	return nil
}

// keepPlace adds the place to an error that ends all, before it is forgotten.
func (d *decodeState) keepPlace(err error) error { return d.placed(err) }

// store sets v to a string, number or word. isQuoted says that it was in a string because the field's
// tag wants that.
func (d *decodeState) store(item []byte, v reflect.Value, isQuoted bool) error {
	wrong := func() error {
		return fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal %q into %v", item, v.Type())
	}
	if len(item) == 0 {
		d.mistake(wrong())
		return nil
	}
	isNull := string(item) == "null"
	u, tu, t := target(v, isNull)
	if u != nil {
		return u.UnmarshalJSON(item)
	}
	if tu != nil {
		if item[0] != '"' {
			d.unfit(kindOf(item), v.Type())
			return nil
		}
		return tu.UnmarshalText(unquote(item))
	}
	v = t
	if isQuoted && !fitsFirst(item) {
		d.mistake(wrong())
		return nil
	}
	switch c := item[0]; {
	case isNull:
		switch v.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			v.SetZero()
		}
	case c == 't' || c == 'f':
		switch {
		case v.Kind() == reflect.Bool:
			v.SetBool(c == 't')
		case v.Kind() == reflect.Interface && v.NumMethod() == 0:
			v.Set(reflect.ValueOf(c == 't'))
		case isQuoted:
			d.mistake(wrong())
		default:
			d.unfit("bool", v.Type())
		}
	case c == '"':
		return d.storeString(item, v, isQuoted)
	default:
		d.storeNumber(string(item), v, isQuoted, wrong)
	}
	return nil
}

// fitsFirst reports whether text from a string is a word or a string, or begins like a number.
func fitsFirst(item []byte) bool {
	switch c := item[0]; c {
	case 't', 'f', 'n':
		word := string(item)
		return word == "true" || word == "false" || word == "null"
	case '"':
		return check(item) == nil
	default:
		return c == '-' || '0' <= c && c <= '9'
	}
}

// kindOf names a literal that is no string.
func kindOf(item []byte) string {
	switch item[0] {
	case 'n':
		return "null"
	case 't', 'f':
		return "bool"
	}
	return "number"
}

func (d *decodeState) storeString(item []byte, v reflect.Value, isQuoted bool) error {
	s := unquote(item)
	switch v.Kind() {
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			d.unfit("string", v.Type())
			return nil
		}
		b, err := base64.StdEncoding.AppendDecode(nil, s)
		if err != nil {
			d.mistake(err)
			return nil
		}
		if b == nil {
			b = []byte{}
		}
		v.SetBytes(b)
	case reflect.String:
		if v.Type() == numberType && !isNumber(string(s)) {
			return fmt.Errorf("json: invalid number literal, trying to unmarshal %q into Number", item)
		}
		v.SetString(string(s))
	case reflect.Interface:
		if v.NumMethod() > 0 {
			d.unfit("string", v.Type())
			return nil
		}
		v.Set(reflect.ValueOf(string(s)))
	default:
		d.unfit("string", v.Type())
	}
	return nil
}

func (d *decodeState) storeNumber(s string, v reflect.Value, isQuoted bool, wrong func() error) {
	unfit := func() { d.unfit("number "+s, v.Type()) }
	switch {
	case v.Kind() == reflect.Interface:
		n, err := d.number(s)
		if err != nil {
			d.mistake(err)
			return
		}
		if v.NumMethod() > 0 {
			d.unfit("number", v.Type())
			return
		}
		v.Set(reflect.ValueOf(n))
	case v.CanInt():
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || v.OverflowInt(n) {
			unfit()
			return
		}
		v.SetInt(n)
	case v.CanUint():
		n, err := strconv.ParseUint(s, 10, 64)
		if err != nil || v.OverflowUint(n) {
			unfit()
			return
		}
		v.SetUint(n)
	case v.CanFloat():
		n, err := strconv.ParseFloat(s, v.Type().Bits())
		if err != nil || v.OverflowFloat(n) {
			unfit()
			return
		}
		v.SetFloat(n)
	case v.Kind() == reflect.String && v.Type() == numberType:
		v.SetString(s)
	case isQuoted:
		d.mistake(wrong())
	default:
		d.unfit("number", v.Type())
	}
}

// number returns a number for an any.
func (d *decodeState) number(s string) (any, error) {
	if d.useNumber {
		return Number(s), nil
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return nil, &UnmarshalTypeError{Value: "number " + s, Type: reflect.TypeFor[float64](), Offset: int64(d.at) + 1}
	}
	return f, nil
}

// anyValue reads a value for an any.
func (d *decodeState) anyValue() any {
	switch d.peek() {
	case '{':
		return d.anyObject()
	case '[':
		return d.anyArray()
	case '"':
		return string(unquote(d.literal()))
	case 't', 'f':
		return d.literal()[0] == 't'
	case 'n':
		d.literal()
		return nil
	}
	n, err := d.number(string(d.literal()))
	if err != nil {
		d.mistake(err)
	}
	return n
}

func (d *decodeState) anyArray() []any {
	a := []any{}
	d.at++
	for d.peek() != ']' {
		if d.data[d.at] == ',' {
			d.at++
		}
		a = append(a, d.anyValue())
	}
	d.at++
	return a
}

func (d *decodeState) anyObject() map[string]any {
	m := map[string]any{}
	d.at++
	for d.peek() != '}' {
		if d.data[d.at] == ',' {
			d.at++
			d.peek()
		}
		key := string(unquote(d.literal()))
		d.peek() // the colon
		d.at++
		m[key] = d.anyValue()
	}
	d.at++
	return m
}

// unquote returns what a valid literal of a string stands for.
func unquote(literal []byte) []byte {
	s := literal[1 : len(literal)-1]
	plain := 0
	for plain < len(s) && s[plain] != '\\' && s[plain] < utf8.RuneSelf {
		plain++
	}
	if plain == len(s) {
		return s
	}
	out := append(make([]byte, 0, len(s)), s[:plain]...)
	for i := plain; i < len(s); {
		switch c := s[i]; {
		case c == '\\' && s[i+1] == 'u':
			r := hexRune(s[i+2:])
			i += 6
			if utf16.IsSurrogate(r) {
				pair := rune(utf8.RuneError)
				if i+6 <= len(s) && s[i] == '\\' && s[i+1] == 'u' {
					pair = utf16.DecodeRune(r, hexRune(s[i+2:]))
				}
				if r = pair; pair != utf8.RuneError {
					i += 6
				}
			}
			out = utf8.AppendRune(out, r)
		case c == '\\':
			c = s[i+1]
			if at := strings.IndexByte("bfnrt", c); at >= 0 {
				c = "\b\f\n\r\t"[at]
			}
			out = append(out, c)
			i += 2
		case c < utf8.RuneSelf:
			out = append(out, c)
			i++
		default:
			r, size := utf8.DecodeRune(s[i:])
			out = utf8.AppendRune(out, r)
			i += size
		}
	}
	return out
}

// hexRune returns the character of four hexadecimal digits.
func hexRune(digits []byte) (r rune) {
	for _, c := range digits[:4] {
		if c >= 'a' {
			c -= 'a' - 'A'
		}
		if c >= 'A' {
			c -= 'A' - '9' - 1
		}
		r = r<<4 | rune(c-'0')
	}
	return r
}
