package main

import (
	"fmt"
)

type Animal interface{ Sound() string }
type Named interface {
	Animal
	Name() string
}
type Base struct{ name string }

func (b *Base) Name() string { return b.name }

type Dog struct {
	*Base
	loud bool
}

func (d Dog) Sound() string {
	if d.loud {
		return "WOOF"
	}
	return "woof"
}

type Num int

func (n Num) String() string { return fmt.Sprintf("#%d", int(n)) }

func main() {
	var n Named = Dog{&Base{"rex"}, true}
	var a Animal = n
	fmt.Println(n.Name(), a.Sound())
	if m, ok := a.(Named); ok {
		fmt.Println("named", m.Name())
	}
	_, ok := a.(fmt.Stringer)
	fmt.Println(ok)
	f := n.Sound
	g := Dog.Sound
	h := (*Base).Name
	fmt.Println(f(), g(Dog{}), h(&Base{"b"}))
	for _, v := range []any{1, "s", 2.5, Num(3), nil, []int{1}, Dog{loud: true}.loud, 'x'} {
		switch x := v.(type) {
		case nil:
			fmt.Println("nil")
		case int, int32:
			fmt.Printf("%T %v\n", x, x)
		case string:
			fmt.Println(len(x))
		case fmt.Stringer:
			fmt.Println(x)
		default:
			fmt.Printf("other %T\n", x)
		}
	}
}
