package main

import (
	"bufio"
	"fmt"
	"strings"
)

func main() {
	text := "first line\r\nsecond\n\nlast without end"
	s := bufio.NewScanner(strings.NewReader(text))
	for s.Scan() {
		fmt.Printf("%q ", s.Text())
	}
	fmt.Println(s.Err())
	for _, split := range []bufio.SplitFunc{bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes} {
		s = bufio.NewScanner(strings.NewReader(" héy  you\xff\n"))
		s.Split(split)
		for s.Scan() {
			fmt.Printf("%q ", s.Bytes())
		}
		fmt.Println()
	}
	s = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	s.Buffer(make([]byte, 0, 10), 50)
	fmt.Println(s.Scan(), s.Err())
	s = bufio.NewScanner(strings.NewReader("1,2,,STOP,3"))
	s.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		i := strings.IndexByte(string(data), ',')
		if i < 0 {
			return 0, data, bufio.ErrFinalToken
		}
		if string(data[:i]) == "STOP" {
			return i + 1, nil, bufio.ErrFinalToken
		}
		return i + 1, data[:i], nil
	})
	for s.Scan() {
		fmt.Printf("%q ", s.Text())
	}
	fmt.Println(s.Err())
}
