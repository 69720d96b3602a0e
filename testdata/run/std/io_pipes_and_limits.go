package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	r, w := io.Pipe()
	go func() {
		fmt.Fprint(w, "through ")
		fmt.Fprint(w, "the pipe")
		w.CloseWithError(errors.New("writer is done"))
	}()
	data, err := io.ReadAll(r)
	fmt.Printf("%s %v\n", data, err)
	r.Close()
	_, err = w.Write([]byte("x"))
	fmt.Println(err)

	var copied bytes.Buffer
	n, err := io.Copy(&copied, io.TeeReader(io.LimitReader(strings.NewReader("limited text"), 7), os.Stdout))
	fmt.Println("", n, err, copied.String())
	_, err = io.CopyN(io.Discard, strings.NewReader("short"), 10)
	fmt.Println(err)
	buf := make([]byte, 4)
	m, err := io.ReadFull(strings.NewReader("ab"), buf)
	fmt.Println(m, err)
	m, err = io.ReadAtLeast(strings.NewReader("abcdef"), buf, 2)
	fmt.Println(m, err)
	all, _ := io.ReadAll(io.MultiReader(strings.NewReader("a"), strings.NewReader(""), strings.NewReader("bc")))
	fmt.Println(string(all))
	var x, y strings.Builder
	io.WriteString(io.MultiWriter(&x, &y), "both")
	fmt.Println(x.String(), y.String())
	s := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	s.Seek(1, io.SeekStart)
	part, _ := io.ReadAll(s)
	fmt.Println(string(part), s.Size())
}
