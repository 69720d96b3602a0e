package binary

import (
	"errors"
	"internal/rtype"
	"io"
	"unsafe"
)

var errTooSmall = errors.New("buffer too small")

// sizeOf returns the encoded size of a t, or -1 if it is not fixed.
func sizeOf(t *rtype.Type) int {
	switch t.Kind {
	case rtype.Bool, rtype.Int8, rtype.Uint8, rtype.Int16, rtype.Uint16, rtype.Int32, rtype.Uint32,
		rtype.Int64, rtype.Uint64, rtype.Float32, rtype.Float64, rtype.Complex64, rtype.Complex128:
		return int(t.Size)
	case rtype.Array:
		if size := sizeOf(t.Elem); size >= 0 {
			return size * int(t.Len)
		}
	case rtype.Struct:
		sum := 0
		for i := range t.Fields {
			size := sizeOf(t.Fields[i].Typ)
			if size < 0 {
				return -1
			}
			sum += size
		}
		return sum
	}
	return -1
}

// value is a place in memory: n consecutive values of type t.
type value struct {
	t *rtype.Type
	p unsafe.Pointer
	n int

	access access
}

// access is how the value was reached; package reflect's rules are kept.
type access uint8

const (
	open     access = iota
	embedded        // an embedded field of unexported type: its own exported fields are open
	closed          // through an unexported field
)

// field is the i'th field of the struct at p.
func (v value) field(p unsafe.Pointer, i int) value {
	f := &v.t.Fields[i]
	access := open
	switch {
	case v.access == closed:
		access = closed
	case f.Exported:
	case f.Embedded:
		access = embedded
	default:
		access = closed
	}
	return value{f.Typ, unsafe.Add(p, f.Offset), 1, access}
}

// set panics if package reflect would not set v.
func (v value) set(method string) {
	if v.access != open {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
}

func (v value) size() int {
	if size := sizeOf(v.t); size >= 0 {
		return size * v.n
	}
	return -1
}

// look looks into data: a value, a slice, or a pointer to one; size is -1 if it is not fixed.
func look(data any) (v value, pointer bool, size int) {
	t := rtype.Of(data)
	if t == nil {
		return v, false, -1
	}
	v = value{t, rtype.Data(data), 1, open}
	if t.Kind == rtype.Pointer {
		pointer = true
		v = value{t.Elem, *(*unsafe.Pointer)(v.p), 1, open}
		if v.p == nil {
			return v, true, -1
		}
	}
	if v.t.Kind == rtype.Slice {
		pointer = true
		s := (*rtype.SliceHeader)(v.p)
		v = value{v.t.Elem, s.Data, s.Len, open}
	}
	return v, pointer, v.size()
}

// setInt is set for numbers.
func (v value) setInt() {
	switch {
	case v.access == open:
	case v.t.Kind == rtype.Float32 || v.t.Kind == rtype.Float64:
		v.set("SetFloat")
	case v.t.Kind < rtype.Uint:
		v.set("SetInt")
	default:
		v.set("SetUint")
	}
}

func (v value) encode(buf []byte, order ByteOrder) []byte {
	for i := 0; i < v.n; i++ {
		p := unsafe.Add(v.p, uintptr(i)*v.t.Size)
		switch v.t.Kind {
		case rtype.Bool, rtype.Int8, rtype.Uint8:
			buf[0] = *(*byte)(p)
			buf = buf[1:]
		case rtype.Int16, rtype.Uint16:
			order.PutUint16(buf, *(*uint16)(p))
			buf = buf[2:]
		case rtype.Int32, rtype.Uint32, rtype.Float32:
			order.PutUint32(buf, *(*uint32)(p))
			buf = buf[4:]
		case rtype.Int64, rtype.Uint64, rtype.Float64:
			order.PutUint64(buf, *(*uint64)(p))
			buf = buf[8:]
		case rtype.Complex64:
			order.PutUint32(buf, *(*uint32)(p))
			order.PutUint32(buf[4:], *(*uint32)(unsafe.Add(p, 4)))
			buf = buf[8:]
		case rtype.Complex128:
			order.PutUint64(buf, *(*uint64)(p))
			order.PutUint64(buf[8:], *(*uint64)(unsafe.Add(p, 8)))
			buf = buf[16:]
		case rtype.Array:
			buf = value{v.t.Elem, p, int(v.t.Len), open}.encode(buf, order)
		case rtype.Struct:
			for i := range v.t.Fields {
				f := &v.t.Fields[i]
				if f.Name == "_" {
					n := sizeOf(f.Typ)
					clear(buf[:n])
					buf = buf[n:]
				} else {
					buf = v.field(p, i).encode(buf, order)
				}
			}
		}
	}
	return buf
}

func (v value) decode(buf []byte, order ByteOrder) []byte {
	for i := 0; i < v.n; i++ {
		p := unsafe.Add(v.p, uintptr(i)*v.t.Size)
		switch v.t.Kind {
		case rtype.Bool:
			v.set("SetBool")
			*(*bool)(p) = buf[0] != 0
			buf = buf[1:]
		case rtype.Int8, rtype.Uint8:
			v.setInt()
			*(*byte)(p) = buf[0]
			buf = buf[1:]
		case rtype.Int16, rtype.Uint16:
			v.setInt()
			*(*uint16)(p) = order.Uint16(buf)
			buf = buf[2:]
		case rtype.Int32, rtype.Uint32, rtype.Float32:
			v.setInt()
			*(*uint32)(p) = order.Uint32(buf)
			buf = buf[4:]
		case rtype.Int64, rtype.Uint64, rtype.Float64:
			v.setInt()
			*(*uint64)(p) = order.Uint64(buf)
			buf = buf[8:]
		case rtype.Complex64:
			v.set("SetComplex")
			*(*uint32)(p) = order.Uint32(buf)
			*(*uint32)(unsafe.Add(p, 4)) = order.Uint32(buf[4:])
			buf = buf[8:]
		case rtype.Complex128:
			v.set("SetComplex")
			*(*uint64)(p) = order.Uint64(buf)
			*(*uint64)(unsafe.Add(p, 8)) = order.Uint64(buf[8:])
			buf = buf[16:]
		case rtype.Array:
			buf = value{v.t.Elem, p, int(v.t.Len), v.access}.decode(buf, order)
		case rtype.Struct:
			for i := range v.t.Fields {
				f := &v.t.Fields[i]
				if f.Name == "_" {
					buf = buf[sizeOf(f.Typ):]
				} else {
					buf = v.field(p, i).decode(buf, order)
				}
			}
		}
	}
	return buf
}

// typeName panics for a nil interface, as a nil reflect.Type does.
func typeName(data any) string { return rtype.Of(data).Str }

// Size returns how many bytes Write writes for v; -1 if v is not of fixed size, nor a slice of such
// values or a pointer.
func Size(v any) int {
	_, _, size := look(v)
	return size
}

// Read reads into data, a pointer to a value of fixed size or a slice of such. If r ends before,
// the error is io.EOF for nothing at all, else io.ErrUnexpectedEOF.
func Read(r io.Reader, order ByteOrder, data any) error {
	v, pointer, size := look(data)
	if size < 0 || !pointer {
		return errors.New("binary.Read: invalid type " + typeName(data))
	}
	buf := make([]byte, size)
	if _, err := io.ReadFull(r, buf); err != nil {
		return err
	}
	v.decode(buf, order)
	return nil
}

// Decode decodes the beginning of buf into data, a pointer to a value of fixed size or a slice of
// such, and returns how many bytes that took.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v, pointer, size := look(data)
	if size < 0 || !pointer {
		return 0, errors.New("binary.Decode: invalid type " + typeName(data))
	}
	if len(buf) < size {
		return 0, errTooSmall
	}
	v.decode(buf, order)
	return size, nil
}

// Write writes data, a value of fixed size, a slice of such or a pointer, to w.
func Write(w io.Writer, order ByteOrder, data any) error {
	v, _, size := look(data)
	if size < 0 {
		return errors.New("binary.Write: some values are not fixed-sized in type " + typeName(data))
	}
	buf := make([]byte, size)
	v.encode(buf, order)
	_, err := w.Write(buf)
	return err
}

// Encode writes data, a value of fixed size, a slice of such or a pointer, to the beginning of buf
// and returns how many bytes that took.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	v, _, size := look(data)
	if size < 0 {
		return 0, errors.New("binary.Encode: some values are not fixed-sized in type " + typeName(data))
	}
	if len(buf) < size {
		return 0, errTooSmall
	}
	v.encode(buf, order)
	return size, nil
}

// Append appends data, a value of fixed size, a slice of such or a pointer, to buf and returns the
// longer slice.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	v, _, size := look(data)
	if size < 0 {
		return nil, errors.New("binary.Append: some values are not fixed-sized in type " + typeName(data))
	}
	n := len(buf)
	buf = append(buf, make([]byte, size)...)
	v.encode(buf[n:], order)
	return buf, nil
}
