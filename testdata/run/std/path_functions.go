package main

import (
	"fmt"
	"path"
	"path/filepath"
)

func main() {
	for _, p := range []string{"", "a", "/", "a/b/../c", "/../a", "../..//x", "a//b/./c/", "x.tar.gz", "/a/b.go", "dir/.hidden"} {
		dir, file := path.Split(p)
		fmt.Printf("%q %q %q %q %q %q %v\n", path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), dir, file, path.IsAbs(p))
	}
	fmt.Println(path.Join("a", "", "../b", "c"), path.Join() == "", filepath.Join("/x", "..", "y"))
	for _, c := range [][2]string{{"*.go", "main.go"}, {"a?c", "abc"}, {"[a-c]x", "bx"}, {"[^a]x", "ax"}, {"*", "a/b"}, {"a/*/c", "a/b/c"}, {"\\*", "*"}, {"[", "x"}, {"a*b*c", "aXbYc"}} {
		ok, err := path.Match(c[0], c[1])
		fmt.Println(c, ok, err)
	}
	fmt.Println(filepath.Rel("/a/b", "/a/c/d"))
	fmt.Println(filepath.Rel("a", "/b"))
	fmt.Println(filepath.SplitList("/bin:/usr/bin"), filepath.IsLocal("a/../b"), filepath.IsLocal("../x"), filepath.ToSlash("a/b"))
}
