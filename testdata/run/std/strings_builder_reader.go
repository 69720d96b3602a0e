package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	var b strings.Builder
	b.Grow(10)
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteByte('!')
	b.WriteRune('日')
	b.WriteString("end")
	b.Write([]byte{'.', '\n'})
	fmt.Print(b.String(), b.Len(), b.Cap() >= b.Len(), "\n")
	kept := b.String()
	b.Reset()
	b.WriteString("new")
	fmt.Println(len(kept), b.String())

	r := strings.NewReader("héllo world")
	c, _ := r.ReadByte()
	ru, size, _ := r.ReadRune()
	fmt.Println(c, string(ru), size, r.Len(), r.Size(), r.UnreadRune(), r.UnreadRune())
	off, err := r.Seek(-5, io.SeekEnd)
	rest, _ := io.ReadAll(r)
	fmt.Println(off, err, string(rest))
	_, err = r.ReadByte()
	fmt.Println(err, r.UnreadByte())
	r.Reset("copied\n")
	n, err := io.Copy(os.Stdout, r)
	fmt.Println(n, err)
	defer func() { fmt.Println("panic:", recover()) }()
	copied := b
	copied.WriteByte('x')
}
