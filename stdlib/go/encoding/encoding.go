// Package encoding has the interfaces of values that know how to become bytes or text, which
// encoding/json, flag and others use.
package encoding

// BinaryMarshaler can turn itself into bytes.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error) // the encoded receiver
}

// BinaryUnmarshaler can set itself from bytes.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error // sets the receiver; it must copy what it keeps
}

// BinaryAppender can append itself as bytes.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error) // appends the encoded receiver to b, also when it fails
}

// TextMarshaler can turn itself into text.
type TextMarshaler interface {
	MarshalText() (text []byte, err error) // the encoded receiver
}

// TextUnmarshaler can set itself from text.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error // sets the receiver; it must copy what it keeps
}

// TextAppender can append itself as text.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error) // appends the encoded receiver to b, also when it fails
}
