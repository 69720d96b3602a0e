package main

import (
	"errors"
	"fmt"
	"m/tree"
)

type rev int

func (a rev) Less(b rev) bool { return a > b }

type Named struct { tree.Tree[rev]; name string }

type Opt = tree.Option[int]

func main() {
	var n Named
	for _, v := range []rev{3, 1, 2} { n.Insert(v) }
	for v := range n.All() { fmt.Print(v, " ") }
	fmt.Println(n.Len(), n.name == "")
	s := tree.Map(n.All(), func(r rev) string { return fmt.Sprint("<", r, ">") })
	for v := range s { fmt.Print(v) }
	fmt.Println()
	var o Opt = func(p *int) error { *p++; return nil }
	fmt.Println(tree.Apply(1, o, o, func(*int) error { return errors.New("stop") }))
	fmt.Printf("%T %T %T\n", n.Tree, o, s)
	var st tree.Stack[tree.Stack[int]]
	st.Push(tree.Stack[int]{})
	x, ok := st.Pop()
	fmt.Println(x, ok)
	fmt.Println(tree.Default.Len(), tree.Zero[rev]() , tree.Must(1, nil))
}
