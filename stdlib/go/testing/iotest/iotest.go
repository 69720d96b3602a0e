// Package iotest has readers and writers that behave badly, and a test of readers.
package iotest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
)

// ErrTimeout is the error of TimeoutReader.
var ErrTimeout = errors.New("timeout")

type oneByteReader struct{ r io.Reader }

// OneByteReader returns a reader that gives one byte for each Read.
func OneByteReader(r io.Reader) io.Reader { return &oneByteReader{r} }

func (r *oneByteReader) Read(p []byte) (int, error) { return r.r.Read(p[:min(len(p), 1)]) }

type halfReader struct{ r io.Reader }

// HalfReader returns a reader that gives half of what is asked for.
func HalfReader(r io.Reader) io.Reader { return &halfReader{r} }

func (r *halfReader) Read(p []byte) (int, error) { return r.r.Read(p[:(len(p)+1)/2]) }

type dataErrReader struct {
	r      io.Reader
	unread []byte
	data   []byte
}

// DataErrReader returns a reader that gives the error together with the last bytes, rather than
// after them.
func DataErrReader(r io.Reader) io.Reader { return &dataErrReader{r, nil, make([]byte, 1024)} }

func (r *dataErrReader) Read(p []byte) (n int, err error) {
	// One read is done ahead, to know whether it is the last.
	for {
		if len(r.unread) == 0 {
			n1, err1 := r.r.Read(r.data)
			r.unread = r.data[:n1]
			err = err1
		}
		if n > 0 || err != nil {
			return
		}
		n = copy(p, r.unread)
		r.unread = r.unread[n:]
	}
}

type timeoutReader struct {
	r     io.Reader
	count int
}

// TimeoutReader returns a reader whose second Read fails with ErrTimeout; the others succeed.
func TimeoutReader(r io.Reader) io.Reader { return &timeoutReader{r, 0} }

func (r *timeoutReader) Read(p []byte) (int, error) {
	r.count++
	if r.count == 2 {
		return 0, ErrTimeout
	}
	return r.r.Read(p)
}

type errReader struct{ err error }

// ErrReader returns a reader that always fails with err, io.EOF for nil.
func ErrReader(err error) io.Reader { return &errReader{err} }

func (r *errReader) Read(p []byte) (int, error) { return 0, r.err }

type truncateWriter struct {
	w io.Writer
	n int64
}

// TruncateWriter returns a writer that writes n bytes to w and drops the rest silently.
func TruncateWriter(w io.Writer, n int64) io.Writer { return &truncateWriter{w, n} }

func (t *truncateWriter) Write(p []byte) (n int, err error) {
	if t.n <= 0 {
		return len(p), nil
	}
	n = int(min(int64(len(p)), t.n))
	n, err = t.w.Write(p[:n])
	t.n -= int64(n)
	if err == nil {
		n = len(p)
	}
	return
}

type readLogger struct {
	prefix string
	r      io.Reader
}

// NewReadLogger returns a reader that logs what is read from r.
func NewReadLogger(prefix string, r io.Reader) io.Reader { return &readLogger{prefix, r} }

func (l *readLogger) Read(p []byte) (n int, err error) {
	n, err = l.r.Read(p)
	if err != nil {
		log.Printf("%s %x: %v", l.prefix, p[:n], err)
	} else {
		log.Printf("%s %x", l.prefix, p[:n])
	}
	return
}

type writeLogger struct {
	prefix string
	w      io.Writer
}

// NewWriteLogger returns a writer that logs what is written to w.
func NewWriteLogger(prefix string, w io.Writer) io.Writer { return &writeLogger{prefix, w} }

func (l *writeLogger) Write(p []byte) (n int, err error) {
	n, err = l.w.Write(p)
	if err != nil {
		log.Printf("%s %x: %v", l.prefix, p[:n], err)
	} else {
		log.Printf("%s %x", l.prefix, p[:n])
	}
	return
}

// TestReader tests that r gives content, in whatever way it is read, and that its other methods
// agree.
func TestReader(r io.Reader, content []byte) error {
	if len(content) > 0 {
		n, err := r.Read(nil)
		if n != 0 || err != nil {
			return fmt.Errorf("Read(0) = %d, %v, want 0, nil", n, err)
		}
	}
	data, err := io.ReadAll(OneByteReader(r))
	if err != nil {
		return err
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAll(small amounts) = %q\n\twant %q", data, content)
	}
	n, err := r.Read(make([]byte, 10))
	if n != 0 || err != io.EOF {
		return fmt.Errorf("Read(10) at EOF = %v, %v, want 0, EOF", n, err)
	}
	if s, ok := r.(io.Seeker); ok {
		if off, err := s.Seek(0, io.SeekCurrent); off != int64(len(content)) || err != nil {
			return fmt.Errorf("Seek(0, 1) from EOF = %d, %v, want %d, nil", off, err, len(content))
		}
		if off, err := s.Seek(0, io.SeekStart); off != 0 || err != nil {
			return fmt.Errorf("Seek(0, 0) = %d, %v, want 0, nil", off, err)
		}
		data, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(data, content) {
			return fmt.Errorf("ReadAll after Seek = %q, %v\n\twant %q", data, err, content)
		}
	}
	if ra, ok := r.(io.ReaderAt); ok {
		data := make([]byte, len(content), len(content)+1)
		n, err := ra.ReadAt(data, 0)
		if err != nil && err != io.EOF || n != len(data) || !bytes.Equal(data, content) {
			return fmt.Errorf("ReadAt(%d, 0) = %v, %v, %q\n\twant %q", len(data), n, err, data, content)
		}
	}
	return nil
}
