package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode"
	"unicode/utf8"
)

// MaxScanTokenSize is the size of a Scanner's buffer, which no token may reach, unless Buffer sets
// another.
const MaxScanTokenSize = 64 * 1024

const startSize = 4096

var (
	// ErrTooLong is the Scanner's error for a token that doesn't fit the buffer; see
	// Scanner.Buffer.
	ErrTooLong = errors.New("bufio.Scanner: token too long")
	// ErrNegativeAdvance is the Scanner's error for a SplitFunc that goes backwards.
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	// ErrAdvanceTooFar is the Scanner's error for a SplitFunc that advances beyond its data.
	ErrAdvanceTooFar = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	// ErrBadReadCount is the Scanner's error for a reader whose Read returned an impossible number.
	ErrBadReadCount = errors.New("bufio.Scanner: Read returned impossible count")

	// ErrFinalToken is what a SplitFunc returns to end the scan without an error, with its token as
	// the last one, or with none if that is nil.
	ErrFinalToken = errors.New("final token")
)

// SplitFunc finds the first token of data. It returns by how many bytes to advance, and the token,
// nil for none. With 0, nil and nil it asks for more data, of which there is none any more if atEOF
// is true. An error ends the scan.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// Scanner reads text token by token: lines at first, words, characters or what a function finds if
// Split says so. It stops for good at the end or at the first error.
//
//	scanner := bufio.NewScanner(strings.NewReader("to be or not"))
//	scanner.Split(bufio.ScanWords)
//	for scanner.Scan() {
//		fmt.Println(scanner.Text())
//	}
type Scanner struct {
	r          io.Reader
	split      SplitFunc
	maxSize    int
	token      []byte
	buf        []byte
	start, end int // buf[start:end] is not yet scanned
	err        error
	empties    int
	started    bool
	done       bool
}

// NewScanner returns a Scanner of the lines of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, maxSize: MaxScanTokenSize}
}

// Err returns the error that has ended the scan, nil if it was the end of the input.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes returns the present token. The next Scan may overwrite it.
func (s *Scanner) Bytes() []byte { return s.token }

// Text returns the present token as a string.
func (s *Scanner) Text() string { return string(s.token) }

// Buffer sets the buffer to begin with and the size to which it may grow, for lines longer than
// MaxScanTokenSize. It panics after the first Scan.
//
//	scanner.Buffer(nil, 1<<20) // lines of up to 1 MB
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.started {
		panic("Buffer called after Scan")
	}
	s.buf = buf[:cap(buf)]
	s.maxSize = max
}

// Split sets the function that finds the tokens. It panics after the first Scan.
func (s *Scanner) Split(split SplitFunc) {
	if s.started {
		panic("Split called after Scan")
	}
	s.split = split
}

// Scan goes to the next token; it returns false at the end and after an error, which Err tells
// apart. It panics if the SplitFunc gives many empty tokens without advancing.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.started = true
	for {
		if s.end > s.start || s.err != nil {
			advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
			if err != nil {
				if err == ErrFinalToken {
					s.token = token
					s.done = true
					return token != nil
				}
				s.fail(err)
				return false
			}
			if advance < 0 || advance > s.end-s.start {
				if err = ErrAdvanceTooFar; advance < 0 {
					err = ErrNegativeAdvance
				}
				s.fail(err)
				return false
			}
			s.start += advance
			s.token = token
			if token != nil {
				if s.err == nil || advance > 0 {
					s.empties = 0
				} else if s.empties++; s.empties > maxEmpty {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				return true
			}
		}
		if s.err != nil {
			s.start, s.end = 0, 0
			return false
		}
		if !s.makeRoom() {
			return false
		}
		s.read()
	}
}

// fail ends the scan with err.
func (s *Scanner) fail(err error) {
	s.token = nil
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
	s.done = s.done || err != nil
}

// makeRoom moves or grows the buffer if it is full.
func (s *Scanner) makeRoom() bool {
	if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
		copy(s.buf, s.buf[s.start:s.end])
		s.end -= s.start
		s.start = 0
	}
	if s.end < len(s.buf) {
		return true
	}
	if len(s.buf) >= s.maxSize || len(s.buf) > (1<<62) {
		s.token = nil
		s.err = ErrTooLong
		s.done = true
		return false
	}
	size := len(s.buf) * 2
	if size == 0 {
		size = startSize
	}
	buf := make([]byte, min(size, s.maxSize))
	copy(buf, s.buf[s.start:s.end])
	s.buf = buf
	s.end -= s.start
	s.start = 0
	return true
}

// read reads until there is data or an error.
func (s *Scanner) read() {
	for i := 0; ; i++ {
		n, err := s.r.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			s.setErr(ErrBadReadCount)
			return
		}
		s.end += n
		if err != nil {
			s.setErr(err)
			return
		}
		if n > 0 {
			s.empties = 0
			return
		}
		if i >= maxEmpty {
			s.setErr(io.ErrNoProgress)
			return
		}
	}
}

func (s *Scanner) setErr(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// ScanBytes is the SplitFunc for single bytes.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes is the SplitFunc for characters of UTF-8. An invalid byte becomes U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	if !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	r, size := utf8.DecodeRune(data)
	if r == utf8.RuneError && size == 1 {
		return 1, []byte("\uFFFD"), nil
	}
	return size, data[:size], nil
}

// ScanLines is the SplitFunc for lines, without the newline and a carriage return before it. The
// last line needs no newline.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	end := bytes.IndexByte(data, '\n')
	advance = end + 1
	if end < 0 {
		if !atEOF {
			return 0, nil, nil
		}
		end = len(data)
		advance = end
	}
	if end > 0 && data[end-1] == '\r' {
		end--
	}
	return advance, data[:end], nil
}

// ScanWords is the SplitFunc for words: what is between white space.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		r, size := utf8.DecodeRune(data[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += size
	}
	for i := start; i < len(data); {
		r, size := rune(data[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(data[i:])
		}
		if unicode.IsSpace(r) {
			return i + size, data[start:i], nil
		}
		i += size
	}
	if atEOF && start < len(data) {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
