// Package embed gives programs access to files that become part of them. A directive before a
// variable of type string, []byte or FS names the files:
//
//	//go:embed hello.txt
//	var hello string
//
//	//go:embed templates/*.html static
//	var files embed.FS
//
// The paths are relative to the source file's folder and may have the wildcards of path.Match.
// Folders are taken with all files in them but those whose names begin with . or _. The package
// must be imported, by _ if nothing of it is named.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"time"
)

// FS is a tree of embedded files that can only be read. Its paths have forward slashes and no . or
// .. in them. Goroutines may share it.
type FS struct {
	// Sorted by name, folders included. Two equal FS values share it.
	files *[]file
}

// A file or folder; its name is the whole path.
type file struct {
	name  string
	data  string
	isDir bool
}

var (
	_ fs.ReadDirFS   = FS{}
	_ fs.ReadFileFS  = FS{}
	_ fs.FileInfo    = (*file)(nil)
	_ fs.DirEntry    = (*file)(nil)
	_ fs.ReadDirFile = (*openDir)(nil)
	_ io.Seeker      = (*openFile)(nil)
	_ io.ReaderAt    = (*openFile)(nil)
)

// unpack makes the value of an FS variable. The compiler calls it with all files, sorted by name:
// of each its name, a NUL byte, its length in eight bytes (lowest first) and its data.
func unpack(packed string) FS {
	var files []file
	var dirs []string // the folders around the file before, outermost first
	for len(packed) > 0 {
		end := 0
		for packed[end] != 0 {
			end++
		}
		name := packed[:end]
		packed = packed[end+1:]
		size := 0
		for i := 7; i >= 0; i-- {
			size = size<<8 | int(packed[i])
		}
		data := packed[8 : 8+size]
		packed = packed[8+size:]
		depth := 0
		for i := 0; i < len(name); i++ {
			if name[i] != '/' {
				continue
			}
			dir := name[:i]
			if depth == len(dirs) || dirs[depth] != dir {
				if !contains(files, dir) {
					files = append(files, file{name: dir, isDir: true})
				}
				dirs = append(dirs[:depth], dir)
			}
			depth++
		}
		dirs = dirs[:depth]
		files = append(files, file{name: name, data: data})
	}
	sort(files)
	return FS{&files}
}

func contains(files []file, dir string) bool {
	for i := range files {
		if files[i].name == dir {
			return true
		}
	}
	return false
}

// sort sorts files that are nearly sorted by name.
func sort(files []file) {
	for i := 1; i < len(files); i++ {
		for j := i; j > 0 && files[j].name < files[j-1].name; j-- {
			files[j], files[j-1] = files[j-1], files[j]
		}
	}
}

var root = &file{name: ".", isDir: true}

// lookup returns the file or folder of that name, or nil.
func (f FS) lookup(name string) *file {
	if !fs.ValidPath(name) {
		return nil
	}
	if name == "." {
		return root
	}
	if f.files == nil {
		return nil
	}
	files := *f.files
	lo, hi := 0, len(files)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if files[mid].name < name {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(files) && files[lo].name == name {
		return &files[lo]
	}
	return nil
}

// entries returns what lies directly in a folder, sorted by name.
func (f FS) entries(dir string) []*file {
	if f.files == nil {
		return nil
	}
	var found []*file
	files := *f.files
	for i := range files {
		if parent(files[i].name) == dir {
			found = append(found, &files[i])
		}
	}
	return found
}

func parent(name string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' {
			return name[:i]
		}
	}
	return "."
}

// Open opens a file or folder. The file can also seek and be read at offsets.
func (f FS) Open(name string) (fs.File, error) {
	found := f.lookup(name)
	if found == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if found.isDir {
		return &openDir{found, f.entries(name), 0}, nil
	}
	return &openFile{found, 0}, nil
}

// ReadDir returns the entries of a folder, sorted by name.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	opened, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	dir, ok := opened.(*openDir)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	list := make([]fs.DirEntry, len(dir.entries))
	for i, e := range dir.entries {
		list[i] = e
	}
	return list, nil
}

// ReadFile returns what is in a file, as a copy.
func (f FS) ReadFile(name string) ([]byte, error) {
	opened, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	file, ok := opened.(*openFile)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return []byte(file.file.data), nil
}

func (f *file) Name() string {
	for i := len(f.name) - 1; i >= 0; i-- {
		if f.name[i] == '/' {
			return f.name[i+1:]
		}
	}
	return f.name
}

func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return f.isDir }
func (f *file) Sys() any                   { return nil }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }
func (f *file) String() string             { return fs.FormatFileInfo(f) }

func (f *file) Mode() fs.FileMode {
	if f.isDir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// An openFile is a file being read.
type openFile struct {
	file   *file
	offset int64
}

func (f *openFile) Close() error               { return nil }
func (f *openFile) Stat() (fs.FileInfo, error) { return f.file, nil }

func (f *openFile) invalid(op string) error {
	return &fs.PathError{Op: op, Path: f.file.name, Err: fs.ErrInvalid}
}

func (f *openFile) Read(b []byte) (int, error) {
	if f.offset >= int64(len(f.file.data)) {
		return 0, io.EOF
	}
	if f.offset < 0 {
		return 0, f.invalid("read")
	}
	n := copy(b, f.file.data[f.offset:])
	f.offset += int64(n)
	return n, nil
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += f.offset
	case io.SeekEnd:
		offset += int64(len(f.file.data))
	}
	if offset < 0 || offset > int64(len(f.file.data)) {
		return 0, f.invalid("seek")
	}
	f.offset = offset
	return offset, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > int64(len(f.file.data)) {
		return 0, f.invalid("read")
	}
	n := copy(b, f.file.data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// An openDir is a folder being read.
type openDir struct {
	file    *file
	entries []*file
	offset  int
}

func (d *openDir) Close() error               { return nil }
func (d *openDir) Stat() (fs.FileInfo, error) { return d.file, nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.file.name + "/", Err: errors.New("is a directory")}
}

func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.entries) - d.offset
	if n == 0 {
		if count <= 0 {
			return nil, nil
		}
		return nil, io.EOF
	}
	if count > 0 && n > count {
		n = count
	}
	list := make([]fs.DirEntry, n)
	for i := range list {
		list[i] = d.entries[d.offset+i]
	}
	d.offset += n
	return list, nil
}
