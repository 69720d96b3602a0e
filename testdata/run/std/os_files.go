package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	dir, err := os.MkdirTemp("", "gorun-test-*")
	fmt.Println(err, strings.Contains(dir, "gorun-test-"))
	defer os.RemoveAll(dir)
	p := filepath.Join(dir, "a.txt")
	fmt.Println(os.WriteFile(p, []byte("hello\nworld\n"), 0o644))
	b, err := os.ReadFile(p)
	fmt.Printf("%q %v\n", b, err)
	f, err := os.OpenFile(p, os.O_RDWR|os.O_APPEND, 0)
	fmt.Println(err)
	fmt.Fprintf(f, "more %d\n", 1)
	pos, err := f.Seek(0, io.SeekStart)
	fmt.Println(pos, err)
	all, _ := io.ReadAll(f)
	fmt.Printf("%q\n", all)
	at := make([]byte, 5)
	n, err := f.ReadAt(at, 6)
	fmt.Println(n, err, string(at))
	n, err = f.ReadAt(at, 17)
	fmt.Println(n, err)
	st, err := f.Stat()
	fmt.Println(st.Name(), st.Size(), st.Mode(), st.IsDir(), err)
	fmt.Println(f.Close())
	err = f.Close()
	fmt.Println(strings.ReplaceAll(err.Error(), dir, "DIR"), errors.Is(err, os.ErrClosed))
	_, err = f.Write([]byte("x"))
	fmt.Println(strings.ReplaceAll(err.Error(), dir, "DIR"))
	_, err = os.Open(filepath.Join(dir, "none"))
	fmt.Println(strings.ReplaceAll(err.Error(), dir, "DIR"), errors.Is(err, fs.ErrNotExist), os.IsNotExist(err))
	var pe *fs.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Err)
	fmt.Println(os.Mkdir(filepath.Join(dir, "d"), 0o755), os.MkdirAll(filepath.Join(dir, "x/y/z"), 0o755))
	err = os.Mkdir(filepath.Join(dir, "d"), 0o755)
	fmt.Println(os.IsExist(err), errors.Is(err, fs.ErrExist))
	os.WriteFile(filepath.Join(dir, "x/f1"), nil, 0o600)
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		fmt.Println(e, e.Name(), e.IsDir())
	}
	fmt.Println(err)
	fmt.Println(os.Rename(p, filepath.Join(dir, "b.txt")), os.Truncate(filepath.Join(dir, "b.txt"), 3))
	b, _ = os.ReadFile(filepath.Join(dir, "b.txt"))
	fmt.Println(string(b))
	err = os.Remove(filepath.Join(dir, "x"))
	fmt.Println(strings.ReplaceAll(err.Error(), dir, "DIR"))
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, path)
		fmt.Println(rel, d.IsDir(), err)
		return nil
	})
	data, err := fs.ReadFile(os.DirFS(dir), "b.txt")
	fmt.Println(string(data), err)
	_, err = fs.ReadFile(os.DirFS(dir), "../b.txt")
	fmt.Println(err)
	os.Symlink("b.txt", filepath.Join(dir, "l"))
	target, err := os.Readlink(filepath.Join(dir, "l"))
	li, _ := os.Lstat(filepath.Join(dir, "l"))
	fmt.Println(target, err, li.Mode()&os.ModeSymlink != 0)
	t, err := os.CreateTemp(dir, "t*.log")
	fmt.Println(strings.HasSuffix(t.Name(), ".log"), err)
	t.Close()
	os.Setenv("GORUN_T", "v")
	v, ok := os.LookupEnv("GORUN_T")
	fmt.Println(v, ok, os.Getenv("GORUN_NONE"), os.ExpandEnv("$GORUN_T-${GORUN_T}x$$ ${}"))
	os.Unsetenv("GORUN_T")
	_, ok = os.LookupEnv("GORUN_T")
	fmt.Println(ok, len(os.Args), os.Getpid() > 0)
	r, w, _ := os.Pipe()
	go func() { fmt.Fprint(w, "through the pipe"); w.Close() }()
	all, err = io.ReadAll(r)
	fmt.Println(string(all), err)
	os.Chdir(dir)
	wd, _ := os.Getwd()
	fmt.Println(filepath.Base(wd) == filepath.Base(dir))
	fmt.Println(os.RemoveAll(dir), os.RemoveAll(dir))
	old := os.Stdout
	r, w, _ = os.Pipe()
	os.Stdout = w
	fmt.Println("captured")
	w.Close()
	os.Stdout = old
	all, _ = io.ReadAll(r)
	fmt.Printf("%q\n", all)
	defer fmt.Println("not printed")
	os.Exit(0)
}
