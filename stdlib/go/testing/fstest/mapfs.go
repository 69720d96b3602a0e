// Package fstest has a file system in memory for tests, and tests file systems.
package fstest

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// MapFS is a file system: files by their paths. Directories need not be listed.
//
//	fsys := fstest.MapFS{"a/b.txt": {Data: []byte("hello")}}
type MapFS map[string]*MapFile

// MapFile is a file or directory of a MapFS.
type MapFile struct {
	Data    []byte      // contents, or where a symbolic link leads
	Mode    fs.FileMode // kind and permissions
	ModTime time.Time   // when it was changed last
	Sys     any         // what FileInfo.Sys returns
}

// Open opens a file or directory, by way of symbolic links.
func (fsys MapFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	real, ok := fsys.resolve(name, 0)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	file := fsys[real]
	if file != nil && file.Mode&fs.ModeDir == 0 {
		return &openFile{name, mapInfo{path.Base(name), file}, 0}, nil
	}
	entries, any := fsys.list(real)
	if file == nil {
		if !any && real != "." {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
		file = &MapFile{Mode: fs.ModeDir | 0o555}
	}
	return &openDir{name, mapInfo{path.Base(name), file}, entries, 0}, nil
}

// list is what a directory contains, sorted.
func (fsys MapFS) list(dir string) (entries []mapInfo, any bool) {
	prefix := dir + "/"
	if dir == "." {
		prefix = ""
	}
	seen := map[string]*MapFile{}
	for name, file := range fsys {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok || rest == "" || rest == "." {
			continue
		}
		any = true
		if first, _, deeper := strings.Cut(rest, "/"); deeper {
			if seen[first] == nil {
				seen[first] = &MapFile{Mode: fs.ModeDir | 0o555}
			}
		} else {
			seen[rest] = file
		}
	}
	for name, file := range seen {
		entries = append(entries, mapInfo{name, file})
	}
	slices.SortFunc(entries, func(a, b mapInfo) int { return strings.Compare(a.name, b.name) })
	return entries, any
}

// resolve follows links in all parts of name.
func (fsys MapFS) resolve(name string, depth int) (string, bool) {
	if depth > 40 {
		return "", false
	}
	if file := fsys[name]; file != nil {
		if file.Mode.Type() != fs.ModeSymlink {
			return name, true
		}
		target := string(file.Data)
		if path.IsAbs(target) {
			return "", false
		}
		target = path.Join(path.Dir(name), target)
		if !fs.ValidPath(target) {
			return "", false
		}
		return fsys.resolve(target, depth+1)
	}
	dir := path.Dir(name)
	if dir == "." {
		return name, true
	}
	real, ok := fsys.resolve(dir, depth+1)
	if !ok {
		return "", false
	}
	if full := path.Join(real, path.Base(name)); full != name {
		return fsys.resolve(full, depth+1)
	}
	return name, true
}

// ReadLink returns where a symbolic link leads to.
func (fsys MapFS) ReadLink(name string) (string, error) {
	info, err := fsys.lstat(name)
	if err != nil {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: err}
	}
	if info.file.Mode.Type() != fs.ModeSymlink {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	return string(info.file.Data), nil
}

// Lstat tells about a file, or a symbolic link itself.
func (fsys MapFS) Lstat(name string) (fs.FileInfo, error) {
	info, err := fsys.lstat(name)
	if err != nil {
		return nil, &fs.PathError{Op: "lstat", Path: name, Err: err}
	}
	return info, nil
}

func (fsys MapFS) lstat(name string) (*mapInfo, error) {
	if !fs.ValidPath(name) {
		return nil, fs.ErrNotExist
	}
	real, ok := fsys.resolve(path.Dir(name), 0)
	if !ok {
		return nil, fs.ErrNotExist
	}
	real = path.Join(real, path.Base(name))
	if file := fsys[real]; file != nil {
		return &mapInfo{path.Base(name), file}, nil
	}
	if _, any := fsys.list(real); any || real == "." {
		return &mapInfo{path.Base(name), &MapFile{Mode: fs.ModeDir | 0o555}}, nil
	}
	return nil, fs.ErrNotExist
}

// onlyOpen hides the other methods, so that package fs does not come back here.
type onlyOpen struct{ fs.FS }

// ReadFile returns what is in a file.
func (fsys MapFS) ReadFile(name string) ([]byte, error) { return fs.ReadFile(onlyOpen{fsys}, name) }

// Stat tells about a file.
func (fsys MapFS) Stat(name string) (fs.FileInfo, error) { return fs.Stat(onlyOpen{fsys}, name) }

// ReadDir returns the entries of a directory, sorted by name.
func (fsys MapFS) ReadDir(name string) ([]fs.DirEntry, error) {
	return fs.ReadDir(onlyOpen{fsys}, name)
}

// Glob returns the paths that fit pattern.
func (fsys MapFS) Glob(pattern string) ([]string, error) { return fs.Glob(onlyOpen{fsys}, pattern) }

// Sub returns the part below dir.
func (fsys MapFS) Sub(dir string) (fs.FS, error) { return fs.Sub(onlyOpen{fsys}, dir) }

// mapInfo is a file with its name.
type mapInfo struct {
	name string
	file *MapFile
}

func (i *mapInfo) Name() string               { return path.Base(i.name) }
func (i *mapInfo) Size() int64                { return int64(len(i.file.Data)) }
func (i *mapInfo) Mode() fs.FileMode          { return i.file.Mode }
func (i *mapInfo) Type() fs.FileMode          { return i.file.Mode.Type() }
func (i *mapInfo) ModTime() time.Time         { return i.file.ModTime }
func (i *mapInfo) IsDir() bool                { return i.file.Mode&fs.ModeDir != 0 }
func (i *mapInfo) Sys() any                   { return i.file.Sys }
func (i *mapInfo) Info() (fs.FileInfo, error) { return i, nil }
func (i *mapInfo) String() string             { return fs.FormatFileInfo(i) }

type openFile struct {
	path string
	mapInfo
	offset int64
}

func (f *openFile) Stat() (fs.FileInfo, error) { return &f.mapInfo, nil }
func (f *openFile) Close() error               { return nil }

func (f *openFile) Read(b []byte) (int, error) {
	if f.offset >= int64(len(f.file.Data)) {
		return 0, io.EOF
	}
	if f.offset < 0 {
		return 0, &fs.PathError{Op: "read", Path: f.path, Err: fs.ErrInvalid}
	}
	n := copy(b, f.file.Data[f.offset:])
	f.offset += int64(n)
	return n, nil
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += f.offset
	case io.SeekEnd:
		offset += int64(len(f.file.Data))
	}
	if offset < 0 || offset > int64(len(f.file.Data)) {
		return 0, &fs.PathError{Op: "seek", Path: f.path, Err: fs.ErrInvalid}
	}
	f.offset = offset
	return offset, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > int64(len(f.file.Data)) {
		return 0, &fs.PathError{Op: "read", Path: f.path, Err: fs.ErrInvalid}
	}
	n := copy(b, f.file.Data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

type openDir struct {
	path string
	mapInfo
	entries []mapInfo
	offset  int
}

func (d *openDir) Stat() (fs.FileInfo, error) { return &d.mapInfo, nil }
func (d *openDir) Close() error               { return nil }

func (d *openDir) Read(b []byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.path, Err: fs.ErrInvalid}
}

func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.entries) - d.offset
	if n == 0 && count > 0 {
		return nil, io.EOF
	}
	if count > 0 {
		n = min(n, count)
	}
	list := make([]fs.DirEntry, n)
	for i := range list {
		list[i] = &d.entries[d.offset+i]
	}
	d.offset += n
	return list, nil
}
