// Packages testing/fstest, io/fs, io/ioutil, testing/iotest, flag.TextVar.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"io/ioutil"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing/fstest"
	"testing/iotest"
	"time"
)

type wrong struct{ fstest.MapFS }

func (w wrong) Open(name string) (fs.File, error) {
	if name == "a.txt" {
		return nil, fs.ErrPermission
	}
	return w.MapFS.Open(name)
}

func main() {
	when := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	m := fstest.MapFS{
		"a.txt":         {Data: []byte("hello"), Mode: 0o644, ModTime: when},
		"dir/b.go":      {Data: []byte("package b"), Mode: 0o600},
		"dir/sub/c.go":  {Data: []byte("package c")},
		"dir/empty":     {Mode: fs.ModeDir | 0o755},
		"link":          {Data: []byte("dir/b.go"), Mode: fs.ModeSymlink | 0o777},
		"dir/sub/up":    {Data: []byte("../../a.txt"), Mode: fs.ModeSymlink | 0o777},
		"dirlink":       {Data: []byte("dir"), Mode: fs.ModeSymlink | 0o777},
		"other/z.txt":   {Data: []byte(strings.Repeat("z", 2000))},
		"other/x/y/z.x": {},
	}
	fs.WalkDir(m, ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println(path, d.IsDir(), d.Type(), err)
		if path == "other/x" {
			return fs.SkipDir
		}
		return nil
	})
	for _, name := range []string{"a.txt", "dir", "nope", "dir/nope", "/a", "link", "dirlink/b.go", "dir/sub/up", ".", "a.txt/x"} {
		b, err := fs.ReadFile(m, name)
		fmt.Printf("%s %q %v\n", name, b, err)
		info, err := fs.Stat(m, name)
		if err == nil {
			fmt.Println(fs.FormatFileInfo(info))
		} else {
			fmt.Println(err, errors.Is(err, fs.ErrNotExist))
		}
		l, err := fs.Lstat(m, name)
		if err == nil {
			fmt.Println(l.Mode(), l.Size())
		} else {
			fmt.Println(err)
		}
		target, err := fs.ReadLink(m, name)
		fmt.Println(target, err)
	}
	for _, pattern := range []string{"*", "*.txt", "dir/*", "*/*/*.go", "[", "nope*"} {
		fmt.Println(fs.Glob(m, pattern))
	}
	sub, err := fs.Sub(m, "dir")
	fmt.Println(err)
	list, err := fs.ReadDir(sub, ".")
	for _, e := range list {
		fmt.Println(fs.FormatDirEntry(e))
	}
	_, err = fs.Sub(m, "../x")
	fmt.Println(err)
	_, err = sub.Open("nope")
	fmt.Println(err)
	fmt.Println(fs.ReadFile(sub, "sub/c.go"))
	f, _ := m.Open("other")
	d := f.(fs.ReadDirFile)
	one, err := d.ReadDir(1)
	fmt.Println(len(one), one[0].Name(), err)
	one, err = d.ReadDir(5)
	fmt.Println(len(one), err)
	one, err = d.ReadDir(5)
	fmt.Println(len(one), err)
	_, err = f.Read(make([]byte, 1))
	fmt.Println(err)
	delete(m, "dirlink")
	delete(m, "link")
	delete(m, "dir/sub/up")
	fmt.Println(fstest.TestFS(m, "a.txt", "dir/sub/c.go"))
	fmt.Println(fstest.TestFS(m, "missing") != nil, fstest.TestFS(wrong{m}) != nil, fstest.TestFS(fstest.MapFS{}))
	for _, p := range []string{".", "a", "a/b", "", "/a", "a/", "a//b", "a/./b", "../a", "a/..", "\x00"} {
		fmt.Printf("%q %v ", p, fs.ValidPath(p))
	}
	fmt.Println()
	for _, mode := range []fs.FileMode{0, 0o644, fs.ModeDir | 0o755, fs.ModeSymlink | 0o777, fs.ModeSetuid | 0o755, fs.ModeSticky | fs.ModeDir, fs.ModeNamedPipe, fs.ModeSocket, fs.ModeDevice | fs.ModeCharDevice, fs.ModeIrregular} {
		fmt.Println(mode, mode.IsDir(), mode.IsRegular(), mode.Perm(), mode.Type())
	}
	pe := &fs.PathError{Op: "open", Path: "x", Err: fs.ErrExist}
	fmt.Println(pe, errors.Is(pe, fs.ErrExist), pe.Timeout(), errors.Unwrap(pe))

	dir, err := ioutil.TempDir("", "gorun")
	defer os.RemoveAll(dir)
	fmt.Println(err, ioutil.WriteFile(filepath.Join(dir, "b"), []byte("x"), 0o644), ioutil.WriteFile(filepath.Join(dir, "a"), nil, 0o644))
	infos, err := ioutil.ReadDir(dir)
	fmt.Println(len(infos), infos[0].Name(), infos[1].Size(), err)
	b, err := ioutil.ReadFile(filepath.Join(dir, "b"))
	fmt.Println(string(b), err)

	_, err = io.ReadAll(iotest.TimeoutReader(strings.NewReader("abc")))
	fmt.Println(err)
	_, err = io.ReadAll(iotest.ErrReader(io.ErrNoProgress))
	fmt.Println(err)
	buf := make([]byte, 10)
	n, err := iotest.DataErrReader(strings.NewReader("abc")).Read(buf)
	fmt.Println(n, err)
	var sb strings.Builder
	n, err = iotest.TruncateWriter(&sb, 3).Write([]byte("abcdef"))
	fmt.Println(n, err, sb.String())
	fmt.Println(iotest.TestReader(strings.NewReader("hello"), []byte("hello")), iotest.TestReader(strings.NewReader("hello"), []byte("help")))

	set := flag.NewFlagSet("x", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	var x big.Int
	set.TextVar(&x, "n", big.NewInt(7), "a `number`")
	fmt.Println(set.Lookup("n").DefValue, set.Parse([]string{"-n", "123456789012345678901234567890"}), &x)
	fmt.Println(set.Parse([]string{"-n", "zzz"}))
	set.SetOutput(os.Stdout)
	set.PrintDefaults()
}
