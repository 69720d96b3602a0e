// Package json writes Go values as JSON and reads JSON into Go values.
//
//	type Person struct {
//		Name  string   `json:"name"`
//		Age   int      `json:"age,omitempty"`
//		Tags  []string `json:"tags"`
//		notes string   // not exported: left out
//	}
//
//	data, err := json.Marshal(Person{Name: "Ada", Tags: []string{"x"}})
//	// {"name":"Ada","tags":["x"]}
//
//	var p Person
//	err = json.Unmarshal([]byte(`{"name": "Bob", "age": 7}`), &p)
//
// Go and JSON correspond as follows:
//
//	bool                      true, false
//	integers, floats          numbers
//	string                    strings; invalid UTF-8 becomes U+FFFD
//	[]byte                    strings in base64
//	arrays, other slices      arrays; a nil slice is null
//	structs                   objects of the exported fields
//	maps                      objects, sorted; keys are strings, integers or know their text
//	pointers, interfaces      what they lead to, or null
//
// Into an any go: nil, bool, float64, string, []any and map[string]any. Channels, functions and
// complex numbers are errors.
//
// The tag of a field, `json:"name,option,..."`, has a name for the object (none: the field's own;
// "-": the field is left out) and options: omitempty leaves out false, 0, nil and what has length 0;
// omitzero leaves out the zero value, or that for which a method IsZero() bool is true; string puts
// numbers and booleans into a string. Fields of embedded structs count as fields of the outer one by
// Go's rules, a field with a name in its tag before one without.
//
// Types with a method MarshalJSON or MarshalText write themselves, those with UnmarshalJSON or
// UnmarshalText read themselves.
package json

import (
	"errors"
	"reflect"
	"strconv"
)

// Marshaler writes itself as JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error) // returns one JSON value
}

// Unmarshaler reads itself from JSON.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error // gets one JSON value, which it must copy to keep it
}

// RawMessage is a JSON value as it is written: it can be read now and looked into later.
type RawMessage []byte

// MarshalJSON returns m, null for nil.
func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

// UnmarshalJSON sets *m to a copy of data.
func (m *RawMessage) UnmarshalJSON(data []byte) error {
	if m == nil {
		return errors.New("json.RawMessage: UnmarshalJSON on nil pointer")
	}
	*m = append((*m)[:0], data...)
	return nil
}

// Number is the text of a number. Decoder.UseNumber puts it where float64 would lose digits.
type Number string

// String returns the text.
func (n Number) String() string { return string(n) }

// Float64 returns the number as a float64.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 returns the number as an int64; one with a fraction is an error.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// SyntaxError says that text is not JSON.
type SyntaxError struct {
	msg    string
	Offset int64 // so many bytes were read when it was found
}

// Error returns what is wrong.
func (e *SyntaxError) Error() string { return e.msg }

// UnmarshalTypeError says that a JSON value doesn't fit a Go type.
type UnmarshalTypeError struct {
	Value  string       // what was read, such as "bool" or "number -5"
	Type   reflect.Type // what it does not fit
	Offset int64        // so many bytes were read when it was found
	Struct string       // name of the struct type with the field, if any
	Field  string       // path to the field from the outermost struct, if any
}

// Error returns all of it in one line.
func (e *UnmarshalTypeError) Error() string {
	where := "value"
	if e.Struct != "" || e.Field != "" {
		where = "struct field " + e.Struct + "." + e.Field
	}
	return "json: cannot unmarshal " + e.Value + " into Go " + where + " of type " + e.Type.String()
}

// InvalidUnmarshalError says that the argument of Unmarshal is not a pointer, or is nil.
type InvalidUnmarshalError struct {
	Type reflect.Type // of the argument
}

// Error returns the message.
func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// UnmarshalFieldError is there for old programs. Nothing returns it.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

// Error returns the message.
func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + strconv.Quote(e.Key) + " into unexported field " + e.Field.Name + " of type " + e.Type.String()
}

// UnsupportedTypeError says that values of a type cannot be written as JSON.
type UnsupportedTypeError struct {
	Type reflect.Type
}

// Error returns the message.
func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// UnsupportedValueError says that a value cannot be written as JSON: NaN, an infinity, or one that
// contains itself.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string // the value, or what is wrong with it
}

// Error returns the message.
func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// InvalidUTF8Error is there for old programs. Nothing returns it.
type InvalidUTF8Error struct {
	S string // the invalid string
}

// Error returns the message.
func (e *InvalidUTF8Error) Error() string {
	return "json: invalid UTF-8 in string: " + strconv.Quote(e.S)
}

// MarshalerError is an error of a method MarshalJSON or MarshalText.
type MarshalerError struct {
	Type   reflect.Type // with the method
	Err    error        // what it returned, or what is wrong with the JSON that it returned
	method string
}

// Error returns all of it in one line.
func (e *MarshalerError) Error() string {
	method := e.method
	if method == "" {
		method = "MarshalJSON"
	}
	return "json: error calling " + method + " for type " + e.Type.String() + ": " + e.Err.Error()
}

// Unwrap returns e.Err.
func (e *MarshalerError) Unwrap() error { return e.Err }
