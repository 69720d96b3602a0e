// Package csv reads and writes tables as text: a line for each record, with commas between its fields.
//
//	r := csv.NewReader(strings.NewReader("name,size\n\"Smith, Ada\",42\n"))
//	for {
//		record, err := r.Read()
//		if err == io.EOF {
//			break
//		}
//		if err != nil {
//			return err
//		}
//		fmt.Println(record[0], len(record))
//	}
//
// A field with a comma, a newline or a quotation mark stands in quotation marks, and a quotation mark
// in it is doubled. Empty lines are skipped; spaces belong to the fields.
package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// ParseError says what is wrong with the text, and where.
type ParseError struct {
	StartLine int   // where the record begins
	Line      int   // where it is wrong
	Column    int   // where in that line: bytes, from 1
	Err       error // what is wrong
}

// Error returns all of it in one line.
func (e *ParseError) Error() string {
	switch {
	case e.Err == ErrFieldCount:
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	case e.StartLine != e.Line:
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

// Unwrap returns e.Err.
func (e *ParseError) Unwrap() error { return e.Err }

// ErrBareQuote and the others are what can be wrong with the text.
var (
	ErrBareQuote     = errors.New("bare \" in non-quoted-field")
	ErrQuote         = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount    = errors.New("wrong number of fields")
	ErrTrailingComma = errors.New("extra delimiter at end of line") // nothing returns it any more
)

var errDelimiter = errors.New("csv: invalid field or comment delimiter")

// Reader reads records. Its fields may be set before the first Read.
type Reader struct {
	Comma            rune // between fields; NewReader sets it to ','
	Comment          rune // lines that begin with it are skipped, unless it is 0
	FieldsPerRecord  int  // how many there must be; 0: as in the first record; negative: any number
	LazyQuotes       bool // quotation marks may stand within fields
	TrimLeadingSpace bool // spaces at the beginning of fields are left out
	ReuseRecord      bool // Read may return the same slice each time
	TrailingComma    bool // of no effect any more

	r         *bufio.Reader
	line      int   // the present one
	offset    int64 // of what is to be read
	record    []string
	positions []position // of the fields of the last record
}

type position struct{ line, column int }

// NewReader returns a Reader that reads from r.
func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', r: bufio.NewReader(r)} }

// Read returns the next record; io.EOF after the last. With the wrong number of fields it returns them
// and a *ParseError of ErrFieldCount.
func (r *Reader) Read() (record []string, err error) {
	if r.ReuseRecord {
		record, err = r.read(r.record)
		r.record = record
		return record, err
	}
	return r.read(nil)
}

// ReadAll returns all records that are left. Their end is no error.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.read(nil)
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
}

// FieldPos returns line and column, both from 1, of where a field of the last record begins. It panics
// if there is no such field.
func (r *Reader) FieldPos(field int) (line, column int) {
	if field < 0 || field >= len(r.positions) {
		panic("out of range index passed to FieldPos")
	}
	p := r.positions[field]
	return p.line, p.column
}

// InputOffset returns how many bytes have been read: where the last record ends.
func (r *Reader) InputOffset() int64 { return r.offset }

func isDelimiter(r rune) bool {
	return r != 0 && r != '"' && r != '\r' && r != '\n' && utf8.ValidRune(r) && r != utf8.RuneError
}

// readLine returns the next line, with a newline at its end if it has any end. \r\n counts as \n.
func (r *Reader) readLine() ([]byte, error) {
	line, err := r.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		all := bytes.Clone(line)
		for err == bufio.ErrBufferFull {
			line, err = r.r.ReadSlice('\n')
			all = append(all, line...)
		}
		line = all
	}
	size := len(line)
	if size > 0 && err == io.EOF {
		err = nil
		if line[size-1] == '\r' { // at the end of the text it counts as part of the line's end
			line = line[:size-1]
		}
	}
	r.line++
	r.offset += int64(size)
	if n := len(line); n >= 2 && line[n-2] == '\r' && line[n-1] == '\n' {
		line[n-2] = '\n'
		line = line[:n-1]
	}
	return line, err
}

// endLen is the length of the newline at the end of b.
func endLen(b []byte) int {
	if len(b) > 0 && b[len(b)-1] == '\n' {
		return 1
	}
	return 0
}

func firstRune(b []byte) rune {
	r, _ := utf8.DecodeRune(b)
	return r
}

func (r *Reader) read(dst []string) ([]string, error) {
	if r.Comma == r.Comment || !isDelimiter(r.Comma) || r.Comment != 0 && !isDelimiter(r.Comment) {
		return nil, errDelimiter
	}
	var line []byte
	for {
		var err error
		if line, err = r.readLine(); err != nil {
			return nil, err
		}
		if r.Comment != 0 && len(line) > 0 && firstRune(line) == r.Comment {
			continue
		}
		if len(line) != endLen(line) {
			break
		}
		if len(line) == 0 {
			return nil, io.EOF
		}
	}
	p := recordParser{r: r, line: line, start: r.line, number: r.line, column: 1}
	err := p.parse()
	if err == nil && p.readErr != nil && p.readErr != io.EOF {
		err = p.readErr
	}
	text := string(p.text) // one string for all fields
	record := dst[:0]
	if cap(record) < len(p.ends) {
		record = make([]string, 0, len(p.ends))
	}
	from := 0
	for _, end := range p.ends {
		record = append(record, text[from:end])
		from = end
	}
	r.positions = p.positions
	switch {
	case r.FieldsPerRecord > 0 && len(record) != r.FieldsPerRecord && err == nil:
		err = &ParseError{p.start, p.start, 1, ErrFieldCount}
	case r.FieldsPerRecord == 0:
		r.FieldsPerRecord = len(record)
	}
	return record, err
}

// recordParser is a record that is being read.
type recordParser struct {
	r         *Reader
	line      []byte // what is left of the present line
	start     int    // line in which the record begins
	number    int    // of the present line
	column    int    // in it
	text      []byte // of all fields
	ends      []int  // of the fields in text
	positions []position
	readErr   error
}

func (p *recordParser) fault(err error, column int) error {
	return &ParseError{p.start, p.number, column, err}
}

func (p *recordParser) skip(n int) {
	p.line = p.line[n:]
	p.column += n
}

func (p *recordParser) parse() error {
	for {
		if p.r.TrimLeadingSpace {
			n := bytes.IndexFunc(p.line, func(c rune) bool { return !unicode.IsSpace(c) })
			if n < 0 {
				n = len(p.line)
				p.column -= endLen(p.line)
			}
			p.skip(n)
		}
		var more bool
		var err error
		if len(p.line) == 0 || p.line[0] != '"' {
			more, err = p.plain()
		} else {
			more, err = p.quoted()
		}
		if err != nil || !more {
			return err
		}
	}
}

// plain reads a field without quotation marks around it, and reports whether another one follows.
func (p *recordParser) plain() (bool, error) {
	comma := string(p.r.Comma)
	field, _, more := bytes.Cut(p.line, []byte(comma))
	if !more {
		field = field[:len(field)-endLen(field)]
	}
	if !p.r.LazyQuotes {
		if at := bytes.IndexByte(field, '"'); at >= 0 {
			return false, p.fault(ErrBareQuote, p.column+at)
		}
	}
	p.text = append(p.text, field...)
	p.ends = append(p.ends, len(p.text))
	p.positions = append(p.positions, position{p.number, p.column})
	if more {
		p.skip(len(field) + len(comma))
	}
	return more, nil
}

// quoted reads a field in quotation marks, and reports whether another one follows.
func (p *recordParser) quoted() (bool, error) {
	at := position{p.number, p.column}
	finish := func() {
		p.ends = append(p.ends, len(p.text))
		p.positions = append(p.positions, at)
	}
	p.skip(1)
	for {
		if i := bytes.IndexByte(p.line, '"'); i >= 0 {
			p.text = append(p.text, p.line[:i]...)
			p.skip(i + 1)
			next := firstRune(p.line)
			switch {
			case next == '"':
				p.text = append(p.text, '"')
				p.skip(1)
			case len(p.line) > 0 && next == p.r.Comma:
				p.skip(utf8.RuneLen(next))
				finish()
				return true, nil
			case endLen(p.line) == len(p.line):
				finish()
				return false, nil
			case p.r.LazyQuotes:
				p.text = append(p.text, '"')
			default:
				return false, p.fault(ErrQuote, p.column-1)
			}
			continue
		}
		if len(p.line) == 0 {
			// The text ends within the field.
			if !p.r.LazyQuotes && (p.readErr == nil || p.readErr == io.EOF) {
				return false, p.fault(ErrQuote, p.column)
			}
			finish()
			return false, nil
		}
		p.text = append(p.text, p.line...)
		p.column += len(p.line)
		var err error
		if p.line, err = p.r.readLine(); len(p.line) > 0 {
			p.number++
			p.column = 1
		}
		if err != nil {
			p.readErr = err
		}
		if err == io.EOF {
			p.line = nil
		}
	}
}
