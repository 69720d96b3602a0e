package os

import (
	"errors"
	"io/fs"
	"syscall"
	"time"
)

// sysStat fills w with mode, size, seconds and nanoseconds of the last change, device and inode; of fd if path is "".
func sysStat(path string, fd int, follow bool, w *[6]int64) (errno int)
func sysList(path string) (names []string, modes []uint32, errno int)
func sysMkdir(path string, perm uint32) (errno int)
func sysUnlink(path string) (errno int)
func sysRmdir(path string) (errno int)
func sysRemoveAll(path string) (failed string, errno int)
func sysRename(from, to string) (errno int)
func sysLink(from, to string, symbolic bool) (errno int)
func sysReadlink(path string) (target string, errno int)
func sysChmod(path string, fd int, mode uint32) (errno int)
func sysChown(path string, uid, gid int, follow bool) (errno int)
func sysChtimes(path string, atime, mtime int64) (errno int)
func sysChdir(path string) (errno int)
func sysGetwd() (dir string, errno int)

type info struct {
	name     string
	size     int64
	mode     FileMode
	modified time.Time
	dev, ino int64
}

func (i *info) Name() string       { return i.name }
func (i *info) Size() int64        { return i.size }
func (i *info) Mode() FileMode     { return i.mode }
func (i *info) ModTime() time.Time { return i.modified }
func (i *info) IsDir() bool        { return i.mode.IsDir() }
func (i *info) Sys() any           { return nil }

func baseName(path string) string {
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	for i := len(path) - 2; i >= 0; i-- {
		if path[i] == '/' {
			return path[i+1:]
		}
	}
	return path
}

func newInfo(path string, w *[6]int64) *info {
	return &info{baseName(path), w[1], goMode(uint32(w[0])), time.Unix(w[2], w[3]), w[4], w[5]}
}

// goMode translates the system's mode.
func goMode(m uint32) FileMode {
	mode := FileMode(m & 0777)
	switch m & 0170000 {
	case 0040000:
		mode |= ModeDir
	case 0120000:
		mode |= ModeSymlink
	case 0010000:
		mode |= ModeNamedPipe
	case 0140000:
		mode |= ModeSocket
	case 0060000:
		mode |= ModeDevice
	case 0020000:
		mode |= ModeDevice | ModeCharDevice
	}
	if m&04000 != 0 {
		mode |= ModeSetuid
	}
	if m&02000 != 0 {
		mode |= ModeSetgid
	}
	if m&01000 != 0 {
		mode |= ModeSticky
	}
	return mode
}

func unixMode(mode FileMode) uint32 {
	m := uint32(mode.Perm())
	if mode&ModeSetuid != 0 {
		m |= 04000
	}
	if mode&ModeSetgid != 0 {
		m |= 02000
	}
	if mode&ModeSticky != 0 {
		m |= 01000
	}
	return m
}

func stat(op, name string, follow bool) (FileInfo, error) {
	var w [6]int64
	if errno := sysStat(name, -1, follow, &w); errno != 0 {
		return nil, failure(op, name, errno)
	}
	return newInfo(name, &w), nil
}

// Stat tells about a file: size, mode, time of the last change. Of a symbolic link it tells about
// what that leads to.
func Stat(name string) (FileInfo, error) { return stat("stat", name, true) }

// Lstat is Stat that tells about a symbolic link itself.
func Lstat(name string) (FileInfo, error) { return stat("lstat", name, false) }

// SameFile reports whether both results of Stat are of the same file.
func SameFile(fi1, fi2 FileInfo) bool {
	x, ok1 := fi1.(*info)
	y, ok2 := fi2.(*info)
	return ok1 && ok2 && x.dev == y.dev && x.ino == y.ino
}

type entry struct {
	dir  string
	name string
	mode FileMode
}

func (e *entry) Name() string            { return e.name }
func (e *entry) IsDir() bool             { return e.mode.IsDir() }
func (e *entry) Type() FileMode          { return e.mode.Type() }
func (e *entry) Info() (FileInfo, error) { return Lstat(e.dir + "/" + e.name) }
func (e *entry) String() string          { return fs.FormatDirEntry(e) }

func readDir(op, path, shown string) ([]DirEntry, error) {
	names, modes, errno := sysList(path)
	if errno != 0 {
		return nil, failure(op, shown, errno)
	}
	list := make([]DirEntry, len(names))
	for i, n := range names {
		list[i] = &entry{shown, n, goMode(modes[i])}
	}
	return list, nil
}

// ReadDir returns the entries of a directory, sorted by name. After an error it returns those it
// could read.
//
//	entries, err := os.ReadDir(".")
//	for _, e := range entries {
//		fmt.Println(e.Name(), e.IsDir())
//	}
func ReadDir(name string) ([]DirEntry, error) { return readDir("open", name, name) }

// Mkdir makes a directory with the permissions perm less the umask. It fails if the parent is
// missing or the directory is there.
func Mkdir(name string, perm FileMode) error {
	return failure("mkdir", name, sysMkdir(name, unixMode(perm)))
}

// MkdirAll makes a directory and its parents, as far as they are missing.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := MkdirAll(path[:end-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, err1 := Lstat(path); err1 == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Remove deletes a file or an empty directory.
func Remove(name string) error {
	errno := sysUnlink(name)
	if errno == 0 {
		return nil
	}
	errno1 := sysRmdir(name)
	if errno1 == 0 {
		return nil
	}
	if errno1 != int(syscall.ENOTDIR) {
		errno = errno1
	}
	return failure("remove", name, errno)
}

// RemoveAll deletes path and all that is in it. That there is nothing is no error.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if base := baseName(path); base == "." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	failed, errno := sysRemoveAll(path)
	return failure("unlinkat", failed, errno)
}

func linkFailure(op, from, to string, errno int) error {
	if errno == 0 {
		return nil
	}
	return &LinkError{op, from, to, syscall.Errno(errno)}
}

// Rename moves oldpath to newpath. A file that is there is replaced.
func Rename(oldpath, newpath string) error {
	return linkFailure("rename", oldpath, newpath, sysRename(oldpath, newpath))
}

// Link makes newname another name of the file oldname.
func Link(oldname, newname string) error {
	return linkFailure("link", oldname, newname, sysLink(oldname, newname, false))
}

// Symlink makes newname a symbolic link to oldname, which need not exist.
func Symlink(oldname, newname string) error {
	return linkFailure("symlink", oldname, newname, sysLink(oldname, newname, true))
}

// Readlink returns where a symbolic link leads to, as it is written in the link.
func Readlink(name string) (string, error) {
	target, errno := sysReadlink(name)
	return target, failure("readlink", name, errno)
}

// Truncate cuts a file to size bytes, or fills it with zeros up to there.
func Truncate(name string, size int64) error {
	return failure("truncate", name, sysTruncate(name, -1, size))
}

// Chmod changes a file's permissions; of a symbolic link, those of what it leads to.
func Chmod(name string, mode FileMode) error {
	return failure("chmod", name, sysChmod(name, -1, unixMode(mode)))
}

// Chown changes a file's owner and group by number; -1 leaves one as it is. Of a symbolic link,
// those of what it leads to.
func Chown(name string, uid, gid int) error {
	return failure("chown", name, sysChown(name, uid, gid, true))
}

// Lchown is Chown that changes a symbolic link itself.
func Lchown(name string, uid, gid int) error {
	return failure("lchown", name, sysChown(name, uid, gid, false))
}

// Chtimes sets the times of the last access and the last change; a zero time leaves one as it is.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	return failure("chtimes", name, sysChtimes(name, atime.UnixNano(), mtime.UnixNano()))
}

// Chdir sets the working directory, of all goroutines.
func Chdir(dir string) error { return failure("chdir", dir, sysChdir(dir)) }

// Getwd returns the path of the working directory.
func Getwd() (dir string, err error) {
	dir, errno := sysGetwd()
	if errno != 0 {
		return "", NewSyscallError("getwd", syscall.Errno(errno))
	}
	return dir, nil
}

// TempDir returns the directory for temporary files: $TMPDIR, else /tmp.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

func randomName() string

// tempPath puts a random part into pattern, in place of its last '*' or at its end.
func tempPath(op, dir, pattern string) (prefix, suffix string, err error) {
	if dir == "" {
		dir = TempDir()
	}
	prefix = pattern
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '/' {
			return "", "", &PathError{Op: op, Path: pattern, Err: errors.New("pattern contains path separator")}
		}
		if pattern[i] == '*' && suffix == "" && len(prefix) == len(pattern) {
			prefix, suffix = pattern[:i], pattern[i+1:]
		}
	}
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	return dir + prefix, suffix, nil
}

// CreateTemp makes a new file in dir, in TempDir() if dir is empty, and opens it for reading and
// writing. Its name is pattern with a random number for the last *, or at the end. Removing it is
// the caller's task.
//
//	f, err := os.CreateTemp("", "result-*.txt")
//	defer os.Remove(f.Name())
func CreateTemp(dir, pattern string) (*File, error) {
	prefix, suffix, err := tempPath("createtemp", dir, pattern)
	if err != nil {
		return nil, err
	}
	for try := 0; ; try++ {
		f, err := OpenFile(prefix+randomName()+suffix, O_RDWR|O_CREATE|O_EXCL, 0600)
		if IsExist(err) && try < 10000 {
			continue
		}
		return f, err
	}
}

// MkdirTemp makes a new directory as CreateTemp makes a file, and returns its path.
func MkdirTemp(dir, pattern string) (string, error) {
	prefix, suffix, err := tempPath("mkdirtemp", dir, pattern)
	if err != nil {
		return "", err
	}
	for try := 0; ; try++ {
		name := prefix + randomName() + suffix
		err := Mkdir(name, 0700)
		if err == nil {
			return name, nil
		}
		if !IsExist(err) || try >= 10000 {
			return "", err
		}
	}
}

// DirFS returns the files below dir as an fs.FS.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

func (d dirFS) path(op, name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return string(d) + "/" + name, nil
}

// short names the path as the caller did.
func short(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (d dirFS) Open(name string) (fs.File, error) {
	full, err := d.path("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		return nil, short(err, name)
	}
	return f, nil
}

func (d dirFS) ReadFile(name string) ([]byte, error) {
	full, err := d.path("readfile", name)
	if err != nil {
		return nil, err
	}
	b, err := ReadFile(full)
	return b, short(err, name)
}

func (d dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := d.path("readdir", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(full)
	return list, short(err, name)
}

func (d dirFS) Stat(name string) (FileInfo, error) {
	full, err := d.path("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(full)
	return info, short(err, name)
}
