package json

import (
	"bytes"
	"io"
)

// Decoder reads JSON values from a stream, one after the other.
//
//	dec := json.NewDecoder(file)
//	for {
//		var v Value
//		if err := dec.Decode(&v); err == io.EOF {
//			break
//		} else if err != nil {
//			return err
//		}
//		use(v)
//	}
//
// It reads ahead, perhaps beyond the values that are asked for.
type Decoder struct {
	r            io.Reader
	buf          []byte
	at           int   // of the next byte in buf
	before       int64 // bytes before buf
	err          error // of the reader, or a mistake in the text
	scan         scanner
	scanned      int64 // bytes of values so far, with the spaces before them
	useNumber    bool
	strictFields bool

	place  place // where Token is
	places []place
}

// place says where in the text Token is, and what it expects.
type place uint8

const (
	atTop place = iota
	atArrayStart
	atArrayValue
	atArrayComma
	atObjectStart
	atObjectKey
	atObjectColon
	atObjectValue
	atObjectComma
)

// NewDecoder returns a Decoder that reads from r.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// UseNumber makes numbers for an any of type Number rather than float64.
func (dec *Decoder) UseNumber() { dec.useNumber = true }

// DisallowUnknownFields makes keys without a field in a struct a mistake.
func (dec *Decoder) DisallowUnknownFields() { dec.strictFields = true }

// Decode reads the next value into what v points to, as Unmarshal does. At the end of the stream the
// error is io.EOF.
func (dec *Decoder) Decode(v any) error {
	if dec.err != nil {
		return dec.err
	}
	if err := dec.toValue(); err != nil {
		return err
	}
	if !dec.wantsValue() {
		return &SyntaxError{"not at beginning of value", dec.InputOffset()}
	}
	n, err := dec.wholeValue()
	if err != nil {
		return err
	}
	d := decodeState{data: dec.buf[dec.at : dec.at+n], useNumber: dec.useNumber, strictFields: dec.strictFields}
	dec.at += n
	err = d.decode(v)
	dec.valueRead()
	return err
}

// Buffered returns a reader of what was read ahead. It is valid until the next Decode.
func (dec *Decoder) Buffered() io.Reader { return bytes.NewReader(dec.buf[dec.at:]) }

// InputOffset returns how many bytes of the stream precede what Decode or Token reads next.
func (dec *Decoder) InputOffset() int64 { return dec.before + int64(dec.at) }

// fill reads more of the stream.
func (dec *Decoder) fill() error {
	if dec.at > 0 {
		dec.before += int64(dec.at)
		dec.buf = dec.buf[:copy(dec.buf, dec.buf[dec.at:])]
		dec.at = 0
	}
	const least = 512
	if cap(dec.buf)-len(dec.buf) < least {
		grown := make([]byte, len(dec.buf), 2*cap(dec.buf)+least)
		copy(grown, dec.buf)
		dec.buf = grown
	}
	n, err := dec.r.Read(dec.buf[len(dec.buf):cap(dec.buf)])
	dec.buf = dec.buf[:len(dec.buf)+n]
	return err
}

// wholeValue reads until a whole value follows and returns its length.
func (dec *Decoder) wholeValue() (int, error) {
	dec.scan.reset()
	dec.scan.read = dec.scanned
	defer func() { dec.scanned = dec.scan.read }()
	n := 0
	var readErr error
	for {
		for ; dec.at+n < len(dec.buf); n++ {
			c := dec.buf[dec.at+n]
			wasNumber := dec.scan.endsNumber() && len(dec.scan.open) == 0
			dec.scan.step(c)
			if wasNumber && (dec.scan.err != nil || dec.scan.done()) {
				dec.scan.read-- // the byte is not part of it
				return n, nil
			}
			if dec.scan.err != nil {
				dec.err = dec.scan.err
				return 0, dec.err
			}
			if dec.scan.done() {
				return n + 1, nil
			}
		}
		if readErr != nil {
			if readErr == io.EOF {
				if dec.scan.endsNumber() && len(dec.scan.open) == 0 {
					return n, nil
				}
				if len(bytes.TrimLeft(dec.buf[dec.at:], " \t\r\n")) > 0 {
					readErr = io.ErrUnexpectedEOF
				}
			}
			dec.err = readErr
			return 0, readErr
		}
		readErr = dec.fill()
	}
}

// Token is what Decoder.Token returns: a Delim, bool, float64, Number, string, or nil for null.
type Token any

// Delim is one of the brackets [ ] { }.
type Delim rune

// String returns the bracket.
func (d Delim) String() string { return string(d) }

// next returns the next byte that is no space, without reading it.
func (dec *Decoder) next() (byte, error) {
	spaces := 0
	for {
		for ; dec.at+spaces < len(dec.buf); spaces++ {
			if c := dec.buf[dec.at+spaces]; !isSpace(c) {
				dec.at += spaces
				return c, nil
			}
		}
		if err := dec.fill(); err != nil && dec.at+spaces == len(dec.buf) {
			return 0, err
		}
	}
}

// toValue reads the comma or colon that Token has left before a value.
func (dec *Decoder) toValue() error {
	var sign byte
	var then place
	var message string
	switch dec.place {
	case atArrayComma:
		sign, then, message = ',', atArrayValue, "expected comma after array element"
	case atObjectColon:
		sign, then, message = ':', atObjectValue, "expected colon after object key"
	default:
		return nil
	}
	c, err := dec.next()
	if err != nil {
		return err
	}
	if c != sign {
		return &SyntaxError{message, dec.InputOffset()}
	}
	dec.at++
	dec.place = then
	return nil
}

func (dec *Decoder) wantsValue() bool {
	switch dec.place {
	case atTop, atArrayStart, atArrayValue, atObjectValue:
		return true
	}
	return false
}

// valueRead notes that a value was read.
func (dec *Decoder) valueRead() {
	switch dec.place {
	case atArrayStart, atArrayValue:
		dec.place = atArrayComma
	case atObjectValue:
		dec.place = atObjectComma
	}
}

// More reports whether there is another element in the array or object that Token is in, or another
// value in the stream.
func (dec *Decoder) More() bool {
	c, err := dec.next()
	return err == nil && c != ']' && c != '}'
}

// Token returns the next piece of the text: brackets as Delim, keys and strings as string, and other
// values; commas and colons are only checked. Between two calls Decode may read a whole value. At the
// end of the stream the error is io.EOF.
//
//	dec.Token() // [
//	for dec.More() {
//		var v Value
//		if err := dec.Decode(&v); err != nil {
//			return err
//		}
//	}
//	dec.Token() // ]
func (dec *Decoder) Token() (Token, error) {
	for {
		c, err := dec.next()
		if err != nil {
			return nil, err
		}
		switch {
		case c == '[' && dec.wantsValue():
			dec.open(atArrayStart)
			return Delim('['), nil
		case c == '{' && dec.wantsValue():
			dec.open(atObjectStart)
			return Delim('{'), nil
		case c == ']' && (dec.place == atArrayStart || dec.place == atArrayComma):
			dec.close()
			return Delim(']'), nil
		case c == '}' && (dec.place == atObjectStart || dec.place == atObjectComma):
			dec.close()
			return Delim('}'), nil
		case c == ':' && dec.place == atObjectColon:
			dec.at++
			dec.place = atObjectValue
			continue
		case c == ',' && dec.place == atArrayComma:
			dec.at++
			dec.place = atArrayValue
			continue
		case c == ',' && dec.place == atObjectComma:
			dec.at++
			dec.place = atObjectKey
			continue
		case c == '"' && (dec.place == atObjectStart || dec.place == atObjectKey):
			return dec.key()
		case c == '[' || c == ']' || c == '{' || c == '}' || c == ':' || c == ',' || !dec.wantsValue():
			return nil, dec.misplaced(c)
		}
		var v any
		if err := dec.Decode(&v); err != nil {
			return nil, err
		}
		return v, nil
	}
}

func (dec *Decoder) open(start place) {
	dec.at++
	dec.places = append(dec.places, dec.place)
	dec.place = start
}

func (dec *Decoder) close() {
	dec.at++
	dec.place = dec.places[len(dec.places)-1]
	dec.places = dec.places[:len(dec.places)-1]
	dec.valueRead()
}

// key reads an object's key.
func (dec *Decoder) key() (Token, error) {
	was := dec.place
	dec.place = atTop
	var key string
	err := dec.Decode(&key)
	dec.place = was
	if err != nil {
		return nil, err
	}
	dec.place = atObjectColon
	return key, nil
}

// misplaced is the error for a byte where it doesn't fit.
func (dec *Decoder) misplaced(c byte) error {
	context := ""
	switch dec.place {
	case atTop, atArrayStart, atArrayValue, atObjectValue:
		context = " looking for beginning of value"
	case atArrayComma:
		context = " after array element"
	case atObjectKey:
		context = " looking for beginning of object key string"
	case atObjectColon:
		context = " after object key"
	case atObjectComma:
		context = " after object key:value pair"
	}
	return &SyntaxError{"invalid character " + quoteByte(c) + context, dec.InputOffset()}
}
