// Package fs defines interfaces of file systems.
package fs

import (
	"errors"
	"time"
	"unicode/utf8"
)

// FS is a tree of files.
type FS interface {
	Open(name string) (File, error)
}

// File is an open file.
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// DirEntry is an entry of a directory.
type DirEntry interface {
	Name() string
	IsDir() bool
	Type() FileMode
	Info() (FileInfo, error)
}

// ReadDirFile is a directory.
type ReadDirFile interface {
	File
	ReadDir(n int) ([]DirEntry, error)
}

// FileInfo describes a file.
type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	ModTime() time.Time
	IsDir() bool
	Sys() any
}

var (
	ErrInvalid    = errors.New("invalid argument")
	ErrPermission = errors.New("permission denied")
	ErrExist      = errors.New("file already exists")
	ErrNotExist   = errors.New("file does not exist")
	ErrClosed     = errors.New("file already closed")
)

// PathError is an error of an operation on a file.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

func (e *PathError) Unwrap() error { return e.Err }

// Timeout reports whether the error is a time-out.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// ValidPath reports whether name is a clean path without a leading slash or dots.
func ValidPath(name string) bool {
	if !utf8.ValidString(name) {
		return false
	}
	if name == "." {
		return true
	}
	for {
		i := 0
		for i < len(name) && name[i] != '/' {
			i++
		}
		if elem := name[:i]; elem == "" || elem == "." || elem == ".." {
			return false
		}
		if i == len(name) {
			return true
		}
		name = name[i+1:]
	}
}

// FileMode holds the kind and the permissions of a file.
type FileMode uint32

const (
	ModeDir FileMode = 1 << (31 - iota)
	ModeAppend
	ModeExclusive
	ModeTemporary
	ModeSymlink
	ModeDevice
	ModeNamedPipe
	ModeSocket
	ModeSetuid
	ModeSetgid
	ModeCharDevice
	ModeSticky
	ModeIrregular

	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular

	ModePerm FileMode = 0o777
)

func (m FileMode) String() string {
	const kinds, permissions = "dalTLDpSugct?", "rwxrwxrwx"
	var b []byte
	for i := range len(kinds) {
		if m&(1<<(31-i)) != 0 {
			b = append(b, kinds[i])
		}
	}
	if len(b) == 0 {
		b = append(b, '-')
	}
	for i := range len(permissions) {
		if m&(1<<(8-i)) != 0 {
			b = append(b, permissions[i])
		} else {
			b = append(b, '-')
		}
	}
	return string(b)
}

// IsDir reports whether m is a directory's.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular reports whether m is a regular file's.
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm returns the permissions.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type returns the kind.
func (m FileMode) Type() FileMode { return m & ModeType }

type infoEntry struct{ FileInfo }

func (e infoEntry) Info() (FileInfo, error) { return e.FileInfo, nil }
func (e infoEntry) Type() FileMode          { return e.Mode().Type() }
func (e infoEntry) String() string          { return FormatDirEntry(e) }

// FileInfoToDirEntry makes a DirEntry of info, nil of nil.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return infoEntry{info}
}

// FormatDirEntry returns a text like "d subdir/" or "- hello.go".
func FormatDirEntry(dir DirEntry) string {
	mode := dir.Type().String()
	text := mode[:len(mode)-9] + " " + dir.Name()
	if dir.IsDir() {
		text += "/"
	}
	return text
}

// FormatFileInfo returns a text like "-rw-r--r-- 100 1970-01-01 12:00:00 hello.go".
func FormatFileInfo(info FileInfo) string {
	size := info.Size()
	digits := make([]byte, 0, 20)
	u := uint64(size)
	if size < 0 {
		u = -u
	}
	for first := true; first || u > 0; first = false {
		digits = append(digits, byte('0'+u%10))
		u /= 10
	}
	if size < 0 {
		digits = append(digits, '-')
	}
	for i, j := 0, len(digits)-1; i < j; i, j = i+1, j-1 {
		digits[i], digits[j] = digits[j], digits[i]
	}
	text := info.Mode().String() + " " + string(digits) + " " + info.ModTime().Format(time.DateTime) + " " + info.Name()
	if info.IsDir() {
		text += "/"
	}
	return text
}
