package main

import (
	"fmt"
	"os"
)

func main() {
	f, err := os.Open("/nosuch")
	data := make([]byte, 10)
	n, _ := f.Read(data)
	fmt.Println(n, err)
	info, _ := os.Stat("/nosuch")
	fmt.Println(info.Size())
}
