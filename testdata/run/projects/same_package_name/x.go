package main
import (
	"m/x/util"
	u2 "m/y/util"
	"fmt"
)
type W struct { util.T; X u2.T }
func main() {
	var a util.T = u2.T(1)
	var b any = u2.T(2)
	_ = b.(util.T)
	_ = a
}
