package fstest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"testing/iotest"
)

// TestFS tests a file system: that all files can be opened and read, that what it tells about them
// agrees, and that the expected files are there.
func TestFS(fsys fs.FS, expected ...string) error {
	t := fsTester{fsys: fsys}
	t.dir(".")
	for _, name := range expected {
		if !t.found[name] {
			t.errorf("expected but not found: %s", name)
		}
	}
	if len(expected) == 0 && len(t.found) > 0 {
		for name := range t.found {
			t.errorf("expected empty file system but found files: %s", name)
			break
		}
	}
	if len(t.errors) == 0 {
		return nil
	}
	return fmt.Errorf("TestFS found errors:\n%w", errors.Join(t.errors...))
}

type fsTester struct {
	fsys   fs.FS
	errors []error
	found  map[string]bool
}

func (t *fsTester) errorf(format string, args ...any) {
	t.errors = append(t.errors, fmt.Errorf(format, args...))
}

func (t *fsTester) note(name string) {
	if t.found == nil {
		t.found = map[string]bool{}
	}
	t.found[name] = true
}

func (t *fsTester) dir(dir string) {
	f, err := t.fsys.Open(dir)
	if err != nil {
		t.errorf("%s: Open: %w", dir, err)
		return
	}
	defer f.Close()
	d, ok := f.(fs.ReadDirFile)
	if !ok {
		t.errorf("%s: Open returned File type %T, not a fs.ReadDirFile", dir, f)
		return
	}
	list, err := d.ReadDir(-1)
	if err != nil {
		t.errorf("%s: ReadDir(-1): %w", dir, err)
		return
	}
	byName, err := fs.ReadDir(t.fsys, dir)
	if err != nil || len(byName) != len(list) {
		t.errorf("%s: fs.ReadDir: %d entries and %v, but ReadDir(-1) gave %d", dir, len(byName), err, len(list))
	}
	for i := 1; i < len(byName); i++ {
		if byName[i-1].Name() >= byName[i].Name() {
			t.errorf("%s: fs.ReadDir: list not sorted: %s before %s", dir, byName[i-1].Name(), byName[i].Name())
		}
	}
	for _, entry := range list {
		name := entry.Name()
		if name == "" || name == "." || name == ".." || strings.ContainsAny(name, "/\\") {
			t.errorf("%s: ReadDir: child has invalid name: %#q", dir, name)
			continue
		}
		full := path.Join(dir, name)
		t.note(full)
		t.stat(full, entry)
		switch {
		case entry.IsDir():
			t.dir(full)
		case entry.Type() == fs.ModeSymlink:
		default:
			t.file(full)
		}
	}
	t.badPaths(dir)
}

// stat tests that what the directory says of a file is what the file says.
func (t *fsTester) stat(name string, entry fs.DirEntry) {
	info, err := entry.Info()
	if err != nil {
		t.errorf("%s: entry.Info: %w", name, err)
		return
	}
	if info.Mode().Type() != entry.Type() || info.Name() != entry.Name() {
		t.errorf("%s: mismatch:\n\tentry = %s\n\tinfo = %s", name, fs.FormatDirEntry(entry), fs.FormatFileInfo(info))
	}
	if entry.Type()&fs.ModeSymlink != 0 {
		return
	}
	other, err := fs.Stat(t.fsys, name)
	if err != nil {
		t.errorf("%s: fs.Stat: %w", name, err)
		return
	}
	if a, b := fs.FormatFileInfo(info), fs.FormatFileInfo(other); a != b {
		t.errorf("%s: fs.Stat(...) = %s\n\twant %s", name, b, a)
	}
}

func (t *fsTester) file(name string) {
	f, err := t.fsys.Open(name)
	if err != nil {
		t.errorf("%s: Open: %w", name, err)
		return
	}
	data, err := io.ReadAll(f)
	f.Close()
	if err != nil {
		t.errorf("%s: Open+ReadAll: %w", name, err)
		return
	}
	again, err := fs.ReadFile(t.fsys, name)
	if err != nil || string(again) != string(data) {
		t.errorf("%s: fs.ReadFile differs from Open+ReadAll: %v", name, err)
	}
	f, err = t.fsys.Open(name)
	if err != nil {
		t.errorf("%s: second Open: %w", name, err)
		return
	}
	defer f.Close()
	if err := iotest.TestReader(f, data); err != nil {
		t.errorf("%s: failed TestReader:\n\t%s", name, strings.ReplaceAll(err.Error(), "\n", "\n\t"))
	}
	t.badPaths(name)
}

// badPaths tests that paths that are not valid cannot be opened.
func (t *fsTester) badPaths(name string) {
	bad := []string{"/" + name, name + "/."}
	if name == "." {
		bad = []string{"/"}
	}
	for _, b := range bad {
		if f, err := t.fsys.Open(b); err == nil {
			f.Close()
			t.errorf("%s: Open(%s) succeeded, want error", name, b)
		}
	}
}
