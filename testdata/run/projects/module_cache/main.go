package main

import (
	"fmt"

	"github.com/Acme/Tool"
	"github.com/Acme/Tool/sub"
	"gopkg.in/conf.v2"
)

func main() {
	fmt.Println(tool.Version(), sub.Twice(4), conf.Name)
}
