// Package stdio lets fmt and log reach the standard streams without importing os.
package stdio

import "io"

// Set by package os when it is part of the program: its current os.Stdout, os.Stderr and os.Stdin.
var (
	Stdout func() io.Writer
	Stderr func() io.Writer
	Stdin  func() io.Reader
)

// Write writes b to descriptor fd; the errno is 0 if all went well.
func Write(fd int, b []byte) (n int, errno int)

// Read reads into b from descriptor fd.
func Read(fd int, b []byte) (n int, errno int)

// ErrnoText is the system's message for an error number.
func ErrnoText(errno int) string

// Errno is the error of a failed system call while package os is not there.
type Errno int

func (e Errno) Error() string { return ErrnoText(int(e)) }

type file int

func (f file) Write(b []byte) (int, error) {
	n, errno := Write(int(f), b)
	if errno != 0 {
		return n, Errno(errno)
	}
	return n, nil
}

func (f file) Read(b []byte) (int, error) {
	n, errno := Read(int(f), b)
	if errno != 0 {
		return n, Errno(errno)
	}
	if n == 0 && len(b) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Out is where fmt.Print writes.
func Out() io.Writer {
	if Stdout != nil {
		return Stdout()
	}
	return file(1)
}

// Err is standard error.
func Err() io.Writer {
	if Stderr != nil {
		return Stderr()
	}
	return file(2)
}

// In is where fmt.Scan reads.
func In() io.Reader {
	if Stdin != nil {
		return Stdin()
	}
	return file(0)
}
