package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	r := bufio.NewReaderSize(strings.NewReader("alpha beta\ngamma 日本\na line longer than the buffer of sixteen\nend"), 16)
	peeked, err := r.Peek(5)
	fmt.Printf("%q %v %d\n", peeked, err, r.Size())
	word, _ := r.ReadString(' ')
	fmt.Printf("%q ", word)
	line, prefix, err := r.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	r.Discard(6)
	c, size, _ := r.ReadRune()
	fmt.Println(string(c), size, r.UnreadRune(), r.UnreadRune())
	rest, _ := r.ReadBytes('\n')
	fmt.Printf("%q\n", rest)
	_, err = r.ReadSlice('\n')
	fmt.Println(err)
	line, prefix, _ = r.ReadLine()
	fmt.Printf("%q %v\n", line, prefix)
	tail, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", tail, err)
	_, err = r.ReadByte()
	fmt.Println(err)

	w := bufio.NewWriterSize(os.Stdout, 16)
	fmt.Fprintf(w, "buffered %d ", w.Buffered())
	fmt.Println(w.Buffered(), w.Available())
	w.WriteRune('é')
	w.WriteByte('!')
	w.WriteString(strings.Repeat("-", 30))
	fmt.Println("|", w.Buffered())
	w.Flush()
	fmt.Println()
	both := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(os.Stdout))
	s, err := both.ReadString('\n')
	fmt.Fprintf(both, "%s %v\n", s, err)
	both.Flush()
}
