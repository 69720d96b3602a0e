// Package encoding names the methods with which values turn themselves into bytes or text, and back.
package encoding

// BinaryMarshaler is a value that makes a binary form of itself.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// BinaryUnmarshaler is a value that can be set from its binary form; it must copy what it keeps.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// BinaryAppender is a value that appends its binary form.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// TextMarshaler is a value that makes a textual form of itself.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// TextUnmarshaler is a value that can be set from its textual form; it must copy what it keeps.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// TextAppender is a value that appends its textual form.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}
