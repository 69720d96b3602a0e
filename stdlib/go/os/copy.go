package os

import (
	"errors"
	"io"
	"io/fs"
	"syscall"
)

// ErrNoHandle is what Process.WithHandle gives where there are no handles.
var ErrNoHandle = errors.New("os: process handle unavailable")

// IsPathSeparator reports whether c is a slash.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// Timeout reports whether the error is that of a wait that took too long.
func (e *SyscallError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// onlyReader hides the other methods.
type onlyReader struct{ io.Reader }

// WriteTo writes the rest of the file to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, onlyReader{f})
}

func sysFchown(fd, uid, gid int) (errno int)

// Chown changes the file's owner and group; -1 leaves one as it is.
func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	return failure("chown", f.name, sysFchown(f.fd, uid, gid))
}

func sysGroups() (groups []int, errno int)

// Getgroups returns the numbers of the groups that the process belongs to.
func Getgroups() ([]int, error) {
	groups, errno := sysGroups()
	if errno != 0 {
		return nil, NewSyscallError("getgroups", syscall.Errno(errno))
	}
	return groups, nil
}

// CopyFS copies all files of fsys into the directory dir, which it makes if it must. A file that is
// there already is an error.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := dir
		if path != "." {
			target += "/" + path
		}
		switch d.Type() {
		case ModeDir:
			return MkdirAll(target, 0777)
		case ModeSymlink:
			link, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(link, target)
		case 0:
			return copyFile(target, fsys, path)
		}
		return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
	})
}

func copyFile(target string, fsys fs.FS, path string) error {
	r, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	info, err := r.Stat()
	if err != nil {
		return err
	}
	w, err := OpenFile(target, O_CREATE|O_EXCL|O_WRONLY, 0666|info.Mode()&0777)
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		w.Close()
		return &PathError{Op: "Copy", Path: target, Err: err}
	}
	return w.Close()
}
