package csv

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Writer writes records, a line each, through a buffer: call Flush at the end.
//
//	w := csv.NewWriter(os.Stdout)
//	w.Write([]string{"Smith, Ada", "42"}) // "Smith, Ada",42
//	w.Flush()
//	err := w.Error()
type Writer struct {
	Comma   rune // between fields; NewWriter sets it to ','
	UseCRLF bool // lines end with \r\n

	w *bufio.Writer
}

// NewWriter returns a Writer that writes to w.
func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', w: bufio.NewWriter(w)} }

// Write writes a record, with quotation marks where a field needs them.
func (w *Writer) Write(record []string) error {
	if !isDelimiter(w.Comma) {
		return errDelimiter
	}
	for i, field := range record {
		if i > 0 {
			w.w.WriteRune(w.Comma)
		}
		if !w.needsQuotes(field) {
			w.w.WriteString(field)
			continue
		}
		w.w.WriteByte('"')
		for _, c := range []byte(field) {
			switch {
			case c == '"':
				w.w.WriteString(`""`)
			case c == '\r' && w.UseCRLF:
			case c == '\n' && w.UseCRLF:
				w.w.WriteString("\r\n")
			default:
				w.w.WriteByte(c)
			}
		}
		w.w.WriteByte('"')
	}
	if w.UseCRLF {
		_, err := w.w.WriteString("\r\n")
		return err
	}
	return w.w.WriteByte('\n')
}

// Flush writes what is buffered. Error tells whether that, or a Write before, has failed.
func (w *Writer) Flush() { w.w.Flush() }

// Error returns the error of a Write or Flush before, if any.
func (w *Writer) Error() error {
	_, err := w.w.Write(nil)
	return err
}

// WriteAll writes all records and calls Flush.
func (w *Writer) WriteAll(records [][]string) error {
	for _, record := range records {
		if err := w.Write(record); err != nil {
			return err
		}
	}
	return w.w.Flush()
}

// needsQuotes reports whether a field would be read wrongly, or end a table of some programs, without
// quotation marks.
func (w *Writer) needsQuotes(field string) bool {
	if field == "" {
		return false
	}
	if field == `\.` || strings.ContainsRune(field, w.Comma) || strings.ContainsAny(field, "\"\r\n") {
		return true
	}
	r, _ := utf8.DecodeRuneInString(field)
	return unicode.IsSpace(r)
}
