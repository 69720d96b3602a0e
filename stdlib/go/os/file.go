// Package os has what the operating system offers: files and directories, arguments, the
// environment, the process.
//
//	data, err := os.ReadFile("notes.txt")
//	if errors.Is(err, os.ErrNotExist) {
//		err = os.WriteFile("notes.txt", []byte("first note\n"), 0o644)
//	}
//	if err != nil {
//		fmt.Fprintln(os.Stderr, err) // open notes.txt: permission denied
//		os.Exit(1)
//	}
//
// Errors of functions with a file name are mostly of type *PathError.
package os

import (
	"errors"
	"internal/stdio"
	"io"
	"io/fs"
	"syscall"
	"time"
)

// O_RDONLY and the others tell OpenFile how to open a file: one of the first three, and any of the
// rest, combined by |.
const (
	O_RDONLY int = 0        // only reading
	O_WRONLY int = 1        // only writing
	O_RDWR   int = 2        // reading and writing
	O_APPEND int = 0x400    // every Write goes to the end
	O_CREATE int = 0x40     // makes the file if it is not there
	O_EXCL   int = 0x80     // with O_CREATE: fails if the file is there
	O_SYNC   int = 0x101000 // a Write returns when the data is on the disk
	O_TRUNC  int = 0x200    // empties the file

	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2

	PathSeparator     = '/'         // between the parts of a path
	PathListSeparator = ':'         // between the paths of a list such as PATH
	DevNull           = "/dev/null" // takes everything and gives nothing
)

// DirEntry, FileInfo, FileMode and PathError are those of package io/fs.
type (
	// DirEntry is an entry of a directory, fs.DirEntry.
	DirEntry = fs.DirEntry
	// FileInfo is what Stat tells about a file, fs.FileInfo.
	FileInfo = fs.FileInfo
	// FileMode is a file's kind and permissions, fs.FileMode.
	FileMode = fs.FileMode
	// PathError is the error of an operation on a file: operation, path and reason. It is
	// fs.PathError.
	PathError = fs.PathError
)

// ModeDir and the others are the bits of a FileMode, as in package io/fs.
const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

// ErrInvalid and the others are kinds of errors. Test for them by errors.Is, since they come
// wrapped.
var (
	ErrInvalid          = fs.ErrInvalid                                     // an argument is no good
	ErrPermission       = fs.ErrPermission                                  // not allowed
	ErrExist            = fs.ErrExist                                       // the file is there already
	ErrNotExist         = fs.ErrNotExist                                    // there is no such file
	ErrClosed           = fs.ErrClosed                                      // the file is closed
	ErrNoDeadline       = errors.New("file type does not support deadline") // the file has no deadlines
	ErrDeadlineExceeded = errors.New("i/o timeout")                         // the deadline has passed
	ErrProcessDone      = errors.New("os: process already finished")        // the process has ended already
)

// SyscallError is the error of a call of the system, with the call's name.
type SyscallError struct {
	Syscall string // the call's name
	Err     error
}

// Error returns the call and the reason.
func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }

// Unwrap returns e.Err.
func (e *SyscallError) Unwrap() error { return e.Err }

// NewSyscallError returns err as a SyscallError, nil for nil.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// LinkError is the error of an operation on two paths, such as Rename.
type LinkError struct {
	Op  string // the operation
	Old string // the paths
	New string
	Err error // the reason
}

// Error returns all of it in one line.
func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }

// Unwrap returns e.Err.
func (e *LinkError) Unwrap() error { return e.Err }

func underlying(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *LinkError:
		return e.Err
	case *SyscallError:
		return e.Err
	}
	return err
}

func isKind(err, target error) bool {
	err = underlying(err)
	if err == target {
		return true
	}
	e, ok := err.(syscall.Errno)
	return ok && e.Is(target)
}

// IsExist reports whether err says that a file is there already. It is older than errors.Is(err,
// ErrExist) and does not see all wrapped errors.
func IsExist(err error) bool { return isKind(err, ErrExist) }

// IsNotExist reports whether err says that there is no such file. It is older than errors.Is(err,
// ErrNotExist) and does not see all wrapped errors.
func IsNotExist(err error) bool { return isKind(err, ErrNotExist) }

// IsPermission reports whether err says that something is not allowed. It is older than
// errors.Is(err, ErrPermission) and does not see all wrapped errors.
func IsPermission(err error) bool { return isKind(err, ErrPermission) }

// IsTimeout reports whether err says that a wait took too long. It is older than errors.Is(err,
// ErrDeadlineExceeded) and does not see all wrapped errors.
func IsTimeout(err error) bool {
	t, ok := underlying(err).(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// failure makes a PathError of an errno, nil of 0.
func failure(op, path string, errno int) error {
	if errno == 0 {
		return nil
	}
	return &PathError{Op: op, Path: path, Err: syscall.Errno(errno)}
}

// File is an open file. Goroutines may share it. Close it when it is no longer needed.
type File struct {
	fd     int
	name   string
	closed bool
	append bool
	dir    []DirEntry // what ReadDir has not returned yet
	listed bool
}

// Stdin, Stdout and Stderr are the process's input, output and error output. They are not buffered.
var (
	Stdin  = NewFile(0, "/dev/stdin")
	Stdout = NewFile(1, "/dev/stdout")
	Stderr = NewFile(2, "/dev/stderr")
)

func init() {
	stdio.Stdout = func() io.Writer { return Stdout }
	stdio.Stderr = func() io.Writer { return Stderr }
	stdio.Stdin = func() io.Reader { return Stdin }
}

func sysOpen(path string, flag int, perm uint32) (fd, errno int)
func sysClose(fd int) (errno int)
func sysSeek(fd int, offset int64, whence int) (pos int64, errno int)
func sysReadAt(fd int, b []byte, off int64) (n, errno int)
func sysWriteAt(fd int, b []byte, off int64) (n, errno int)
func sysTruncate(path string, fd int, size int64) (errno int)
func sysSync(fd int) (errno int)
func sysPipe() (r, w, errno int)

// NewFile makes a File of a descriptor that is open already; the name is for messages only.
func NewFile(fd uintptr, name string) *File { return &File{fd: int(fd), name: name} }

// Open opens a file or directory for reading.
//
//	f, err := os.Open("data.csv")
//	if err != nil {
//		return err
//	}
//	defer f.Close()
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create opens a file for reading and writing and empties it; if it is not there, it is made with
// the permissions 0o666 less the umask.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file as flag says; perm, less the umask, is for the case that it is made.
//
//	f, err := os.OpenFile("app.log", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, errno := sysOpen(name, flag, uint32(perm.Perm()))
	if errno != 0 {
		return nil, failure("open", name, errno)
	}
	return &File{fd: fd, name: name, append: flag&O_APPEND != 0}, nil
}

// Pipe makes a pipe of the system and returns the end to read from and the end to write to.
func Pipe() (r *File, w *File, err error) {
	a, b, errno := sysPipe()
	if errno != 0 {
		return nil, nil, NewSyscallError("pipe2", syscall.Errno(errno))
	}
	return NewFile(uintptr(a), "|0"), NewFile(uintptr(b), "|1"), nil
}

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

// Name returns the name that the file was opened by.
func (f *File) Name() string { return f.name }

// Fd returns the file's descriptor, which is of no use after Close.
func (f *File) Fd() uintptr { return uintptr(f.fd) }

// Close closes the file. A second Close fails with ErrClosed.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	return failure("close", f.name, sysClose(f.fd))
}

// Read reads up to len(b) bytes; at the end of the file it returns 0 and io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	n, errno := stdio.Read(f.fd, b)
	if errno != 0 {
		return n, failure("read", f.name, errno)
	}
	if n == 0 && len(b) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

// ReadAt reads len(b) bytes from the offset off, without moving the place of Read. If there are
// fewer the error is io.EOF.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	for len(b) > 0 {
		m, errno := sysReadAt(f.fd, b, off)
		if errno != 0 {
			return n, failure("read", f.name, errno)
		}
		if m == 0 {
			return n, io.EOF
		}
		n, b, off = n+m, b[m:], off+int64(m)
	}
	return n, nil
}

// ReadFrom writes all that r gives to the file.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	return io.Copy(onlyWriter{f}, r)
}

type onlyWriter struct{ io.Writer }

// Write writes b to the file.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	n, errno := stdio.Write(f.fd, b)
	return n, failure("write", f.name, errno)
}

// WriteString writes s to the file.
func (f *File) WriteString(s string) (n int, err error) { return f.Write([]byte(s)) }

// WriteAt writes b at the offset off, without moving the place of Write. It fails if the file was
// opened with O_APPEND.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.append {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	n, errno := sysWriteAt(f.fd, b, off)
	return n, failure("write", f.name, errno)
}

// Seek sets the place of the next Read or Write: offset counts from what whence says (io.SeekStart,
// io.SeekCurrent, io.SeekEnd). It returns the new offset from the beginning.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	ret, errno := sysSeek(f.fd, offset, whence)
	if errno == 0 {
		f.listed, f.dir = false, nil
	}
	return ret, failure("seek", f.name, errno)
}

// Truncate cuts the file to size bytes, or fills it with zeros up to there.
func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	return failure("truncate", f.name, sysTruncate("", f.fd, size))
}

// Sync waits until what was written is on the disk.
func (f *File) Sync() error {
	if err := f.check("sync"); err != nil {
		return err
	}
	return failure("sync", f.name, sysSync(f.fd))
}

// SetDeadline would limit the time of reads and writes; here it always returns ErrNoDeadline.
func (f *File) SetDeadline(t time.Time) error { return ErrNoDeadline }

// SetReadDeadline would limit the time of reads; here it always returns ErrNoDeadline.
func (f *File) SetReadDeadline(t time.Time) error { return ErrNoDeadline }

// SetWriteDeadline would limit the time of writes; here it always returns ErrNoDeadline.
func (f *File) SetWriteDeadline(t time.Time) error { return ErrNoDeadline }

// Stat tells about the file: size, mode, time of the last change.
func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	var w [6]int64
	if errno := sysStat("", f.fd, true, &w); errno != 0 {
		return nil, failure("stat", f.name, errno)
	}
	return newInfo(f.name, &w), nil
}

// Chmod changes the file's permissions.
func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	return failure("chmod", f.name, sysChmod("", f.fd, unixMode(mode)))
}

// Chdir makes the file, a directory, the working directory.
func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	return failure("chdir", f.name, sysChdir("/proc/self/fd/"+itoa(f.fd)))
}

// ReadDir returns the next n entries of the directory, in no order, and io.EOF after the last; for
// n <= 0 all that are left.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	if !f.listed {
		list, err := readDir("readdirent", "/proc/self/fd/"+itoa(f.fd), f.name)
		if err != nil {
			return nil, err
		}
		f.dir, f.listed = list, true
	}
	if n <= 0 {
		n = len(f.dir)
	} else if len(f.dir) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.dir))
	out := f.dir[:n:n]
	f.dir = f.dir[n:]
	return out, nil
}

// Readdir is ReadDir with a FileInfo for each entry, which takes longer.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	list, err := f.ReadDir(n)
	var out []FileInfo
	for _, e := range list {
		if info, err := e.Info(); err == nil {
			out = append(out, info)
		}
	}
	return out, err
}

// Readdirnames is ReadDir with the names alone.
func (f *File) Readdirnames(n int) (names []string, err error) {
	list, err := f.ReadDir(n)
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names, err
}

// ReadFile returns all that is in the file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// WriteFile writes data to the file, which it empties before, or makes with the permissions perm
// less the umask.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err1 := f.Close(); err1 != nil && err == nil {
		err = err1
	}
	return err
}
