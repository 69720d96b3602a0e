package x

import "example.com/p"

func Y() {println("local", p.V)
	var fs []func()
	for i := 0; i < 2; i++ { fs = append(fs, func() { println(i) }) }
	for _, f := range fs { f() }
}
