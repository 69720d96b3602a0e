package main

func main() {
	var a any
	b := true
	switch b {
	case true:
	case true:
	}
	switch {
	case true:
	case true:
	}
	switch a.(type) {
	case int, string:
	case string:
	case nil:
	case nil:
	default:
	}
	switch 1 {
	case 1, 2:
	case 2:
	}
	_ = map[bool]int{true: 1, true: 2}
	_ = [...]int{1: 1, 1: 2}
	select {
	default:
	default:
	}
}
