package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

type temp int

func (t *temp) Scan(state fmt.ScanState, verb rune) error {
	tok, err := state.Token(true, func(r rune) bool { return r != ',' })
	if err != nil {
		return err
	}
	*t = temp(len(tok))
	return nil
}

func main() {
	var i, j int
	var s, u string
	var f float64
	var b bool
	var r rune
	var x uint8
	var by []byte
	var c complex128
	n, err := fmt.Sscan("12 -7 hello 2.5 true", &i, &j, &s, &f, &b)
	fmt.Println(n, err, i, j, s, f, b)
	n, err = fmt.Sscan("12\n\n 13", &i, &j)
	fmt.Println(n, err, i, j)
	n, err = fmt.Sscanln("1 2\n3", &i, &j)
	fmt.Println(n, err, i, j)
	n, err = fmt.Sscanln("1\n2", &i, &j)
	fmt.Println(n, err, i)
	n, err = fmt.Sscanln("1 2 3", &i, &j)
	fmt.Println(n, err)
	n, err = fmt.Sscan("abc", &i)
	fmt.Println(n, err)
	n, err = fmt.Sscan("", &i)
	fmt.Println(n, err)
	n, err = fmt.Sscan("5", &i, &j)
	fmt.Println(n, err)
	n, err = fmt.Sscan("300", &x)
	fmt.Println(n, err)
	n, err = fmt.Sscan("-3", &x)
	fmt.Println(n, err)
	n, err = fmt.Sscan("99999999999999999999", &i)
	fmt.Println(n, err)
	n, err = fmt.Sscanf("age: 42, name: Bob", "age: %d, name: %s", &i, &s)
	fmt.Println(n, err, i, s)
	n, err = fmt.Sscanf("0x1f 0b11 017 1_000", "%v %v %v %v", &i, &j, &x, &r)
	fmt.Println(n, err, i, j, x, r)
	n, err = fmt.Sscanf("ff 11 7", "%x %b %o", &i, &j, &x)
	fmt.Println(n, err, i, j, x)
	n, err = fmt.Sscanf("12345", "%3d%d", &i, &j)
	fmt.Println(n, err, i, j)
	n, err = fmt.Sscanf("ab", "%c%c", &r, &i)
	fmt.Println(n, err, r, i)
	n, err = fmt.Sscanf(`"quoted str" rest`, "%q %s", &s, &u)
	fmt.Println(n, err, s, u)
	n, err = fmt.Sscanf("68656c6c6f", "%x", &by)
	fmt.Println(n, err, string(by))
	n, err = fmt.Sscanf("5%", "%d%%", &i)
	fmt.Println(n, err, i)
	n, err = fmt.Sscanf("5 x", "%d y", &i)
	fmt.Println(n, err, i)
	n, err = fmt.Sscanf("5", "%d %d", &i, &j)
	fmt.Println(n, err)
	n, err = fmt.Sscanf("5 6", "%d", &i, &j)
	fmt.Println(n, err)
	n, err = fmt.Sscanf("5 6", "%d %d", &i)
	fmt.Println(n, err)
	n, err = fmt.Sscanf("5", "%z", &i)
	fmt.Println(n, err)
	n, err = fmt.Sscan("(1+2i) 1e3 nan -inf", &c, &f, &f, &f)
	fmt.Println(n, err, c, f)
	var t temp
	n, err = fmt.Sscan("abcdef,", &t)
	fmt.Println(n, err, t)
	n, err = fmt.Sscanf("", "%d", &i)
	fmt.Println(n, err)
	n, err = fmt.Sscanf("1 ", "%d %s", &i, &s)
	fmt.Println(n, err)
	n, err = fmt.Sscan("x", i)
	fmt.Println(n, err)
	rd := strings.NewReader("1 2 3 4 5")
	sum := 0
	for {
		if _, err := fmt.Fscan(rd, &i); err == io.EOF {
			break
		} else if err != nil {
			fmt.Println(err)
			break
		}
		sum += i
	}
	fmt.Println(sum)
	br := bufio.NewReader(strings.NewReader("a b\nc d\n"))
	for {
		n, err := fmt.Fscanln(br, &s, &u)
		if err != nil {
			fmt.Println(n, err)
			break
		}
		fmt.Println(s, u)
	}
	fmt.Fprintln(os.Stdout, "done")
}
