package main

import (
	"fmt"
	"os"
	"text/tabwriter"
)

func main() {
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "name\tage\tcity")
	fmt.Fprintln(w, "Al\t3\tX")
	fmt.Fprintln(w, "Bartholomew\t42\tLondon")
	fmt.Fprintln(w)
	fmt.Fprintln(w, "é\tb")
	w.Flush()
	w.Init(os.Stdout, 5, 0, 1, '.', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "a\tb\tc\t")
	fmt.Fprintln(w, "aaa\tbbbb\tccccccc\t")
	w.Flush()
	w.Init(os.Stdout, 8, 8, 0, '\t', 0)
	fmt.Fprintln(w, "x\ty\tz")
	fmt.Fprintln(w, "longer than eight\ty\tz")
	w.Flush()
}
