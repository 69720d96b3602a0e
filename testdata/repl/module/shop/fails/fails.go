package fails

import "fmt"

func init() {
	fmt.Println("fails starts")
	var m map[string]int
	m["a"] = 1
}

var X = 1
