// Package fs has the interfaces of trees of files, which may be directories, archives or maps in
// memory, and functions that work on all of them. Paths have slashes, and no . or .. and no slash
// at the beginning; the root is ".".
//
//	fs.WalkDir(os.DirFS("."), ".", func(path string, d fs.DirEntry, err error) error {
//		if err == nil && !d.IsDir() {
//			fmt.Println(path)
//		}
//		return err
//	})
package fs

import (
	"errors"
	"time"
	"unicode/utf8"
)

// FS is a tree of files that can be read.
type FS interface {
	Open(name string) (File, error) // opens a file or directory; errors should be of type *PathError
}

// File is an open file. A directory should also be a ReadDirFile.
type File interface {
	Stat() (FileInfo, error)  // tells about the file
	Read([]byte) (int, error) // reads; fails for directories
	Close() error             // closes the file
}

// DirEntry is an entry of a directory.
type DirEntry interface {
	Name() string            // without the directory
	IsDir() bool             // whether it is a directory
	Type() FileMode          // its kind, without permissions
	Info() (FileInfo, error) // tells more; an error if the file has vanished
}

// ReadDirFile is a directory whose entries can be read.
type ReadDirFile interface {
	File
	ReadDir(n int) ([]DirEntry, error) // the next n entries, io.EOF after the last; for n <= 0 all that are left
}

// FileInfo is what Stat tells about a file.
type FileInfo interface {
	Name() string       // without the directory
	Size() int64        // in bytes, for regular files
	Mode() FileMode     // kind and permissions
	ModTime() time.Time // when it was changed last
	IsDir() bool        // whether it is a directory
	Sys() any           // what the system tells; may be nil
}

// ErrInvalid and the others are kinds of errors. Test for them by errors.Is, since they come
// wrapped.
var (
	ErrInvalid    = errors.New("invalid argument")    // an argument is no good
	ErrPermission = errors.New("permission denied")   // not allowed
	ErrExist      = errors.New("file already exists") // the file is there already
	ErrNotExist   = errors.New("file does not exist") // there is no such file
	ErrClosed     = errors.New("file already closed") // the file is closed
)

// PathError is the error of an operation on a file.
type PathError struct {
	Op   string // the operation, such as "open"
	Path string
	Err  error // the reason
}

// Error returns all of it in one line.
func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

// Unwrap returns e.Err.
func (e *PathError) Unwrap() error { return e.Err }

// Timeout reports whether the reason is that of a wait that took too long.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// ValidPath reports whether name may be given to FS.Open: slashes between elements that are neither
// empty nor . or .., or "." alone.
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

// FileMode is a file's kind and permissions.
type FileMode uint32

// ModeDir and the others are the bits of a FileMode, with the letters that String writes. The nine
// lowest ones are the permissions rwxrwxrwx.
const (
	ModeDir        FileMode = 1 << (31 - iota) // d: directory
	ModeAppend                                 // a: writes go to the end
	ModeExclusive                              // l: one user at a time
	ModeTemporary                              // T: temporary
	ModeSymlink                                // L: symbolic link
	ModeDevice                                 // D: device
	ModeNamedPipe                              // p: named pipe
	ModeSocket                                 // S: socket
	ModeSetuid                                 // u: runs with its owner's rights
	ModeSetgid                                 // g: runs with its group's rights
	ModeCharDevice                             // c: device of characters, with ModeDevice
	ModeSticky                                 // t: only owners delete
	ModeIrregular                              // ?: something else

	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular

	ModePerm FileMode = 0o777 // the permissions
)

// String returns text such as "drwxr-xr-x".
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

// IsDir reports whether m is that of a directory.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular reports whether m is that of a regular file.
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm returns the permissions.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type returns the kind, 0 for a regular file.
func (m FileMode) Type() FileMode { return m & ModeType }

type infoEntry struct{ FileInfo }

func (e infoEntry) Info() (FileInfo, error) { return e.FileInfo, nil }
func (e infoEntry) Type() FileMode          { return e.Mode().Type() }
func (e infoEntry) String() string          { return FormatDirEntry(e) }

// FileInfoToDirEntry returns info as a DirEntry, nil for nil.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return infoEntry{info}
}

// FormatDirEntry returns text such as "d subdir/" or "- hello.go".
func FormatDirEntry(dir DirEntry) string {
	mode := dir.Type().String()
	text := mode[:len(mode)-9] + " " + dir.Name()
	if dir.IsDir() {
		text += "/"
	}
	return text
}

// FormatFileInfo returns text such as "-rw-r--r-- 100 1970-01-01 12:00:00 hello.go".
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
