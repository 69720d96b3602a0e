// The flags - and 0 together.
package main

import "fmt"

type F struct{}

func (F) Format(s fmt.State, v rune) {
	fmt.Fprintf(s, "[%v %v %s]", s.Flag('-'), s.Flag('0'), fmt.FormatString(s, v))
}

func main() {
	for _, f := range []string{"%-02d", "%0-2d", "%-0d", "%0d", "%02d", "%-08d", "%0-8d", "%+-08d", "%-010s", "%08s", "%-08.3f", "%08q", "%-08x", "%0*d", "%-0*d", "%0-*d"} {
		if f[len(f)-2] == '*' {
			fmt.Printf(f+"|"+f+"|\n", 6, F{}, -6, 42)
			continue
		}
		fmt.Printf(f+"|"+f+"|"+f+"|\n", F{}, 42, "ab")
		fmt.Printf(f+"|"+f+"|\n", []int{1}, 3.5)
	}
}
