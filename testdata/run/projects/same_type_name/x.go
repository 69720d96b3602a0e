package main
import (
	"m/x/util"
	u2 "m/y/util"
	"fmt"
)
func main() {
	fmt.Printf("%T %T %v\n", util.T(1), u2.T(1), any(util.T(1)) == any(u2.T(1)))
	m := map[any]int{util.T(1): 1, u2.T(1): 2}
	fmt.Println(len(m))
	defer func() { fmt.Println(recover()) }()
	var b any = u2.T(2)
	_ = b.(util.T)
}
