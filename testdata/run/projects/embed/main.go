package main

import (
	"embed"
	"fmt"
	"io"
	iofs "io/fs"
)

//go:embed hello.txt
var s string

//go:embed hello.txt
var b []byte

type B []byte
type S string

var (
	//go:embed hello.txt
	b2 B

	//go:embed "hello.txt"
	// a comment

	s2 S
)

//go:embed hello.txt dir dir2
//go:embed `sp ace.txt` a*.txt
var fs embed.FS

//go:embed all:dir
var all embed.FS

//go:embed all:dir/*
var all2 embed.FS

type F = embed.FS
//go:embed dir/*
var star F

//go:embed hello.txt
var _ string

var t = s + "!"

func list(fs embed.FS, name string, depth int) {
	es, err := fs.ReadDir(name)
	if err != nil { fmt.Println(err); return }
	for _, e := range es {
		p := name + "/" + e.Name()
		if name == "." { p = e.Name() }
		i, _ := e.Info()
		fmt.Println(p, e.IsDir(), i.Size(), i.Mode())
		if e.IsDir() { list(fs, p, depth+1) }
	}
}

func main() {
	fmt.Printf("%q %q %q %q %q\n", s, b, b2, s2, t)
	list(fs, ".", 0)
	fmt.Println("--")
	list(all, ".", 0)
	fmt.Println("--")
	list(all2, ".", 0)
	fmt.Println("--")
	list(star, ".", 0)
	data, err := fs.ReadFile("dir/sub/c.txt")
	fmt.Println(string(data), err)
	_, err = fs.ReadFile("dir/nope")
	fmt.Println(err)
	_, err = fs.Open("dir/../x")
	fmt.Println(err)
	_, err = fs.ReadFile("dir")
	fmt.Println(err)
	_, err = fs.ReadDir("hello.txt")
	fmt.Println(err)
	f, _ := fs.Open("hello.txt")
	st, _ := f.Stat()
	fmt.Println(st.Name(), st.Size(), st.Mode(), st.IsDir(), st.ModTime().IsZero(), st)
	buf := make([]byte, 4)
	n, err := f.Read(buf)
	fmt.Println(n, err, string(buf))
	pos, err := f.(io.Seeker).Seek(-3, io.SeekEnd)
	fmt.Println(pos, err)
	n, err = f.Read(buf)
	fmt.Printf("%d %v %q\n", n, err, buf[:n])
	_, err = f.Read(buf)
	fmt.Println(err, f.Close())
	n, err = f.(io.ReaderAt).ReadAt(buf, 1)
	fmt.Println(n, err, string(buf))
	d, _ := fs.Open("dir")
	one, err := d.(iofs.ReadDirFile).ReadDir(1)
	fmt.Println(one, err)
	rest, err := d.(iofs.ReadDirFile).ReadDir(-1)
	fmt.Println(rest, err)
	_, err = d.(iofs.ReadDirFile).ReadDir(1)
	fmt.Println(err)
	_, err = d.Read(buf)
	fmt.Println(err)
	var empty embed.FS
	list(empty, ".", 0)
	iofs.WalkDir(fs, ".", func(p string, d iofs.DirEntry, err error) error { fmt.Print(p, " "); return err })
	fmt.Println()
	m, err := iofs.Glob(fs, "*/sub/*")
	fmt.Println(m, err, fs == fs, fs == all)
	b[0] = 'H'
	fmt.Println(string(b), s)
}
