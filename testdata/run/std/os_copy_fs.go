// os.CopyFS and small functions of package os.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing/fstest"
)

func main() {
	dir, _ := os.MkdirTemp("", "x")
	defer os.RemoveAll(dir)
	m := fstest.MapFS{"a/b.txt": {Data: []byte("bb"), Mode: 0o600}, "c": {Data: []byte("c"), Mode: 0o755}, "e": {Mode: fs.ModeDir | 0o755}}
	fmt.Println(os.CopyFS(dir, m))
	filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, p)
		i, _ := d.Info()
		fmt.Println(rel, i.Mode(), err)
		return nil
	})
	err := os.CopyFS(dir, m)
	fmt.Println(errors.Is(err, fs.ErrExist))
	fmt.Println(os.IsPathSeparator('/'), os.IsPathSeparator('\\'))
	f, _ := os.Open(filepath.Join(dir, "a/b.txt"))
	var b bytes.Buffer
	n, err := f.WriteTo(&b)
	fmt.Println(n, err, b.String())
	fmt.Println(f.Chown(os.Getuid(), os.Getgid()))
	f.Close()
	fmt.Println(errors.Is(f.Chown(0, 0), os.ErrClosed))
	_, err = os.Getgroups()
	fmt.Println(err)
	se := &os.SyscallError{Syscall: "read", Err: syscall.EAGAIN}
	fmt.Println(se.Timeout(), (&os.SyscallError{Syscall: "x", Err: errors.New("y")}).Timeout(), os.ErrNoHandle)
}
