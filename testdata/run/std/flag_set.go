package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	fs := flag.NewFlagSet("prog", flag.ContinueOnError)
	fs.SetOutput(os.Stdout)
	n := fs.Int("n", 3, "number of `things`")
	s := fs.String("s", "def", "a string")
	b := fs.Bool("b", false, "a bool")
	d := fs.Duration("d", time.Second, "a duration")
	var f float64
	fs.Float64Var(&f, "f", 0, "a float")
	fs.Func("fn", "a func", func(x string) error { fmt.Println("fn", x); return nil })
	fmt.Println(fs.Parse([]string{"-n", "5", "--s=x y", "-b", "-d", "1m", "-f=2.5", "-fn", "z", "rest", "-n"}))
	fmt.Println(*n, *s, *b, *d, f, fs.Args(), fs.NArg(), fs.NFlag(), fs.Arg(0))
	fs.Visit(func(f *flag.Flag) { fmt.Println(f.Name, f.Value, f.DefValue) })
	fmt.Println(fs.Parse([]string{"-n", "x"}))
	fmt.Println(fs.Parse([]string{"-zz"}))
	fmt.Println(fs.Parse([]string{"-s"}))
	fmt.Println(fs.Parse([]string{"-h"}) == flag.ErrHelp)
	fmt.Println(fs.Parse([]string{"-b=maybe"}))
}
