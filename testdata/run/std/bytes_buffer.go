package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

func main() {
	var b bytes.Buffer
	b.WriteString("hello ")
	b.Write([]byte("world\nsecond line\nlast"))
	line, err := b.ReadString('\n')
	fmt.Printf("%q %v %d\n", line, err, b.Len())
	p := make([]byte, 6)
	n, _ := b.Read(p)
	fmt.Printf("%q %v\n", p[:n], b.UnreadByte())
	c, _ := b.ReadByte()
	r, size, _ := b.ReadRune()
	fmt.Println(string(c), string(r), size, b.UnreadRune(), b.UnreadRune())
	fmt.Printf("%q\n", b.Next(4))
	b.Truncate(3)
	fmt.Printf("%q\n", b.String())
	b.WriteTo(os.Stdout)
	fmt.Println(b.Len())
	_, err = b.ReadByte()
	fmt.Println(err == io.EOF)
	b.ReadFrom(bytes.NewReader(bytes.Repeat([]byte("x"), 2000)))
	fmt.Println(b.Len(), bytes.Count(b.Bytes(), []byte("x")))
	b.Reset()
	fmt.Println(b.Len(), bytes.NewBufferString("s").String())
	var nilBuffer *bytes.Buffer
	fmt.Println(nilBuffer)
}
