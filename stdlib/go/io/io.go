// Package io has the interfaces of what can be read from and written to, and functions that work
// with all of them.
//
//	n, err := io.Copy(os.Stdout, strings.NewReader("hello\n"))
//	data, err := io.ReadAll(file)
//
// Unless a type says otherwise, goroutines must not share its readers and writers without a lock.
package io

import "errors"

// SeekStart, SeekCurrent and SeekEnd tell Seek what its offset counts from: the beginning, the
// present place or the end.
const (
	SeekStart   = 0
	SeekCurrent = 1
	SeekEnd     = 2
)

var (
	// EOF is what Read returns, unwrapped, when there is no more input. It is no failure, so
	// functions that read all they want don't return it. Where input ends too early the error is
	// ErrUnexpectedEOF.
	EOF = errors.New("EOF")
	// ErrClosedPipe is the error of using a pipe that is closed.
	ErrClosedPipe = errors.New("io: read/write on closed pipe")
	// ErrNoProgress is the error of readers' users when many reads in a row give neither data nor
	// an error.
	ErrNoProgress = errors.New("multiple Read calls return no data or error")
	// ErrShortBuffer is the error for a buffer that is too small for what it should take.
	ErrShortBuffer = errors.New("short buffer")
	// ErrShortWrite is the error when a writer took less than it was given without saying why.
	ErrShortWrite = errors.New("short write")
	// ErrUnexpectedEOF is the error when the input ended in the middle of something.
	ErrUnexpectedEOF = errors.New("unexpected EOF")

	errInvalidWrite = errors.New("invalid write result")
	errWhence       = errors.New("Seek: invalid whence")
	errOffset       = errors.New("Seek: invalid offset")
)

type (
	// Reader is what can be read from. Read fills p with up to len(p) bytes and returns how many.
	// It may return fewer, waits only if there are none, and may return bytes and an error in one
	// call, so look at n first. At the end the error is EOF.
	//
	//	buf := make([]byte, 4096)
	//	for {
	//		n, err := r.Read(buf)
	//		use(buf[:n])
	//		if err == io.EOF {
	//			break
	//		}
	//		if err != nil {
	//			return err
	//		}
	//	}
	//
	// Read must not keep p.
	Reader interface {
		Read(p []byte) (n int, err error)
	}
	// Writer is what can be written to. Write takes all of p, or returns how much it took and why
	// not more. It must neither change nor keep p.
	Writer interface {
		Write(p []byte) (n int, err error)
	}
	// Closer is what must be closed after use. What a second Close does depends on the type.
	Closer interface{ Close() error }
	// Seeker can set the place of the next Read or Write: offset counts from what whence says. It
	// returns the new offset from the beginning.
	Seeker interface {
		Seek(offset int64, whence int) (int64, error)
	}
	// ReadWriter can be read from and written to.
	ReadWriter interface {
		Reader
		Writer
	}
	// ReadCloser can be read from and closed.
	ReadCloser interface {
		Reader
		Closer
	}
	// WriteCloser can be written to and closed.
	WriteCloser interface {
		Writer
		Closer
	}
	// ReadWriteCloser can be read from, written to and closed.
	ReadWriteCloser interface {
		Reader
		Writer
		Closer
	}
	// ReadSeeker can be read from at any place.
	ReadSeeker interface {
		Reader
		Seeker
	}
	// ReadSeekCloser can be read from at any place and closed.
	ReadSeekCloser interface {
		Reader
		Seeker
		Closer
	}
	// WriteSeeker can be written to at any place.
	WriteSeeker interface {
		Writer
		Seeker
	}
	// ReadWriteSeeker can be read from and written to at any place.
	ReadWriteSeeker interface {
		Reader
		Writer
		Seeker
	}
	// ReaderFrom can take all that a reader has until EOF, which is not reported. Copy uses it.
	ReaderFrom interface {
		ReadFrom(r Reader) (n int64, err error)
	}
	// WriterTo can write all that it has to a writer. Copy uses it.
	WriterTo interface {
		WriteTo(w Writer) (n int64, err error)
	}
	// ReaderAt can read at an offset without moving the place of Read. ReadAt fills p, or returns
	// an error. Several goroutines may call it at the same time.
	ReaderAt interface {
		ReadAt(p []byte, off int64) (n int, err error)
	}
	// WriterAt can write at an offset without moving the place of Write. Several goroutines may
	// call it for places that don't overlap.
	WriterAt interface {
		WriteAt(p []byte, off int64) (n int, err error)
	}
	// ByteReader can read a single byte.
	ByteReader interface{ ReadByte() (byte, error) }
	// ByteScanner can read a single byte, and put it back once.
	ByteScanner interface {
		ByteReader
		UnreadByte() error
	}
	// ByteWriter can write a single byte.
	ByteWriter interface{ WriteByte(c byte) error }
	// RuneReader can read a single character of UTF-8; size is its number of bytes.
	RuneReader interface {
		ReadRune() (r rune, size int, err error)
	}
	// RuneScanner can read a single character, and put it back once.
	RuneScanner interface {
		RuneReader
		UnreadRune() error
	}
	// StringWriter can write a string without converting it to bytes.
	StringWriter interface {
		WriteString(s string) (n int, err error)
	}
)

// WriteString writes s to w, by w's method WriteString if it has one.
func WriteString(w Writer, s string) (n int, err error) {
	if sw, ok := w.(StringWriter); ok {
		return sw.WriteString(s)
	}
	return w.Write([]byte(s))
}

// ReadAtLeast reads into buf until at least min bytes are there. If the input ends before, the
// error is EOF for nothing at all, else ErrUnexpectedEOF; if buf is shorter than min it is
// ErrShortBuffer.
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) {
	if len(buf) < min {
		return 0, ErrShortBuffer
	}
	for n < min && err == nil {
		var m int
		m, err = r.Read(buf[n:])
		n += m
	}
	if n >= min {
		return n, nil
	}
	if n > 0 && err == EOF {
		err = ErrUnexpectedEOF
	}
	return n, err
}

// ReadFull reads exactly len(buf) bytes. If the input ends before, the error is EOF for nothing at
// all, else ErrUnexpectedEOF.
func ReadFull(r Reader, buf []byte) (n int, err error) { return ReadAtLeast(r, buf, len(buf)) }

// ReadAll reads until the end and returns everything. The end is no error.
func ReadAll(r Reader) ([]byte, error) {
	buf := make([]byte, 0, 512)
	for {
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == EOF {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
	}
}

// CopyN copies n bytes from src to dst. If there are fewer the error is EOF.
func CopyN(dst Writer, src Reader, n int64) (written int64, err error) {
	written, err = Copy(dst, LimitReader(src, n))
	if written < n && err == nil {
		err = EOF
	}
	if written == n {
		err = nil
	}
	return written, err
}

// Copy copies from src to dst until the end, and returns the number of bytes. The end is no error.
// It uses src's WriteTo or dst's ReadFrom if there is one, else a buffer of 32 KB.
func Copy(dst Writer, src Reader) (written int64, err error) { return copyStream(dst, src, nil) }

// CopyBuffer is Copy with a buffer of the caller's, nil for one of its own. It panics if buf is not
// nil and empty.
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if buf != nil && len(buf) == 0 {
		panic("empty buffer in CopyBuffer")
	}
	return copyStream(dst, src, buf)
}

func copyStream(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if w, ok := src.(WriterTo); ok {
		return w.WriteTo(dst)
	}
	if r, ok := dst.(ReaderFrom); ok {
		return r.ReadFrom(src)
	}
	if buf == nil {
		size := 32 * 1024
		if l, ok := src.(*LimitedReader); ok && int64(size) > l.N {
			size = max(1, int(l.N))
		}
		buf = make([]byte, size)
	}
	for {
		n, readErr := src.Read(buf)
		if n > 0 {
			m, writeErr := dst.Write(buf[:n])
			if m < 0 || m > n {
				m = 0
				if writeErr == nil {
					writeErr = errInvalidWrite
				}
			}
			written += int64(m)
			if writeErr != nil {
				return written, writeErr
			}
			if m != n {
				return written, ErrShortWrite
			}
		}
		if readErr == EOF {
			return written, nil
		}
		if readErr != nil {
			return written, readErr
		}
	}
}

// LimitedReader reads at most N bytes from R, then it ends with EOF.
type LimitedReader struct {
	R Reader // where it reads from
	N int64  // how many bytes are left
}

// LimitReader returns a Reader that gives the first n bytes of r, then EOF.
func LimitReader(r Reader, n int64) Reader { return &LimitedReader{r, n} }

// Read reads from R and lowers N.
func (l *LimitedReader) Read(p []byte) (n int, err error) {
	if l.N <= 0 {
		return 0, EOF
	}
	if int64(len(p)) > l.N {
		p = p[:l.N]
	}
	n, err = l.R.Read(p)
	l.N -= int64(n)
	return n, err
}

type teeReader struct {
	r Reader
	w Writer
}

// TeeReader returns a Reader that gives what r gives, and writes it to w too, before Read returns.
// An error of w is an error of Read.
func TeeReader(r Reader, w Writer) Reader { return &teeReader{r, w} }

func (t *teeReader) Read(p []byte) (n int, err error) {
	n, err = t.r.Read(p)
	if n > 0 {
		if m, err := t.w.Write(p[:n]); err != nil {
			return m, err
		}
	}
	return n, err
}

type discard struct{}

// Discard takes everything and does nothing with it.
var Discard Writer = discard{}

func (discard) Write(p []byte) (int, error)       { return len(p), nil }
func (discard) WriteString(s string) (int, error) { return len(s), nil }

func (discard) ReadFrom(r Reader) (n int64, err error) {
	buf := make([]byte, 8192)
	for {
		m, err := r.Read(buf)
		n += int64(m)
		if err == EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

type nopCloser struct{ Reader }

type nopCloserWriterTo struct{ Reader }

func (nopCloser) Close() error         { return nil }
func (nopCloserWriterTo) Close() error { return nil }

func (c nopCloserWriterTo) WriteTo(w Writer) (n int64, err error) {
	return c.Reader.(WriterTo).WriteTo(w)
}

// NopCloser adds a Close that does nothing to r.
func NopCloser(r Reader) ReadCloser {
	if _, ok := r.(WriterTo); ok {
		return nopCloserWriterTo{r}
	}
	return nopCloser{r}
}
