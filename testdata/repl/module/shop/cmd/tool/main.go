package main

import (
	"fmt"

	"example.com/shop/util"
)

func main() {
	fmt.Println(util.Up("tool"), price())
}
